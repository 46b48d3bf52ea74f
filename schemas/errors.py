"""Errors that end the reading of one file; each message is Vietnamese and says what to do next."""

from __future__ import annotations


class CongvanError(Exception):
    """Anything we raise on purpose."""


class LetterError(CongvanError):
    """This file cannot be read; it goes to quarantine with the message, the batch goes on."""

    code = "unreadable"


class UnknownFormatError(LetterError):
    """Not one of the kinds of file that are read."""

    code = "unknown_format"


class EmptyFileError(LetterError):
    code = "empty"


class EncryptedFileError(LetterError):
    code = "encrypted"


class DamagedFileError(LetterError):
    """Truncated or broken inside."""

    code = "damaged"


class NoLetterError(LetterError):
    """It was read, and nothing in it looks like a letter."""

    code = "no_letter"


class TooLargeError(LetterError):
    """Too many bytes, pages or pixels."""

    code = "too_large"


class VanishedFileError(LetterError):
    """The file was removed or changed while it was read."""

    code = "vanished"


class ToolMissingError(CongvanError):
    """A program or language data that reading needs is not installed."""


class UsageError(CongvanError):
    """The person asked for something that makes no sense; the message says what would."""
