#!/usr/bin/env bash
# Instructions per byte of the example `extract` on texts that nobody writes, beside two that people do: a word over and over, clauses
# without an end, quotes in quotes. Each text is read in two sizes; the figures are of the bytes that the larger one has more, at the
# first size and at the second, so that cost that grows faster than the text shows as two figures that differ. Needs valgrind.
#
# hostile.sh [BYTES [NAME…]]
set -euo pipefail
cd "$(dirname "$0")/.."

size=${1:-32768}
[ $# -gt 0 ] && shift
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT
cargo build --release --quiet --example extract
cargo bench --quiet --bench sizes -- --write "$folder" $((4 * size))
program=${CARGO_TARGET_DIR:-target}/release/examples/extract

instructions() { nice valgrind --tool=callgrind --callgrind-out-file=/dev/null "$program" "$1" 2>&1 >/dev/null | sed -n 's/.*refs: *//p' | tr -d ,; }
# as many bytes of whole characters as fit
head_of() { head -c "$1" | iconv -c -f utf-8 -t utf-8; }
over_and_over() { set +o pipefail; printf '%s' "$1" > "$folder/unit"; yes "$folder/unit" | head -n $((2 + $2 / $(wc -c < "$folder/unit"))) | xargs cat | head_of "$2"; }
endless() { tr -d '\n' < "$folder/$1.txt" | sed 's/[。；！？;!?]/，/g' | head_of "$2"; }

text() { # NAME BYTES
  case $1 in
    ordinary-*) head_of "$2" < "$folder/${1#ordinary-}.txt" ;;
    endless-*) endless "${1#endless-}" "$2" ;;
    list) printf '全市新增'; over_and_over '医院5家、学校12家、' "$2" ;;
    line-breaks) over_and_over $'\n' "$2"; printf '投资5亿元' ;;
    blanks) printf '投资1'; over_and_over ' ' "$2"; printf '5亿元' ;;
    nested) over_and_over '“' $(($2 / 2)); printf '投资5亿元'; over_and_over '”' $(($2 / 2)) ;;
    digits) over_and_over 9 "$2" ;;
    *) over_and_over "$1" "$2" ;;
  esac
}

names=("$@")
[ $# -gt 0 ] || names=(ordinary-news ordinary-dense endless-news endless-dense list digits line-breaks blanks nested
  一 亿 、 , 增长 “ '(' 同比 第 2024年 % '3%' 3元 1, 1- 1/ 1. '9 ' 百分之 分之 第一 1亿 一亿 去年 3月 '“5”' '（5' 《 其中5家 '占5%,' 比 $'5\n')
printf '%-16s %16s %16s\n' text 'instr/byte' 'twice the size'
for name in "${names[@]}"; do
  for times in 1 2 4; do text "$name" $((times * size)) > "$folder/$times"; done
  for times in 1 2 4; do read=$(instructions "$folder/$times"); eval "cost$times=$read bytes$times=$(wc -c < "$folder/$times")"; done
  printf '%-16q %16s %16s\n' "$name" $(((cost2 - cost1) / (bytes2 - bytes1))) $(((cost4 - cost2) / (bytes4 - bytes2)))
done
