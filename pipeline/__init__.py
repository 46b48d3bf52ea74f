"""The stages that turn a letter's file into a record, in flow order: scan, ocr, handwriting, layout,
parse, extract, resolve, register. ``read`` is the recipe that joins them; no stage knows another.
"""
