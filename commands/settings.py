"""Settings: ``congvan.toml`` in the user's config folder, overridden by ``CONGVAN_…`` variables and by options."""

from __future__ import annotations

import getpass
import os
import tomllib
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from platformdirs import user_config_path

from schemas.errors import UsageError

HANOI = timezone(timedelta(hours=7))


@dataclass(frozen=True, slots=True)
class Settings:
    """``db``: where the register is; ``originals``: the folder of originals, if not beside it, or an address that fsspec
    knows (``s3://bucket/originals``). ``own_agency``: the
    office that keeps it. ``user``: who decides here. ``calendar``: a file of days off and days worked like
    ``corpus/calendar.yaml``, whose days are added."""

    db: str | None = None
    originals: str | None = None
    own_agency: str | None = None
    user: str | None = None
    calendar: str | None = None

    @property
    def calendar_path(self) -> Path | None:
        return Path(self.calendar).expanduser() if self.calendar else None

    @property
    def originals_place(self) -> Path | str | None:
        """A folder as a path, an address as it is."""
        if not self.originals:
            return None
        return self.originals if "://" in self.originals else Path(self.originals).expanduser()


def settings_path() -> Path:
    named = os.environ.get("CONGVAN_CONFIG")
    return Path(named) if named else user_config_path("congvan", appauthor=False) / "congvan.toml"


def settings() -> Settings:
    """The settings as they are now. Raises ``UsageError`` when the file is not TOML or has unknown entries."""
    path = settings_path()
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
        told |= {
            name: os.environ[f"CONGVAN_{name.upper()}"] for name in _NAMES if os.environ.get(f"CONGVAN_{name.upper()}")
        }
        return Settings(**told)
    except (tomllib.TOMLDecodeError, TypeError, UnicodeDecodeError) as error:
        raise UsageError(f"Tệp cấu hình {path} không đúng: {error}") from error


_NAMES = ("db", "originals", "own_agency", "user", "calendar")


def person(by: str | None) -> str:
    """Who decides: the option, ``CONGVAN_USER`` or the settings, else the login."""
    named = by or settings().user
    if named:
        return named
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "?"


def today() -> date:
    """The day in Vietnam."""
    return datetime.now(HANOI).date()
