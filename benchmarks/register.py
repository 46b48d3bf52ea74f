"""Times of searching and writing in a big register.

    python benchmarks/register.py --letters 20000
    python benchmarks/register.py --letters 200000 --db /somewhere/big.db --rounds 30

A generator writes letters and five times as many tasks straight into the tables of a new register (an existing one is
measured as it is), then each kind of search is made with words drawn anew. Prints a Markdown table of medians and
95th percentiles.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from sqlalchemy import Connection, create_engine, insert
from sqlmodel import Session, func, select

from models.database import Register, open_register
from models.folding import fold, search_text, squeeze
from models.highlighting import snippets_of
from models.letter_search import LetterFilter, find_letters
from models.ordering import letter_key, task_key
from models.tables import Actor, IngestItem, Letter, LetterText, Original, Place, Reading, SearchText, Task, TaskText
from models.task_search import TaskFilter, find_tasks
from models.word_index import index_statements
from pipeline.register.ledger import wait_again
from pipeline.register.registering import register_reading
from schemas.record import LetterRecord

TASKS_A_LETTER = 5
PLAIN_WORDS = 240
FIRST_DAY, DAYS = date(2021, 1, 4), 1800
TODAY = FIRST_DAY + timedelta(days=DAYS - 5)
ONSETS = "b c ch d đ g gi h k kh l m n ng nh ph qu r s t th tr v x".split()
RIMES = "a an ang anh ao ach ât âu ên iên iêu inh ich oa oan ôi ông ơi uân ưng ươi ươc y ay ban".split()
TONES = ("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")
AGENCIES = [f"{kind} {place}" for kind in ("Sở Y tế", "Sở Nội vụ", "UBND phường", "Công an huyện", "Chi cục Thuế")
            for place in ("An Phú", "Bình Lộc", "Châu Sơn", "Đông Hà Tây", "Hòa An", "Kim Lũ", "Lạc Thủy", "Mỹ Hạnh")]  # fmt: skip
FREQUENT = "báo cáo thực hiện đề nghị các đơn vị kế hoạch công tác theo quy định về việc ủy ban nhân dân tỉnh".split()


@dataclass(frozen=True, slots=True)
class Measured:
    """Milliseconds of each of a kind's rounds."""

    kind: str
    times: list[float]

    def line(self) -> str:
        late = quantiles(self.times, n=20)[-1] if len(self.times) > 1 else self.times[0]
        return f"| {self.kind} | {median(self.times):.1f} | {late:.1f} |"


class Writer:
    """Draws letters whose words are spread as words of texts are: few very often, most seldom."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        syllables = [onset + rime + tone for onset in ONSETS for rime in RIMES for tone in TONES]
        self.random.shuffle(syllables)
        self.words = [*FREQUENT, *syllables]
        self._ends = [0.0]
        for rank in range(1, len(self.words) + 1):
            self._ends.append(self._ends[-1] + 1 / (rank + 3))
        self._ends.pop(0)

    def text(self, count: int) -> str:
        return " ".join(self.random.choices(self.words, cum_weights=self._ends, k=count))

    def word(self, first: int, last: int) -> str:
        """A word that is between the ``first`` and the ``last`` most frequent."""
        return self.random.choice(self.words[first:last])


def fill(register: Register, letters: int) -> None:
    """Write ``letters`` and their tasks; the word indexes are made at the end, as after a restored copy."""
    writer, numbers, keys = Writer(1), iter(range(letters)), set[int]()
    sqlite = register.engine.dialect.name == "sqlite"
    with register.engine.begin() as connection:
        for statement in _without_indexes() if sqlite else _without_vectors():
            connection.exec_driver_sql(statement)
    while part := list(islice(numbers, 1000)):
        with register.engine.begin() as connection:
            _write_part(connection, [_letter(writer, number, letters, keys) for number in part])
    with register.engine.begin() as connection:
        for statement in _rebuilt_indexes() if sqlite else index_statements("postgresql"):
            connection.exec_driver_sql(statement)
    register.engine.dispose()
    with create_engine(register.url, isolation_level="AUTOCOMMIT").connect() as connection:
        for statement in _settled(sqlite):
            connection.exec_driver_sql(statement)


def _without_indexes() -> Iterator[str]:
    return (f"DROP TRIGGER {one.split()[2]}" for one in index_statements("sqlite") if one.startswith("CREATE TRIGGER"))


def _rebuilt_indexes() -> Iterator[str]:
    for statement in index_statements("sqlite"):
        if statement.startswith("CREATE TRIGGER"):
            yield statement
        else:
            index = statement.split()[3]
            yield f"INSERT INTO {index}({index}) VALUES ('rebuild')"


def _without_vectors() -> Iterator[str]:
    for words in map(str.split, index_statements("postgresql")):
        if words[0] == "ALTER":
            yield f"ALTER TABLE {words[2]} DROP COLUMN {words[5]}"
        elif words[2].endswith("_pairs"):  # the other indexes are of the columns that go
            yield f"DROP INDEX {words[2]}"


def _settled(sqlite: bool) -> tuple[str, ...]:
    """What a register of some age has behind it: statistics, and a log that has been moved into the file."""
    if sqlite:
        return "ANALYZE", "PRAGMA wal_checkpoint(TRUNCATE)"
    return (
        "SELECT setval(pg_get_serial_sequence('reading', 'id'), max(id)) FROM reading",
        "VACUUM ANALYZE",
        "CHECKPOINT",
    )


Rows = dict[type[Any], list[dict[str, Any]]]


def _write_part(connection: Connection, parts: list[Rows]) -> None:
    for table in (Original, Reading, Letter, Task, Actor, SearchText, LetterText, TaskText):
        connection.execute(insert(table), [row for part in parts for row in part[table]])


def _letter(writer: Writer, number: int, letters: int, keys: set[int]) -> Rows:
    draw = writer.random
    uid = "".join(draw.choices("abcdefghijklmnopqrstuvwxyz234567", k=9))
    issued_on = FIRST_DAY + timedelta(days=number * DAYS // letters)
    issuer, symbol = draw.choice(AGENCIES), draw.choice(("UBND-KT", "SYT-NVY", "SNV-TCCC", "CV/BCSĐ"))
    serial, subject, body = str(number % 9000 + 1), writer.text(14), writer.text(PLAIN_WORDS)
    addressees = "; ".join(draw.sample(AGENCIES, 3))
    own = [f"{serial}/{symbol}", f"{subject}\n{issuer}\n{addressees}"]
    key = _free(letter_key(issued_on, uid), keys, -1)
    common = {"uid": uid, "sha256": uid, "head_uid": uid, "reading_id": number + 1, "position": 0, "role": "letter"}
    letter = common | {
        "document_type": "CV", "issuer": issuer, "issuer_folded": fold(issuer), "serial": serial, "symbol": symbol,
        "number_squeezed": squeeze(serial + symbol), "issued_on": issued_on, "subject": subject, "sort_key": key,
        "addressees": addressees, "to_review": int(draw.random() < 0.02),
    }  # fmt: skip
    head = [search_text(one) for one in own]
    tasks = [
        _task(writer, uid, ordinal, issued_on, fold(issuer), head, keys) for ordinal in range(1, TASKS_A_LETTER + 1)
    ]
    texts = [*own, *(text for *_, text in tasks), body]
    places = (Place.NUMBER, Place.SUBJECT, *([Place.TASK] * len(tasks)), Place.BODY)
    words = [search_text(text) for text in texts]
    folded = {"number": words[0], "subject": words[1], "tasks": " zzqzz ".join(words[2:-1]), "body": words[-1]}
    return {
        Original: [{"sha256": uid, "name": f"{number}.pdf", "size": 1}],
        Reading: [{"id": number + 1, "sha256": uid, "version": "0", "record": "{}", "recording": b""}],
        Letter: [letter],
        Task: [row for row, *_ in tasks],
        Actor: [actor for _, actors, *_ in tasks for actor in actors],
        SearchText: [
            {"letter_uid": uid, "head_uid": uid, "place": place, "original": text,
             "task_uid": f"{uid}-{at - 1}" if place == Place.TASK else None}
            for at, (place, text) in enumerate(zip(places, texts, strict=True))
        ],
        LetterText: [{"sort_key": key, "head_uid": uid, "issuer": fold(issuer)} | folded],
        TaskText: [row for *_, row, _ in tasks],
    }  # fmt: skip


def _task(
    writer: Writer, uid: str, ordinal: int, issued_on: date, issuer: str, head: list[str], keys: set[int]
) -> tuple[dict[str, Any], list[dict[str, Any]], dict[str, Any], str]:
    draw = writer.random
    due = issued_on + timedelta(days=draw.randint(3, 60)) if draw.random() < 0.5 else None
    done = due is not None and due < TODAY and draw.random() < 0.97
    task_uid, action, lead, helper = f"{uid}-{ordinal}", writer.text(24), draw.choice(AGENCIES), draw.choice(AGENCIES)
    key = _free(task_key(due, None, uid, ordinal), keys, 1)
    row = {
        "uid": task_uid, "letter_uid": uid, "head_uid": uid, "ordinal": ordinal, "position": ordinal - 1, "record": "{}",
        "shown": True, "action": action, "due": due, "kind": "date" if due else None, "bound": "by" if due else None,
        "late_from": due + timedelta(days=1) if due else None, "status": "done" if done else "not_started",
        "is_open": not done, "sort_key": key, "to_review": int(draw.random() < 0.02),
    }  # fmt: skip
    actors = [
        {"task_uid": task_uid, "role": role, "name": name, "folded": fold(name)}
        for role, name in (("lead", lead), ("coordinating", helper))
    ]
    text = f"{action}\n{lead}\n{helper}"
    words = {
        "sort_key": key, "task_uid": task_uid, "head_uid": uid, "words": " zzqzz ".join((*head, search_text(text))),
        "lead": fold(lead), "coordinating": fold(helper), "issuer": issuer,
    }  # fmt: skip
    return row, actors, words, text


def _free(key: int, keys: set[int], step: int) -> int:
    while key in keys:
        key += step
    keys.add(key)
    return key


def kinds(writer: Writer) -> dict[str, Callable[[Session], object]]:
    """Each kind of search, as a function of a session that draws its words anew."""
    week = {"due_after": TODAY, "due_before": TODAY + timedelta(days=6)}

    def letters(query: str, **others: Any) -> Callable[[Session], object]:
        def look(session: Session) -> object:
            wanted = _drawn(writer, query)
            found = find_letters(session, LetterFilter(wanted, limit=50, **others))
            return snippets_of(session, found, wanted)

        return look

    def tasks(query: str, **others: Any) -> Callable[[Session], object]:
        return lambda session: find_tasks(session, TaskFilter(_drawn(writer, query), limit=100, **others))

    return {
        "letters, no words": letters(""),
        "letters, a rare word": letters("{rare}"),
        "letters, a middling and a rare word": letters("{middling} {rare}"),
        "letters, two very common words": letters("báo cáo"),
        "letters, a very common and a middling word": letters("{common} {middling}"),
        "letters, a phrase": letters('"{common} {common}"'),
        "letters, a number without spaces": letters("{number}ubndkt"),
        "letters, a beginning of a word": letters("{middling}*"),
        "letters, common words of one issuer": letters("thực hiện", issuer="sở y tế hòa an"),
        "letters, common words of one month": letters("thực hiện", since=TODAY - timedelta(30), until=TODAY),
        "tasks, no words": tasks(""),
        "tasks, two very common words": tasks("báo cáo"),
        "tasks, a middling word": tasks("{middling}"),
        "tasks, a common and a rare word": tasks("{common} {rare}"),
        "tasks, a number": tasks("{number}/UBND-KT"),
        "tasks, ours and due this week": tasks("", lead="sở y tế hòa an", **week),
        "tasks, ours, with common words": tasks("báo cáo", lead="sở y tế hòa an"),
        "tasks, overdue": tasks("", overdue_on=TODAY),
        "tasks, overdue with common words": tasks("báo cáo", overdue_on=TODAY),
        "tasks, without a day": tasks("", no_deadline=True),
    }


def _drawn(writer: Writer, query: str) -> str:
    number = str(writer.random.randint(1, 9000))
    return query.format(
        rare=writer.word(2000, 3400), middling=writer.word(100, 600), common=writer.word(0, 20), number=number
    )


def timed(rounds: int, act: Callable[[], object]) -> Iterator[float]:
    for _ in range(rounds):
        started = time.perf_counter()
        act()
        yield (time.perf_counter() - started) * 1000


def measure_searches(register: Register, rounds: int) -> Iterator[Measured]:
    for kind, look in kinds(Writer(2)).items():
        with register.reading() as session:

            def once(session: Session = session, look: Callable[[Session], object] = look) -> None:
                look(session)
                session.expunge_all()

            once()
            yield Measured(kind, list(timed(rounds, once)))


@dataclass(frozen=True)
class _Read:
    record: LetterRecord
    pages: tuple[Any, ...] = ()
    version: str = "1"


def measure_writing(register: Register, rounds: int) -> Measured:
    """One more letter with its tasks, a transaction each."""
    writer, number = Writer(int(time.time())), iter(range(10**9))

    def once() -> None:
        name = f"{time.time_ns()}-{next(number)}"
        with register.writing() as session:
            session.add(Original(sha256=name, name=name, size=1))
            session.flush()
            item = IngestItem(path=name, size=1, mtime_ns=0, sha256=name)
            wait_again(session, item)
            register_reading(session, item, _Read(_record(writer, name)))

    return Measured("writing one more letter", list(timed(rounds, once)))


def _record(writer: Writer, name: str) -> LetterRecord:
    draw = writer.random
    tasks = [
        {"item": None, "action": writer.text(24), "lead": [draw.choice(AGENCIES)], "coordinating": [], "supervisor": [],
         "report_to": None, "deadline": None}
        for _ in range(TASKS_A_LETTER)
    ]  # fmt: skip
    document = {
        "role": "letter", "pages": [1, 1], "document_type": "CV", "parent_agency": None, "issuer": draw.choice(AGENCIES),
        "number": {"serial": str(draw.randint(1, 9000)), "symbol": "UBND-KT"}, "place": "An Phú",
        "issued_on": str(TODAY), "subject": writer.text(14), "urgency": None, "secrecy": None, "addressees": [],
        "distribution": [], "archive": None, "signatory": None, "references": [], "arrival": None, "tasks": tasks,
        "findings": {}, "problems": [],
    }  # fmt: skip
    source = {"name": name, "sha256": name, "pages": 1, "text": "ocr"}
    return LetterRecord.model_validate(
        {"schema": "congvan/1", "source": source, "documents": [document], "problems": []}
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--letters", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=30)
    parser.add_argument("--db", help="where the register is made or lies; by default a temporary file")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        report(options.db or str(Path(folder) / "register.db"), options.letters, options.rounds)


def report(where: str, letters: int, rounds: int) -> None:
    register = open_register(where)
    with register.reading() as session:
        present = session.exec(select(func.count()).select_from(Letter)).one()
    if not present:
        started = time.perf_counter()
        fill(register, letters)
        print(f"filled with {letters} letters in {time.perf_counter() - started:.0f} s\n", flush=True)
    print("| kind | median, ms | 95th percentile, ms |\n|---|---|---|")
    for measured in measure_searches(register, rounds):
        print(measured.line(), flush=True)
    print(measure_writing(register, rounds).line())
    print(f"\n{_size(register)}")


def _size(register: Register) -> str:
    with register.engine.connect() as connection:
        if connection.dialect.name != "sqlite":
            size = connection.exec_driver_sql("SELECT pg_database_size(current_database())").scalar_one()
        else:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            size = pages * connection.exec_driver_sql("PRAGMA page_size").scalar_one()
    return f"{size / 1e6:.0f} MB on disk"


if __name__ == "__main__":
    main()
