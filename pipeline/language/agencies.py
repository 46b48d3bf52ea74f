"""Who is named: spans of agencies, groups and persons, by their head words and the words that end them.

A statistical recogniser reads "giao Sở Y tế chủ trì" as one name; head words and verbs part it reliably.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.language.folded import FoldedText
from pipeline.language.heads import PERSON, body_at
from pipeline.language.naming_verbs import NAMED_PERSON, act_begins
from pipeline.language.verbs import act_at, adverb_at

_COMMON = re.compile(r"[Cc]ác (?:đơn vị|cơ quan)\s*:?\s+(?=[A-ZĐÀ-Ỹ][a-zà-ỹ])")
_TELLS = re.compile(
    r"(?<!\w)sẽ(?!\w)|(?<!\w)(?:đã|vẫn|vừa|xảy ra|xuất hiện)(?!\w)(?! (?:nêu|ban hành|ký|được|đăng ký|có tên|phân công))"
)
_NO_NAME = re.compile(
    r"(?:của|về|cụ thể|này|đó|trên|nêu|nhiệm vụ|công tác|kỹ thuật|chất lượng|phát triển|đối với|thực tế|tại|trong|số|như|mới|cao|cần|đã|"
    r"được|là|và|có|không|việc|nội dung|với|theo|để|chung|chính|trách nhiệm|quyền|dự toán|kế hoạch|vốn|đất|chỉ tiêu|biên chế|kinh phí|hàng|"
    r"thông|dịch|lưu|ban|đến|từ|cho|bồi thường|hỗ trợ|khác|liên|phải|rằng|thêm|lại|hồ sơ|văn bản)(?!\w)"
)
_TITLE = re.compile(
    r"(?:ủy viên|uỷ viên|phó|chủ tịch|giám đốc|trưởng|bí thư|chánh|hiệu trưởng|tổ trưởng|đội trưởng|cán bộ|công chức|viên chức|chuyên viên|nhân viên|kế toán|văn thư|thư ký|giáo viên|bác sĩ|điều dưỡng|thẩm phán|kiểm sát viên|thành viên)(?!\w)"
)
_OWN_NAME = re.compile(
    r"(?:tổ dân phố|công an(?= (?:xã|phường|huyện|tỉnh|khu vực))|trạm y tế|nhà trường|lực lượng|hội (?:phụ nữ|nông dân|cựu chiến binh|chữ thập đỏ)|đoàn thanh niên|nhà thầu|chủ đầu tư|tư vấn (?:giám sát|thiết kế))(?!\w)"
)
_OF_THE_GROUP = re.compile(r"[\w]+(?: \w+)? (?:trực thuộc|liên quan|có giường)(?!\w)")
_POST = re.compile(
    rf",\s+(?:nguyên )?(?:{_TITLE.pattern}|tỉnh ủy viên|thành viên|chuyên viên|cán bộ|đảng ủy viên|huyện ủy viên)"
)
_STOP = re.compile(
    r"(?:nhất là|đặc biệt là|trước hết là|để|nhằm|về việc|về|trong việc|trong quá trình|trong phạm vi|trong công tác|theo|trước ngày|trước|chậm nhất|chậm|là|thì|như sau|nếu|khi|sau khi|"
    r"tại buổi|căn cứ|trên cơ sở|đến hết|hạn chót|hạn cuối|qua|bằng|từ ngày|như|vào|xong|xem xét|xem|cho ý kiến|biết|đồng thời|(?:một số|những|các) (?:nội dung|nhiệm vụ|công việc|giải pháp|biện pháp)|kính|trân trọng|mỗi (?:cơ quan|đơn vị|địa phương|ngành|trường|xã|phường|tổ)|trong (?:vòng|thời hạn|thời gian|ngày|tuần|tháng|quý|năm|kỳ|dịp)|ngay (?:khi|sau|trong)|(?:hằng|hàng) (?:ngày|tuần|tháng|quý|năm)|định kỳ)(?!\w)"
)
_CHARGED = re.compile(
    r"được (?:phân công|giao)(?: nhiệm vụ| trách nhiệm)? (?:trực tiếp|làm đầu mối|chịu trách nhiệm)(?!\w)"
)
_NAME_OF_OFFICE = re.compile(r"^(?:phòng|ban|vụ|cục|tổ|khoa|bộ phận|trung tâm) [\w -]+$")
_OF_OFFICE = re.compile(
    r"(?:kế toán|công chức|viên chức|cán bộ|điều dưỡng|bảo hiểm|thanh tra(?! (?:huyện|tỉnh|sở|bộ|thành phố|nhà nước|chính phủ)))(?!\w)"
)
"""Words that go on with an office's name ("Phòng Kê khai và Kế toán thuế") though they may begin a name of their own."""
_WORD = re.compile(r"\w+")
_JOIN = re.compile(r"\s*(?:;|,|và|cùng với|cùng(?! (?:cấp|kỳ|ngày|nhau|thời)))\s+")
_PART_OF_NAME = re.compile(
    r"(?:thời vụ|(?:kèm|đính kèm|gửi kèm) theo|cảnh sát .{0,40}(?:hành chính|tội phạm|ma túy) về|(?:quản lý|giám sát) về|(?:ban chỉ đạo|ban chỉ huy|tiểu ban|ủy ban quốc gia|hội đồng|ban chỉ đạo \w+) về)$"
)


@dataclass(frozen=True, slots=True)
class Bodies:
    """Spans of the bodies of one list, in order, and where the text goes on behind it."""

    spans: tuple[tuple[int, int], ...]
    end: int


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
            if _TELLS.search(source.lower, start, word_start):
                return None
            return Bodies((span,), word_start) if span and span[1] - span[0] > 3 else None
    return None


def _leaders(source: FoldedText, position: int) -> bool:
    """ "Lãnh đạo các đơn vị", "Thanh tra tỉnh": those who lead or inspect, where a body follows."""
    if source.folded.startswith("lanh dao ", position):
        return body_at(source, position + len("lanh dao "))
    if re.match(r"[Tt]hanh tra, giám sát (?:ngành|ngân hàng)", source.text[position:]):
        return True
    if re.match(r"[Cc]hỉ huy (?:(?:các )?(?:đơn vị|cơ quan)|công an|quân sự)(?!\w)", source.text[position:]):
        return True
    if re.match(
        r"(?:Tổ|tổ) chức (?:Đoàn|Hội|Công đoàn|Đảng|đảng|đoàn thể|cơ sở)(?!\w)|(?:Tư|tư) vấn giám sát",
        source.text[position:],
    ):
        return True
    return (
        re.match(
            r"(?:thanh tra|thong ke|kiem toan) (?:co so|khu vuc|tinh|huyen|so|chinh phu|bo|thanh pho|nha nuoc|cac so)(?!\w)",
            source.folded[position : position + 40],
        )
        is not None
    )


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
    if _CHARGED.match(source.lower, position):
        return True
    if _STOP.match(source.lower, position) and source.text[position].islower():
        return not _PART_OF_NAME.search(
            source.lower[start:position] + _WORD.findall(source.lower[position : position + 8])[0]
        )
    return act_begins(source, position, start) > 0


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
    parts = [_without_post(source, *part) for part in parts]
    return [trimmed for part in parts if (trimmed := trim(source.text, *part)) is not None]


def _without_post(source: FoldedText, start: int, end: int) -> tuple[int, int]:
    """A person named with a post ("đồng chí Lê An, Phó Chủ tịch UBND tỉnh") is the person."""
    start = source.skip_blanks(start, end)
    post = _POST.search(source.lower, start, end) if NAMED_PERSON.match(source.text, start) else None
    return (start, post.start()) if post else (start, end)


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
    if _NAME_OF_OFFICE.search(before) and _OF_OFFICE.match(source.lower, following) and "và" in joint[0]:
        return False
    if NAMED_PERSON.match(source.text, begin) and _TITLE.match(source.lower, following):
        return False
    if before.startswith("các ") and "," in joint[0] and _OF_THE_GROUP.match(source.lower, following):
        return False
    capital = source.text[following].isupper()
    if re.search(r": ", before) and not capital:
        return False
    if ";" in joint[0] or capital:
        return not _continues_name(source, begin, following, joint[0])
    if re.match(r"(?:các|những|mỗi|từng|toàn thể|một số) ", source.lower[following:]):
        return True
    if _OWN_NAME.match(source.lower, following) and " " in before and not before.startswith(("các ", "những ")):
        return True
    return PERSON.match(source.lower, following) is not None and _different_person(before)


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
