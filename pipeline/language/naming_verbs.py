"""Where a name ends and an act begins: verbs that act, and verbs that are part of a name.

"Đoàn kiểm tra", "đơn vị sử dụng lao động" and "Ban Quản lý dự án" hold verbs that order nothing.
"""

from __future__ import annotations

import re

from pipeline.language.folded import FoldedText
from pipeline.language.heads import body_at
from pipeline.language.verbs import act_at, adverb_at

_NAMED_BY_VERB = re.compile(
    r"(?<!\w)(?:(?<!huyện )(?<!tỉnh )(?<!thành )(?<!công )(?<!liên )(?<!chi )(?<!tập )(?<!sư )(?<!trung )(?<!binh )đoàn|tổ|đội|ban|hội đồng|bộ phận|phòng|cục|chi cục|trung tâm|lực lượng|ủy ban|uỷ ban|tiểu ban|cán bộ|người|(?<!nội )(?<!nghiệp )(?<!dịch )vụ|nhà|chủ|(?<!bệnh )viện)$"
)
_USERS = re.compile(r"(?:(?<!\w)bên|(?<!\w)hộ|cơ quan|đơn vị|công ty|cơ sở|tổ chức|doanh nghiệp|văn phòng|trường|hạt)$")
_MANAGED = re.compile(r"(?<!\w)(?:thuộc|do|địa bàn|phạm vi|lĩnh vực)(?: [\w]+){0,4}$")
_FIXED_NAME = re.compile(
    r"(?:bo|so) chi huy|co quan (?:canh sat )?dieu tra|giao duc thuong xuyen|(?:dich vu|van phong|ban) tong hop|tu van (?:giam sat|thiet ke)|truc bao ve|(?:chi dao|hoi dong|ban|to) chuyen doi so|(?:vien )kiem sat(?: nhan dan)?|kiem sat vien|coi kiem tra|cham kiem tra|canh sat (?:quan ly hanh chinh|dieu tra(?: tong hop| toi pham)?|giao thong|truy na|hinh su)|"
    r"khoa quan ly|hoi dong tu danh gia|ky thuat bao quan|giam sat quan ly|(?:phong|ban|vu) (?:thanh tra|giam sat),? kiem tra(?: va xu ly[ \w]{0,12}sau thanh tra)?|quan ly thu(?! thap| gom)|cap tren(?: truc tiep)?(?: co so)?|truc tiep co so|(?:khoa noi|khoa ngoai|phong ke hoach|phong hanh chinh) tong hop(?!,)"
)
_USING = re.compile(
    r"(?:su dung|quan l[iy]|dau tu|khai thac|cung cap|tu van|dao tao|giup viec|kiem dich|tiep nhan|kiem soat)"
    r"(?! (?:chat che|tot|nghiem|day du|ho so|van ban|danh sach|ban |giay|chung tu|thong tin(?! lien lac)|so lieu|tai lieu|bao cao|kip thoi|cho |cac (?:thong tin|tai lieu|chung tu)))(?!\w)"
)
_NAMING_VERB = re.compile(
    r"(?:kiem tra|thanh tra|giam sat|danh gia|tham dinh|chi dao|chi huy|quan l[iy]|to chuc|bien tap|bien soan|giup viec|dieu hanh|van dong|"
    r"tu van|xet duyet|xet chon|nghiem thu|tiep nhan|ung pho|tuyen sinh|thi dua|xuc tien|tiep cong dan|dieu tra|kiem soat|dao tao|boi duong|"
    r"thi hanh an|su dung|dau tu|khai thac|bao quan|to chuc can bo|cung cap|thuc thi|kiem dich|cuu|thuc hien(?= (?:du an|de an|chuong trinh))|phong chong|tuyen dung|xet tuyen|thi tuyen|cham thi|coi thi|thi hanh)(?!\w)"
)
_MODIFYING = re.compile(
    r"(?:dau tu|xay dung|phat trien|phoi hop|dao tao|boi duong|kiem tra|thanh tra|giam sat|ho tro|hop tac|truyen thong|cai cach|bao ve|thi hanh|chuyen doi)(?!\w)"
)
_NAME_OF_WORK = re.compile(
    r"(?:Quản lý|Đầu tư|đầu tư|Kiểm định|Giám định|Thẩm định|Tư vấn|Hỗ trợ|Xúc tiến|Khai thác|Giám sát|Quy hoạch|Phục hồi|Ứng dụng|Phát triển)$"
)
_BOUND_BEFORE = re.compile(
    r"(?:được|đã|đang|chưa|(?<!thiết )(?<!chuẩn )(?<!dự )bị|do|để|(?<!giúp )việc|nhằm|sẽ|mà|khi|nếu|chủ trì|(?<![Tt]ổ )(?<![Đđ]oàn )(?<![Nn]hóm )công tác|lĩnh vực|thẩm quyền|phụ trách|chủ đầu|nhu cầu|quyền|đại diện|hệ thống|(?<!Công nghệ )thông tin|phần mềm|quy trình|thủ tục|cơ chế|chính sách|[Aa]n toàn|"
    r"giáo dục và|kế hoạch và|thông tin và|khoa học và|nông nghiệp và|&)$"
)
_NOUN_BEFORE = re.compile(
    r"(?:chương trình|kế hoạch|dự án|nhiệm vụ|trách nhiệm|hoạt động|kinh phí|đề án|phong trào|nguồn vốn)$"
)
_COMPOUND = re.compile(
    r"(?:(?:chế|sản|đề|kết|trích|truy|đột) xuất|(?:công|xác|tiếp|ghi|chấp|thu|chứng|bộ phận tiếp) nhận|(?:doanh|nguồn|tổng|thất|trung) thu|(?:trật|thứ|trình) tự|"
    r"(?:trung|cao|sơ|các|cùng|cung|phân|khẩn|cứu|lương|trợ) cấp|(?:chương|quá|lộ|công|quy|giáo|giải) trình|(?:cuộc|hội|phiên|kỳ|dự) họp|"
    r"(?:chữ|đăng|nhật|thư) ký|(?:hậu|chuyên|nhu) cần|(?:gia|giá trị|tái|tuần|quà) tăng|(?:quân|nghiêm|ngăn) cấm|(?:thành|độc|sáng|công) lập|(?:vận|di|luân) chuyển|(?:giấy|thư) mời|(?:y) lấy|(?:khai) trừ|(?:bầu|ứng|đề|tiến|bình) cử|"
    r"(?:ghi) chép|(?:người) (?:nộp|nhận|mua|bán|gửi|xin|thu|đăng ký)|(?:bảo|trấn) giữ|(?:lễ) đón|(?:hồ sơ) lưu|(?:tòa|toà) soạn|(?:giúp việc) cho)$"
)
_BODY_BEFORE_COMMA = re.compile(r"(?:đoàn|tổ|đội|ban|hội đồng|bộ phận|phòng) [\w ]{3,20},$")
NAMED_PERSON = re.compile(
    r"(?:đồng chí|đ/c|ông|bà|thầy|cô|(?:đại|thượng|trung|thiếu) (?:tướng|tá|úy))(?: \(bà\))? (?=[A-ZĐÀ-Ỹ])",
    re.IGNORECASE,
)


_SAID_OF_BODY = re.compile(
    r"(?<!\w)(?:chưa|không|đã|đang|có|được|bị|chậm) (?:gửi|nộp|lập|thực hiện|hoàn thành|ban hành|bố trí|đăng ký|triển khai)(?: đủ)?$"
)
_LINKS = re.compile(r"(?:co (?:trach nhiem|nhiem vu|nghia vu)|chiu trach nhiem)(?!\w)")


def _inside_capitals(source: FoldedText, position: int, end: int) -> bool:
    """ "Công ty Xây lắp Tây Sơn": one small syllable between capitals that begin no body's name."""
    before = source.text[:position].rstrip().rsplit(None, 1)[-1:]
    after = source.skip_blanks(end, len(source.text))
    return (
        " " not in source.text[position:end]
        and bool(before)
        and before[0][:1].isupper()
        and not before[0].isupper()
        and source.text[after : after + 1].isupper()
        and not body_at(source, after)
    )


def _charge_of_person(source: FoldedText, position: int, start: int) -> int:
    """ "Phân công ông X phụ trách …": in charge is what a named person is put, and how a post is named."""
    named = (
        position > start and source.folded.startswith("phu trach", position) and NAMED_PERSON.match(source.text, start)
    )
    return position + len("phu trach") if named else 0


def _may_modify(source: FoldedText, position: int) -> bool:
    """Whether a verb may belong to the noun before it ("kế hoạch kiểm tra"); an adverb or "cử" begins anew."""
    return not adverb_at(source, position) and _MODIFYING.match(source.folded, position) is not None


def act_begins(source: FoldedText, position: int, start: int) -> int:
    """End of the verb that starts an act at ``position`` inside names that began at ``start``; else 0."""
    if position > start and source.text[position].isupper():
        return 0
    verb_end = act_at(source, position, inside_names=position > start) or _charge_of_person(source, position, start)
    if not verb_end:
        return 0
    if _LINKS.match(source.folded, position):
        return verb_end
    before = source.lower[start:position].rstrip()
    bound = (
        _inside_capitals(source, position, verb_end)
        or _BOUND_BEFORE.search(source.text[start:position].rstrip())
        or (" " not in source.text[position:verb_end] and _COMPOUND.search(source.lower[start:verb_end]))
        or (_NOUN_BEFORE.search(source.text[start:position].rstrip()) and _may_modify(source, position))
        or _to_chuc_is_noun(source, position, before)
        or _verb_names_body(source, position, before)
        or _chairing_names(source, position, before)
        or _SAID_OF_BODY.search(before)
    )
    return 0 if bound else verb_end


def _verb_names_body(source: FoldedText, position: int, before: str) -> bool:
    """ "đoàn kiểm tra, đánh giá": verbs that tell what a team is for; "đầu mối giao" hands over nothing here."""
    if any(
        name.start() < position < name.end()
        for name in _FIXED_NAME.finditer(source.folded, max(0, position - 44), position + 30)
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
        r"[,;:]|đảng(?! viên)|đoàn(?! kiểm| công tác| đi| thăm| khảo sát| liên ngành| giám sát)|chính trị|đoàn thể|cá nhân|có liên|liên quan|xã hội|và|hội(?! nghị| thảo| họp| thi| thao| diễn| khỏe| khoẻ| chợ| trại| xuân| báo| giảng| đàm| sách| ngộ)|tín dụng|cơ quan",
        after,
    )
    return followed is not None or (listed and act_at(source, position + 8) == 0)


def _chairing_names(source: FoldedText, position: int, before: str) -> bool:
    """ "các cơ quan chủ trì Dự án": chairing tells which agency is meant, unless "phối hợp" follows."""
    if not source.folded.startswith("chu tri", position) or not before.endswith(("cơ quan", "đơn vị")):
        return False
    return re.match(r",? *(?:va )?phoi hop|,", source.folded[position + 7 :].lstrip()) is None
