"""Words and ruled tables of page pictures, by Tesseract: ``engine.choose_engine`` and ``reading.recognize``.

Nothing is imported here: the child process of ``guarded`` needs the engine and not what prepares its pictures.
"""
