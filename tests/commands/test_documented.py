"""What the documents say of the commands is so."""

from __future__ import annotations

import re
import shlex
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import typer

import cli

ROOT = Path(cli.__file__).parent
EXAMPLE = re.compile(r"(?:^|`)(congvan [a-z][^`\n]*)", re.MULTILINE)


def test_the_page_of_commands_is_current() -> None:
    """If not: script/make-commands."""
    module = ModuleType("make_commands")
    module.__file__ = str(ROOT / "script" / "make-commands")
    SourceFileLoader("make_commands", module.__file__).exec_module(module)
    written = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    assert written == module.commands_page().rstrip() + "\n"


@pytest.mark.parametrize("page", ["README.md", "README.vi.md", "docs/deployment.md"])
def test_every_example_is_a_command_with_its_options(page: str) -> None:
    examples = [match[1] for match in EXAMPLE.finditer((ROOT / page).read_text(encoding="utf-8"))]
    assert examples
    for example in examples:
        words = shlex.split(example, comments=True)[1:]
        assert words[0] in cli.COMMANDS, example
        assert {word for word in words if word.startswith("--")} <= options_of(words[0]), example


def options_of(name: str) -> set[str]:
    app: Any = typer.main.get_command(cli.app)
    command = app.get_command(None, name)
    commands = [command, *getattr(command, "commands", {}).values()]
    return {option for one in commands for parameter in one.params for option in parameter.opts} | {"--help"}
