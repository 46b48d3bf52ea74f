"""Exit codes, and what a person is told when a command cannot go on."""

from __future__ import annotations

import errno
import os
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum

import typer
from sqlalchemy.exc import OperationalError

from schemas.errors import CongvanError, LetterError, ToolMissingError

_OF_THE_DISK = (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EPERM)
_DISK = "Hãy kiểm tra chỗ trống và quyền ghi của ổ đĩa rồi chạy lại lệnh này; việc đã làm vẫn còn."


class Exit(IntEnum):
    """0 all read, 1 our bug, 2 usage, 3 some file could not be read, 4 a tool is missing, 130 interrupted."""

    OK = 0
    BUG = 1
    USAGE = 2
    UNREADABLE = 3
    TOOL_MISSING = 4
    INTERRUPTED = 130


@contextmanager
def exits() -> Iterator[None]:
    """Turns what a command raises into a message and an exit code; lets the command line's own exits pass."""
    try:
        yield
    except (typer.Exit, typer.Abort, typer.TyperException):
        raise
    except KeyboardInterrupt:
        typer.secho("Đã dừng theo yêu cầu. Lần chạy sau sẽ làm tiếp.", err=True)
        raise typer.Exit(Exit.INTERRUPTED) from None
    except BrokenPipeError:
        _close_quietly()
        raise typer.Exit(Exit.OK) from None
    except Exception as error:
        raise typer.Exit(_told(error)) from error


def _told(error: Exception) -> Exit:
    """Say what is wrong; the exit code for it."""
    if isinstance(error, CongvanError):
        typer.secho(str(error), fg="red", err=True)
        return _code_of(error)
    trouble = _disk_trouble(error)
    if trouble is None:
        _tell_of_bug(error)
        return Exit.BUG
    typer.secho(f"Không ghi được: {trouble}. {_DISK}", fg="red", err=True)
    return Exit.USAGE


def _disk_trouble(error: Exception) -> str | None:
    """What the disk or the database says when it is full, locked or not ours; ``None`` for any other error."""
    if isinstance(error, OSError) and error.errno in _OF_THE_DISK:
        return error.strerror
    told = str(error.orig).splitlines()[0] if isinstance(error, OperationalError) else ""
    return told if told and "no such" not in told and "syntax" not in told else None


def _code_of(error: CongvanError) -> Exit:
    if isinstance(error, ToolMissingError):
        return Exit.TOOL_MISSING
    return Exit.UNREADABLE if isinstance(error, LetterError) else Exit.USAGE


def _tell_of_bug(error: Exception) -> None:
    if os.environ.get("CONGVAN_DEBUG"):
        traceback.print_exception(error)
    typer.secho(f"Lỗi của chương trình: {type(error).__name__}.", fg="red", err=True)
    typer.echo(
        "Dữ liệu đã ghi vẫn nguyên vẹn. Hãy báo lỗi kèm kết quả chạy lại lệnh này với biến CONGVAN_DEBUG=1"
        " (bỏ thông tin mật trước khi gửi).",
        err=True,
    )


def _close_quietly() -> None:
    """Nobody reads our output any more (``congvan tasks | head``): keep Python from complaining at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
