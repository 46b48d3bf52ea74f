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
    alăng arất ayun bàn bạc bling byă chềnh chíu cil cứ đèo điểu êban ênuôl hiao hờ kbuôr khoàng knul lèo lự mè mlô moong nay ngần pờ rahlan
    rcom sằm sình sừng thò touneh vì voòng
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


_COMMONEST = frozenset(
    [
        "nguyễn",
        "trần",
        "lê",
        "phạm",
        "hoàng",
        "huỳnh",
        "vũ",
        "võ",
        "phan",
        "trương",
        "bùi",
        "đặng",
        "đỗ",
        "ngô",
        "hồ",
        "dương",
    ]
)

_MIDDLE_AND_GIVEN = """
    ái an ân ấn anh ánh âu ba bá bạch bách bằng bảo báo bay bắc bé bền bích biên biện bình bình bộ bồi bút ca cẩm can cang cảnh canh cao cầm cầu cẩn châm
    chánh chấn chất châu chi chí chiêm chiến chiểu chinh chính chu chung chuyên chuyển chương chức công cúc cung cương cường cựu cử danh dân dần dậu diễm
    diên diễn diện diệp diệu dinh do doan doãn doanh du duệ dung dũng duy duyên duyệt dư dự dương dưỡng dực đa đài đại đàm đan đạm đảm đào đạo đáng đáp đạt
    đăng đằng đắc đệ đích điềm điền điển điệp đình đính đinh định đoan đoàn độ đô đông đồng đỗ đức đường đượm gái gấm gia giang giáp giàu giới hà hạ hải hạnh
    hàn hàm hán hào hảo hạo hạp hằng hân hậu hiên hiền hiển hiến hiện hiệp hiệu hiếu hinh hoa hóa hòa hoà hoài hoan hoàn hoàng hoạt hoạch hoành hội hồi hội hồng hợi
    hợp huân huấn huệ hùng huy huyên huyền huyện huỳnh hưng hương hường hướng hưởng hữu hỷ hy ích kha khá khả khai khải khang khanh khánh khắc khiêm khiết khiển
    khoa khoái khoan khôi khởi khuê khuyên khuyến khương kiểm kiên kiếm kiến kiệt kiều kim kính kỳ kỷ kỉ kỹ lạc lai lam lan lãm lãng lành lãnh lân lâm lầu lập lê lệ lên
    lễ liêm liên liễn liễu linh lĩnh loan loát long lộc lợi luân luận lụa lục lực lược lương lượng lưu lựu ly lý lữ mai mạnh mão mậu mẫn mận mến mi miên minh
    mộc mộng mơ mùi mười mừng my mỹ nam năm năng ngà ngạn ngân nghi nghị nghĩa nghiêm nghiệp ngọ ngoan ngọc ngôn nguyên nguyễn nguyện nguyệt nga nhã nhạc nhàn nhan nhâm
    nhân nhẫn nhật nhất nhi nhì nhị nhiên nhơn nhu nhung nhuận như nhường nhựt niệm nin ninh nương nữ oanh phái phan phát phấn phận phi phong phó phố phú phúc phùng phụng
    phước phương phường phượng quả quán quang quảng quân quế quốc quới quý quí quỳ quyên quyến quyền quyết quyết quỳnh sa san sang sáng sanh sao sâm sen sĩ sỹ siêng sinh song sơn
    sương sửu sự tá tài tải tam tám tân tấn tâm tất tây tẹo tế thạch thái thản thanh thành thảnh thạnh thảo thạo thám tháp thắm thăng thắng thân thập thất thêm thế thể thi thị
    thích thiềm thiên thiện thiệp thiết thiều thiệu thìn thịnh thọ thoa thoại thoan thoả thông thống thơ thới thời thơm thu thuần thuận thuật thục thuý thúy thuỳ thùy thuỷ thủy thuyên thuyết
    thư thức thực thước thương thường thưởng thượng tiên tiền tiến tiếp tiếng tiệp tín tính tình tỉnh tinh tịnh toại toán toản toàn tòng tô tố tôn tới tú tuân tuấn tuất túc tuệ
    tùng tuy tuyên tuyến tuyền tuyển tuyết từ tư tứ tường tưởng tước trà trai trâm trân trạch trang tráng trãi trác trí triết triều triển triệu trinh trình trịnh trong trọng trụ trúc trung
    trực trường trưởng trứ truyền uân út uy uyên ước vân văn vẹn vi vĩ vị viên viện việt viết vinh vĩnh vịnh voóc vũ vui vương vượng vy vỹ xinh xoa xoan xuân xuyên xuyến yên yến ý
"""
NAME_SYLLABLES = frozenset(_MIDDLE_AND_GIVEN.split())
"""Syllables of middle and given names, in lower case; family names are seldom among them."""


_RARER = """
    bồng cận chẩn chăm chiêu chiều chuẩn chúc cơ dạ dáng diệm dịu duật duẩn đẳng đậm đảng đậu địch điểm đoài đốc đởm đợi đương giỏi giảng hạng hiệt hoằng
    hòe kế khâm khảm khẩn khích khoán khối khuông kình lạng lăng lắm lịch lộ lỗi luyến luyện lữ mại mân mẫu miện miễn miêu mỵ nết ngải ngạc ngật nghệ nghênh
    nghiễm ngọt nhài nhậm nhẹ nhớ nhạ nở phẩm phiên phiệt phới phu quát quynh rạng rèn rinh sáo sắc sính soạn soái sơ tạo tặng tằng tập tần thạc thâm thận thâu
    thống thuấn thưa thụy thuỵ thử thứ tiềm tiêm tiêu tiều toả tỏa tốt trách trì trị triệt trưng tựu tỵ tý uyển vang vàng vãn vấn vạn vệ vọng vỵ xích xứng xưng
"""
RARER_SYLLABLES = frozenset(_RARER.split()) - NAME_SYLLABLES
"""Syllables that fewer names are made of, in lower case: likelier in a name than any other of the language."""


_FREQUENT = frozenset(
    [
        "cao",
        "châu",
        "đào",
        "đinh",
        "đoàn",
        "hà",
        "lâm",
        "lưu",
        "lương",
        "lý",
        "mai",
        "phùng",
        "tạ",
        "thái",
        "tô",
        "trịnh",
    ]
)


def commonness(surname: str) -> float:
    """How common a family name is among all who live in the country, as a power of ten: 0 for the commonest.

    Sixteen are borne by nearly nine people in ten, as many more by one in a hundred each or a little less.
    """
    if surname in _COMMONEST:
        return 0.0
    if surname in _FREQUENT:
        return -0.5
    return -1.5 if is_common_surname(surname) else -4.0


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
