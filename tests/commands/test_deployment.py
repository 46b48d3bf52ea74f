"""The files for containers name what there is: commands, settings, packages. (They are not run here.)"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

import cli
from commands.settings import Settings

ROOT = Path(cli.__file__).parent
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")


@pytest.mark.parametrize("service", [name for name in COMPOSE["services"] if name != "database"])
def test_a_service_runs_a_command_with_settings_that_exist(service: str) -> None:
    told = COMPOSE["services"][service]
    assert told["command"][0] in cli.COMMANDS
    names = {name.removeprefix("CONGVAN_").lower() for name in told["environment"]}
    assert names <= set(Settings.__dataclass_fields__)
    assert {"db", "originals"} <= names


def test_volumes_and_services_that_are_named_are_there() -> None:
    for told in COMPOSE["services"].values():
        assert {volume.split(":")[0] for volume in told.get("volumes", ())} <= set(COMPOSE["volumes"])
        assert set(told.get("depends_on", ())) <= set(COMPOSE["services"])


def test_originals_lie_where_the_image_keeps_them() -> None:
    (volume,) = re.findall(r"^VOLUME (\S+)", DOCKERFILE, re.MULTILINE)
    assert COMPOSE["services"]["worker"]["environment"]["CONGVAN_ORIGINALS"] == volume
    assert f"originals:{volume}" in COMPOSE["services"]["worker"]["volumes"]


def test_the_image_has_the_packages_that_bootstrap_installs() -> None:
    bootstrap = (ROOT / "script" / "bootstrap").read_text(encoding="utf-8")
    needed = set(re.findall(r"^need (\S+)", bootstrap, re.MULTILINE))
    installed = set(re.search(r"--no-install-recommends \\\n(.*)", DOCKERFILE)[1].split())  # type: ignore[index]
    assert needed <= installed


def test_every_path_the_image_is_built_from_is_there() -> None:
    for source in re.findall(r"^COPY (\S+)", DOCKERFILE, re.MULTILINE):
        assert (ROOT / source).exists()
