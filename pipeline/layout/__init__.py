"""Words of a page into lines, columns and tables in reading order."""

from __future__ import annotations

from pipeline.layout.order import lay_out

__all__ = ["lay_out"]
