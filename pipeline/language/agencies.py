"""Who is named: spans of agencies, groups and persons, by their head words and the words that end them.

A statistical recogniser reads "giao Sở Y tế chủ trì" as one name; head words and verbs part it
reliably, because official letters name bodies by a closed set of heads (Sở, UBND, Ban Quản lý…).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.language.folded import FoldedText
from pipeline.language.verbs import act_at, adverb_at

_BODIES = (
    r"sở(?! hữu)|ban(?! hành)|phòng(?!,? (?:chống|ngừa|cháy|dịch|vệ|bệnh))|ubnd|ub|uỷ ban|ủy ban|hđnd|hội đồng|cục|chi cục|tổng cục|vụ(?! án| việc| mùa)|viện|văn phòng|vp|thanh tra|công an|bộ(?! phận)|toà án|tòa án|"
    r"trung tâm|tt|bệnh viện|ttyt|bvđk|bv|tyt|trạm|nhà trường|trường(?! hợp)|đại học|học viện|đài|báo(?! cáo)|kho bạc|bảo hiểm|bhxh|ngân hàng|"
    r"liên đoàn|công đoàn|hội(?! nghị)|đoàn|tỉnh đoàn|thành đoàn|huyện đoàn|mặt trận|ubmttq|ubmttqvn|mttq|bql|công ty|tập đoàn|tổng công ty|"
    r"điện lực|quỹ|khoa(?! học)|bộ môn|tổ(?! chức)|đội|thư viện|bảo tàng|hạt|đồn|cơ quan|đơn vị|doanh nghiệp|hợp tác xã|htx|liên minh|"
    r"đảng ủy|đảng uỷ|đảng bộ|chi bộ|tỉnh ủy|tỉnh uỷ|thành ủy|thành uỷ|huyện ủy|huyện uỷ|quận ủy|thị ủy|cấp ủy|cấp uỷ|ban cán sự|đảng đoàn|"
    r"thường trực|bộ phận|lực lượng|quân khu|hải quan|thuế|kiểm lâm|cảng|nhà máy|xí nghiệp|nhà xuất bản|cổng|tổ chức|đoàn thể|"
    r"chính quyền|cơ sở(?! vật chất| pháp lý| dữ liệu| để)|địa phương|cấp|ngành|bên(?! cạnh)|chủ(?= (?:hồ|rừng|phương tiện|tàu|sử dụng|nhà|trang trại|doanh nghiệp|dự án|vật nuôi))|hãng|nhà mạng|kiểm toán|gia đình|chủ đầu tư|nhà thầu|tiểu ban|cụm|khối|xã(?! h.i)|phường|quận|huyện|tỉnh|thành phố|thị xã|thị trấn|thôn|bchqs|viettel|vnpt|"
    r"các|những|mỗi|từng|toàn thể|tất cả|một số|quý"
)
_PERSONS = (
    r"chủ tịch|phó chủ tịch|giám đốc|phó giám đốc|trưởng|phó trưởng|thủ trưởng|chánh|phó chánh|cục trưởng|chi cục trưởng|vụ trưởng|viện trưởng|"
    r"bí thư|phó bí thư|hiệu trưởng|phó hiệu trưởng|tổng giám đốc|người đứng đầu|lãnh đạo|đại diện|thành viên|ủy viên|uỷ viên|đồng chí|đ/c|"
    r"ông|bà|thầy|cô|anh|chị|cán bộ|công chức|viên chức|chuyên viên|giảng viên|giáo viên|sinh viên|học sinh|người(?= (?:sử dụng|đứng đầu|lao động|dân|phụ trách|quản lý|chủ trì|tham|dự|nộp|học|nhận|được|có|phát ngôn|đại diện))|đảng viên|thân nhân|"
    r"hộ|thí sinh|học viên|tổ trưởng|đội trưởng|trạm trưởng|bác sĩ|bác sỹ|y(?! tế)|kế toán|bộ trưởng|thứ trưởng|đại biểu|hội viên|đoàn viên|"
    r"phụ huynh|cá nhân|chỉ huy trưởng|tư lệnh|phóng viên|nhân viên|chủ nhiệm|chủ hộ|chủ cơ sở|thư ký|cb"
)
_HEAD = re.compile(rf"(?:{_BODIES}|{_PERSONS})(?!\w)")
_LONG_HEAD = re.compile(
    r"(?:cac|uy ban|hoi dong|chi cuc|tong cuc|van phong|cong an|toa an|trung tam|benh vien|nha truong|dai hoc|hoc vien|kho bac|bao hiem xa hoi|ngan hang|"
    r"lien doan|cong doan|tinh doan|mat tran|cong ty|tap doan|dien luc|co quan|don vi|doanh nghiep|dia phuong|dang uy|tinh uy|thanh uy|huyen uy|"
    r"thuong truc|bo phan|luc luong|chu tich|pho chu tich|giam doc|pho giam doc|thu truong|cuc truong|chi cuc truong|bi thu|hieu truong|"
    r"dai dien|thanh vien|uy vien|dong chi|can bo|chu dau tu|chanh thanh tra|chanh van phong|vien kiem sat|vien truong)(?!\w)"
)
_SHORT_HEAD = re.compile(r"(?:so|ban|phong|cuc|vien|tram|truong|hat|bo)(?!\w)")
_PERSON = re.compile(rf"(?:(?:các|những|mỗi|từng) )?(?:{_PERSONS})(?!\w)")
_COMMON = re.compile(r"[Cc]ác (?:đơn vị|cơ quan)\s*:?\s+(?=[A-ZĐÀ-Ỹ][a-zà-ỹ])")
_TELLS = re.compile(r"(?<!\w)(?:đã|vẫn|vừa)(?!\w)(?! (?:nêu|ban hành|ký|được|đăng ký|có tên|phân công))")
_DETERMINER = re.compile(r"(?:cac|các|những|mỗi|từng|toàn thể|tất cả|một số|quý)(?!\w)")

_NAMED_BY_VERB = re.compile(
    r"(?<!\w)(?:đoàn|tổ|đội|ban|hội đồng|bộ phận|phòng|cục|chi cục|trung tâm|lực lượng|ủy ban|uỷ ban|tiểu ban|cán bộ|người|(?<!nội )(?<!nghiệp )(?<!dịch )vụ|nhà|chủ|viện)$"
)
_USERS = re.compile(r"(?:cơ quan|đơn vị|công ty|cơ sở|tổ chức|doanh nghiệp|văn phòng|trường|hạt)$")
_MANAGED = re.compile(r"(?<!\w)(?:thuộc|do|địa bàn|phạm vi|lĩnh vực)(?: [\w]+){0,4}$")
_FIXED_NAME = re.compile(r"giao duc thuong xuyen|(?:khoa noi|khoa ngoai|phong ke hoach|phong hanh chinh) tong hop(?!,)")
_USING = re.compile(
    r"(?:su dung|quan l[iy]|dau tu|khai thac|cung cap|tu van|dao tao|giup viec|kiem dich|tiep nhan|kiem soat)"
    r"(?! (?:chat che|tot|nghiem|day du|ho so|van ban|danh sach))(?!\w)"
)
_NAMING_VERB = re.compile(
    r"(?:kiem tra|thanh tra|giam sat|danh gia|tham dinh|chi dao|quan l[iy]|to chuc|bien tap|bien soan|giup viec|dieu hanh|van dong|"
    r"tu van|xet duyet|xet chon|nghiem thu|tiep nhan|ung pho|tuyen sinh|thi dua|xuc tien|tiep cong dan|dieu tra|kiem soat|dao tao|boi duong|"
    r"thi hanh an|su dung|dau tu|khai thac|bao quan|to chuc can bo|cung cap|thuc thi|kiem dich|cuu|thuc hien(?= (?:du an|de an|chuong trinh))|phong chong|tuyen dung|xet tuyen|thi tuyen|cham thi|coi thi|thi hanh)(?!\w)"
)
_NO_NAME = re.compile(
    r"(?:của|về|cụ thể|này|đó|trên|nêu|nhiệm vụ|công tác|kỹ thuật|chất lượng|phát triển|đối với|thực tế|tại|trong|số|như|mới|cao|cần|đã|"
    r"được|là|và|có|không|việc|nội dung|với|theo|để|chung|chính|trách nhiệm|quyền|dự toán|kế hoạch|vốn|đất|chỉ tiêu|biên chế|kinh phí|hàng|"
    r"thông|dịch|lưu|ban|đến|từ|cho|khác|liên|phải|rằng|thêm|lại|hồ sơ|văn bản)(?!\w)"
)
_MODIFYING = re.compile(
    r"(?:dau tu|xay dung|phat trien|phoi hop|dao tao|boi duong|kiem tra|thanh tra|giam sat|ho tro|hop tac|truyen thong|cai cach|bao ve|thi hanh|chuyen doi)(?!\w)"
)
_NAME_OF_WORK = re.compile(
    r"(?:Quản lý|Đầu tư|đầu tư|Kiểm định|Giám định|Thẩm định|Tư vấn|Hỗ trợ|Xúc tiến|Khai thác|Giám sát|Quy hoạch|Phục hồi|Ứng dụng|Phát triển)$"
)
_BOUND_BEFORE = re.compile(
    r"(?:được|đã|đang|chưa|(?<!thiết )(?<!chuẩn )bị|do|để|việc|nhằm|sẽ|mà|khi|nếu|chủ trì|(?<![Tt]ổ )(?<![Đđ]oàn )(?<![Nn]hóm )công tác|lĩnh vực|thẩm quyền|phụ trách|chủ đầu|nhu cầu|quyền|đại diện|hệ thống|thông tin|phần mềm|quy trình|thủ tục|cơ chế|chính sách|[Aa]n toàn|"
    r"giáo dục và|kế hoạch và|thông tin và|khoa học và|nông nghiệp và|&)$"
)
_NOUN_BEFORE = re.compile(
    r"(?:chương trình|kế hoạch|dự án|nhiệm vụ|trách nhiệm|hoạt động|kinh phí|đề án|phong trào|nguồn vốn)$"
)
_COMPOUND = re.compile(
    r"(?:(?:chế|sản|đề|kết|trích|truy) xuất|(?:công|xác|tiếp|ghi|chấp|thu|bộ phận tiếp) nhận|(?:doanh|nguồn|tổng|thất|trung) thu|(?:trật|thứ|trình) tự|"
    r"(?:trung|cao|sơ|các|cung|phân|khẩn|cứu|lương|trợ) cấp|(?:chương|quá|lộ|công|quy|giáo|giải) trình|(?:cuộc|hội|phiên|kỳ) họp|"
    r"(?:chữ|đăng|nhật|thư) ký|(?:thành|độc|sáng|công) lập|(?:vận|di|luân) chuyển|(?:giấy|thư) mời|(?:y) lấy|(?:khai) trừ|"
    r"(?:ghi) chép|(?:bảo|trấn) giữ|(?:lễ) đón|(?:hồ sơ) lưu)$"
)
_BODY_BEFORE_COMMA = re.compile(r"(?:đoàn|tổ|đội|ban|hội đồng|bộ phận|phòng) [\w ]{3,20},$")
_TITLE = re.compile(r"(?:ủy viên|uỷ viên|phó|chủ tịch|giám đốc|trưởng|bí thư|chánh|hiệu trưởng|tổ trưởng)(?!\w)")
_NAMED_PERSON = re.compile(r"(?:đồng chí|đ/c|ông|bà|thầy|cô)(?: \(bà\))? (?=[A-ZĐÀ-Ỹ])", re.IGNORECASE)
_STOP = re.compile(
    r"(?:nhất là|đặc biệt là|trước hết là|để|nhằm|về việc|về|trong việc|trong quá trình|trong phạm vi|trong công tác|theo|trước ngày|trước|chậm nhất|chậm|là|thì|như sau|nếu|khi|sau khi|"
    r"tại buổi|căn cứ|trên cơ sở|đến hết|hạn chót|hạn cuối|qua|bằng|từ ngày|như|vào|xong|xem xét|xem|cho ý kiến|biết|đồng thời|(?:hằng|hàng) (?:ngày|tuần|tháng|quý|năm)|định kỳ)(?!\w)"
)
_KEPT_STOP = re.compile(r"(?:trước (?:ngày )?\d)(?!\w)")
_TAIL = re.compile(
    r"(?:thuộc|trực thuộc|có liên quan|liên quan|nêu trên|trên địa bàn|trong|của|tại|cấp|được|và|cùng)(?!\w)"
)
_JOIN = re.compile(r"\s*(?:;|,|và|cùng với|cùng)\s+")


@dataclass(frozen=True, slots=True)
class Bodies:
    """Spans of the bodies of one list, in order, and where the text goes on behind it."""

    spans: tuple[tuple[int, int], ...]
    end: int


def body_at(source: FoldedText, position: int) -> bool:
    """Whether the name of a body, group or person may begin at ``position``."""
    head = _HEAD.match(source.lower, position) or _misread_head(source, position)
    if head is None or not _DETERMINER.fullmatch(head[0]):
        return head is not None
    noun = source.skip_blanks(head.end(), len(source.text))
    if _DETERMINER.match(source.folded, noun):
        return body_at(source, noun)
    found = _HEAD.match(source.lower, noun) or _misread_head(source, noun)
    return found is not None or source.text[noun : noun + 1].isupper()


def _misread_head(source: FoldedText, position: int) -> re.Match[str] | None:
    """A head whose marks OCR lost ("đơn vi", "So Xây dựng"): long ones anywhere, short ones before a capital."""
    long = _LONG_HEAD.match(source.folded, position)
    if long is not None:
        return long
    short = _SHORT_HEAD.match(source.folded, position)
    if short is None or not source.text[position].isupper():
        return None
    return short if source.text[short.end() : short.end() + 2].strip()[:1].isupper() else None


def read_bodies(source: FoldedText, start: int, end: int) -> Bodies | None:
    """The list of bodies that begins at ``start``; ``None`` when none does.

    It ends where an act begins ("… rà soát"), at words that no name holds ("để", "trước ngày") and
    at a colon, full stop or end.
    """
    start = source.skip_blanks(start, end)
    if not body_at(source, start) or (act_begins(source, start, start) and not _leaders(source, start)):
        return None
    start = _behind_apposition(source, start, end)
    stop = _list_end(source, start, end)
    if _TELLS.search(source.lower, start, stop) and not adverb_at(source, stop):
        return None
    spans = tuple(_split(source, start, stop))
    return Bodies(spans, stop) if spans else None


def _behind_apposition(source: FoldedText, start: int, end: int) -> int:
    """ "Các đơn vị Trung tâm A, Bệnh viện B": the names behind the common word are who is meant."""
    common = _COMMON.match(source.text, start, end)
    return common.end() if common and body_at(source, common.end()) else start


def read_unlisted(source: FoldedText, start: int, end: int) -> Bodies | None:
    """Somebody whose head word we do not know, told by an act within the next words; ``None`` when there is none.

    Only to be asked behind a word that orders ("đề nghị thân nhân liệt sĩ bổ sung …").
    """
    start = source.skip_blanks(start, end)
    if start >= end or act_at(source, start) or _NO_NAME.match(source.lower, start):
        return None
    count = 0
    for word_start, _ in source.words:
        if word_start <= start:
            continue
        count += 1
        if word_start >= end or count > 10 or source.text[word_start] in ".;:()":
            return None
        if _STOP.match(source.lower, word_start):
            return None
        if act_begins(source, word_start, start):
            span = trim(source.text, start, word_start)
            return Bodies((span,), word_start) if span and span[1] - span[0] > 3 else None
    return None


def _charge_of_person(source: FoldedText, position: int, start: int) -> int:
    """ "Phân công ông X phụ trách …": in charge is what a named person is put, and how a post is named."""
    named = (
        position > start and source.folded.startswith("phu trach", position) and _NAMED_PERSON.match(source.text, start)
    )
    return position + len("phu trach") if named else 0


def _may_modify(source: FoldedText, position: int) -> bool:
    """Whether a verb may belong to the noun before it ("kế hoạch kiểm tra"); an adverb or "cử" begins anew."""
    return not adverb_at(source, position) and _MODIFYING.match(source.folded, position) is not None


def _leaders(source: FoldedText, position: int) -> bool:
    """ "Lãnh đạo các đơn vị", "Thanh tra tỉnh": those who lead or inspect, where a body follows."""
    if source.folded.startswith("lanh dao ", position):
        return body_at(source, position + len("lanh dao "))
    return (
        re.match(
            r"thanh tra (?:tinh|huyen|so|chinh phu|bo|thanh pho|nha nuoc|cac so)(?!\w)",
            source.folded[position : position + 40],
        )
        is not None
    )


def act_begins(source: FoldedText, position: int, start: int) -> int:
    """End of the verb that starts an act at ``position`` inside names that began at ``start``; else 0."""
    if position > start and source.text[position].isupper():
        return 0
    verb_end = act_at(source, position, inside_names=position > start) or _charge_of_person(source, position, start)
    if not verb_end:
        return 0
    before = source.lower[start:position].rstrip()
    bound = (
        _BOUND_BEFORE.search(source.text[start:position].rstrip())
        or (" " not in source.text[position:verb_end] and _COMPOUND.search(source.lower[start:verb_end]))
        or (_NOUN_BEFORE.search(source.text[start:position].rstrip()) and _may_modify(source, position))
        or _to_chuc_is_noun(source, position, before)
        or _verb_names_body(source, position, before)
        or _chairing_names(source, position, before)
    )
    return 0 if bound else verb_end


def _verb_names_body(source: FoldedText, position: int, before: str) -> bool:
    """ "đoàn kiểm tra, đánh giá": verbs that tell what a team is for; "đầu mối giao" hands over nothing here."""
    if any(
        name.start() < position < name.end()
        for name in _FIXED_NAME.finditer(source.folded, max(0, position - 24), position + 14)
    ):
        return True
    if source.folded.startswith("giao", position) and re.search(r"(?:đầu mối|bàn|chuyển|cơ quan)$", before):
        return True
    if _MODIFYING.match(source.folded, position) and _NAME_OF_WORK.search(source.text[:position].rstrip()):
        return True
    if re.match(r"quan l[iy](?!\w)", source.folded[position:]) and _MANAGED.search(before):
        return True
    if _USERS.search(before) and _USING.match(source.folded, position):
        return True
    if not _NAMING_VERB.match(source.folded, position):
        return False
    return bool(_NAMED_BY_VERB.search(before) or _BODY_BEFORE_COMMA.search(before))


def _to_chuc_is_noun(source: FoldedText, position: int, before: str) -> bool:
    """ "cơ quan, tổ chức, đơn vị": the organisations, not the organising."""
    if not source.folded.startswith("to chuc", position):
        return False
    after = source.lower[position + 7 : position + 20].lstrip()
    listed = re.search(r"(?:các|những|mỗi|từng|cơ quan,|đơn vị,|cá nhân,|cơ quan và)$", before) is not None
    followed = re.match(
        r"[,;:]|chính trị|đoàn thể|cá nhân|có liên|liên quan|xã hội|và|hội(?! nghị| thảo| họp| thi| thao| diễn)|tín dụng|cơ quan",
        after,
    )
    return followed is not None or (listed and act_at(source, position + 8) == 0)


def _chairing_names(source: FoldedText, position: int, before: str) -> bool:
    """ "các cơ quan chủ trì Dự án": chairing tells which agency is meant, unless "phối hợp" follows."""
    if not source.folded.startswith("chu tri", position) or not before.endswith(("cơ quan", "đơn vị")):
        return False
    return re.match(r",? *(?:va )?phoi hop|,", source.folded[position + 7 :].lstrip()) is None


def _list_end(source: FoldedText, start: int, end: int) -> int:
    depth = 0
    for word_start, word_end in source.words:
        if word_end <= start:
            continue
        if word_start >= end:
            return end
        mark = source.text[word_start:word_end]
        depth += (mark == "(") - (mark == ")")
        if depth > 0 or mark == ")":
            continue
        if word_start > start and _ends_list(source, start, word_start, end):
            return word_start
    return end


def _ends_list(source: FoldedText, start: int, position: int, end: int) -> bool:
    mark = source.text[position]
    if mark == ":":
        return not _names_follow_colon(source, start, position, end)
    if mark in ".…" and _is_ellipsis(source.text, position):
        return False
    if mark in ".;" or mark in '“”"':
        return not (mark == ";" and _body_follows(source, position + 1, end))
    if mark == ",":
        following = source.skip_blanks(position + 1, end)
        return (
            following >= end or act_begins(source, following, start) > 0 or bool(_STOP.match(source.lower, following))
        )
    if _STOP.match(source.lower, position) and source.text[position].islower():
        return not _PART_OF_NAME.search(source.lower[start : position + 4])
    return act_begins(source, position, start) > 0


_PART_OF_NAME = re.compile(r"(?:thời vụ|(?:kèm|đính kèm|gửi kèm) theo)$")


def _is_ellipsis(text: str, position: int) -> bool:
    """ "An Phú, Bình Long... và đơn vị khác": three dots that leave names out end no list."""
    return text[position] == "…" or ".." in text[max(0, position - 1) : position + 2]


def _body_follows(source: FoldedText, position: int, end: int) -> bool:
    following = source.skip_blanks(position, end)
    return following < end and body_at(source, following) and act_at(source, following) == 0


def _names_follow_colon(source: FoldedText, start: int, position: int, end: int) -> bool:
    """ "các Sở: Công Thương, Y tế": the colon belongs to the name of several bodies."""
    head = source.lower[start:position].rstrip()
    if not re.search(
        r"các (?:sở|sở, (?:ban, )?ngành|ngành|phòng|huyện|xã|phường|tỉnh|bộ|khoa|đơn vị|trường|quận|ban|cục|chi cục)[\w, ]{0,12}$",
        head,
    ):
        return False
    following = source.skip_blanks(position + 1, end)
    return following < end and source.text[following].isupper() and act_at(source, following) == 0


def _split(source: FoldedText, start: int, end: int) -> list[tuple[int, int]]:
    """Parts at commas, semicolons and "và" behind which another body is named."""
    parts: list[tuple[int, int]] = []
    begin = start
    for joint in _JOIN.finditer(source.lower, start, end):
        if joint.start() <= begin or _inside_bracket(source, begin, joint.start()):
            continue
        if _parts_bodies(source, begin, joint):
            parts.append((begin, joint.start()))
            begin = joint.end()
    parts.append((begin, end))
    return [trimmed for part in parts if (trimmed := trim(source.text, *part)) is not None]


def _inside_bracket(source: FoldedText, start: int, position: int) -> bool:
    return source.text.count("(", start, position) > source.text.count(")", start, position)


def _parts_bodies(source: FoldedText, begin: int, joint: re.Match[str]) -> bool:
    """Whether a new body stands behind ``joint``; in "các sở, ban, ngành" none does."""
    following = joint.end()
    if not body_at(source, following):
        return False
    before = source.lower[begin : joint.start()]
    if re.search(r"văn phòng (?:hđnd|hội đồng nhân dân|đoàn [\w ]+|đảng ủy|cấp ủy)$", before.rstrip()):
        return False
    if _NAMED_PERSON.match(source.text, begin) and _TITLE.match(source.lower, following):
        return False
    capital = source.text[following].isupper()
    if re.search(r": ", before) and not capital:
        return False
    if ";" in joint[0] or capital:
        return not _continues_name(source, begin, following, joint[0])
    if re.match(r"(?:các|những|mỗi|từng|toàn thể|một số) ", source.lower[following:]):
        return True
    return _PERSON.match(source.lower, following) is not None and _different_person(before)


def _continues_name(source: FoldedText, begin: int, following: int, joint: str) -> bool:
    """ "Sở Văn hóa, Thể thao …", "các Sở: Y tế, Công an": capital words that are no body of their own."""
    before = source.text[begin:following]
    if ":" in before and ";" not in joint:
        return re.match(r"(?:sở|ubnd|ủy ban|công an|ban|phòng|văn phòng|hội) ", source.lower[following:]) is None
    return False


def _different_person(before: str) -> bool:
    """ "thủ trưởng và cán bộ" are two, "cán bộ, công chức, viên chức" one group."""
    return not re.search(
        r"(?:cán bộ|công chức|viên chức|cơ quan|đơn vị|tổ chức|cá nhân|giáo viên|nhân viên|học sinh)$", before.rstrip()
    )


def trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    """``text[start:end]`` without blanks and marks around it; ``None`` when nothing is left."""
    while start < end and (text[start].isspace() or text[start] in ",;:.-–+*"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:.-–+*"):
        end -= 1
    for ending in (" và", " cùng", " cùng với"):
        if text[start:end].lower().endswith(ending):
            end -= len(ending)
    return (start, end) if start < end else None
