"""Where an act begins: the verbs and adverbs that orders in official letters start with.

Verbs of several syllables are looked up without marks (OCR loses those), single syllables with
them, because "cử" and "cứ", "gửi" and "gùi" differ in nothing else.
"""

from __future__ import annotations

import re

from pipeline.language.folded import FoldedText

_ADVERBS = """
khan truong|chu dong|tich cuc|tiep tuc|thuong xuyen|kip thoi|nghiem tuc|dinh ky|truc tiep|quyet liet|tap trung|
tang cuong|day manh|quan tam|phat huy|kien quyet|tuyet doi|quyet tam|no luc|phan dau|uu tien|san sang|thong nhat|
som|nhanh chong|trien khai|dong thoi|khong duoc|khong de|nghiem cam|lam tot|hang ngay|dinh ki|phai|can|chi|
co trach nhiem|chiu trach nhiem|co nhiem vu|phai co|can co|chu trong|chu y|luu y|bam sat|phu hop|gap rut|tung buoc
"""
_VERBS = """
tham muu|ra soat|tong hop|xay dung|ban hanh|kiem tra|huong dan|don doc|cung cap|chuan bi|bo tri|dang ky|dang ki|thuc hien|
bao cao|phoi hop|chu tri|chi dao|lanh dao|to chuc|theo doi|giam sat|danh gia|thong ke|thong bao|pho bien|tuyen truyen|
truyen thong|quan triet|nghien cuu|de xuat|kien nghi|xem xet|giai quyet|xu ly|xu li|tiep nhan|tien hanh|hoan thanh|hoan thien|
hoan chinh|cap nhat|cong khai|dam bao|bao dam|de cu|gioi thieu|phan cong|phan bo|can doi|bo sung|dieu chinh|sua doi|
nang cao|tao dieu kien|ho tro|van dong|huy dong|su dung|quan ly|quan li|thanh tra|kiem soat|duy tri|cung co|kien toan|
thanh lap|xac dinh|xac nhan|xac minh|thu thap|khao sat|lua chon|lay y kien|gop y|dong gop|tham gia|tham du|tra loi|
phan hoi|doi chieu|ban giao|tiep thu|giai trinh|niem yet|dang tai|cong bo|cap phat|thanh toan|quyet toan|tham dinh|
phe duyet|hoan tra|thu hoi|khac phuc|chan chinh|phong ngua|ngan chan|phat hien|canh bao|ung pho|truc ban|so ket|
tong ket|khen thuong|dao tao|boi duong|tap huan|long ghep|gan ket|ket noi|chia se|tich hop|so hoa|van hanh|
khai thac|bao quan|bao ve|lap dat|trang bi|mua sam|sua chua|nang cap|dau tu|xuc tien|quang ba|bien soan|
in an|phat hanh|cap phep|nghiem thu|ke khai|rut kinh nghiem|xin y kien|doi moi|siet chat|tan dung|chap hanh|
tuan thu|nam bat|nam chac|nam tinh hinh|lam viec|lam ro|lam dau moi|dua tin|lien he|trung tap|dieu dong|ket xuat|
phat dong|huong ung|ve sinh|di doi|so tan|khoanh vung|truy vet|cach ly|xet nghiem|phan luong|phan loai|thu gom|
phan cap|uy quyen|doi thoai|giai ngan|chi tra|thao go|thuc day|khuyen khich|ky ket|cam ket|phuc vu|thi hanh|
ket thuc|dieu tra|trinh|phat trien|xay dung|lap ke hoach|lap danh sach|lap ho so|lap bao cao|len ke hoach|
tham van|phan anh|hop trien khai|co ke hoach|co bien phap|co phuong an|co van ban|co giai phap|co y kien|co hinh thuc|
dieu hanh|dien tap|tuyen dung|tuyen chon|xet chon|xet duyet|quy dinh|quy hoach|cham lo|tham hoi|tang qua|treo co|
treo bang|trang tri|tri tien|thuc thi|ap dung|trich xuat|nghiem tuc|lam co so|dua vao|lap bien ban|luu tru|luu giu|
luu ho so|cai cach|cai tien|dinh huong|quyet dinh|cu can bo|cu nguoi|cu dai dien|the hien|coi trong|hoat dong|
thong qua|tham khao|trinh bay|bao quat|truy cap|trien khai|thi diem|nhan rong|tri an|to giac|ngung|ra quan|dang bai|
de nghi|yeu cau|giao|hen|tang cuong|ghi nhan|kiem diem|tu kiem tra|ky cam ket|rao don|gia co|khoi thong|phun thuoc|
truc cap cuu|thu dung|tiem chung|dang ky|cho phep|tam dung|dinh chi|cham dut|tiep cong dan|bao tri|kiem ke|
day nhanh|tuan tra|co mat|mang theo|giai phong mat bang|phat quang|cam moc|do dac|kiem dem|cuong che|thao do|xu phat|thanh ly|tuyen duong|bieu duong|
trao tang|ghi hinh|phat song|viet bai|neu ro|nhap lieu|khai bao|binh xet|xet tang|bo nhiem|luan chuyen|sap xep|tinh gian|chuyen doi|chuyen giao|tiem phong|khu khuan|
lay mau|cham soc|sang loc|cuu tro|ung truc|canh gac|bao duong|duy tu|nao vet|cai tao|tam ung|hach toan|khoa so|tiet kiem|cat giam|ra pha|giao luu|lien ket|keu goi|thu hut|
trung bay|binh on|dieu tiet|dieu phoi|tieu huy|hop thao|giai toa|vun xoi|dinh ky|day lui|tang toc|gop phan|hop nhat|chan chinh|chot so lieu|thong suot|phoi ket hop|
chia lam|bo tri sap xep|dap ung|tran trong|duyet|xem lai|lam viec|on dinh|giu vung|cung ung|thong tin kip thoi|thong tin rong rai|quan ly chat|tiep can|nhan tin|dong hoc phi|gui|nop|xet|tap hop|thay the|bai bo|huy bo|in sao|gui bao cao|tong ra soat|doi soat|ra quyet dinh|thuc tap|hop tac|truyen tai|khoi cong|
thiet lap|tham tra|truy quet|thuong luong|phuc tra|xuc xa|suc xa|thong xe|gia han|dam nhiem|dam nhan|khoi phuc|tam ngung|dong cua|dong dau|nhac nho|ran de|goi hoi|
di doi|chang chong|tuc truc|tiep te|khu trung|tieu doc|phan bien|tham nhap|cau thong|tang thoi luong|rao chan|dung bien|theo sat|tra cuu|lap bang|duy tri lien lac|
giup do|dong hanh|bat dau|mo rong|thuc hanh|cham diem|danh so|nhan ban|luan phien|ve so|tam hoan|dong bo|chinh trang|son sua|phuc hoi|uom giong|xuong giong|gieo trong
"""
_OPENERS = """
tu van|tieu thu|dieu tri|giang day|tuyen sinh|cap cuu|tro giup|du bao|quan trac|kiem dinh|giam dinh|dau gia|van chuyen|thi cong|thu hoach|
hoc tap|ren luyen|coi thi|cham thi|thi tuyen|xet tuyen|phong chong|phong,? chong|phan tich|tham quan|nhan dien|du toan|
xoa bo|truy thu|truy quet|tran ap|dau tranh|hoa giai|tiep dan|doi song|kien tao|bat giu|khoi to|hoan doi|hieu chinh|giam thieu|han che|sap nhap|chia tach
"""
_NO_VERB = re.compile(r"lưu trú|đình (?!chỉ)")
_SINGLES = """
cử|gửi|nộp|lập|soạn|ký|kí|ghi|lưu|xuất|nhập|giữ|giúp|mở|dừng|treo|xét|chọn|tự|phun|tiêm|thu|cấp|xóa|xoá|gỡ|
xin|nhận|họp|mời|cho|trình|chuyển|đưa|đón|nêu|không|luôn|sớm|ngay|cần|phải|dành|gắn|trích|đăng|
chốt|khóa|khoá|trả|rút|hoãn|lùi|nhắc|gom|quét|dọn|trồng|nạo|viết|hủy|huỷ|lấy|nắm|in|cấm|cắm|lắp|trao|tăng|bắn|chặn|đóng|đo|xả|vét
"""


def _alternatives(listing: str) -> str:
    words = {word.strip() for word in listing.replace("\n", "").split("|") if word.strip()}
    return "|".join(sorted((re.sub(r" +", " +", word) for word in words), key=len, reverse=True))


_MANY = re.compile(rf"(?:{_alternatives(_ADVERBS.rstrip() + '|' + _VERBS.lstrip())})(?!\w)")
_OPENS = re.compile(rf"(?:{_alternatives(_OPENERS)})(?!\w)")
_ONLY_ADVERB = re.compile(rf"(?:{_alternatives(_ADVERBS)})(?!\w)")
_ONE = re.compile(rf"(?:{_alternatives(_SINGLES)})(?!\w)")
_MARKED = re.compile(r"(?:giao|gia cố|cần|chỉ|phải|trình|sớm|hẹn|ngưng)(?!\w)")
_AMBIGUOUS = re.compile(r"(?:giao|gia co|can|chi|phai|trinh|som|hen|ngung)(?!\w)")
_NOUNS = re.compile(
    r"(?:thong bao|bao cao|ke hoach|quyet dinh|cong van|de nghi|yeu cau|quy dinh|huong dan|quy hoach|thong ke) "
    r"(?:so \d|nay\b|tren\b|cua\b|nhanh cua\b|ket qua cua\b)|trinh (?:do|tu)\b|chi (?:cuc|thi|nhanh|tieu|phi|bo|tiet|so)\b|"
    r"can (?:bo|cu|tho|thiet)\b|phoi hop cua\b|dau tu cong\b|bao (?:hiem|ton|luc)\b|phai (?:dan|doan)\b|"
    r"chi huy\b|giao (?:duc|thong|vien|an|dich|luu)\b|thu (?:truong|tuong|vien|tuc|do|y|ky|nhap|ngo|moi)\b|ky (?:thuat|luat|niem|hieu|hop)\b|"
    r"cho (?:toi|den)\b|chi dao tuyen\b|tap (?:the|doan)\b|nhan (?:duoc|dan|vien|luc|su|thuc)\b|"
    r"bao (?:chi|dai)\b|kinh phi\b|cap (?:cuu|uy|tren|duoi|trung uong|quan(?! trang)|tinh|huyen|xa|phong|co so|nuoc|so)\b|hop (?:dong|phap|tac xa)\b|"
    r"tinh (?:uy|doan|hinh)\b|luu y\b(?=:)|dang (?:uy|bo|vien|doan)\b|tra (?:vinh|my|bong)\b|in (?:\d)|tu (?:phap|lieu|ngay|nhan)\b|"
    r"chuyen (?:vien|mon|de|nganh|gia)\b|nhap (?:khau)\b|xuat (?:khau|ban)\b|doi ngoai\b"
)


def act_at(source: FoldedText, position: int, inside_names: bool = False) -> int:
    """End of the verb or adverb that an act starts with at ``position``; 0 when none stands there.

    ``inside_names``: names run up to ``position``, so that verbs which also tell what a body is for
    ("tư vấn", "thi công") do not count.
    """
    if _NOUNS.match(source.folded, position) or _NO_VERB.match(source.lower, position):
        return 0
    many = _MANY.match(source.folded, position)
    if many and _is_verb(source, many):
        return many.end()
    if re.match(r"dự trù(?! kinh phí)", source.lower[position : position + 16]):
        return position + len("dự trù")
    one = _ONE.match(source.lower, position) or (None if inside_names else _OPENS.match(source.folded, position))
    return one.end() if one else 0


def _is_verb(source: FoldedText, match: re.Match[str]) -> bool:
    """Whether what looks like a verb without marks is one: no capital inside, and "giao" is not "giáo"."""
    printed = source.text[match.start() + 1 : match.end()]
    if any(character.isupper() for character in printed) and not printed.isupper():
        return match[0].startswith(("co ", "lap ", "len "))
    return not _AMBIGUOUS.fullmatch(match[0]) or _MARKED.match(source.lower, match.start()) is not None


def adverb_at(source: FoldedText, position: int) -> bool:
    """Whether an adverb that only acts take stands there ("khẩn trương", "chủ động")."""
    return _ONLY_ADVERB.match(source.folded, position) is not None


def starts_with_act(text: str) -> bool:
    """Whether ``text`` opens with an act ("Rà soát, tổng hợp…") rather than with a thing ("Tình hình…")."""
    return act_at(FoldedText(text), 0) > 0
