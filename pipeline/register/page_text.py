"""The text of recorded pages, as it is searched."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from schemas.text import Page


def texts_of(pages: Sequence[Page], of_document: tuple[int, int] | None) -> Iterator[tuple[int | None, str]]:
    """(page number, text) of the pages a document stands on; all of them when its pages are not known."""
    for page in pages:
        if of_document is None or page.number is None or of_document[0] <= page.number <= of_document[1]:
            yield page.number, page_text(page)


def page_text(page: Page) -> str:
    """The words as the engine gave them, a line each."""
    lines = groupby(page.words, key=lambda word: word.line)
    return "\n".join(" ".join(word.text for word in words) for _, words in lines)
