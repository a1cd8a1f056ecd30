"""Reads back with pyarrow what the example `parquet` wrote, and holds it against the JSON Lines of the example `extract`.

python3 tests/parquet.py FOLDER_OF_EXAMPLES FILE…
"""

import datetime
import decimal
import json
import pathlib
import subprocess
import sys
import tempfile

import pyarrow.parquet


def main(programs, files):
    lines = subprocess.run([programs / "extract", *files], check=True, capture_output=True, text=True).stdout
    want = [json.loads(line) for line in lines.splitlines()]
    with tempfile.TemporaryDirectory() as folder:
        nested, flat = (pathlib.Path(folder) / name for name in ("nested.parquet", "flat.parquet"))
        subprocess.run([programs / "parquet", nested, *files], check=True)
        subprocess.run([programs / "parquet", "--flat", flat, *files], check=True)
        nested, flat = pyarrow.parquet.read_table(nested), pyarrow.parquet.read_table(flat)
    assert nested.schema.field("quantity").type.field("number").type == pyarrow.decimal128(38, 9), nested.schema
    assert nested.schema.field("period").type.field("start").type == pyarrow.date32(), nested.schema
    rows, plain = nested.to_pylist(), flat.to_pylist()
    assert len(rows) == len(plain) == len(want) > 0, (len(rows), len(plain), len(want))
    day = lambda text: text and datetime.date.fromisoformat(text)
    text = lambda slot: slot and slot["text"]
    for row, single, fact in zip(rows, plain, want):
        place = fact["doc"], fact["id"]
        number = decimal.Decimal(fact["quantity"]["number"])
        exact = number if -number.normalize().as_tuple().exponent <= 9 else None
        assert row["quantity"]["number"] == exact and row["quantity"]["number_text"] == fact["quantity"]["number"], place
        assert (row["part_of"], row["about"]) == (fact["part_of"], fact["about"]), place
        assert (row["doubts"] is not None) == bool(fact["doubts"]), place
        assert single["quantity_number"] == row["quantity"]["number"], place
        assert (row["doc"], row["id"], row["kind"], row["modality"], row["rule"]) == (*place, fact["kind"], fact["modality"], fact["rule"]), place
        assert [row["byte_start"], row["byte_end"]] == fact["span"]["byte"], place
        for slot in ("indicator", "subject", "predicate", "period", "change"):
            assert text(row[slot]) == text(fact[slot]) == single[slot + "_text"], (place, slot)
        if fact["period"]:
            assert (row["period"]["start"], row["period"]["end"]) == (day(fact["period"]["start"]), day(fact["period"]["end"])), place
    print(f"{len(rows)} facts read back, nested and flat")


main(pathlib.Path(sys.argv[1]), sys.argv[2:])
