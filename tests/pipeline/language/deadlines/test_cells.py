"""Table cells and labels leave out the word that bounds; events name the hour they begin."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.calendar import working_calendar
from pipeline.language.deadlines import read_deadline_cell, read_event_time
from pipeline.resolve.deadlines import Bearings, work_out

BEARINGS = Bearings(date(2025, 3, 10), date(2025, 3, 12), working_calendar())

CELLS = [
    # cell, phrase, kind, bound, due, recurrence
    ("Quý II/2025", "Quý II/2025", "date", "by", "2025-06-30", None),
    ("Quý II năm 2025", "Quý II năm 2025", "date", "by", "2025-06-30", None),
    ("Quý III", "Quý III", "date", "by", "2025-09-30", None),
    ("Quý I - II/2025", "Quý I - II/2025", "date", "by", "2025-06-30", None),
    ("Quý II, III/2025", "Quý II, III/2025", "date", "by", "2025-09-30", None),
    ("Tháng 6/2025", "Tháng 6/2025", "date", "by", "2025-06-30", None),
    ("Tháng 6", "Tháng 6", "date", "by", "2025-06-30", None),
    ("tháng 6 năm 2025", "tháng 6 năm 2025", "date", "by", "2025-06-30", None),
    ("Tháng 11-12/2025", "Tháng 11-12/2025", "date", "by", "2025-12-31", None),
    ("Từ tháng 3 đến tháng 6/2025", "Từ tháng 3 đến tháng 6/2025", "date", "by", "2025-06-30", None),
    ("Trong tháng 6/2025", "Trong tháng 6/2025", "date", "by", "2025-06-30", None),
    ("Cuối tháng 6/2025", "Cuối tháng 6/2025", "date", "by", "2025-06-30", None),
    ("Đầu tháng 6/2025", "Đầu tháng 6/2025", "date", "by", "2025-06-01", None),
    ("Năm 2025", "Năm 2025", "date", "by", "2025-12-31", None),
    ("6 tháng đầu năm 2025", "6 tháng đầu năm 2025", "date", "by", "2025-06-30", None),
    ("6 tháng cuối năm", "6 tháng cuối năm", "date", "by", "2025-12-31", None),
    ("15/7/2025", "15/7/2025", "date", "by", "2025-07-15", None),
    ("15/7", "15/7", "date", "by", "2025-07-15", None),
    ("Ngày 15/7/2025", "Ngày 15/7/2025", "date", "by", "2025-07-15", None),
    ("Trước 15/7", "Trước 15/7", "date", "before", "2025-07-15", None),
    ("Trước ngày 15/7/2025", "Trước ngày 15/7/2025", "date", "before", "2025-07-15", None),
    ("Hoàn thành trước 30/6", "trước 30/6", "date", "before", "2025-06-30", None),
    ("Chậm nhất 30/6/2025", "Chậm nhất 30/6/2025", "date", "by", "2025-06-30", None),
    ("Từ 01/4 đến 30/4/2025", "Từ 01/4 đến 30/4/2025", "date", "by", "2025-04-30", None),
    ("Từ ngày 01/4/2025 đến ngày 30/4/2025", "Từ ngày 01/4/2025 đến ngày 30/4/2025", "date", "by", "2025-04-30", None),
    ("Thời gian hoàn thành: Quý II/2025", "Quý II/2025", "date", "by", "2025-06-30", None),
    ("Thời gian thực hiện: Tháng 4/2025.", "Tháng 4/2025", "date", "by", "2025-04-30", None),
    ("- Thời hạn hoàn thành: trước ngày 30/6/2025;", "trước ngày 30/6/2025", "date", "before", "2025-06-30", None),
    ("Thời hạn: 30/9/2025", "30/9/2025", "date", "by", "2025-09-30", None),
    ("Thời gian báo cáo: trước ngày 25 hằng tháng", "trước ngày 25 hằng tháng", "recurring", "before", "2025-03-25", "FREQ=MONTHLY;BYMONTHDAY=25"),
    ("Thường xuyên", "Thường xuyên", "recurring", None, None, None),
    ("Hằng năm", "Hằng năm", "recurring", None, None, "FREQ=YEARLY"),
    ("Hàng quý", "Hàng quý", "recurring", None, None, "FREQ=MONTHLY;INTERVAL=3"),
    ("Hằng tháng", "Hằng tháng", "recurring", None, None, "FREQ=MONTHLY"),
    ("Định kỳ hằng quý", "Định kỳ hằng quý", "recurring", None, None, "FREQ=MONTHLY;INTERVAL=3"),
    ("Ngay sau khi Kế hoạch được ban hành", "Ngay sau khi Kế hoạch được ban hành", "relative", "by", None, None),
    ("| Tháng 10/2025", "Tháng 10/2025", "date", "by", "2025-10-31", None),
    ("Trong tháng | 9/2025", "Trong tháng | 9/2025", "date", "by", "2025-09-30", None),
    ("Trước 17 giờ | 00 ngày 01/4/2025", "Trước 17 giờ | 00 ngày 01/4/2025", "date", "before", "2025-04-01", None),
    ("_ 30/4/2025 |", "30/4/2025", "date", "by", "2025-04-30", None),
    (". Quý IV/2025", "Quý IV/2025", "date", "by", "2025-12-31", None),
    ("Trong 05 ngày làm việc kể từ ngày nhận được văn bản", "Trong 05 ngày làm việc kể từ ngày nhận được văn bản", "relative", "by", "2025-03-19", None),
    ("2025", "2025", "date", "by", "2025-12-31", None),
    ("2025-2026", "2025-2026", "date", "by", "2026-12-31", None),
    ("Giai đoạn 2025 - 2030", "Giai đoạn 2025 - 2030", "date", "by", "2030-12-31", None),
    ("Tuần cuối tháng 6/2025", "Tuần cuối tháng 6/2025", "date", "by", "2025-06-30", None),
    ("Nửa đầu tháng 6", "Nửa đầu tháng 6", "date", "by", "2025-06-15", None),
    ("01/4 - 30/4/2025", "01/4 - 30/4/2025", "date", "by", "2025-04-30", None),
    ("01-30/4/2025", "01-30/4/2025", "date", "by", "2025-04-30", None),
    ("Tháng 12 hằng năm", "Tháng 12 hằng năm", "recurring", None, None, "FREQ=YEARLY;BYMONTH=12"),
    ("Tháng 6, tháng 12 hằng năm", "Tháng 6, tháng 12 hằng năm", "recurring", None, None, "FREQ=YEARLY;BYMONTH=6,12"),
    ("Quý I hằng năm", "Quý I hằng năm", "recurring", None, None, "FREQ=YEARLY"),
    ("Thứ Sáu, hằng tuần", "Thứ Sáu, hằng tuần", "recurring", "by", "2025-03-14", "FREQ=WEEKLY;BYDAY=FR"),
    ("Hằng tháng (trước ngày 25)", "Hằng tháng (trước ngày 25)", "recurring", "before", "2025-03-25", "FREQ=MONTHLY;BYMONTHDAY=25"),
    ("Sau khi có kế hoạch của Bộ", "Sau khi có kế hoạch của Bộ", "relative", None, None, None),
    ("Khi có yêu cầu", "Khi có yêu cầu", "relative", None, None, None),
    ("Theo kế hoạch của tỉnh", "Theo kế hoạch của tỉnh", "relative", None, None, None),
    ("10 ngày kể từ ngày ký", "10 ngày kể từ ngày ký", "relative", "by", "2025-03-20", None),
    ("05 ngày làm việc kể từ ngày nhận đủ hồ sơ", "05 ngày làm việc kể từ ngày nhận đủ hồ sơ", "relative", "by", None, None),
    ("Sau 15 ngày kể từ khi được phê duyệt", "Sau 15 ngày kể từ khi được phê duyệt", "relative", "by", None, None),
    ("Quý IV/2025 - Quý I/2026", "Quý IV/2025 - Quý I/2026", "date", "by", "2026-03-31", None),
    ("Quý IV năm 2025 và quý I năm 2026", "Quý IV năm 2025 và quý I năm 2026", "date", "by", "2026-03-31", None),
    ("Q4/2025", "Q4/2025", "date", "by", "2025-12-31", None),
    ("Quý lV/2025", "Quý lV/2025", "date", "by", "2025-12-31", None),
    ("T11/2025", "T11/2025", "date", "by", "2025-11-30", None),
    ("T.12/2025", "T.12/2025", "date", "by", "2025-12-31", None),
    ("11/2025", "11/2025", "date", "by", "2025-11-30", None),
    ("Sau khi Nghị quyết được thông qua", "Sau khi Nghị quyết được thông qua", "relative", None, None, None),
    ("Trước kỳ họp thứ 20", "Trước kỳ họp thứ 20", "relative", "before", None, None),
    ("01 tuần sau khi kết thúc đợt kiểm tra", "01 tuần sau khi kết thúc đợt kiểm tra", "relative", "by", None, None),
]  # fmt: skip


@pytest.mark.parametrize(("cell", "text", "kind", "bound", "due", "recurrence"), CELLS, ids=[cell[0] for cell in CELLS])
def test_cell(cell: str, text: str, kind: str, bound: str | None, due: str | None, recurrence: str | None) -> None:
    phrase = read_deadline_cell(cell)
    assert phrase is not None
    deadline = work_out(phrase, BEARINGS)
    day = deadline.due.isoformat() if deadline.due else None
    assert (phrase.text, deadline.kind, deadline.bound, day, deadline.recurrence) == (
        text,
        kind,
        bound,
        due,
        recurrence,
    )


@pytest.mark.parametrize(
    "cell",
    [
        "",
        "Sở Nội vụ",
        "Báo cáo",
        "x",
        "Ghi chú",
        "12",
        "Tuần 2 tháng 6/2025",
        "Tuần đầu tháng 6/2025",
        "Quyết định số 12/QĐ-UBND",
    ],
)
def test_cell_without_deadline(cell: str) -> None:
    assert read_deadline_cell(cell) is None


EVENTS = [
    # text, day, hour
    ("lúc 14 giờ 00, ngày 10/11/2025 (thứ Hai)", "2025-11-10", "14:00"),
    ("Vào lúc 08 giờ 00 phút, ngày 09/11/2025 (sáng Chủ nhật)", "2025-11-09", "08:00"),
    ("7 giờ 30 phút, ngày thứ ba, 14/11/2025", "2025-11-14", "07:30"),
    ("01 buổi, bắt đầu từ 08h00 ngày 12/5/2025", "2025-05-12", "08:00"),
    ("01 buổi, khai mạc lúc 8 giờ 00 ngày 08/9/2025", "2025-09-08", "08:00"),
    ("1/2 ngày, bắt đầu lúc 13h30 ngày 08/9/2025", "2025-09-08", "13:30"),
    ("buổi sáng ngày 09/6/2025, bắt đầu lúc 08 giờ", "2025-06-09", "08:00"),
    ("ngày 22/10/2025, bắt đầu lúc 14 giờ", "2025-10-22", "14:00"),
    ("02 ngày (19 – 20/10/2025), khai mạc 08h30 (Chủ nhật)", "2025-10-19", "08:30"),
    ("02 ngày, từ ngày 19/6 đến ngày 20/6/2025, khai mạc lúc 8h00", "2025-06-19", "08:00"),
    ("Từ 8h00 đến 11h30 ngày 05/6/2025", "2025-06-05", "08:00"),
    ("từ 8h00 - 11h30 ngày 05/6/2025", "2025-06-05", "08:00"),
    ("08 giờ 00 ngày 15 tháng 12 năm 2025 (Thứ Hai)", "2025-12-15", "08:00"),
    ("14 giờ 00 phút, thứ Sáu, ngày 21 tháng 3 năm 2025", "2025-03-21", "14:00"),
    ("sáng thứ Hai, ngày 12/5/2025, lúc 8 giờ", "2025-05-12", "08:00"),
    ("chiều ngày 12/5/2025 (thứ Hai)", "2025-05-12", None),
    ("ngày 25/11/2025", "2025-11-25", None),
    ("13h 30 ngày 23/4/2025", "2025-04-23", "13:30"),
    ("Thời gian: 8h00, ngày 20/3", "2025-03-20", "08:00"),
    ("Bắt đầu lúc 08 giờ 00', thứ Tư ngày 12/3/2025", "2025-03-12", "08:00"),
    ("08 giờ 00 phút, Thứ Tư (ngày 12/3/2025)", "2025-03-12", "08:00"),
    ("sáng 12/3/2025 (8h00)", "2025-03-12", "08:00"),
    ("8h00 – ngày 15/3/2025", "2025-03-15", "08:00"),
    ("02 ngày, 12-13/5/2025", "2025-05-12", None),
    ("ngày 12 và 13 tháng 3 năm 2025", "2025-03-12", None),
    ("Từ 14 giờ 00 phút đến 17 giờ 00 phút, ngày 12 tháng 3 năm 2025 (Thứ Tư)", "2025-03-12", "14:00"),
    ("3 ngày, từ ngày 12 đến 14/3/2025. Tập trung lúc 07h00", "2025-03-12", None),
    ("ngày 30/4 đến 02/5/2025", "2025-04-30", None),
    ("8 giờ 00 ngày 12/3/2025 và 14 giờ 00 ngày 13/3/2025", "2025-03-12", "08:00"),
    ("vào lúc 8h00, ngày l2/3/2025", "2025-03-12", "08:00"),
    ("08 giờ 00, ngày 05/4/2025 tại Hội trường UBND xã", "2025-04-05", "08:00"),
]


@pytest.mark.parametrize(("text", "day", "hour"), EVENTS, ids=[event[0] for event in EVENTS])
def test_event(text: str, day: str, hour: str | None) -> None:
    phrase = read_event_time(text)
    assert phrase is not None
    deadline = work_out(phrase, BEARINGS)
    assert deadline.due is not None
    assert (deadline.kind, deadline.bound, deadline.due.isoformat(), deadline.time) == ("date", "at", day, hour)


@pytest.mark.parametrize("text", ["", "Hội trường A", "Giám đốc Sở", "12.345.678 đồng", "điện thoại 0919.924.927"])
def test_no_event(text: str) -> None:
    assert read_event_time(text) is None
