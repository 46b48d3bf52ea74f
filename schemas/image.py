"""A page as a picture, on its way from the file to the reading of its words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Pixels = NDArray[np.uint8]
else:
    Pixels = Any  # numpy is not loaded for a name


@dataclass(frozen=True, slots=True, eq=False)
class PageImage:
    """A page to be read by OCR, as displayed (its rotation entry obeyed, nothing else done to it).

    ``pixels`` are grey (height, width) or RGB (height, width, 3); ``dpi`` is their resolution, the
    same both ways; ``width`` and ``height`` are the page's in points. ``number`` counts from 1.
    ``signed_on`` is the day of the file's last digital signature, in Vietnam.
    """

    number: int
    width: float
    height: float
    dpi: float
    pixels: Pixels
    signed_on: date | None = None
