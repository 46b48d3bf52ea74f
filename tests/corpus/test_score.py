"""Our scorer gives what the scorer beside the contract gives, on whatever records."""

from __future__ import annotations

import copy
import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from corpus.score import Tally, score_records

SHARED = Path(__file__).parents[3] / "shared"


def document(**changes: Any) -> dict[str, Any]:
    task = {
        "item": "1",
        "action": "rà soát số liệu và gửi báo cáo",
        "lead": ["Phòng Nội vụ", "UBND các xã"],
        "coordinating": ["Phòng Tài chính"],
        "supervisor": [],
        "report_to": "UBND huyện",
        "deadline": {
            "text": "trước ngày 05/3/2024",
            "kind": "date",
            "bound": "before",
            "due": "2024-03-05",
            "time": None,
        },
    }
    base: dict[str, Any] = {
        "role": "letter", "pages": [1, 1], "document_type": "CV", "parent_agency": "UBND TỈNH AN PHÚ",
        "issuer": "SỞ NỘI VỤ", "number": {"serial": "012", "symbol": "SNV-TCBC"}, "place": "An Phú",
        "issued_on": "2024-02-20", "subject": "rà soát số liệu biên chế năm 2024", "urgency": None, "secrecy": None,
        "addressees": ["UBND các huyện", "Các phòng, ban"], "distribution": [{"name": "Như trên", "purpose": None}],
        "archive": "VT", "signatory": {"name": "Trần Văn Mẫu", "position": "Giám đốc", "capacity": None},
        "references": [{"number": "15/QĐ-UBND", "issued_on": None, "issuer": None}], "arrival": None, "tasks": [task],
    }  # fmt: skip
    return base | changes


def record(*documents: dict[str, Any]) -> dict[str, Any]:
    return {"schema": "congvan/1", "source": {"name": "a.pdf"}, "documents": list(documents)}


def totals(gold: dict[str, Any], read: dict[str, Any] | None) -> dict[str, Tally]:
    return score_records({"a": gold}, {} if read is None else {"a": read}).total()


def test_a_perfect_record_scores_one_everywhere() -> None:
    for name, tally in totals(record(document()), record(document())).items():
        assert (tally.false, tally.missed) == (0, 0), name
        assert tally.right == tally.n


def test_a_serial_is_the_same_with_and_without_leading_zeros() -> None:
    read = record(document(number={"serial": "12", "symbol": "SNV-TCBC"}))
    assert totals(record(document()), read)["serial"].true == 1


def test_a_wrong_value_is_both_wrong_and_missed_and_an_empty_one_only_missed() -> None:
    wrong = totals(record(document()), record(document(issued_on="2024-02-21")))["issued_on"]
    empty = totals(record(document()), record(document(issued_on=None)))["issued_on"]
    assert (wrong.true, wrong.false, wrong.missed) == (0, 1, 1)
    assert (empty.true, empty.false, empty.missed) == (0, 0, 1)


def test_a_letter_without_a_record_is_missed_throughout() -> None:
    found = totals(record(document()), None)
    assert found["tasks"].missed == 1
    assert found["symbol"].missed == 1
    assert found["whole header"].right == 0


def test_any_of_several_right_answers_counts() -> None:
    gold = record(document(parent_agency=["UBND TỈNH AN PHÚ", "TỈNH AN PHÚ"]))
    assert totals(gold, record(document(parent_agency="TỈNH AN PHÚ")))["parent_agency"].true == 1


def test_a_task_is_wholly_right_with_its_leads_and_its_deadline_only() -> None:
    gold = document()
    read = copy.deepcopy(gold)
    read["tasks"][0]["deadline"]["due"] = "2024-03-06"
    found = totals(record(gold), record(read))
    assert found["tasks"].true == 1
    assert (found["whole task"].true, found["whole task"].false) == (0, 1)


def test_claims_say_what_was_right_and_a_withheld_value_counts_by_its_first_candidate() -> None:
    finding = {"confidence": 0.4, "candidates": [{"value": "012", "confidence": 0.4}]}
    read = record(document(number={"serial": None, "symbol": "SNV-TCBC"}, findings={"/number/serial": finding}))
    claims = score_records({"a": record(document())}, {"a": read}).claims()
    assert [(claim.pointer, claim.confidence, claim.right) for claim in claims] == [("/number/serial", 0.4, True)]


def _damaged(gold: dict[str, Any], dice: random.Random) -> dict[str, Any]:
    """``gold`` with values lost, changed and added at random."""
    read = copy.deepcopy(gold)

    def damage(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: damage(inner) for key, inner in value.items()}
        if isinstance(value, list):
            kept = [damage(inner) for inner in value if dice.random() > 0.1]
            return [*kept, copy.deepcopy(dice.choice(value))] if value and dice.random() < 0.1 else kept
        if isinstance(value, str) and dice.random() < 0.2 and len(value) > 3:
            cut = dice.randrange(len(value))
            return dice.choice([value.upper(), value[:cut], value[:cut] + "x" + value[cut + 1 :], value + "."])
        return value

    for number, inner in enumerate(read["documents"]):
        damaged = damage(inner)
        damaged["role"], damaged["pages"] = inner["role"], inner["pages"]
        for task in damaged["tasks"]:
            task.setdefault("lead", [])
        read["documents"][number] = damaged
    if dice.random() < 0.3:
        read["documents"].pop()
    return read


@pytest.mark.shared
@pytest.mark.skipif(not (SHARED / "score.py").exists(), reason="the scorer beside the contract is not here")
@pytest.mark.parametrize("seed", range(4))
def test_it_gives_what_the_scorer_beside_the_contract_gives(seed: int, tmp_path: Path) -> None:
    dice = random.Random(seed)
    folders = sorted(path.parent for path in (SHARED / "letters").glob("*/letter.json"))
    gold = {folder.name: json.loads((folder / "letter.json").read_text(encoding="utf-8")) for folder in folders}
    read = {}
    for name, letter in gold.items():
        read[name] = _damaged(letter, dice)
        read[name]["source"] = {"name": f"{name}.pdf"}
    saved = tmp_path / "read.jsonl"
    saved.write_text("\n".join(json.dumps(letter) for letter in read.values()), encoding="utf-8")
    command = [
        sys.executable,
        str(SHARED / "score.py"),
        str(SHARED / "letters"),
        str(saved),
        "--json",
        str(tmp_path / "out"),
    ]
    subprocess.run(command, check=True, capture_output=True)
    theirs = json.loads((tmp_path / "out").read_text(encoding="utf-8"))
    ours = score_records(gold, read).total()
    assert set(theirs) <= set(ours)
    for name, expected in theirs.items():
        tally = ours[name]
        found = {"P": tally.precision, "R": tally.recall, "F1": tally.f1, "right": tally.right, "n": tally.n}
        assert found == pytest.approx(expected), name
