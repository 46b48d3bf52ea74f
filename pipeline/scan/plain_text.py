"""Text files: what somebody else's OCR made of a letter, its Markdown taken off, its line breaks kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from pipeline.scan.cleaning import clean_text
from pipeline.scan.kind import text_of
from pipeline.scan.side_by_side import columns_apart
from schemas.errors import EmptyFileError
from schemas.text import Page, Word

_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"</?(?:b|i|u|p|em|strong|sup|sub|div|span|center|table|tr|td|th|tbody|thead)\b[^>]*>", re.IGNORECASE)
_HEADING = re.compile(r"^\s{0,3}#{1,6}\s+")
_IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_LINK = re.compile(r"\[([^\]]+)\]\((?:https?:|mailto:)[^)]*\)")
_FENCE = re.compile(r"^\s*(?:```|~~~)\w*\s*$")
_RULE = re.compile(r"^\s*(?:[-*_]\s*){3,}$")
_MARK = re.compile(r"\*\*\*|\*\*|__|(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*])|`")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>~])")
_ROW = re.compile(r"^\s*\|.*\|\s*$")
_SEPARATOR = re.compile(r"^\s*\|(?:\s*:?-+:?\s*\|)+\s*$")


def check_text(data: bytes) -> None:
    """Raises ``EmptyFileError`` when the text file ``data`` has no letter or digit in it."""
    if not any(character.isalnum() for character in text_of(data)):
        raise EmptyFileError("Tệp chữ không có nội dung; hãy kiểm tra và đưa lại văn bản.")


def read_text(data: bytes) -> Page:
    """The text file ``data`` as a page without size: words with the number of their line.

    Blank lines are counted, so that a gap in the numbers is an empty line. ``bold`` is true for what
    stood between ``**`` or in a heading. Rows of a Markdown table carry their cell.
    """
    lines = columns_apart(_lines(text_of(data)))
    words: list[Word] = []
    bold = False
    tables = _table_rows(lines)
    for number, line in enumerate(lines):
        if _FENCE.match(line) or _RULE.match(line):
            continue
        cell = tables.get(number)
        if cell is None:
            found, bold = _line_words(line, number, bold and bool(line.strip()))
            words += found
        elif not _SEPARATOR.match(line):
            words += _row_words(line, number, *cell)
    return Page(None, None, None, "embedded", tuple(words))


def _lines(text: str) -> list[str]:
    """Lines of ``text``; a written ``<br>`` ends one, except inside a row of a table."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n")
    lines: list[str] = []
    for line in plain.split("\n"):
        lines += [_BREAK.sub(" ", line)] if _ROW.match(line) else _BREAK.split(line)
    return lines


def _line_words(
    line: str, number: int, bold: bool, cell: tuple[int, int, int] | None = None
) -> tuple[list[Word], bool]:
    """The words of ``line``, and whether bold is still on at its end."""
    heading = _HEADING.match(line) is not None
    text = _TAG.sub("", _LINK.sub(r"\1", _IMAGE.sub("", _HEADING.sub("", line))))
    words: list[Word] = []
    glued = False
    for piece, opens in _pieces(text):
        if opens:
            bold = not bold
            continue
        plain = _ESCAPED.sub(r"\1", piece)
        for index, part in enumerate(clean_text(plain).split()):
            if index == 0 and glued and words and not plain[:1].isspace():
                part = words.pop().text + part
            words.append(Word(part, None, line=number, bold=True if bold or heading else None, cell=cell))
        glued = not plain[-1:].isspace()
    return words, bold


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """Stretches of ``text`` between marks, and for each mark whether it switches bold."""
    position = 0
    for mark in _MARK.finditer(text):
        if mark.start() > position:
            yield text[position : mark.start()], False
        if mark.group() in ("**", "***", "__"):
            yield "", True
        position = mark.end()
    if position < len(text):
        yield text[position:], False


def _table_rows(lines: list[str]) -> dict[int, tuple[int, int]]:
    """For each line of a Markdown table, by its number: the table and the row, counted from 0."""
    found: dict[int, tuple[int, int]] = {}
    table = 0
    for piped, group in groupby(range(len(lines)), key=lambda number: bool(_ROW.match(lines[number]))):
        numbers = list(group)
        ruled = any(_SEPARATOR.match(lines[number]) for number in numbers)
        if not piped or not (ruled or len(numbers) > 1):
            continue
        row = 0
        for number in numbers:
            found[number] = table, row
            row += not _SEPARATOR.match(lines[number])
        table += 1
    return found


def _row_words(line: str, number: int, table: int, row: int) -> list[Word]:
    words: list[Word] = []
    for column, text in enumerate(re.split(r"(?<!\\)\|", line.strip().strip("|"))):
        words += _line_words(text, number, False, (table, row, column))[0]
    return words
