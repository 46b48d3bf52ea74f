"""``congvan letters``: which letters there are."""

from __future__ import annotations

import typer

from commands.options import (
    AsJson,
    Db,
    Issuer,
    Limit,
    PageNumber,
    Query,
    Since,
    ToReview,
    TypeOfLetter,
    Until,
    Urgency,
    day_of,
    register_at,
    words,
)  # fmt: skip
from commands.tables import print_table, tell_of_more
from exchange.columns import FoundLetter, arrival_number
from exchange.wording import day, number_of, type_name
from models.highlighting import Snippet, snippets_of
from models.letter_search import LetterFilter, find_letters
from models.tables import Place
from models.task_search import receipts_of


def letters(
    query: Query = None,
    issuer: Issuer = None,
    type_of_letter: TypeOfLetter = None,
    since: Since = None,
    until: Until = None,
    urgency: Urgency = None,
    to_review: ToReview = False,
    as_json: AsJson = False,
    limit: Limit = 50,
    page: PageNumber = 1,
    db: Db = None,
) -> None:
    """List and search letters: best hits first, then newest."""
    wanted = LetterFilter(
        words(query),
        issuer,
        type_of_letter,
        day_of(since),
        day_of(until),
        urgency,
        to_review,
        limit,
        (page - 1) * limit,
    )
    with register_at(db).reading() as session:
        found = find_letters(session, wanted)
        receipts, snippets = receipts_of(session, found), snippets_of(session, found, wanted.query)
    _print([FoundLetter(letter, receipts.get(letter.incoming_id)) for letter in found], snippets, as_json)
    tell_of_more(len(found), limit, page)


def _print(found: list[FoundLetter], snippets: dict[str, Snippet], as_json: bool) -> None:
    if as_json:
        from exchange.json import letter_tree, write_tree

        trees = [letter_tree(one) | {"found": _found(snippets.get(one.letter.uid))} for one in found]
        write_tree(typer.get_binary_stream("stdout"), trees)
    elif not found:
        typer.echo("Không có văn bản nào.")
    else:
        headings = ("Mã", "Số đến", "Số, ký hiệu", "Ngày", "Cơ quan ban hành", "Trích yếu", "Khẩn", "Xem lại")
        rows = [(*_row(one), *_where(snippets.get(one.letter.uid), bool(snippets))) for one in found]
        print_table([*headings, *(["Chỗ tìm thấy"] if snippets else [])], rows, stretch=5)


def _row(found: FoundLetter) -> tuple[str | int | None, ...]:
    letter = found.letter
    return (
        letter.uid,
        arrival_number(letter, found.incoming),
        number_of(letter),
        day(letter.issued_on),
        letter.issuer,
        letter.subject or type_name(letter),
        letter.urgency,
        letter.to_review or "",
    )


def _where(snippet: Snippet | None, any_at_all: bool) -> tuple[str, ...]:
    """The cell that shows the place found, when the list has that column; number and subject show for themselves."""
    if not any_at_all:
        return ()
    return ("" if snippet is None or snippet.place < Place.TASK else snippet.marked(),)


def _found(snippet: Snippet | None) -> dict[str, object] | None:
    if snippet is None:
        return None
    marks = [list(mark) for mark in snippet.marks]
    return {"place": snippet.place.name.lower(), "page": snippet.page, "text": snippet.text, "marks": marks}
