"""The order of lists as one number a row, the same in every database: what is looked up in it comes out in order.

A look-up can stop at the first rows it needs, however many there are. The number holds days from 1800 to 2158
(others count as the nearest), then what tells rows of one day apart; rows that still agree get the next free numbers.
"""

from __future__ import annotations

from datetime import date

_BEGIN = date(1800, 1, 1).toordinal() - 1
_DAY_BITS, _MINUTE_BITS, _ORDINAL_BITS = 17, 11, 10
_LAST_DAY = (1 << _DAY_BITS) - 1
_LETTER_UID, _TASK_UID = 4, 5
LETTERS_A_DAY = 1 << (5 * _LETTER_UID)
"""How many keys of letters a day has."""

TASKS_A_DAY = 1 << (_MINUTE_BITS + 5 * _TASK_UID + _ORDINAL_BITS)
"""How many keys of tasks a due day has."""

_DIGITS = "234567abcdefghijklmnopqrstuvwxyz"


def letter_key(issued_on: date | None, uid: str) -> int:
    """Greatest first: newest first, those without a day last; then by the first 4 characters of the uid."""
    bits = 5 * _LETTER_UID
    return first_letter_key(issued_on) + (1 << bits) - 1 - _uid_number(uid, _LETTER_UID)


def first_letter_key(issued_on: date | None) -> int:
    """The least key a letter of that day can have."""
    day = 0 if issued_on is None else min(max(1, issued_on.toordinal() - _BEGIN), _LAST_DAY)
    return day << (5 * _LETTER_UID)


def task_key(due: date | None, time: str | None, letter_uid: str, ordinal: int) -> int:
    """Least first: by due day and hour, those without last; then by letter (5 characters of its uid) and ordinal."""
    key = (_due_number(due) << _MINUTE_BITS) + _minute(time)
    key = (key << (5 * _TASK_UID)) + _uid_number(letter_uid, _TASK_UID)
    return (key << _ORDINAL_BITS) + min(ordinal, (1 << _ORDINAL_BITS) - 1)


def first_task_key(due: date | None) -> int:
    """The least key a task due on that day (or on none) can have."""
    return _due_number(due) * TASKS_A_DAY


def _due_number(due: date | None) -> int:
    return _LAST_DAY if due is None else min(max(0, due.toordinal() - _BEGIN), _LAST_DAY - 1)


def _minute(time: str | None) -> int:
    hour, _, minute = (time or "").partition(":")
    known = hour.isdigit() and minute.isdigit()
    return min(int(hour) * 60 + int(minute), 1440) if known else (1 << _MINUTE_BITS) - 1


def _uid_number(uid: str, length: int) -> int:
    number = 0
    for character in uid[:length].ljust(length, _DIGITS[0]):
        number = number * len(_DIGITS) + max(0, _DIGITS.find(character))
    return number
