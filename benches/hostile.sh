#!/usr/bin/env bash
# Instructions per byte of the example `extract` on texts that nobody writes, beside two that people do: a word over and over, clauses
# without an end, quotes in quotes. Each text is read in two sizes; the figures are of the bytes that the larger one has more, at the
# first size and at the second, so that cost that grows faster than the text shows as two figures that differ. A fact costs what it costs:
# where each second byte makes one, the third column is the one to look at. Needs valgrind.
#
# hostile.sh [BYTES [NAME…]]
set -eu
cd "$(dirname "$0")/.."

size=${1:-32768}
[ $# -gt 0 ] && shift
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT
cargo build --release --quiet --example extract
cargo bench --quiet --bench sizes -- --write "$folder" $((4 * size))
program=${CARGO_TARGET_DIR:-target}/release/examples/extract

instructions() { valgrind --tool=callgrind --callgrind-out-file=/dev/null "$program" "$1" 2>&1 >/dev/null | sed -n 's/.*refs: *//p' | tr -d ,; }
facts() { "$program" "$1" 2>/dev/null | wc -l; }
# as many bytes of whole characters as fit
head_of() { head -c "$1" | iconv -c -f utf-8 -t utf-8 2>/dev/null || true; }
over_and_over() { printf '%s' "$1" > "$folder/unit"; yes "$folder/unit" | head -n $((2 + $2 / $(wc -c < "$folder/unit"))) | xargs cat 2>/dev/null | head_of "$2"; }
endless() { tr -d '\n' < "$folder/$1.txt" | sed 's/[。；！？;!?]/，/g' | head_of "$2"; }

text() { # NAME BYTES
  case $1 in
    ordinary-*) head_of "$2" < "$folder/${1#ordinary-}.txt" ;;
    endless-*) endless "${1#endless-}" "$2" ;;
    list) printf '全市新增'; over_and_over '医院5家、学校12家、' "$2" ;;
    line-breaks) over_and_over $'\n' "$2" ;;
    blanks) printf '投资1'; over_and_over ' ' "$2" ;;
    nested) over_and_over '“' $(($2 / 2)); printf '投资5亿元'; over_and_over '”' $(($2 / 2)) ;;
    digits) over_and_over 9 "$2" ;;
    *) over_and_over "$1" "$2" ;;
  esac
}

# a text without any number is not read at all
ending() { printf '投资5亿元。'; }
declare -a cost bytes facts
names=("$@")
[ $# -gt 0 ] || names=(ordinary-news ordinary-dense endless-news endless-dense list digits line-breaks blanks nested
  一 亿 、 , 增长 “ '(' 同比 第 2024年 % '3%' 3元 1, 1- 1/ 1. '9 ' 百分之 分之 第一 1亿 一亿 去年 3月 '“5”' '（5' 《 其中5家 '占5%,' 比 $'5\n')
printf '%-16s %16s %16s %16s\n' text 'instr/byte' 'twice the size' 'instr/fact'
for name in "${names[@]}"; do
  for times in 1 2 4; do { text "$name" $((times * size)); ending; } > "$folder/$times"; done
  for times in 1 2 4; do
    cost[times]=$(instructions "$folder/$times") bytes[times]=$(wc -c < "$folder/$times") facts[times]=$(facts "$folder/$times")
  done
  more=$((facts[4] - facts[2])) fact=-
  [ $more -eq 0 ] || fact=$(((cost[4] - cost[2]) / more))
  printf '%-16q %16s %16s %16s\n' "$name" \
    $(((cost[2] - cost[1]) / (bytes[2] - bytes[1]))) $(((cost[4] - cost[2]) / (bytes[4] - bytes[2]))) "$fact"
done
