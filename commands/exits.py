"""Exit codes, and what a person is told when a command cannot go on."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum

import typer

from schemas.errors import CongvanError, LetterError, ToolMissingError


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
    except CongvanError as error:
        typer.secho(str(error), fg="red", err=True)
        raise typer.Exit(_code_of(error)) from error
    except KeyboardInterrupt:
        typer.secho("Đã dừng theo yêu cầu. Lần chạy sau sẽ làm tiếp.", err=True)
        raise typer.Exit(Exit.INTERRUPTED) from None
    except BrokenPipeError:
        _close_quietly()
        raise typer.Exit(Exit.OK) from None
    except (typer.Exit, typer.Abort, typer.TyperException):
        raise
    except Exception as error:
        _tell_of_bug(error)
        raise typer.Exit(Exit.BUG) from error


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
