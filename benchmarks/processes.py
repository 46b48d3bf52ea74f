"""What the processes of a program hold of the memory, as Linux tells."""

from __future__ import annotations

from pathlib import Path


def descendants(root: int) -> dict[int, int]:
    """The processes that descend from ``root``, each with its parent."""
    found: dict[int, int] = {}
    try:
        threads = list(Path(f"/proc/{root}/task").iterdir())
        children = [int(child) for thread in threads for child in (thread / "children").read_text().split()]
    except OSError:
        return found
    for child in children:
        found |= {child: root} | descendants(child)
    return found


def memory_of(process: int) -> tuple[float, float]:
    """Resident (RSS) and proportional (PSS) set size in MB of 1024\u00b2 bytes; zeros for one that has ended."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0, 0.0
    found = {line.split()[0]: int(line.split()[1]) / 1024 for line in lines[1:]}
    return found.get("Rss:", 0.0), found.get("Pss:", 0.0)
