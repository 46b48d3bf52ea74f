"""How a sheet lies before the lens: turned, seen from the side, curled; and where each point of it ends up."""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from corpus.simulator.ink import Pixels
from schemas.geometry import Box

Points = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Warp:
    """A flat view (``view``, 3×3, page to picture) of a sheet that waves by ``sway`` pixels.

    ``sway``: amplitude across and down, number of waves, phase. ``size``: the page's width and height.
    """

    view: NDArray[np.float64]
    size: tuple[int, int]
    sway: tuple[float, float, float, float] = (0.0, 0.0, 1.0, 0.0)

    @classmethod
    def chosen(
        cls, size: tuple[int, int], dice: Generator, skew: float, curl: float, perspective: float, margin: float = 0.0
    ) -> Warp:
        """``skew`` degrees (one sigma), ``curl`` pixels, corners moved by ``perspective`` of the size.

        ``margin`` is the share of the picture around the sheet, as in a photograph.
        """
        width, height = size
        corners = np.array([(0, 0), (width, 0), (width, height), (0, height)], dtype=np.float64)
        angle = math.radians(float(np.clip(dice.normal(0, skew), -2.2 * skew, 2.2 * skew)))
        rotation = np.array([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]])
        middle = np.array([width / 2, height / 2])
        seen = (corners - middle) @ rotation.T * (1 - margin) + middle
        seen += dice.uniform(-perspective, perspective, (4, 2)) * width
        view = cv2.getPerspectiveTransform(corners.astype(np.float32), seen.astype(np.float32))
        sway = (curl * float(dice.uniform(-0.6, 0.6)), curl * float(dice.uniform(-1, 1)))
        return cls(
            np.asarray(view, dtype=np.float64), size, (*sway, float(dice.uniform(0.5, 1.1)), float(dice.random()))
        )

    def applied(self, page: Pixels, background: tuple[int, int, int]) -> Pixels:
        """The picture of the page, as large as the page."""
        width, height = self.size
        inverse = np.linalg.inv(self.view)
        xs, ys = np.arange(width, dtype=np.float64)[None, :], np.arange(height, dtype=np.float64)[:, None]
        flat_x, flat_y, depth = (row[0] * xs + row[1] * ys + row[2] for row in inverse)
        flat = np.stack([flat_x / depth, flat_y / depth], axis=-1)
        source = (flat + self._swayed(flat)).astype(np.float32)
        return np.asarray(
            cv2.remap(page, source, None, cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT, borderValue=background),
            dtype=np.uint8,
        )

    def _swayed(self, flat: Points) -> Points:
        """How far the paper's waves move each point (… × 2) of the flat sheet."""
        across, down, waves, phase = self.sway
        width, height = self.size
        dx = across * np.sin(math.tau * (flat[..., 1] / height * waves + phase))
        dy = down * np.sin(math.tau * (flat[..., 0] / width * waves + phase))
        return np.stack([dx, dy], axis=-1)

    def moved(self, points: Points) -> Points:
        """Where points of the page (n × 2) are in the picture."""
        flat = points.astype(np.float64)
        for _ in range(4):
            flat = points - self._swayed(flat)
        return _through(self.view, flat)

    def box(self, box: Box, scale: float) -> Box:
        """The upright box around where ``box`` went; ``scale`` makes pixels of its unit."""
        corners = np.array([(box.x0, box.y0), (box.x1, box.y0), (box.x1, box.y1), (box.x0, box.y1)]) * scale
        seen = self.moved(corners) / scale
        (x0, y0), (x1, y1) = seen.min(axis=0), seen.max(axis=0)
        return Box(float(x0), float(y0), float(x1), float(y1))


def _through(matrix: NDArray[np.float64], points: Points) -> Points:
    homogeneous = np.concatenate([points, np.ones((len(points), 1))], axis=1) @ matrix.T
    return np.asarray(homogeneous[:, :2] / homogeneous[:, 2:3], dtype=np.float64)
