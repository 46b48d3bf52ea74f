"""A file in, pages out: what kind it is, whether it can be read, and page by page its text or its picture."""

from pipeline.scan.limits import Limits
from pipeline.scan.opening import open_letter
from pipeline.scan.showing import picture_of
from pipeline.scan.source import ScannedFile

__all__ = ["Limits", "ScannedFile", "open_letter", "picture_of"]
