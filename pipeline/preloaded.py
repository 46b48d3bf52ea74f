"""Everything that reading a letter imports and that starts no thread: imported once, before workers are forked.

Nothing else imports this module: ``processes`` has the server of workers do it. ONNX Runtime starts a thread as it
is imported, and a thread does not live through a fork: each worker imports it itself, when it reads its first number.
"""

# ruff: noqa: F401
from __future__ import annotations

import os

os.environ["OPENBLAS_NUM_THREADS"] = "1"  # read as numpy and OpenCV are loaded: their threads would be lost too

import pdfplumber

import corpus.calendar
import pipeline.extract.head
import pipeline.extract.references
import pipeline.extract.tasks
import pipeline.handwriting
import pipeline.layout
import pipeline.ocr.reading
import pipeline.parse
import pipeline.read
import pipeline.resolve
import pipeline.scan.pdf
import pipeline.scan.picture
