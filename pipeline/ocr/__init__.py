"""Words and ruled tables of page pictures, by Tesseract."""

from pipeline.ocr.engine import Engine, EngineProbe, choose_engine
from pipeline.ocr.reading import ReadImage, recognize

__all__ = ["Engine", "EngineProbe", "ReadImage", "choose_engine", "recognize"]
