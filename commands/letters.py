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
from models.letter_search import LetterFilter, find_letters
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
        receipts = receipts_of(session, found)
    _print([FoundLetter(letter, receipts.get(letter.incoming_id)) for letter in found], as_json)
    tell_of_more(len(found), limit, page)


def _print(found: list[FoundLetter], as_json: bool) -> None:
    if as_json:
        from exchange.json import letter_tree, write_tree

        write_tree(typer.get_binary_stream("stdout"), [letter_tree(one) for one in found])
    elif not found:
        typer.echo("Không có văn bản nào.")
    else:
        headings = ("Mã", "Số đến", "Số, ký hiệu", "Ngày", "Cơ quan ban hành", "Trích yếu", "Khẩn", "Xem lại")
        print_table(headings, [_row(one) for one in found], stretch=5)


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
