"""Looking words up: how SQLite (FTS5) and PostgreSQL (arrays of words as ``tsvector``) each do it, with the same hits.

A letter with its attachments is one row of ``letter_text``, a task one of ``task_text``; triggers keep the FTS5 tables
over them. Their row numbers are the order of our lists (``models.ordering``), so that FTS5 gives hits in that order and
stops where the list does. PostgreSQL looks words up, and phrases by their pairs of neighbours, and then compares phrases
in the folded text itself, because a ``tsvector`` forgets positions in long texts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from sqlalchemy import (
    ARRAY,
    ColumnElement,
    Engine,
    FromClause,
    Text,
    and_,
    cast,
    column,
    exists,
    func,
    literal,
    literal_column,
    or_,
    select,
    table,
    true,
)
from sqlmodel import SQLModel

from models.query_terms import Phrase, Term
from models.tables import LetterText, Place, TaskText

SEGMENT_END = "zzqzz"
"""A word that stands between pages, tasks and bodies, so that no phrase goes from one to the next."""

_INDEXES: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "search_index_number": ("letter_text", ("number",)),
    "search_index_head": ("letter_text", ("number", "subject", "issuer")),
    "search_index_tasks": ("letter_text", ("number", "subject", "tasks", "issuer")),
    "search_index_letter": ("letter_text", ("number", "subject", "tasks", "body", "issuer")),
    "search_index_task": ("task_text", ("words", "lead", "coordinating", "issuer")),
}
_COLUMNS = {
    Place.NUMBER: ("number",),
    Place.SUBJECT: ("number", "subject"),
    Place.TASK: ("number", "subject", "tasks"),
    Place.BODY: ("number", "subject", "tasks", "body"),
}
_LETTER_INDEX = {
    Place.NUMBER: "search_index_number",
    Place.SUBJECT: "search_index_head",
    Place.TASK: "search_index_tasks",
    Place.BODY: "search_index_letter",
}
_VECTORS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "letter_text": {place.name.lower(): columns for place, columns in _COLUMNS.items()} | {"issuer": ("issuer",)},
    "task_text": {name: (name,) for name in ("words", "lead", "coordinating", "issuer")},
}
"""PostgreSQL's word indexes: what each is called, and of which columns it holds the words."""

_PAIRS: Mapping[str, tuple[str, ...]] = {"letter_text": _COLUMNS[Place.BODY], "task_text": ("words",)}
"""The columns whose pairs of neighbouring words PostgreSQL also holds, all in one index of the table."""

Filters = Mapping[str, tuple[str, ...]]
"""Words that must stand one after another in a column of their own: ``{"issuer": ("so", "y", "te")}``."""


class LookUp:
    """Rows that have each of some terms: what to join, the sort key in it, and the condition; ``in_order`` where the
    engine gives them in the order of their keys, as fast as they are wanted. ``told`` is the same condition, told from
    a row's own text: for those who have the row already."""

    def __init__(
        self,
        source: FromClause,
        key: ColumnElement[int],
        has: ColumnElement[bool],
        told: ColumnElement[bool] | None = None,
        in_order: bool = False,
    ) -> None:
        self.source = source
        self.key = key
        self.has = has
        self.told = has if told is None else told
        self.in_order = in_order

    def first(self) -> LookUp:
        """The same rows, looked up before anything else is done with them (PostgreSQL)."""
        keys = select(self.key.label("sort_key")).select_from(self.source).where(self.has)
        hits = keys.cte("hits").prefix_with("MATERIALIZED")
        return LookUp(hits, hits.c.sort_key, true())

    def walked(self) -> LookUp:
        """The same rows, found by going from row to row (PostgreSQL)."""
        return LookUp(self.source, self.key, self.told)


def unindexed(key: ColumnElement[int]) -> ColumnElement[int]:
    """``key`` so that SQLite does not look it up: the hits lead, in their order, and what belongs to them follows."""
    return key + literal(0)


def letters_with(engine: Engine, terms: Sequence[Term], place: Place, filters: Filters) -> LookUp:
    """Letters that have every term at ``place`` or a better one."""
    if engine.dialect.name != "sqlite":
        return _arrays(LetterText, terms, filters, place.name.lower())
    if place is Place.NUMBER:
        return _numbers(terms, filters)
    return _fts5(_LETTER_INDEX[place], terms, filters)


def tasks_with(engine: Engine, terms: Sequence[Term], filters: Filters) -> LookUp:
    """Tasks that have every term in themselves or in the number or subject of their letter."""
    if engine.dialect.name == "sqlite":
        return _fts5("search_index_task", terms, filters, "words")
    return _arrays(TaskText, terms, filters, "words")


def _fts5(index: str, terms: Sequence[Term], filters: Filters, among: str = "") -> LookUp:
    source = table(index, column("rowid"), column(index))
    narrow = f"{{{among}}} : " if among else ""
    wanted = [f"{narrow}({_fts5_term(term)})" for term in terms]
    wanted += [f'{{{name}}} : "{" ".join(words)}"' for name, words in filters.items()]
    return LookUp(source, source.c.rowid, source.c[index].op("MATCH")(" AND ".join(wanted)), in_order=True)


def _fts5_term(term: Term) -> str:
    return " OR ".join(f'"{" ".join(phrase.words)}"' + (" *" if phrase.prefix else "") for phrase in term.phrases)


def _numbers(terms: Sequence[Term], filters: Filters) -> LookUp:
    """Numbers have an index of their own, where words that are common elsewhere are not; few hits to be filtered."""
    if not terms:
        return _fts5("search_index_head", terms, filters)
    look_up = _fts5("search_index_number", terms, {})
    text = SQLModel.metadata.tables[str(LetterText.__tablename__)]
    named = [_follow(func.instr, text.c[name], Phrase(words)) for name, words in filters.items()]
    filtered = exists().where(text.c.sort_key == look_up.key, *named) if named else true()
    return LookUp(look_up.source, look_up.key, and_(look_up.has, filtered), in_order=True)


def _arrays(text: type[SQLModel], terms: Sequence[Term], filters: Filters, index: str) -> LookUp:
    source = SQLModel.metadata.tables[str(text.__tablename__)]
    wanted = [(index, term) for term in terms] + [(name, Term((Phrase(words),))) for name, words in filters.items()]
    paired = [term for term in terms if all(map(_pairs, term.phrases))]
    spared = paired if _VECTORS[source.name][index] == _PAIRS[source.name] else []  # else words narrow what pairs find
    looked_up = [_has_words(source, index, [term for term in terms if term not in spared])]
    looked_up += [or_(*(_has_pairs(source, phrase) for phrase in term.phrases)) for term in paired]
    looked_up += [_has_words(source, name, [term]) for name, term in wanted[len(terms) :]]
    phrases = [_stands(source, name, term) for name, term in wanted if any(one.words[1:] for one in term.phrases)]
    told = and_(*(_stands(source, name, term) for name, term in wanted))
    return LookUp(source, source.c.sort_key, and_(*looked_up, *phrases), told)


def _has_words(source: Any, index: str, terms: Sequence[Term]) -> ColumnElement[bool]:
    """Whether every word that ``terms`` want is in ``index``: one look-up, in which rare words lead."""
    if not terms:
        return true()
    query = " & ".join(f"({' | '.join(map(_words_wanted, term.phrases))})" for term in terms)
    return column(f"{index}_words", _selectable=source).op("@@")(literal(query).op("::")(column("tsquery")))


def _words_wanted(phrase: Phrase) -> str:
    *before, last = phrase.words
    return f"({' & '.join((*before, last + (':*' if phrase.prefix else '')))})"


def _pairs(phrase: Phrase) -> list[str]:
    """The pairs of whole words that stand side by side in it."""
    words = phrase.words[:-1] if phrase.prefix else phrase.words
    return [" ".join(pair) for pair in pairwise(words)]


def _has_pairs(source: Any, phrase: Phrase) -> ColumnElement[bool]:
    return literal_column(_pairs_of(source.name)).op("@>")(cast(_pairs(phrase), ARRAY(Text)))


def _pairs_of(name: str) -> str:
    """The indexed expression: written as in the index, or PostgreSQL would not know it again."""
    return f"congvan_pairs({_joined(f'{name}.{each}' for each in _PAIRS[name])})"


def _joined(columns: Iterable[str]) -> str:
    return " || ' ' || ".join(columns)


def _stands(source: Any, index: str, term: Term) -> ColumnElement[bool]:
    """Whether a phrase of ``term`` is in a column of ``index``, its words one after another."""
    columns = [source.c[name] for name in _VECTORS[source.name][index]]
    return or_(*(_follow(func.strpos, each, phrase) for phrase in term.phrases for each in columns))


def _follow(position: Callable[..., ColumnElement[int]], text: Any, phrase: Phrase) -> ColumnElement[bool]:
    wanted = " ".join(("", *phrase.words)) + ("" if phrase.prefix else " ")
    return position(literal(" ") + text + literal(" "), wanted) > 0


def index_statements(dialect: str) -> tuple[str, ...]:
    """What makes the word indexes; rows of the texts are added and deleted, never updated."""
    if dialect == "sqlite":
        return tuple(line for index, (name, columns) in _INDEXES.items() for line in _fts5_table(index, name, columns))
    vectors = ((name, index, of) for name, indexes in _VECTORS.items() for index, of in indexes.items())
    words = (line for name, index, of in vectors for line in _vector(name, index, of))
    return (*words, *(f"CREATE INDEX ix_{name}_pairs ON {name} USING gin ({_pairs_of(name)})" for name in _PAIRS))


def _vector(name: str, index: str, columns: Sequence[str]) -> tuple[str, str]:
    words = f"array_to_tsvector(array_remove(string_to_array({_joined(columns)}, ' '), ''))"
    return (
        f"ALTER TABLE {name} ADD COLUMN {index}_words tsvector GENERATED ALWAYS AS ({words}) STORED",
        f"CREATE INDEX ix_{name}_{index}_words ON {name} USING gin ({index}_words)",
    )


def _fts5_table(index: str, name: str, columns: Sequence[str]) -> tuple[str, ...]:
    named = ", ".join(columns)
    new, old = (", ".join(f"{row}.{each}" for each in ("sort_key", *columns)) for row in ("new", "old"))
    return (
        f"CREATE VIRTUAL TABLE {index} USING fts5({named}, content='{name}', content_rowid='sort_key', columnsize=0, "
        'tokenize="unicode61 remove_diacritics 0")',
        f"CREATE TRIGGER {index}_added AFTER INSERT ON {name} BEGIN "
        f"INSERT INTO {index}(rowid, {named}) VALUES ({new}); END",
        f"CREATE TRIGGER {index}_removed AFTER DELETE ON {name} BEGIN "
        f"INSERT INTO {index}({index}, rowid, {named}) VALUES ('delete', {old}); END",
    )
