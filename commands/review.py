"""``congvan review``: open points one after another; a key settles each. Works on any terminal, and in a pipe."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from typing import Annotated, Any

import typer
from sqlmodel import Session

from commands.cropping import crop_of
from commands.naming import letter_named
from commands.options import By, Db, register_at
from commands.settings import person
from commands.show import field_name, text_of
from commands.typed_values import typed_value
from exchange.wording import day, number_of
from models.database import Register
from models.shown import masked
from pipeline.register.deciding import attached, delete_task, set_aside
from pipeline.register.reviewing import PointToSettle, key_of, next_to_review, settle_with
from schemas.errors import LetterError, UsageError

_KEEP, _TYPE, _EMPTY, _DELETE, _SKIP, _QUIT = "y", "e", "x", "d", "s", "q"


def review(
    name: Annotated[str | None, typer.Argument(metavar="[ID]", help="Only this letter.")] = None,
    crop: Annotated[bool, typer.Option("--crop", help="Write each place as an image, and say where it lies.")] = False,
    by: By = None,
    db: Db = None,
) -> None:
    """Go through what the machine was unsure of; each answer is kept as a decision."""
    register, who = register_at(db), person(by)
    passed: set[tuple[str, str, str]] = set()
    with register.reading() as session:
        uid = letter_named(session, name).head_uid if name else None
    settled = 0
    while True:
        with register.reading() as session:
            open_one = next_to_review(session, passed, uid)
        if open_one is None:
            break
        key = _asked(open_one, _place_shown(register, open_one) if crop else None)
        if key == _QUIT:
            break
        passed.add(key_of(open_one.subject.letter, open_one.point))
        if key != _SKIP:
            settled += _settle(register, open_one, key, who)
    typer.echo(f"Đã xử lý {settled} chỗ." if open_one else f"Đã xử lý {settled} chỗ. Không còn chỗ nào cần xem lại.")


def _settle(register: Register, open_one: PointToSettle, key: str, by: str) -> bool:
    """Write the answer ``key``; whether it settled the point (a value that makes no sense is said, and passed over).

    What the person types is asked for first: nobody else could write while it is waited for.
    """
    try:
        value = None if key in (_KEEP, _DELETE) else _value(open_one, key)
        with register.writing() as session:
            _answer(session, open_one, key, value, by)
    except UsageError as error:
        typer.secho(str(error), fg="red")
        return False
    return True


def _answer(session: Session, open_one: PointToSettle, key: str, value: Any, by: str) -> None:
    subject, point = attached(session, open_one.subject), open_one.point
    if key == _KEEP:
        set_aside(session, subject, point, by)
    elif key == _DELETE:
        delete_task(session, subject, by)
    else:
        settle_with(session, replace(open_one, subject=subject), value, by)


def _value(open_one: PointToSettle, key: str) -> Any:
    """The candidate of that number, what the person types, or nothing."""
    if key.isdigit():
        return _candidates(open_one)[int(key) - 1]
    if key == _EMPTY:
        return None
    at = open_one.point.at_task if open_one.subject.task else open_one.point.at
    typed = typer.prompt("Giá trị đúng", default="", show_default=False)
    return typed_value(at, typed)


def _candidates(open_one: PointToSettle) -> list[Any]:
    return list(open_one.candidates[:9])


def _place_shown(register: Register, open_one: PointToSettle) -> str:
    """Where the image of the place lies, or why there is none."""
    try:
        return f"  Ảnh: {crop_of(register, open_one.subject.letter, open_one.point)}"
    except (LetterError, OSError) as error:
        return f"  Không có ảnh: {error}"


def _asked(open_one: PointToSettle, place: str | None = None) -> str:
    """Show the point and wait for a key that means something."""
    typer.echo("\n".join([*_question(open_one), *([place] if place else [])]))
    keys = _keys(open_one)
    typer.echo("  " + "   ".join(f"[{key}] {masked(what)}" for key, what in keys.items()))
    while True:
        key = _key()
        if key in keys:
            return key


def _question(open_one: PointToSettle) -> list[str]:
    letter, point = open_one.subject.letter, open_one.point
    lines = [
        "",
        f"{number_of(letter)} ngày {day(letter.issued_on)} · {letter.issuer or ''} · mã {letter.uid}",
        f"  {field_name(point.at)}" + (f" (trang {point.page})" if point.page else "") + f": {point.message}",
    ]
    if open_one.subject.task is not None:
        lines.append(f"  Nhiệm vụ: {open_one.subject.task.action}")
    if point.value is not None:
        lines.append(f"  Đang ghi: {text_of(point.value)}")
    lines += [f"  {told}" for told in open_one.told]
    quotes = [evidence.quote for evidence in point.finding.evidence] if point.finding else []
    return masked([*lines, *([f"  Trong văn bản: “{' … '.join(quotes)}”"] if quotes else [])])  # type: ignore[no-any-return]


def _keys(open_one: PointToSettle) -> dict[str, str]:
    point, task = open_one.point, open_one.subject.task
    keys = {str(number): text_of(value) for number, value in enumerate(_candidates(open_one), start=1)}
    keys[_KEEP] = "đúng, giữ nguyên" if point.value is not None else "đã xem, để trống"
    if point.at and not (task is not None and not point.at_task):
        keys |= {_TYPE: "gõ giá trị"} | ({} if point.value is None else {_EMPTY: "để trống"})
    if task is not None and not point.at_task:
        keys[_DELETE] = "không phải nhiệm vụ"
    return keys | {_SKIP: "bỏ qua", _QUIT: "thôi"}


def _key() -> str:
    """One key on a terminal that can; else the first character of a line, Enter meaning keep; the end means quit."""
    if sys.stdin.isatty() and os.environ.get("TERM", "dumb") != "dumb":
        key = typer.getchar()
    else:
        line = sys.stdin.readline()
        key = line.strip()[:1] or (_KEEP if line else _QUIT)
    return _KEEP if key in ("\r", "\n") else key.lower()
