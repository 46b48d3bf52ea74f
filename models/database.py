"""Opening the register: where it lies, its sessions, its migrations."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path
from sqlalchemy import Engine, inspect, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DatabaseError
from sqlmodel import Session

from models.backend import for_writing, open_engine
from schemas.errors import UsageError

NEWEST_MIGRATION = "0004"


@dataclass(frozen=True, slots=True)
class Register:
    """The open register. ``originals``: their folder, or an address that fsspec knows."""

    url: str
    engine: Engine
    originals: Path | str

    @property
    def where(self) -> str:
        """The database as a person may see it: a password in the URL is hidden."""
        return make_url(self.url).render_as_string(hide_password=True)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that only looks."""
        with Session(self.engine) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A session that is one transaction: all of it is kept, or on an exception none."""
        with Session(for_writing(self.engine), expire_on_commit=False) as session, session.begin():
            yield session


def default_database() -> str:
    return str(user_data_path("congvan", appauthor=False) / "register.db")


def database_url(where: str) -> str:
    """``where`` as an SQLAlchemy URL; a plain path means SQLite. Raises ``UsageError`` for a malformed URL."""
    if "://" not in where:
        return f"sqlite:///{Path(where).expanduser().absolute()}"
    try:
        url = make_url(where)
    except ArgumentError as error:
        raise UsageError(f"Địa chỉ sổ không đúng: {where}") from error
    if url.get_backend_name() == "postgresql" and url.drivername == "postgresql":
        url = url.set(drivername="postgresql+psycopg")
    return url.render_as_string(hide_password=False)


def open_register(where: str | None = None, originals: Path | str | None = None) -> Register:
    """The register at ``where`` (a path or URL; by default in the user's data folder), made or migrated if need be.

    Raises ``UsageError`` when it cannot be opened; the message says where.
    """
    url = database_url(where or default_database())
    folder = originals or originals_beside(url)
    try:
        _make_parent(url)
        engine = open_engine(url)
        _bring_up(engine)
    except (DatabaseError, OSError, ImportError) as error:
        shown = make_url(url).render_as_string(hide_password=True)
        raise UsageError(f"Không mở được sổ {shown}: {_first_line(error)}") from error
    return Register(url, engine, folder)


def _first_line(error: Exception) -> str:
    return str(getattr(error, "orig", None) or error).split("\n", 1)[0]


def sqlite_file(url: str) -> Path | None:
    """The file of an SQLite register; ``None`` for any other database."""
    parsed = make_url(url)
    in_file = parsed.get_backend_name() == "sqlite" and parsed.database not in (None, "", ":memory:")
    return Path(str(parsed.database)) if in_file else None


def originals_beside(url: str) -> Path:
    """Where the originals of the register at ``url`` lie unless a setting says otherwise."""
    file = sqlite_file(url)
    if file is None:
        return user_data_path("congvan", appauthor=False) / "originals"
    return file.with_name(f"{file.stem}-originals")


def _make_parent(url: str) -> None:
    file = sqlite_file(url)
    if file is not None:
        file.parent.mkdir(parents=True, exist_ok=True)


def _bring_up(engine: Engine) -> None:
    """Migrate to the newest version; looking first costs far less than loading Alembic each time."""
    found = version_of(engine)
    if found is not None and found > NEWEST_MIGRATION:
        raise UsageError("Sổ này do phiên bản mới hơn của congvan ghi. Hãy cập nhật congvan trên máy này.")
    if found != NEWEST_MIGRATION:
        from models.migrating import upgrade

        upgrade(engine)


def version_of(engine: Engine) -> str | None:
    """The migration the database is at; ``None`` when it is empty."""
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        return found
