"""The head of a letter: bodies, motto or Party name, number, dateline, title, subject, addressees.

Places and sizes: Decree 30/2020, annex I (fields 1 to 5, 9a, 10) and Guideline 36-HD/VPTW.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from corpus.letter_data import WrittenDocument
from corpus.typesetter.faces import Face
from corpus.typesetter.flow import Flow
from corpus.typesetter.sheet import Align
from corpus.typesetter.words import Fragment, SetLine, SetWord, balanced, break_lines, line_width, set_words
from schemas.geometry import Box
from schemas.text import SlotKind

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM"
_GAPS: dict[SlotKind, float] = {"serial": 40.0, "day": 23.0, "month": 20.0}
_STAMP_SIZES = {"HỎA TỐC": 85.0, "THƯỢNG KHẨN": 113.0, "KHẨN": 57.0, "MẬT": 57.0, "TỐI MẬT": 85.0, "TUYỆT MẬT": 96.0}


def addressees_label(document: WrittenDocument) -> str:
    """ "Kính gửi:"; a Party submission says "Kính trình:" since Guideline 05-HD/VPTW of 2026."""
    submission = document.form == "party2026" and document.document_type == "TTr"
    return "Kính trình:" if submission else "Kính gửi:"


class HeadingSetter:
    """Sets the head of one document; slots in ``by_hand`` are left open, stamps too when ``inked``."""

    def __init__(self, flow: Flow, document: WrittenDocument, by_hand: Collection[SlotKind], inked: bool) -> None:
        self.flow, self.document, self.by_hand, self.inked = flow, document, by_hand, inked
        self.style = flow.style
        self.party = document.form != "state"
        self.x0, self.x1 = flow.left - 22, flow.right + 14
        self.middle = self.x0 + (self.x1 - self.x0) * self.style.left_share

    def set(self) -> float:
        """Set it all; where the left heading (a công văn's subject included) ends, in points."""
        if self.document.issuer or self.document.number or self.document.date:
            self._letterhead()
        below_head = self.flow.y
        self._title()
        self._stamps()
        self._call()
        self._addressees()
        self._legal_basis()
        return below_head

    def _letterhead(self) -> None:
        top = self.flow.y
        below_left = self._agencies(top)
        below_right = self._motto(top) if self.document.role == "letter" or self.document.number else top
        row = max(below_left, below_right) + (2 if self.party else 6)
        self.flow.y = max(self._number(row), self._dateline(below_right if self.party else row)) + 4
        if self.document.printed_type is None and self.document.subject:
            self._subject_under_number()

    def _centred(self, lines: tuple[SetLine, ...], x0: float, x1: float, y: float, align: Align = "centre") -> float:
        for line in lines:
            size = line[0][0].face.size
            self.flow.sheets.line(line, x0, x1, y + 0.92 * size, align)
            y += size * 1.18
        return y

    def _agencies(self, y: float) -> float:
        face = self.style.head.sized(14) if self.party else self.style.head
        width = self.middle - self.x0 - 6
        document = self.document
        top, widest = y, 0.0
        for name, style in ((document.parent_agency, face), (document.issuer, face.as_bold())):
            if name:
                lines = tuple(line for part in _agency_parts(name) for line in balanced(part, style, width))
                widest = line_width(lines[-1])
                y = self._centred(lines, self.x0, self.middle, y)
        if self.party:
            return self._centred((set_words("*", face),), self.x0, self.middle, y)
        if self.style.agency_rule and widest:
            middle = (self.x0 + self.middle) / 2
            self.flow.sheets.rule(middle - widest / 5, y + 1, middle + widest / 5, y + 1)
        self.flow.sheets.place("agency", Box(self.x0, top, self.middle, y))
        return y + 3

    def _motto(self, y: float) -> float:
        sheets = self.flow.sheets
        if self.party:
            line = set_words(PARTY, self.style.head.sized(15).as_bold())
            x, end = sheets.line(line, self.middle, self.x1, y + 14, "centre")
            sheets.rule(x, y + 18, end, y + 18)
            return y + 26
        face = self._fitting(NATION, self.style.head.as_bold())
        y = self._centred((set_words(NATION, face),), self.middle, self.x1, y)
        motto = set_words(
            f"Độc lập {self.style.motto_dash} Tự do {self.style.motto_dash} Hạnh phúc", face.sized(face.size + 1)
        )
        x, end = sheets.line(motto, self.middle, self.x1, y + 0.92 * face.size + 1, "centre")
        sheets.rule(x, y + face.size * 1.3 + 2, end, y + face.size * 1.3 + 2)
        return y + face.size * 1.3 + 6

    def _fitting(self, text: str, face: Face) -> Face:
        """The face, smaller where the text would not fit the right column."""
        room = self.x1 - self.middle - 2
        return face.sized(min(face.size, face.size * room / face.width(text)))

    def _entry(self, kind: SlotKind, text: str | None, face: Face) -> SetWord:
        """A printed entry, or the gap that is left where it is written by hand or stays blank."""
        self.flow.sheets.values[kind] = text
        if text is None or kind in self.by_hand:
            return (Fragment("", face, kind, _GAPS[kind]),)
        return (Fragment(text, face, kind),)

    def _number(self, y: float) -> float:
        number = self.document.number
        if number is None:
            return y
        face = self.style.head.sized(14 if self.party else 13)
        serial = self._entry("serial", number.serial, face)
        mark = "-" if self.party else "/"
        symbol = (Fragment(f"{mark}{number.symbol}", face),)
        label: SetLine = set_words("Số" if self.party else self.style.number_colon, face)
        if not self.party and not self.style.number_colon.endswith(" "):
            serial, label = (*label[0], *serial), ()
        words = (*label, serial, symbol) if self.style.space_in_number else (*label, serial + symbol)
        return self._centred((words,), self.x0, self.middle, y)

    def _dateline(self, y: float) -> float:
        date, place = self.document.date, self.document.place
        if date is None:
            return y
        face = self.style.body.sized(self.style.head_size + 1).as_italic()
        day = self._entry("day", date.day_text, face)
        month = self._entry("month", date.month_text, face)
        words = (
            *set_words(f"{place}, ngày" if place else "ngày", face), day,
            *set_words("tháng", face), month, *set_words(f"năm {date.year}", face),
        )  # fmt: skip
        return self._centred((words,), self.middle, self.x1, y)

    def _subject_under_number(self) -> None:
        face = self.style.head.sized(12) if not self.party else self.style.head.sized(12).as_italic()
        lines = balanced(f"{self.document.subject_lead}{self.document.subject}", face, self.middle - self.x0 - 10)
        self.flow.y = self._centred(lines, self.x0, self.middle, self.flow.y) + 6

    def _title(self) -> None:
        document, flow = self.document, self.flow
        if document.printed_type is None:
            flow.skip(6)
            return
        flow.skip(12 if document.issuer else 0)
        face = self.style.body.as_bold().sized(15 if self.party else 14)
        flow.lines(balanced(document.printed_type, face, flow.width))
        if document.subject:
            flow.lines(balanced(f"{document.subject_lead}{document.subject}", face.sized(14), flow.width * 0.86))
        if document.attached_to:
            flow.lines(balanced(document.attached_to, self.style.body.as_italic(), flow.width * 0.86))
        self._rule_under_title()

    def _rule_under_title(self) -> None:
        middle, y = (self.flow.left + self.flow.right) / 2, self.flow.y + 3
        if self.party:
            self.flow.lines((set_words("-----", self.style.body),))
        elif self.document.role == "letter":
            self.flow.sheets.rule(middle - 45, y, middle + 45, y)
        self.flow.skip(10)

    def _stamps(self) -> None:
        """Degree of secrecy above degree of urgency, in the left column (fields 10a, 10b)."""
        y = self.flow.y + 2
        for kind, text in (("secrecy", self.document.secrecy), ("urgency", self.document.urgency)):
            if text:
                middle = self.x0 + (self.middle - self.x0) * 0.4
                box = Box(middle - _STAMP_SIZES[text] / 2, y, middle + _STAMP_SIZES[text] / 2, y + 22.7)
                self.flow.sheets.place(kind, box, text)  # type: ignore[arg-type]
                if not self.inked:
                    self._printed_stamp(text, box)
                y = box.y1 + 5
        self.flow.y = max(self.flow.y, y - 2 if self.document.urgency or self.document.secrecy else 0)

    def _printed_stamp(self, text: str, box: Box) -> None:
        face = Face(self.style.family, 13.5, bold=True, red=True)
        self.flow.sheets.frame(box, 1.0, red=True)
        self.flow.sheets.line(set_words(text, face), box.x0, box.x1, box.y0 + 16, "centre")

    def _call(self) -> None:
        """An urgent dispatch's "… điện:" in place of "Kính gửi" (Decree 30/2020, annex III, model 1.6)."""
        if self.document.call:
            caller, *called = self.document.call.split("\n")
            self.flow.lines(balanced(caller, self.style.body.as_bold(), self.flow.width * 0.8))
            for line in called:
                self.flow.paragraph(line, indent=0, left=self.flow.width * 0.22)
            self.flow.skip(6)

    def _addressees(self) -> None:
        document, flow = self.document, self.flow
        if not document.addressees:
            return
        face = self.style.body.as_italic(self.party)
        label = addressees_label(document)
        if len(document.addressees) == 1:
            flow.lines(balanced(f"{label} {document.addressees[0]}", face, flow.width * 0.9))
        else:
            self._addressee_list(label, face)
        if document.addressees_note:
            flow.lines(balanced(document.addressees_note, self.style.body.as_italic(), flow.width * 0.8))
        flow.skip(10)

    def _addressee_list(self, label: str, face: Face) -> None:
        flow, names = self.flow, self.document.addressees
        x = flow.left + flow.width * (0.2 if self.style.addressees_below else 0.18)
        flow.need(face.size * 3)
        width = face.width(label + " ")
        baseline = flow.y + 0.92 * face.size
        flow.sheets.line(set_words(label, face), x, flow.right, baseline)
        if self.style.addressees_below or self.style.two_columns:
            flow.y += face.size * self.style.leading
            x, width = flow.left + flow.width * 0.24, 0.0
        items = tuple(f"- {name}{'.' if name is names[-1] else ';'}" for name in names)
        if self.style.two_columns and len(items) >= 6:
            self._in_two_columns(items)
            return
        for item in items:
            for line in break_lines(set_words(item, self.style.body), flow.right - x - width):
                flow.set_line(line, x + width, flow.right)

    def _in_two_columns(self, items: tuple[str, ...]) -> None:
        flow, half, top = self.flow, (len(items) + 1) // 2, self.flow.y
        middle, lowest = (flow.left + flow.right) / 2, top
        for column, x0, x1 in ((items[:half], flow.left, middle - 6), (items[half:], middle + 6, flow.right)):
            flow.y = top
            for item in column:
                for line in break_lines(set_words(item, self.style.body), x1 - x0):
                    flow.set_line(line, x0, x1)
            lowest = max(lowest, flow.y)
        flow.y = lowest

    def _legal_basis(self) -> None:
        """Who decides, on which basis, and the word that opens the decision (annex III, models 1.1 to 1.3)."""
        document, flow = self.document, self.flow
        if document.authority:
            flow.lines(balanced(document.authority, self.style.body.as_bold(), flow.width))
            flow.skip(8)
        for basis in document.preamble:
            flow.paragraph(basis, self.style.body.as_italic())
        if document.enacting:
            flow.skip(4)
            flow.lines((set_words(document.enacting, self.style.body.as_bold()),))
            flow.skip(6)


def _agency_parts(name: str) -> tuple[str, ...]:
    """ "ỦY BAN NHÂN DÂN" and the place's name stand on lines of their own."""
    found = re.fullmatch(
        r"((?:CHỦ TỊCH )?(?:ỦY BAN|HỘI ĐỒNG) NHÂN DÂN) ((?:TỈNH|THÀNH PHỐ|HUYỆN|THỊ XÃ|XÃ|PHƯỜNG) .+)", name
    )
    return found.groups() if found else (name,)
