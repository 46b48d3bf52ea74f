"""``congvan ingest``: files and folders into the register."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from commands import reading
from commands.exits import Exit
from commands.options import DAY_FORMATS, Db, day_of, register_at
from commands.settings import HANOI, today
from commands.tables import print_table
from exchange.wording import day, number_of
from models.database import Register
from models.links import copies_among
from models.tables import IngestItem, ItemState, Letter
from pipeline.register.crew import Progress
from pipeline.register.handing_in import Fate, files_under, hand_in
from pipeline.register.ingest import ends_of, open_among, wait_for, work_through
from pipeline.register.queue import has_queue
from pipeline.register.receipts import Receipt
from pipeline.register.reviewing import letters_to_review
from pipeline.register.watching import POLL_SECONDS, DropFolder
from pipeline.register.working import BUG
from schemas.errors import UsageError

Jobs = Annotated[int | None, typer.Option(min=0, help="Worker processes; by default one a core.")]
Wait = Annotated[
    bool, typer.Option("--wait/--no-wait", help="Wait until the letters are read, or only hand them in for later.")
]


def ingest(
    paths: Annotated[list[Path], typer.Argument(exists=True, help="Files and folders (recursively).")],
    jobs: Jobs = None,
    arrived: Annotated[
        datetime | None, typer.Option(formats=DAY_FORMATS, help="Arrival date; by default today.")
    ] = None,
    number: Annotated[
        str | None, typer.Option(help="Arrival number (số đến) of the first file: next, or a number.")
    ] = None,
    together: Annotated[bool, typer.Option("--together", help="The files are one receipt.")] = False,
    wait: Wait = True,
    watch: Annotated[bool, typer.Option("--watch", help="Go on taking what is put into the folders.")] = False,
    db: Db = None,
) -> None:
    """Read letters and register them with their tasks.

    On PostgreSQL workers at work anywhere read them; where there are none, or with --jobs, this command does.
    """
    register = register_at(db)
    if watch:
        _refuse_with_watch(paths, arrived, number, together)
        _watch(register, paths, number, jobs, wait)
        return
    receipt = Receipt(day_of(arrived) or today(), _arrival_number(number), together)
    raise typer.Exit(_take(register, files_under(paths), receipt, jobs, wait))


def _take(register: Register, files: Sequence[Path], receipt: Receipt, jobs: int | None, wait: bool) -> Exit:
    """Hand ``files`` in and have them read."""
    with progress_bar("Đang nhận tệp") as progress:
        handed = hand_in(register, files, receipt, lambda done: progress(done, len(files)), reading.container_opener())
    known = {one.item_id for one in handed if one.fate in (Fate.KNOWN, Fate.DUPLICATE)}
    item_ids = [one.item_id for one in handed]
    return read_waiting(register, item_ids, jobs, known) if wait else _handed_in(register, item_ids, known)


def _refuse_with_watch(paths: Sequence[Path], arrived: datetime | None, number: str | None, together: bool) -> None:
    if not all(path.is_dir() for path in paths):
        raise UsageError("--watch theo dõi thư mục; hãy đưa vào các thư mục, không phải tệp.")
    if arrived or together or number not in (None, "next"):
        raise UsageError("Với --watch, ngày đến là ngày nạp; chỉ dùng thêm được --number next.")


def _watch(register: Register, folders: Sequence[Path], number: str | None, jobs: int | None, wait: bool) -> None:
    """Take what is put into ``folders``, until the person ends it (Ctrl-C): what is being read then waits."""
    drop = DropFolder(folders)
    typer.echo(f"Đang theo dõi {', '.join(map(str, folders))}. Nhấn Ctrl-C để dừng.", err=True)
    try:
        while True:
            files = drop.arrived()
            if files:
                typer.echo(f"{datetime.now(HANOI):%d/%m/%Y %H:%M}: nạp {len(files)} tệp.", err=True)
                _take(register, files, Receipt(today(), _arrival_number(number)), jobs, wait)
            time.sleep(POLL_SECONDS)
    except KeyboardInterrupt:
        typer.echo("Đã dừng theo dõi. Tệp đang đọc dở sẽ được đọc tiếp ở lần chạy sau.", err=True)


def read_waiting(register: Register, item_ids: Sequence[int], jobs: int | None, known: Set[int] = frozenset()) -> Exit:
    """Have all that waits read, print what became of ``item_ids``, and say how to exit."""
    with progress_bar("Đang đọc") as progress:
        elsewhere = jobs is None and has_queue(register.url)
        if not (elsewhere and wait_for(register, item_ids, progress)):
            work_through(register, reading.reader(), reading.known(), reading.worker_count(jobs), progress)
            wait_for(register, item_ids, progress)
    return _ended(register, item_ids, known)


def _handed_in(register: Register, item_ids: Sequence[int], known: Set[int]) -> Exit:
    code = _ended(register, item_ids, known)
    if open_among(register, item_ids):
        how = "`congvan worker` trên một máy bất kỳ" if has_queue(register.url) else "`congvan retry`"
        typer.echo(f"Các tệp đang chờ sẽ được đọc bởi {how}.")
    return code


def _ended(register: Register, item_ids: Sequence[int], known: Set[int]) -> Exit:
    items = ends_of(register, item_ids)
    _report(register, items, known)
    return _exit_code(items)


def _arrival_number(typed: str | None) -> int | Literal["next"] | None:
    if typed is None:
        return None
    if typed == "next":
        return "next"
    if not typed.isdigit() or int(typed) == 0:
        raise UsageError("--number phải là next hoặc một số từ 1 trở lên.")
    return int(typed)


@contextmanager
def progress_bar(what: str) -> Iterator[Progress]:
    """A bar on stderr, with rate and time left; nothing where stderr is no terminal."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, Task, TextColumn, TimeRemainingColumn

    class Rate(TextColumn):
        def render(self, task: Task) -> Any:
            task.fields["rate"] = f"{60 * task.speed:.0f} tệp/phút" if task.speed else ""
            return super().render(task)

    told = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    columns = (*told, Rate("{task.fields[rate]}"), TimeRemainingColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as bar:
        row = bar.add_task(what, total=None)
        yield lambda done, total: bar.update(row, completed=done, total=total)


def _report(register: Register, items: Sequence[IngestItem], known: Set[int]) -> None:
    """The closing table: what became of the files handed in, and why of those that could not be read."""
    states = Counter(item.state for item in items if item.id not in known or item.state == ItemState.QUARANTINED)
    with register.reading() as session:
        to_review = letters_to_review(session, {item.sha256 for item in items if item.sha256})
    rows = [
        ("Đã vào sổ", states[ItemState.REGISTERED]),
        ("Đã có từ trước", sum(item.id in known and item.state != ItemState.QUARANTINED for item in items)),
        ("Cần xem lại", to_review),
        ("Cách ly", states[ItemState.QUARANTINED]),
    ]
    waiting = states[ItemState.WAITING] + states[ItemState.WORKING]
    seldom = [("Tệp nén, thư đã mở", states[ItemState.OPENED]), ("Đang chờ", waiting)]
    print_table(("Kết quả", "Số tệp"), [*rows, *(row for row in seldom if row[1])])
    with register.reading() as session:
        copies = copies_among(session, [item.sha256 for item in items if item.sha256 and item.id not in known])
    if copies:
        print_table(("Văn bản", "Có thể là bản khác của"), [(_called(one), _called(other)) for one, other in copies])
    refused = [(Path(item.path).name, item.reason or "") for item in items if item.state == ItemState.QUARANTINED]
    if refused:
        print_table(("Tệp cách ly", "Lý do và cách xử lý"), refused)


def _called(letter: Letter) -> str:
    return f"{number_of(letter)} ngày {day(letter.issued_on)}, mã {letter.uid}"


def _exit_code(items: Sequence[IngestItem]) -> Exit:
    if any(item.code == BUG for item in items):
        return Exit.BUG
    return Exit.UNREADABLE if any(item.state == ItemState.QUARANTINED for item in items) else Exit.OK
