"""The command line ``congvan``, assembled from the modules in ``commands``; each is loaded when it is called."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup

from commands.exits import exits

COMMANDS = {
    "ingest": "commands.ingest:ingest",
    "worker": "commands.worker:worker",
    "extract": "commands.extract:extract",
    "letters": "commands.letters:letters",
    "tasks": "commands.tasks:tasks",
    "show": "commands.show:show",
    "review": "commands.review:review",
    "edit": "commands.edit:edit",
    "set": "commands.tracking:set_",
    "export": "commands.export:export",
    "status": "commands.status:status",
    "history": "commands.history:history",
    "quarantine": "commands.quarantine:app",
    "retry": "commands.quarantine:retry",
    "reread": "commands.quarantine:reread",
    "check": "commands.history:check",
    "backup": "commands.backup:backup",
    "restore": "commands.backup:restore",
    "evaluate": "commands.evaluate:evaluate",
    "doctor": "commands.doctor:doctor",
}
"""Each command's name, and the function (or the group) behind it."""


class Commands(TyperGroup):
    """Commands by name, imported one by one: a search must not pay for what reading needs."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        behind = getattr(import_module(module), name)
        if not isinstance(behind, typer.Typer):
            function, behind = behind, typer.Typer(add_completion=False, pretty_exceptions_enable=False)
            behind.command(cmd_name)(function)
        command = typer.main.get_command(behind)
        command.name = cmd_name
        return command

    def invoke(self, ctx: Any) -> Any:
        with exits():
            return super().invoke(ctx)


app = typer.Typer(
    cls=Commands, name="congvan", no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False
)


@app.callback()
def congvan() -> None:
    """Reads Vietnamese official letters and keeps a register of the tasks they order."""


if __name__ == "__main__":
    app()
