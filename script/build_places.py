"""Builds ``corpus/gazetteer/places.tsv`` from the two lists of administrative units named in its licence note.

usage: build_places.py UNITS_BEFORE_2025.csv PROVINCES_COMMUNES_2025.json

One row a name and level: level, name without its kind, the kinds it occurs with, and the eras ("old" is
before 1 July 2025, "new" since then).
"""

from __future__ import annotations

import csv
import json
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "corpus" / "gazetteer" / "places.tsv"
KINDS = ("Thành phố", "Thị xã", "Thị trấn", "Đặc khu", "Tỉnh", "Quận", "Huyện", "Phường", "Xã")
Row = tuple[str, str, str, str]


def parted(full_name: str) -> tuple[str, str]:
    """ "Thành phố Hà Nội" as its kind and its name."""
    text = unicodedata.normalize("NFC", " ".join(full_name.split()))
    for kind in KINDS:
        if text.casefold().startswith(kind.casefold() + " "):
            return kind, text[len(kind) + 1 :]
    raise ValueError(f"no kind of unit in {full_name!r}")


def old_units(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            for level, column in (
                ("province", "long_province"),
                ("district", "long_district"),
                ("commune", "long_ward"),
            ):
                if row[column].strip():
                    yield level, *parted(row[column]), "old"


def new_units(path: Path) -> Iterator[Row]:
    for province in json.loads(path.read_text(encoding="utf-8")):
        yield "province", *parted(province["FullName"]), "new"
        for commune in province["Wards"]:
            yield "commune", *parted(commune["FullName"]), "new"


def main() -> None:
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    kinds: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    eras: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for level, kind, name, era in (*old_units(Path(sys.argv[1])), *new_units(Path(sys.argv[2]))):
        kinds[level, name].add(kind)
        eras[level, name].add(era)
    order = {"province": 0, "district": 1, "commune": 2}
    lines = [
        "\t".join((level, name, "|".join(sorted(kinds[level, name])), "|".join(sorted(eras[level, name]))))
        for level, name in sorted(kinds, key=lambda key: (order[key[0]], key[1]))
    ]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} names in {TARGET.name}")


if __name__ == "__main__":
    main()
