"""Who may import whom, where import-linter cannot look: the module ``cli`` is no package."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import cli

ROOT = Path(cli.__file__).parent
PACKAGES = ("commands", "corpus", "exchange", "models", "pipeline", "schemas")


@pytest.mark.parametrize("package", PACKAGES)
def test_nothing_imports_the_command_line(package: str) -> None:
    importing = [path.name for path in (ROOT / package).rglob("*.py") if "cli" in imported_by(path)]
    assert importing == []


@pytest.mark.parametrize("package", [name for name in PACKAGES if name != "commands"])
def test_only_the_command_line_imports_commands(package: str) -> None:
    importing = [path.name for path in (ROOT / package).rglob("*.py") if "commands" in imported_by(path)]
    assert importing == []


def imported_by(path: Path) -> set[str]:
    """Top-level names of what ``path`` imports, anywhere in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name.split(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.split(".")[0])
    return found
