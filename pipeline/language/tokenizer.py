"""Words of Vietnamese text by underthesea, as spans of our own text.

Underthesea re-spaces and re-writes what it is given ("(@" for "@"), so its tokens are never quoted:
each is found again in the text it came from, and what it lost becomes a token of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import Any

Segmenter = Callable[[str], Sequence[str]]


@cache
def underthesea_segmenter() -> Segmenter:
    """Underthesea's word segmentation; imported at the first call because that takes a second."""
    from underthesea import word_tokenize

    return lambda text: list(word_tokenize(text))


def word_spans(text: str, segment: Segmenter | None = None) -> tuple[tuple[int, int], ...]:
    """Spans (start, end) of the words of ``text``, in order, that cover every character but blanks."""
    segmenter = segment or underthesea_segmenter()
    return tuple(_filled(text, _aligned(text, segmenter(text))))


def _aligned(text: str, tokens: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Where each token stands; one that cannot be found is left out."""
    position = 0
    for token in tokens:
        span = _find(text, "".join(token.split()), position)
        if span is not None:
            yield span
            position = span[1]


def _find(text: str, token: str, start: int) -> tuple[int, int] | None:
    """The next place of ``token`` with any blanks inside, looked for close behind ``start``."""
    if not token:
        return None
    limit = start + len(token) + 40
    begin = text.find(token[0], start, limit)
    while begin >= 0:
        end = _match_ignoring_blanks(text, token, begin)
        if end:
            return begin, end
        begin = text.find(token[0], begin + 1, limit)
    return None


def _match_ignoring_blanks(text: str, token: str, begin: int) -> int:
    """End of ``token`` at ``begin``, or 0 when something else stands there."""
    position = begin
    for character in token:
        while position < len(text) and text[position].isspace():
            position += 1
        if position >= len(text) or text[position] != character:
            return 0
        position += 1
    return position


def _filled(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """``spans`` with the words between them that no token covers."""
    position = 0
    for start, end in spans:
        yield from _bare_words(text, position, start)
        yield start, end
        position = end
    yield from _bare_words(text, position, len(text))


def _bare_words(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    position = start
    for word in text[start:end].split():
        position = text.index(word, position)
        yield position, position + len(word)
        position += len(word)


class VietnameseTokenizer:
    """A spaCy tokenizer: words may hold blanks ("Công an"), and ``doc.text`` is ``text`` itself."""

    def __init__(self, vocab: Any, segment: Segmenter | None = None) -> None:
        self.vocab = vocab
        self.segment = segment

    def __call__(self, text: str) -> Any:
        from spacy.tokens import Doc

        words: list[str] = []
        spaces: list[bool] = []
        position = 0
        for start, end in word_spans(text, self.segment):
            _put_blanks(words, spaces, text[position:start])
            words.append(text[start:end])
            spaces.append(False)
            position = end
        _put_blanks(words, spaces, text[position:])
        return Doc(self.vocab, words=words, spaces=spaces)

    def to_bytes(self, **_: Any) -> bytes:
        return b""

    def from_bytes(self, _data: bytes, **_: Any) -> VietnameseTokenizer:
        return self

    def to_disk(self, _path: Any, **_: Any) -> None:
        return None

    def from_disk(self, _path: Any, **_: Any) -> VietnameseTokenizer:
        return self


def _put_blanks(words: list[str], spaces: list[bool], blanks: str) -> None:
    """One blank becomes the trailing space of the word before it, further ones a token, as spaCy does."""
    if blanks.startswith(" ") and spaces:
        spaces[-1] = True
        blanks = blanks[1:]
    if blanks:
        words.append(blanks)
        spaces.append(False)
