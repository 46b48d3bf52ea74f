"""Surnames, degrees and ranks, for judging whether a line is a signer's name."""

from __future__ import annotations

from corpus.gazetteer.spelling import bare

_FAMILY_NAMES = """
    an âu bạch bành bế bùi ca cà cái cao cam cầm chu chung chử châu chế châm chảo công cồ cù cung cổ cống danh dư dương diêm diệp doãn
    đàm đan đào đái đặng đậu đèo điêu điền đinh đoàn đoạn đỗ đồng đổng đới đường giang giàng giáp hà hàn hàng hạng hầu hồ hoa hoàng
    hoàn hùng hứa huỳnh hạ kha khiếu khổng khuất khúc khương kiên kiều kim kpă ksor la lã lại lâm lăng lầu lê lều liêu liên liễu
    lò lô lỗ lộc lôi lù lục luyện lưu lường lương lữ lý ma mã mạc mai mẫn mạnh mao mông mùa nông ngân nghiêm nghị ngô ngọ ngụy
    nguyễn nhâm nhan nhữ ninh niê ninh nùng ong ông phạm phan phàn phí phó phù phùng phương quách quan quản quàng quang rmah rơ
    sầm siu sơn sùng tạ tăng tào tân tất tẩn thạch thái thang thào thân thẩm thi thiều thôi thịnh tiêu tiền tiếu tô tòng tôn tống
    trà trang tráng trần triệu trịnh trình trương từ tưởng ty ung ứng uông vàng văn vi viên vòng võ vũ vừ vương xa xuân y yên
"""
SURNAMES = frozenset(_FAMILY_NAMES.split())
"""Family names, the common ones of all peoples of the country, in lower case."""

_DEGREES = """
    gs pgs ts tskh ths cn ks bs ds bscki bsckii bsck1 bsck2 bs.cki bs.ckii ds.cki ds.ckii cki ckii ck1 ck2 ls nsnd nsưt nguưt ngnd ngưt
    ttut ttưt ttnd ktv đd đdck1 ncs mba ma msc phd dr prof kts
"""
_DEGREES_IN_FULL = (
    "phó giáo sư", "giáo sư", "tiến sĩ", "tiến sỹ", "thạc sĩ", "thạc sỹ", "bác sĩ", "bác sỹ", "dược sĩ", "dược sỹ", "kỹ sư", "kĩ sư", "cử nhân",
    "luật sư", "kiến trúc sư", "chuyên khoa i", "chuyên khoa ii", "chuyên khoa 1", "chuyên khoa 2",
)  # fmt: skip
DEGREES = frozenset((*_DEGREES.split(), *_DEGREES_IN_FULL))
"""Words of degrees and titles that may stand before a name (Decree 30/2020, annex I, II.7)."""

RANKS = (
    "đại tướng", "thượng tướng", "trung tướng", "thiếu tướng", "đại tá", "thượng tá", "trung tá", "thiếu tá",
    "đại úy", "thượng úy", "trung úy", "thiếu úy", "chuẩn úy", "chuẩn đô đốc", "đô đốc", "phó đô đốc",
)  # fmt: skip
"""Army and police ranks, printed before a signer's name."""

_SURNAMES_BARE = frozenset(bare(name) for name in SURNAMES)


_COMMON = """
    nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh đoàn trương lương mai trịnh đào cao lâm phùng tô tạ hà thái tăng vương triệu
    chu châu quách kiều nông lưu bạch tôn văn mạc nghiêm khổng hứa ninh quang thân la lò vi cù cung giàng thạch kim sơn danh lục tống viên từ phí đàm tôn đồng
"""
_COMMON_SURNAMES = frozenset(_COMMON.split())


def is_common_surname(word: str) -> bool:
    """Whether ``word`` is a family name that many bear: OCR seldom makes one of something else."""
    return word.casefold() in _COMMON_SURNAMES


def is_surname(word: str) -> bool:
    """Whether ``word`` is a family name, its marks as printed."""
    return word.casefold() in SURNAMES


def may_be_surname(word: str) -> bool:
    """Whether ``word`` is a family name but for marks that OCR may have lost."""
    return bare(word) in _SURNAMES_BARE


def only_surname(word: str) -> str | None:
    """The one surname that ``word`` is but for its marks ("Bữi" is Bùi), capitalised; ``None`` when several are.

    "Thị" stands behind a surname far oftener than it is the surname Thi.
    """
    alike = [name for name in SURNAMES if bare(name) == bare(word)]
    return alike[0].capitalize() if len(alike) == 1 and len(word) > 2 and bare(word) != "thi" else None


def completed_surname(word: str) -> str | None:
    """The one surname that lost its first letters to become ``word`` ("hạm", "guyễn"), capitalised; else ``None``.

    "ạch" may be left of two surnames and completes to neither.
    """
    seen = word.casefold()
    whole = [name for name in SURNAMES if name != seen and name.endswith(seen)]
    return whole[0].capitalize() if len(whole) == 1 and len(seen) > 2 and seen not in SURNAMES else None
