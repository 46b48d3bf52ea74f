"""Looking words up: how SQLite (FTS5) and PostgreSQL (arrays of words as ``tsvector``) each do it, with the same hits.

A letter with its attachments is one row of ``letter_text``, a task one of ``task_text``; triggers keep the FTS5 tables
over them. Their row numbers are the order of our lists (``models.ordering``), so that FTS5 gives hits in that order and
stops where the list does. PostgreSQL looks single words up and then compares phrases in the folded text itself, because
a ``tsvector`` forgets positions in long texts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Engine, FromClause, and_, column, func, literal, or_, select, table, true
from sqlmodel import SQLModel

from models.query_terms import Phrase, Term
from models.tables import LetterText, Place, TaskText

SEGMENT_END = "zzqzz"
"""A word that stands between pages, tasks and bodies, so that no phrase goes from one to the next."""

_INDEXES: Mapping[str, tuple[str, tuple[str, ...]]] = {
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
    Place.NUMBER: "search_index_head",
    Place.SUBJECT: "search_index_head",
    Place.TASK: "search_index_tasks",
    Place.BODY: "search_index_letter",
}
_VECTORS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "letter_text": {place.name.lower(): columns for place, columns in _COLUMNS.items()} | {"issuer": ("issuer",)},
    "task_text": {name: (name,) for name in ("words", "lead", "coordinating", "issuer")},
}
"""PostgreSQL's word indexes: what each is called, and of which columns it holds the words."""

Filters = Mapping[str, tuple[str, ...]]
"""Words that must stand one after another in a column of their own: ``{"issuer": ("so", "y", "te")}``."""


class LookUp:
    """Rows that have each of some terms: what to join, the sort key in it, and the condition; ``in_order`` where the
    engine gives them in the order of their keys, as fast as they are wanted."""

    def __init__(
        self, source: FromClause, key: ColumnElement[int], has: ColumnElement[bool], in_order: bool = False
    ) -> None:
        self.source = source
        self.key = key
        self.has = has
        self.in_order = in_order

    def first(self) -> LookUp:
        """The same rows, looked up before anything else is done with them (PostgreSQL)."""
        keys = select(self.key.label("sort_key")).select_from(self.source).where(self.has)
        hits = keys.cte("hits").prefix_with("MATERIALIZED")
        return LookUp(hits, hits.c.sort_key, true())


def unindexed(key: ColumnElement[int]) -> ColumnElement[int]:
    """``key`` so that SQLite does not look it up: the hits lead, in their order, and what belongs to them follows."""
    return key + literal(0)


def letters_with(engine: Engine, terms: Sequence[Term], place: Place, filters: Filters) -> LookUp:
    """Letters that have every term at ``place`` or a better one."""
    if engine.dialect.name == "sqlite":
        return _fts5(_LETTER_INDEX[place], terms, filters, ("number",) if place is Place.NUMBER else ())
    return _arrays(LetterText, terms, filters, place.name.lower())


def tasks_with(engine: Engine, terms: Sequence[Term], filters: Filters) -> LookUp:
    """Tasks that have every term in themselves or in the number or subject of their letter."""
    if engine.dialect.name == "sqlite":
        return _fts5("search_index_task", terms, filters, ("words",))
    return _arrays(TaskText, terms, filters, "words")


def _fts5(index: str, terms: Sequence[Term], filters: Filters, among: tuple[str, ...]) -> LookUp:
    source = table(index, column("rowid"), column(index))
    narrow = f"{{{' '.join(among)}}} : " if among else ""
    wanted = [f"{narrow}({_fts5_term(term)})" for term in terms]
    wanted += [f'{{{name}}} : "{" ".join(words)}"' for name, words in filters.items()]
    return LookUp(source, source.c.rowid, source.c[index].op("MATCH")(" AND ".join(wanted)), in_order=True)


def _fts5_term(term: Term) -> str:
    return " OR ".join(f'"{" ".join(phrase.words)}"' + (" *" if phrase.prefix else "") for phrase in term.phrases)


def _arrays(text: type[SQLModel], terms: Sequence[Term], filters: Filters, index: str) -> LookUp:
    source: Any = SQLModel.metadata.tables[str(text.__tablename__)]
    conditions = [or_(*(_stands(source, index, phrase) for phrase in term.phrases)) for term in terms]
    conditions += [_stands(source, name, Phrase(words)) for name, words in filters.items()]
    return LookUp(source, source.c.sort_key, and_(*conditions))


def _stands(source: Any, index: str, phrase: Phrase) -> ColumnElement[bool]:
    """Whether ``phrase`` is in a column of ``index``: its words by the index, then one after another in the text."""
    *before, last = phrase.words
    query = " & ".join((*before, last + (":*" if phrase.prefix else "")))
    has_words = column(f"{index}_words", _selectable=source).op("@@")(literal(query).op("::")(column("tsquery")))
    if not before:
        return has_words
    wanted = " ".join(("", *phrase.words)) + ("" if phrase.prefix else " ")
    columns = (literal(" ") + source.c[name] + literal(" ") for name in _VECTORS[source.name][index])
    return and_(has_words, or_(*(func.strpos(spaced, wanted) > 0 for spaced in columns)))


def index_statements(dialect: str) -> tuple[str, ...]:
    """What a migration runs to make the word indexes; rows of the texts are added and deleted, never updated."""
    if dialect != "sqlite":
        return tuple(
            line
            for name, indexes in _VECTORS.items()
            for index, of in indexes.items()
            for line in _vector(name, index, of)
        )
    return tuple(line for index, (name, columns) in _INDEXES.items() for line in _fts5_table(index, name, columns))


def _vector(name: str, index: str, columns: Sequence[str]) -> tuple[str, str]:
    text = " || ' ' || ".join(columns)
    words = f"array_to_tsvector(array_remove(string_to_array({text}, ' '), ''))"
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
