"""Training of the recognizer of handwritten numbers; no part of the installed program."""
