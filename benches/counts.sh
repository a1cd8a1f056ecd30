#!/usr/bin/env bash
# What no noisy machine disturbs: instructions per byte and allocations per KB of the example `extract`, and instructions of plain
# tagging, on the texts of the benches. What each program needs to start and to build jieba's tables is taken off by reading the same
# text twice over: the figures are of the second half. Needs valgrind.
set -euo pipefail
cd "$(dirname "$0")/.."

size=${1:-65536}
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT
cargo build --release --quiet --examples
cargo bench --quiet --bench sizes -- --write "$folder" "$size"
programs=${CARGO_TARGET_DIR:-target}/release/examples

instructions() { valgrind --tool=callgrind --callgrind-out-file=/dev/null "$@" 2>&1 >/dev/null | sed -n 's/.*refs: *//p' | tr -d ,; }
allocations() { valgrind --tool=memcheck --leak-check=no --undef-value-errors=no "$@" 2>&1 >/dev/null | sed -n 's/.*total heap usage: \([0-9,]*\) allocs.*/\1/p' | tr -d ,; }

printf '%-8s %22s %22s %22s\n' text 'extract, instr/byte' 'tag, instr/byte' 'extract, allocs/KB'
for kind in dense news prose mixed wrapped; do
  one=$folder/$kind.txt two=$folder/twice-$kind.txt
  cat "$one" "$one" > "$two"
  bytes=$(wc -c < "$one")
  extract=$(($(instructions "$programs/extract" "$two") - $(instructions "$programs/extract" "$one")))
  tag=$(($(instructions "$programs/tag" "$two") - $(instructions "$programs/tag" "$one")))
  allocs=$(($(allocations "$programs/extract" "$two") - $(allocations "$programs/extract" "$one")))
  printf '%-8s %22s %22s %22s\n' "$kind" $((extract / bytes)) $((tag / bytes)) $((allocs * 1024 / bytes))
done
