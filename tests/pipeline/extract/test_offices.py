"""Heads and feet as offices of many kinds really set them: old forms, several issuers, forces, schools, unions.

Each is a page of placed words, laid out and parsed as a file's pages are. All of it is invented.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from pipeline.extract.head import extract_head
from pipeline.layout import lay_out
from pipeline.parse import parse
from schemas.evidence import Extracted
from schemas.extracted import ExtractedHead
from schemas.geometry import Box
from schemas.text import Page, Word

NATION = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
PARTY = ("ĐẢNG CỘNG SẢN VIỆT NAM",)
BODY = (
    "Thực hiện chương trình công tác năm và sự chỉ đạo của cấp trên, cơ quan đề nghị các đơn vị quan tâm phối",
    "hợp tổ chức thực hiện những nội dung dưới đây theo đúng chức năng, nhiệm vụ và thời gian đã được quy định",
    "trong kế hoạch; trong quá trình thực hiện nếu có khó khăn, vướng mắc thì kịp thời phản ánh để cùng giải quyết.",
)


@dataclass(frozen=True)
class Office:
    """A page: two columns at the top, centred lines, the body, two columns at the foot; and what it says."""

    left: tuple[str, ...]
    right: tuple[str, ...]
    centred: tuple[str, ...]
    foot_left: tuple[str, ...]
    foot_right: tuple[str, ...]
    says: dict[str, object]


def page_of(office: Office) -> Page:
    words: list[Word] = []
    numbers = iter(range(1000))
    top = 60.0
    for lines, centre in ((office.left, 165.0), (office.right, 420.0)):
        for at, text in enumerate(lines):
            words += _set(text, centre, top + 16 * at, next(numbers))
    top += 16 * max(len(office.left), len(office.right)) + 12
    for at, text in enumerate(office.centred):
        words += _set(text, 310.0, top + 18 * at, next(numbers))
    top += 18 * len(office.centred) + 14
    for at, text in enumerate(BODY):
        words += _set(text, 325.0, top + 18 * at, next(numbers), 520.0 - 0.1 * at)
    top += 18 * len(BODY) + 24
    for lines, centre in ((office.foot_left, 145.0), (office.foot_right, 420.0)):
        for at, text in enumerate(lines):
            words += _set(text, centre, top + 16 * at, next(numbers))
    return Page(1, 595.0, 842.0, "embedded", tuple(words))


def _set(text: str, centre: float, top: float, line: int, width: float | None = None) -> list[Word]:
    letters = max(1, len(text))
    step = (width or 5.6 * letters) / letters
    start, found, at = centre - step * letters / 2, [], 0
    for part in text.split():
        at = text.index(part, at)
        box = Box(start + step * at, top, start + step * (at + len(part)), top + 12)
        found.append(Word(part, box, 1.0, line))
        at += len(part)
    return found


OFFICES = {
    "an old form of the nineties, the committee's letters before the type's": Office(
        ("ỦY BAN NHÂN DÂN", "TỈNH LÂM HÒA", "Số: 204/UB-QĐ"),
        (*NATION, "Lâm Hòa, ngày 14 tháng 8 năm 1996"),
        ("QUYẾT ĐỊNH CỦA ỦY BAN NHÂN DÂN TỈNH", "Về việc giao chỉ tiêu kế hoạch trồng rừng"),
        ("Nơi nhận:", "- Như điều 3", "- Lưu VP"),
        ("T/M UBND TỈNH LÂM HÒA", "CHỦ TỊCH", "Lưu Đình Khải"),
        {"document_type": "QĐ", "parent_agency": None, "issuer": "ỦY BAN NHÂN DÂN TỈNH LÂM HÒA", "serial": "204", "symbol": "UB-QĐ",
         "issued_on": date(1996, 8, 14), "place": "Lâm Hòa", "signer_name": "Lưu Đình Khải"},
    ),
    "a joint circular letter of two departments": Office(
        ("UBND TỈNH TÂN GIANG", "LIÊN SỞ: TÀI CHÍNH - XÂY DỰNG", "Số: 1187/LS-TC-XD", "V/v công bố giá vật liệu xây dựng"),
        (*NATION, "Tân Giang, ngày 09 tháng 11 năm 2011"),
        ("Kính gửi: Các chủ đầu tư trên địa bàn tỉnh",),
        ("Nơi nhận:", "- Như trên;", "- Lưu: VT, STC, SXD."),
        ("KT. GIÁM ĐỐC SỞ XÂY DỰNG", "PHÓ GIÁM ĐỐC", "Kha Minh Luân"),
        {"document_type": "CV", "parent_agency": "UBND TỈNH TÂN GIANG", "issuer": "LIÊN SỞ: TÀI CHÍNH - XÂY DỰNG", "serial": "1187",
         "symbol": "LS-TC-XD", "addressees": ("Các chủ đầu tư trên địa bàn tỉnh",), "signer_name": "Kha Minh Luân"},
    ),
    "the Party by the guideline of 2026": Office(
        ("ĐẢNG ỦY XÃ BÀU CẠN", "VĂN PHÒNG", "*", "Số 35-CV/VPĐU", "V/v chuẩn bị hội nghị Ban Chấp hành"),
        (*PARTY, "Bàu Cạn, ngày 05 tháng 6 năm 2026"),
        ("Kính gửi: Các chi bộ trực thuộc",),
        ("Nơi nhận:", "- Như trên;", "- Lưu Văn phòng Đảng ủy."),
        ("K/T CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG", "Thạch Thị Sa Rương"),
        {"document_type": "CV", "parent_agency": "ĐẢNG ỦY XÃ BÀU CẠN", "issuer": "VĂN PHÒNG", "serial": "35", "symbol": "CV/VPĐU",
         "issued_on": date(2026, 6, 5), "addressees": ("Các chi bộ trực thuộc",), "signer_capacity": "K/T CHÁNH VĂN PHÒNG"},
    ),
    "a military command, the signer with his rank": Office(
        ("QUÂN KHU 11", "BỘ CHỈ HUY QUÂN SỰ TỈNH LÂM HÒA", "Số: 846/BCH-TM", "V/v phối hợp huấn luyện dân quân"),
        (*NATION, "Lâm Hòa, ngày 21 tháng 02 năm 2022"),
        ("Kính gửi: Ủy ban nhân dân các huyện, thị xã",),
        ("Nơi nhận:", "- Như trên;", "- Lưu: VT, TM; H04."),
        ("KT. CHỈ HUY TRƯỞNG", "PHÓ CHỈ HUY TRƯỞNG", "THAM MƯU TRƯỞNG", "Thượng tá Giáp Văn Tịnh"),
        {"parent_agency": "QUÂN KHU 11", "issuer": "BỘ CHỈ HUY QUÂN SỰ TỈNH LÂM HÒA", "symbol": "BCH-TM", "signer_name": "Giáp Văn Tịnh",
         "addressees": ("Ủy ban nhân dân các huyện, thị xã",)},
    ),
    "a joint-stock company without a body above it": Office(
        ("CÔNG TY CỔ PHẦN", "CẤP THOÁT NƯỚC DUYÊN HẢI", "Số: 97/2023/CV-CTN", "V/v: tạm ngừng cấp nước"),
        (*NATION, "Duyên Hải, ngày 30 tháng 3 năm 2023"),
        ("Kính gửi: Quý khách hàng khu phố 4",),
        ("Nơi nhận:", "- Như kính gửi;", "- Lưu VT, KT."),
        ("TỔNG GIÁM ĐỐC", "Mạc Thiên Ân"),
        {"document_type": "CV", "parent_agency": None, "issuer": "CÔNG TY CỔ PHẦN CẤP THOÁT NƯỚC DUYÊN HẢI", "serial": "97",
         "symbol": "2023/CV-CTN", "place": "Duyên Hải", "signer_position": "TỔNG GIÁM ĐỐC"},
    ),
    "a secondary school under its ward": Office(
        ("UBND PHƯỜNG TÂN BÌNH", "TRƯỜNG THCS NGUYỄN HIỀN", "Số: 08/KH-THCSNH"),
        (*NATION, "Tân Bình, ngày 04 tháng 9 năm 2025"),
        ("KẾ HOẠCH", "Tổ chức khai giảng năm học 2025 - 2026"),
        ("Nơi nhận:", "- UBND phường (b/c);", "- Các tổ chuyên môn;", "- Lưu: VT."),
        ("HIỆU TRƯỞNG", "ThS. Quách Thị Mỹ Châu"),
        {"document_type": "KH", "parent_agency": "UBND PHƯỜNG TÂN BÌNH", "issuer": "TRƯỜNG THCS NGUYỄN HIỀN", "serial": "08",
         "subject": "Tổ chức khai giảng năm học 2025 - 2026", "signer_name": "Quách Thị Mỹ Châu"},
    ),
    "a hospital of a department": Office(
        ("SỞ Y TẾ TÂN GIANG", "BỆNH VIỆN ĐA KHOA", "KHU VỰC GÒ SẬY", "Số: 415/TM-BVGS"),
        (*NATION, "Gò Sậy, ngày 17 tháng 10 năm 2024"),
        ("THƯ MỜI", "Chào giá dịch vụ kiểm định thiết bị", "Kính gửi: Các nhà cung cấp dịch vụ tại Việt Nam"),
        ("Nơi nhận:", "- Như trên;", "- Lưu: VT, VTTB."),
        ("GIÁM ĐỐC", "BSCKII. Từ Hữu Phát"),
        {"document_type": "TM", "parent_agency": "SỞ Y TẾ TÂN GIANG", "issuer": "BỆNH VIỆN ĐA KHOA KHU VỰC GÒ SẬY", "symbol": "TM-BVGS",
         "signer_name": "Từ Hữu Phát", "addressees": ("Các nhà cung cấp dịch vụ tại Việt Nam",)},
    ),
    "a people's court": Office(
        ("TÒA ÁN NHÂN DÂN", "TỈNH LÂM HÒA", "Số: 219/TA-TCCB", "V/v rà soát đội ngũ hội thẩm"),
        (*NATION, "Lâm Hòa, ngày 12 tháng 01 năm 2021"),
        ("Kính gửi:", "- Tòa án nhân dân các huyện;", "- Các Tòa chuyên trách."),
        ("Nơi nhận:", "- Như kính gửi;", "- Lưu: VP, TCCB."),
        ("KT. CHÁNH ÁN", "PHÓ CHÁNH ÁN", "Doãn Thị Khuê"),
        {"parent_agency": None, "issuer": "TÒA ÁN NHÂN DÂN TỈNH LÂM HÒA", "serial": "219", "symbol": "TA-TCCB",
         "addressees": ("Tòa án nhân dân các huyện", "Các Tòa chuyên trách"), "signer_position": "PHÓ CHÁNH ÁN"},
    ),
    "a procuracy of a district, the body above named too": Office(
        ("VIỆN KIỂM SÁT NHÂN DÂN", "TỈNH TÂN GIANG", "VIỆN KIỂM SÁT NHÂN DÂN", "HUYỆN GÒ SẬY", "Số: 33/KH-VKS"),
        (*NATION, "Gò Sậy, ngày 06 tháng 12 năm 2019"),
        ("KẾ HOẠCH", "Trực tiếp kiểm sát thi hành án dân sự"),
        ("Nơi nhận:", "- VKSND tỉnh (b/c);", "- Lưu: VT."),
        ("VIỆN TRƯỞNG", "Ngụy Thanh Hòa"),
        {"document_type": "KH", "parent_agency": "VIỆN KIỂM SÁT NHÂN DÂN TỈNH TÂN GIANG", "issuer": "VIỆN KIỂM SÁT NHÂN DÂN HUYỆN GÒ SẬY",
         "symbol": "KH-VKS", "signer_position": "VIỆN TRƯỞNG"},
    ),
    "a delegation of the National Assembly": Office(
        ("QUỐC HỘI", "ĐOÀN ĐẠI BIỂU QUỐC HỘI", "TỈNH TÂN GIANG", "Số: 64/ĐĐBQH-VP", "V/v giám sát chuyên đề"),
        (*NATION, "Tân Giang, ngày 25 tháng 4 năm 2023"),
        ("Kính gửi: Ủy ban nhân dân tỉnh Tân Giang",),
        ("Nơi nhận:", "- Như trên;", "- Lưu: VT."),
        ("TM. ĐOÀN ĐẠI BIỂU QUỐC HỘI", "KT. TRƯỞNG ĐOÀN", "PHÓ TRƯỞNG ĐOÀN", "Điểu Thị Mai Hương"),
        {"issuer": "ĐOÀN ĐẠI BIỂU QUỐC HỘI TỈNH TÂN GIANG", "parent_agency": "QUỐC HỘI", "symbol": "ĐĐBQH-VP", "serial": "64",
         "signer_capacity": "TM. ĐOÀN ĐẠI BIỂU QUỐC HỘI / KT. TRƯỞNG ĐOÀN", "signer_position": "PHÓ TRƯỞNG ĐOÀN"},
    ),
    "a youth union": Office(
        ("TỈNH ĐOÀN TÂN GIANG", "BCH ĐOÀN HUYỆN GÒ SẬY", "***", "Số: 118-CV/ĐTN", "V/v ra quân tình nguyện hè"),
        ("ĐOÀN TNCS HỒ CHÍ MINH", "Gò Sậy, ngày 02 tháng 6 năm 2020"),
        ("Kính gửi: Ban Thường vụ Đoàn các xã, thị trấn",),
        ("Nơi nhận:", "- Như trên;", "- Lưu VP."),
        ("TM. BAN THƯỜNG VỤ HUYỆN ĐOÀN", "PHÓ BÍ THƯ", "Tô Hải Yến"),
        {"document_type": "CV", "parent_agency": "TỈNH ĐOÀN TÂN GIANG", "issuer": "BCH ĐOÀN HUYỆN GÒ SẬY", "serial": "118", "symbol": "CV/ĐTN",
         "place": "Gò Sậy", "signer_name": "Tô Hải Yến"},
    ),
    "a women's union, the line broken inside its name": Office(
        ("HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM", "BAN CHẤP HÀNH", "TỈNH LÂM HÒA", "Số: 72/BTV-TGCS", "V/v tháng hành động vì trẻ em"),
        (*NATION, "Lâm Hòa, ngày 19 tháng 5 năm 2021"),
        ("Kính gửi: Hội LHPN các huyện, thành phố",),
        ("Nơi nhận:", "- Như trên;", "- Lưu: VP, TGCS."),
        ("TM. BAN THƯỜNG VỤ", "CHỦ TỊCH", "Lý Thị Sen"),
        {"parent_agency": "HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM", "issuer": "BAN CHẤP HÀNH TỈNH LÂM HÒA", "symbol": "BTV-TGCS",
         "addressees": ("Hội LHPN các huyện, thành phố",), "signer_capacity": "TM. BAN THƯỜNG VỤ"},
    ),
    "a trade union": Office(
        ("LIÊN ĐOÀN LAO ĐỘNG TỈNH TÂN GIANG", "CÔNG ĐOÀN VIÊN CHỨC", "Số: 51/HD-CĐVC"),
        (*NATION, "Tân Giang, ngày 08 tháng 8 năm 2024"),
        ("HƯỚNG DẪN", "Tổ chức hội nghị cán bộ, công chức, viên chức"),
        ("Nơi nhận:", "- Các CĐCS trực thuộc;", "- Lưu: VP."),
        ("TM. BAN THƯỜNG VỤ", "PHÓ CHỦ TỊCH", "Lã Quốc Bình"),
        {"document_type": "HD", "parent_agency": "LIÊN ĐOÀN LAO ĐỘNG TỈNH TÂN GIANG", "issuer": "CÔNG ĐOÀN VIÊN CHỨC", "serial": "51",
         "subject": "Tổ chức hội nghị cán bộ, công chức, viên chức", "signer_name": "Lã Quốc Bình"},
    ),
    "a Fatherland Front committee": Office(
        ("ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM", "TỈNH LÂM HÒA", "BAN THƯỜNG TRỰC", "Số: 910/MTTQ-BTT", "V/v vận động Quỹ vì người nghèo"),
        (*NATION, "Lâm Hòa, ngày 03 tháng 10 năm 2022"),
        ("Kính gửi: Các tổ chức thành viên",),
        ("Nơi nhận:", "- Như trên;", "- Lưu: VT."),
        ("TM. BAN THƯỜNG TRỰC", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Vừ A Páo"),
        {"parent_agency": "ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM TỈNH LÂM HÒA", "issuer": "BAN THƯỜNG TRỰC", "symbol": "MTTQ-BTT", "serial": "910",
         "signer_name": "Vừ A Páo"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("office", OFFICES.values(), ids=OFFICES)
def test_offices_of_many_kinds_are_read(office: Office) -> None:
    (document,) = parse(lay_out((page_of(office),)))
    head = extract_head(document)
    assert {field: _plain(head, field) for field in office.says} == office.says


def _plain(head: ExtractedHead, field: str) -> object:
    found = getattr(head, field)
    if isinstance(found, tuple):
        return tuple(each.value for each in found)
    return found.value if isinstance(found, Extracted) else None
