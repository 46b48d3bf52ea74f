"""Words with which the running text of a letter begins."""

from __future__ import annotations

import re

from pipeline.parse.spots import Spot

_OPENER = re.compile(
    r"(can cu|thuc hien|theo |tiep theo|phuc dap|tra loi|nham |trong |sau khi|ngay \d|de |vua qua|qua |hien nay|"
    r"xet |tren co so|truoc tinh|dieu \d|[iv1]{1,3}[.]|1[.)])"
)
_SPECKS = " .,-_'`~:;"


def opens_body(spot: Spot) -> bool:
    """Whether a line begins as the first sentence of a letter does; specks in front of it do not matter."""
    start = len(spot.text) - len(spot.text.lstrip(_SPECKS))
    return not spot.text[start : start + 1].islower() and _OPENER.match(spot.folded, start) is not None
