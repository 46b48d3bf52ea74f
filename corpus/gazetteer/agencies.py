"""How agencies are named: the words a name begins with, whole names every province has, abbreviations."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from corpus.gazetteer.places import province_names
from corpus.gazetteer.spelling import bare_words, glued_book, phrase_book

OPENINGS = (
    "ubnd", "ủy ban", "hđnd", "hội đồng", "bộ", "sở", "cục", "chi cục", "tổng cục", "vụ", "viện", "trường", "phòng", "ban", "bql",
    "văn phòng", "trung tâm", "bệnh viện", "thanh tra", "công ty", "tổng công ty", "tập đoàn", "ngân hàng", "hội", "liên đoàn",
    "liên hiệp", "liên minh", "hiệp hội", "công đoàn", "đoàn", "tỉnh đoàn", "thành đoàn", "huyện đoàn", "quận đoàn", "đảng bộ", "đảng ủy", "đảng đoàn",
    "tỉnh ủy", "thành ủy", "huyện ủy", "quận ủy", "thị ủy", "chi bộ", "bch", "tòa án", "viện kiểm sát", "kho bạc", "bảo hiểm", "công an", "quân khu",
    "mặt trận", "quỹ", "tạp chí", "báo", "đài", "nhà xuất bản", "nhà máy", "học viện", "chính phủ", "thủ tướng chính phủ", "quốc hội", "văn phòng chính phủ",
    "trạm y tế", "hạt kiểm lâm", "cảng", "xí nghiệp", "hợp tác xã", "doanh nghiệp", "chi nhánh", "thư viện", "bảo tàng", "khoa", "bộ môn", "tổ công tác",
    "đội quản lý", "kiểm toán", "thông tấn xã", "đại học", "phân hiệu", "phân viện", "nhà văn hóa", "nhà thiếu nhi", "vườn quốc gia", "trại giam", "đồn biên phòng",
    "thuế", "hải quan", "trụ sở", "bưu điện", "điện lực", "viễn thông", "khối", "tiểu ban", "cơ quan", "ttyt", "bvđk", "dự án",
    "bhxh", "tand", "vksnd", "thi hành án", "trung ương hội", "thủ tướng", "khu quản lý", "thống kê tỉnh", "thống kê thành phố", "thống kê cơ sở", "thống kê khu vực", "quân đoàn", "sư đoàn", "lữ đoàn", "trung đoàn", "binh đoàn",
)  # fmt: skip
"""What the name of a body begins with; a line of a heading that begins so begins a body."""

NOT_OPENINGS = (
    "khoa học", "hội nhập", "hội viên", "báo cáo", "báo chí", "ban hành", "bộ phận", "đoàn kết", "đoàn thể", "phòng chống", "phòng, chống", "phòng cháy",
    "đoàn viên", "đài loan", "hội an", "quỹ đất", "bảo hiểm y tế", "bảo hiểm thất nghiệp", "trường sa", "trường học", "dự án đầu tư", "khối lượng", "cơ quan thường trực và",
    "hội nghị", "hội họp", "công an nhân dân", "điện lực và",
)  # fmt: skip
"""Words that look like an opening but go on with the name before them."""

UNFINISHED = (
    "văn phòng", "ban chấp hành", "ban thường vụ", "ban chỉ đạo", "ban chỉ huy", "bộ chỉ huy", "ban đại diện", "ban quản lý", "hội đồng", "ban cán sự đảng", "thanh tra", "ủy ban", "đảng ủy", "đảng bộ", "chi bộ", "đảng đoàn",
    "công ty", "công ty tnhh", "công ty tnhh mtv", "công ty cổ phần", "trường đại học", "trường cao đẳng", "trường trung học", "trường thpt", "trường thcs", "trung tâm", "viện", "học viện", "ban tổ chức",
    "tổ công tác", "liên đoàn", "cục", "chi cục", "phòng", "sở", "bộ", "bch", "bql", "công đoàn", "hội", "quỹ", "viện khoa học", "tổng công ty", "ngân hàng", "chi nhánh", "hợp tác xã", "cơ quan", "nhà máy",
)  # fmt: skip
"""Lines that cannot be a whole name: the next line belongs to them whatever it begins with."""

_NAMES = """
ủy ban nhân dân; hội đồng nhân dân; ủy ban mặt trận tổ quốc việt nam; mặt trận tổ quốc việt nam; cộng hòa xã hội chủ nghĩa việt nam; đảng cộng sản việt nam
sở y tế; sở tài chính; sở tư pháp; sở nội vụ; sở xây dựng; sở công thương; sở giáo dục và đào tạo; sở khoa học và công nghệ; sở kế hoạch và đầu tư
sở thông tin và truyền thông; sở giao thông vận tải; sở tài nguyên và môi trường; sở nông nghiệp và môi trường; sở nông nghiệp và phát triển nông thôn
sở lao động - thương binh và xã hội; sở văn hóa, thể thao và du lịch; sở văn hóa và thể thao; sở du lịch; sở ngoại vụ; sở dân tộc và tôn giáo; sở quy hoạch - kiến trúc; sở an toàn thực phẩm
bộ y tế; bộ tài chính; bộ tư pháp; bộ nội vụ; bộ xây dựng; bộ công thương; bộ giáo dục và đào tạo; bộ khoa học và công nghệ; bộ kế hoạch và đầu tư
bộ thông tin và truyền thông; bộ giao thông vận tải; bộ tài nguyên và môi trường; bộ nông nghiệp và môi trường; bộ nông nghiệp và phát triển nông thôn
bộ lao động - thương binh và xã hội; bộ văn hóa, thể thao và du lịch; bộ ngoại giao; bộ quốc phòng; bộ công an; bộ dân tộc và tôn giáo
văn phòng chính phủ; thanh tra chính phủ; ngân hàng nhà nước việt nam; ủy ban dân tộc; kiểm toán nhà nước; kho bạc nhà nước; bảo hiểm xã hội việt nam; bảo hiểm xã hội
tòa án nhân dân; viện kiểm sát nhân dân; quân khu; sư đoàn; thống kê tỉnh; công an tỉnh; công an thành phố; bộ chỉ huy quân sự; ban chỉ huy quân sự; bộ đội biên phòng; cục thuế; chi cục thuế; cục hải quan; chi cục hải quan; cục thống kê
chi cục thú y; chi cục chăn nuôi và thú y; chi cục kiểm lâm; chi cục thủy lợi; chi cục thủy sản; chi cục bảo vệ môi trường; chi cục dân số; chi cục quản lý thị trường; cục quản lý thị trường
cục thi hành án dân sự; chi cục thi hành án dân sự; tổng cục; thanh tra; thanh tra tỉnh; thanh tra sở; văn phòng; phòng giáo dục và đào tạo; phòng nội vụ; phòng y tế; phòng tư pháp
phòng tài chính - kế hoạch; phòng kinh tế; phòng kinh tế và hạ tầng; phòng quản lý đô thị; phòng văn hóa và thông tin; phòng văn hóa - xã hội; phòng tài nguyên và môi trường
trung tâm y tế; trung tâm kiểm soát bệnh tật; trung tâm phục vụ hành chính công; trung tâm; bệnh viện; bệnh viện đa khoa; trạm y tế; trường đại học; trường cao đẳng; trường trung cấp
trường trung học phổ thông; trường trung học cơ sở; trường tiểu học; trường mầm non; đại học quốc gia; đại học; học viện; hiệu trưởng
ban quản lý; ban quản lý dự án; ban quản lý dự án đầu tư xây dựng; ban quản lý khu kinh tế; ban quản lý các khu công nghiệp; khu công nghiệp; khu kinh tế; khu công nghệ cao; ban dân tộc; ban chỉ đạo; ban chỉ huy
phòng, chống thiên tai và tìm kiếm cứu nạn; phòng thủ dân sự; phòng, chống dịch; tỉnh ủy; thành ủy; huyện ủy; quận ủy; thị ủy; đảng ủy; đảng bộ; chi bộ; ban cán sự đảng; đảng đoàn
quốc hội nước cộng hòa xã hội chủ nghĩa việt nam; đoàn đại biểu quốc hội; thường trực hội đồng nhân dân; kho bạc nhà nước khu vực; bảo hiểm xã hội việt nam; bộ tư lệnh
ban tổ chức; ban tuyên giáo; ban tuyên giáo và dân vận; ban dân vận; ban nội chính; ủy ban kiểm tra; văn phòng tỉnh ủy; ban thường vụ; ban chấp hành; ban bí thư; bộ chính trị
công ty cổ phần; công ty trách nhiệm hữu hạn; công ty tnhh; công ty; tổng công ty; tập đoàn; công đoàn; liên đoàn lao động; hội nông dân; hội cựu chiến binh; hội liên hiệp phụ nữ; hội chữ thập đỏ; đoàn thanh niên
một thành viên; đầu tư; xây dựng; phát triển; thương mại; dịch vụ; giáo dục; đào tạo; khoa học; công nghệ; tài nguyên; môi trường; nông nghiệp; nông thôn; giao thông; vận tải; thông tin; truyền thông; điện lực; cấp nước
ubnd tỉnh; ubnd huyện; ubnd quận; ubnd xã; ubnd phường; nhân dân tỉnh; nhân dân huyện; nhân dân quận; nhân dân xã; nhân dân phường
và xã hội; và đào tạo; và đầu tư; và môi trường; và truyền thông; và phát triển; và công nghệ; và du lịch; và thể thao; và hạ tầng
thành phố; thị xã; thị trấn; trung ương; quốc gia; việt nam; nhân dân; nhà nước; dân tộc; tôn giáo; thể thao; du lịch; lao động; thương binh; xã hội; kế hoạch; tài chính; y tế; tư pháp
nội vụ; công thương; dân sự; quản lý; dự án; khu vực; tổng hợp; hành chính; đa khoa; y học cổ truyền; nội tiết; phục hồi chức năng; sản nhi; lao và bệnh phổi; tâm thần; da liễu; răng hàm mặt
"""

ABBREVIATIONS: Mapping[str, str] = {
    "UBND": "Ủy ban nhân dân",
    "HĐND": "Hội đồng nhân dân",
    "UBMTTQ": "Ủy ban Mặt trận Tổ quốc",
    "MTTQ": "Mặt trận Tổ quốc",
    "VPCP": "Văn phòng Chính phủ",
    "VPUB": "Văn phòng Ủy ban nhân dân",
    "TTCP": "Thanh tra Chính phủ",
    "NHNN": "Ngân hàng Nhà nước",
    "KTNN": "Kiểm toán Nhà nước",
    "KBNN": "Kho bạc Nhà nước",
    "BHXH": "Bảo hiểm xã hội",
    "TAND": "Tòa án nhân dân",
    "VKSND": "Viện kiểm sát nhân dân",
    "BQL": "Ban quản lý",
    "BCĐ": "Ban Chỉ đạo",
    "BCH": "Ban Chấp hành",
    "BCSĐ": "Ban cán sự đảng",
    "SYT": "Sở Y tế",
    "STC": "Sở Tài chính",
    "STP": "Sở Tư pháp",
    "SNV": "Sở Nội vụ",
    "SXD": "Sở Xây dựng",
    "SCT": "Sở Công Thương",
    "SGDĐT": "Sở Giáo dục và Đào tạo",
    "SKHCN": "Sở Khoa học và Công nghệ",
    "SKHĐT": "Sở Kế hoạch và Đầu tư",
    "STTTT": "Sở Thông tin và Truyền thông",
    "SGTVT": "Sở Giao thông vận tải",
    "STNMT": "Sở Tài nguyên và Môi trường",
    "SNNMT": "Sở Nông nghiệp và Môi trường",
    "SNNPTNT": "Sở Nông nghiệp và Phát triển nông thôn",
    "SLĐTBXH": "Sở Lao động - Thương binh và Xã hội",
    "SVHTTDL": "Sở Văn hóa, Thể thao và Du lịch",
    "BYT": "Bộ Y tế",
    "BTC": "Bộ Tài chính",
    "BTP": "Bộ Tư pháp",
    "BNV": "Bộ Nội vụ",
    "BXD": "Bộ Xây dựng",
    "BCT": "Bộ Công Thương",
    "BGDĐT": "Bộ Giáo dục và Đào tạo",
    "BKHCN": "Bộ Khoa học và Công nghệ",
    "BKHĐT": "Bộ Kế hoạch và Đầu tư",
    "BTTTT": "Bộ Thông tin và Truyền thông",
    "BGTVT": "Bộ Giao thông vận tải",
    "BTNMT": "Bộ Tài nguyên và Môi trường",
    "BNNMT": "Bộ Nông nghiệp và Môi trường",
    "BNNPTNT": "Bộ Nông nghiệp và Phát triển nông thôn",
    "BLĐTBXH": "Bộ Lao động - Thương binh và Xã hội",
    "BVHTTDL": "Bộ Văn hóa, Thể thao và Du lịch",
    "BNG": "Bộ Ngoại giao",
    "BQP": "Bộ Quốc phòng",
    "BCA": "Bộ Công an",
}
"""What the letters in a symbol or a short name stand for."""


@lru_cache(maxsize=1)
def agency_book() -> Mapping[tuple[str, ...], str]:
    """Whole names, words of names and provinces, by their bare words."""
    names = (name.strip() for line in _NAMES.strip().splitlines() for name in line.split(";"))
    return {**_unit_names(), **phrase_book(dict.fromkeys(filter(None, names)))}


@lru_cache(maxsize=1)
def glued_agencies() -> Mapping[str, tuple[int, str]]:
    """``agency_book`` for words that OCR has run together."""
    return glued_book(agency_book())


@lru_cache(maxsize=1)
def mendable_agencies() -> Mapping[str, tuple[int, str]]:
    """``glued_agencies`` without provinces: one place may be called almost like another."""
    places = {"".join(key) for key in _unit_names()}
    return {key: found for key, found in glued_agencies().items() if key not in places}


def _unit_names() -> Mapping[tuple[str, ...], str]:
    """Provinces; lower units are too many for one of them to be meant for sure."""
    names = [name for name in province_names() if len(name.split()) > 1]
    return phrase_book(each for name in names for each in (name, f"tỉnh {name}"))


@lru_cache(maxsize=1)
def _openings() -> frozenset[tuple[str, ...]]:
    return frozenset(bare_words(opening) for opening in OPENINGS)


@lru_cache(maxsize=1)
def _not_openings() -> frozenset[tuple[str, ...]]:
    return frozenset(map(bare_words, NOT_OPENINGS))


def opens_agency(text: str) -> bool:
    """Whether ``text`` begins as the name of a body does ("SỞ Y TẾ", but not "KHOA HỌC VÀ …")."""
    words = bare_words(text)
    if any(words[:length] in _not_openings() for length in range(1, 5)):
        return False
    return any(words[:length] in _openings() for length in range(1, 4))


def is_unfinished(text: str) -> bool:
    """Whether ``text`` is only the general part of a name ("VĂN PHÒNG"), so that the next line belongs to it."""
    return bare_words(text) in _unfinished()


def ends_unfinished(text: str) -> bool:
    """Whether ``text`` ends in the general part of a name, some words before it ("CỤC TRƯỞNG CỤC")."""
    words = bare_words(text)
    return any(words[-length:] in _unfinished() for length in range(1, 4)) and not _ends_in_post(words)


def _ends_in_post(words: tuple[str, ...]) -> bool:
    """A post that ends like a body: "chánh văn phòng", "trưởng phòng", "chánh thanh tra"."""
    return len(words) >= 2 and words[-2:] in {("van", "phong"), ("truong", "phong"), ("thanh", "tra"), ("quan", "ly")}


@lru_cache(maxsize=1)
def _unfinished() -> frozenset[tuple[str, ...]]:
    return frozenset(map(bare_words, UNFINISHED))
