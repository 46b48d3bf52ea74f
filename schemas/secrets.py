"""Passwords and the like in running text: where they stand, so that whoever shows text can mask them.

The original and the record keep them; lists, search text, logs, exports and the terminal do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

MASK = "•"

_LABEL = (
    r"(?:mật\s*khẩu|mat\s*khau|m[ãa]\s*(?:pin|otp|xác\s*thực|xác\s*nhận|truy\s*cập|bảo\s*mật|kích\s*hoạt|đăng\s*nhập)|(?<!\w)(?:password|passwd|passcode|passphrase|pass|pwd|pw|mk|pin|otp)"
    r"|api[\s_-]?key|secret(?:[\s_-]?key)?|access[\s_-]?(?:key|token)|auth[\s_-]?token|(?<!\w)token)(?!\w)"
)
_AFTER_LABEL = re.compile(
    rf"(?i){_LABEL}(?:\s+(?!là\b)[^\s:=()]{{1,12}}){{0,6}}?\s*(?:\([^)\n]{{0,40}}\)\s*)?(?P<mark>[:=]|\s-|\s+là\s*:?|\s+is\s)\s*[\"'“‘(]?(?P<secret>[^\s\"'“”‘’(),;]+)"
)
_RIGHT_AFTER = re.compile(rf"(?i){_LABEL}\s+[\"'“‘]?(?P<secret>[^\s\"'“”‘’(),;:]+)")
_PAIR = re.compile(
    r"(?i)(?:user(?:name)?|tài\s*khoản|tên\s*đăng\s*nhập|tk)\s*/\s*(?:pass(?:word)?|mật\s*khẩu|mk)\s*[:=]?\s*[^\s/]+\s*/\s*(?P<secret>[^\s,;)]+)"
)
_SHAPES = re.compile(
    r"(?P<secret>AKIA[0-9A-Z]{16}|(?:sk|pk|rk)[-_](?:live_|test_|proj-)?[A-Za-z0-9_-]{20,}|gh[pousr]_[A-Za-z0-9]{30,}|xox[baprs]-[A-Za-z0-9-]{10,}"
    r"|eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}(?:\.[A-Za-z0-9_-]+)?|AIza[0-9A-Za-z_-]{30,})"
)
_BEARER = re.compile(r"(?i)bearer\s+(?P<secret>[A-Za-z0-9._~+/=-]{16,})")
_IN_ADDRESS = re.compile(r"://[^\s/:@]+:(?P<secret>[^\s/@]+)@")
_MEETING = re.compile(rf"(?i){_LABEL}\s*(?:[:=]|là)?\s*(?P<secret>\d{{3,4}}(?:[ -]\d{{3,4}}){{1,3}})(?!\d)")
_VIETNAMESE = re.compile(r"[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]", re.IGNORECASE)


def find_secrets(text: str) -> tuple[tuple[int, int], ...]:
    """Spans of secret values in ``text``, in order, the labels before them left out."""
    spans = [
        *(_trimmed(match) for match in _AFTER_LABEL.finditer(text) if _may_be_secret(match["secret"], labelled=True)),
        *(_trimmed(match) for match in _RIGHT_AFTER.finditer(text) if _may_be_secret(match["secret"], labelled=False)),
    ]
    for pattern in (_PAIR, _SHAPES, _BEARER, _IN_ADDRESS, _MEETING):
        spans += [_trimmed(match) for match in pattern.finditer(text)]
    return _joined(span for span in spans if span[0] < span[1])


def mask_secrets(text: str) -> str:
    """``text`` with every secret covered; its length stays, so that offsets into it hold."""
    for start, end in reversed(find_secrets(text)):
        text = text[:start] + MASK * (end - start) + text[end:]
    return text


def _may_be_secret(value: str, labelled: bool) -> bool:
    """A word of the language is no secret; behind a colon any other word is, else one with a digit or sign."""
    value = value.rstrip(".,;:")
    if len(value) < 3 or _VIETNAMESE.search(value):
        return False
    mixed = bool(re.search(r"\d", value)) or bool(re.search(r"[@#$%^&*!?_+=~]", value))
    return mixed or (labelled and len(value) >= 5)


def _trimmed(match: re.Match[str]) -> tuple[int, int]:
    start = match.start("secret")
    return start, start + len(match["secret"].rstrip(".,;:"))


def _joined(spans: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Spans in order, overlapping ones made one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
