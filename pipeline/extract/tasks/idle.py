"""Sentences that order nothing: closing words, courtesy, contacts, effect, costs, permissions, boilerplate."""

from __future__ import annotations

import re

from pipeline.language.verbs import starts_with_act
from schemas.folding import fold

_GENERIC = re.compile(
    r"(?:(?:quan tam|nghiem tuc|khan truong|phoi hop|chi dao|to chuc|trien khai|thuc hien|thi hanh|duoc biet|biet|tot|day du|dung|cac noi dung|noi dung|neu|tren|"
    r"nay|chi thi|cong van|ke hoach|thong bao|quyet dinh|van ban|theo quy dinh|co hieu qua|hieu qua|kip thoi|de|va|chu dong|tich cuc|thong nhat|nhung|cac|mot so|viec|"
    r"nhiem vu|yeu cau|dam bao|bao dam|chat luong|tien do|cong dien|theo huong dan|duoi day|hoan thanh|tinh than|cung|dong bo|giay moi|tham du|du hop|thanh phan|thoi gian|quan triet|sau sac|"
    r"quyet liet|dat ket qua(?: cao nhat)?|nhu sau|sau day|sau|cu the|cong viec|da de ra|theo|duoc giao|nghiem|nghiem chinh|tap trung|tiep tuc|can|phai|mot cach|ngay|"
    r"hoat dong|bien phap|giai phap|phan cong|trong tam|trong thoi gian (?:den|toi)|nhat la|luu y|trong do|voi|o|tai|cong tac|thuong xuyen|tang cuong|theo dung|truc tiep|lanh dao|can cu|nhan dan|chinh xac|voi trach nhiem cao|chiu trach nhiem ve ket qua(?: thuc hien)?|tai (?:co quan|don vi|dia phuong)(?:,? (?:don vi|dia phuong))* minh)(?!\w)[\s,;:.]*)*"
)
_BOILERPLATE = re.compile(
    r"(?:chiu trach nhiem|co trach nhiem) (?:thi hanh|thuc hien) (?:quyet dinh|nghi quyet|chi thi|thong tu|quy che|quy dinh)(?: nay)?(?!\w)|"
    r"can cu (?:vao )?quyet dinh (?:nay )?(?:chiu trach nhiem )?thi hanh|co hieu luc (?:thi hanh )?ke tu|het hieu luc|chiu trach nhiem thi hanh\W*$"
)
_COURTESY = re.compile(
    r"(?:rat )?mong (?:nhan duoc|duoc|quy|cac|su|don vi)|xin (?:chan thanh|tran trong) cam on|tran trong (?:cam on|kinh chao|thong bao)|"
    r"tren day la|nay thong bao|thong bao (?:de|den) .{0,80}(?:biet|thuc hien)|xin bao cao|kinh (?:bao cao|thong bao)"
)
_CONTACT = re.compile(
    r"(?:vui long |xin )?lien he(?: truc tiep)?(?: voi| qua| theo|:| dong chi| d/c| so| phong| bs| bac s[iy]| ong| ba| anh| chi| chuyen vien| dien thoai| duong day| [a-z]+\.)|so dien thoai|moi (?:thong tin|thac mac|chi tiet)|thong tin chi tiet"
)
_COSTS = re.compile(
    r"^(?:kinh phi|chi phi|nguon kinh phi|muc chi|mien phi|che do(?! bao cao| thong tin))(?!\w)|thanh toan theo (?:quy dinh|che do)|tu tuc"
)
_PERMISSION = re.compile(r"^(?:[^,;:]{0,60} )?(?:co the|duoc phep|duoc quyen|khuyen khich)(?!\w)")
_ANSWERABLE = re.compile(
    r"(?:phai |se )?chiu (?:hoan toan )?trach nhiem (?:truoc|theo quy dinh|ve moi|neu|toan bo)|nguoi dung dau .{0,30}chiu trach nhiem|xem nhu (?:thong nhat|dong y)|coi nhu"
)
_OPINION = re.compile(
    r"(?:tu giai (?:tan|the)|xin loi|(?:hoat dong|lam viec) theo (?:che do|nguyen tac|quy che)|danh gia cao|ghi nhan|bieu duong su|hoan nghenh|co ban (?:nhat tri|thong nhat|dong y)|nhat tri|dong y|cam on|thong nhat (?:thoi gian|dia diem|phuong an|voi|chu truong|noi dung|de xuat|theo|cao))(?!\w)|.*(?:coi nhu|xem nhu|duoc coi la) (?:thong nhat|dong y|khong)"
)
_INFORMS = re.compile(
    r"(?:xin |tran trong |kinh )*(?:thong bao|tra loi|bao cao|phuc dap)(?: noi dung nay)? (?:de|den|cho|toi) .{2,160}?biet(?:(?:,| va) (?:to chuc |trien khai |chi dao )*(?:thuc hien|chi dao|phoi hop|lien he)(?: thuc hien)?)?$"
)
_TROUBLE = re.compile(
    r"(?:neu |trong qua trinh (?:to chuc |trien khai )*(?:thuc hien|trien khai),? )(?:co|gap|phat sinh)(?: nhung| cac)? ?(?:kho khan|vuong mac|phat sinh|van de|noi dung (?:chua|can)|truong hop)[^;]{0,160}?(?:phan anh|bao cao|thong tin|trao doi|lien he|kip thoi|gui)"
)
_SANCTION = re.compile(
    r"(?:(?:qua|sau|ngoai|het) (?:thoi (?:han|gian|diem)|han)|muon|tre han|khong dung han)[^.;]{0,90}?(?:khong (?:duoc (?:xem xet|nhan|tiep nhan|giai quyet|ho tro)|tiep nhan|giai quyet|xem xet|nhan|chiu)|coi nhu|xem nhu|se )"
)
_PETITION = re.compile(
    r"(?!.{0,80}(?<!\w)khi nhan duoc).{0,80}nhan duoc (?:don|phan anh|kien nghi|khieu nai)(?!\w)[^.;]{0,200}?(?<!\w)(?:cua|ong|ba)(?!\w)[^.;]{0,160}?"
    r"(?<!\w)(?:yeu cau|de nghi|kien nghi) (?!(?:uy ban|ubnd|so|phong|ban|cac|chu tich|truong|cong an|quy|don vi|dong chi|ong|ba|toa|vien|chi cuc|cuc|to chuc lai)(?!\w))"
)
"""What somebody wrote in asking for: told of ("… nhận được đơn của ông A yêu cầu bồi thường …"), unless a body is asked behind it."""
_SHIFTED = re.compile(r"(?:neu|truong hop)[^,;.]{0,60}trung (?:vao |voi )?(?:cac )?ngay (?:nghi|le|thu bay)")
_PAST = re.compile(r"(?:đã|đang|chưa|còn|vẫn|được|bị)\s", re.IGNORECASE)


_CONTENT_OF = re.compile(
    r"(?:noi dung )?(?:bao cao|van ban|ke hoach|ho so|tham luan)(?: (?!can |phai )\w+){0,4} (?:can|phai)(?: tap trung| danh gia| neu| the hien| lam ro)[^:;.]{0,80}:\s*$"
)
"""What a paper has to hold, told before the items: it belongs to the order that asks for the paper."""
_SUFFERS = re.compile(
    r"(?:[^,;:]{0,90} )?thì (?:sẽ )?(?:bị|coi như|xem như|không được (?:xét|xem xét|công nhận|hưởng))(?!\w)"
)
"""What happens to who does not ("… thì bị xem xét kỷ luật")."""
_GRANTED = re.compile(r"(?:[^,;:]{0,60} )?được (?:lùi|gia hạn|miễn|giảm|hưởng|ưu tiên|nghỉ|hoàn|bố trí nghỉ)(?!\w)")
_CONTACT_TAIL = re.compile(
    r"[;,.]?\s*(?:neu (?:can|co)|(?<!dau )moi|thong tin|trong qua trinh|de biet them|chi tiet)[^;]{0,160}?(?:lien he|lien lac|lien h)(?!\w)"
)


def contact_start(sentence: str, end: int) -> int:
    """``end`` of a sentence, drawn back to where it goes on to tell whom to ask ("…; nếu cần … liên hệ …")."""
    tail = _CONTACT_TAIL.search(fold(sentence))
    return end - (len(sentence) - tail.start()) if tail and tail.start() > 10 else end


def closes(sentence: str) -> bool:
    """Whether a sentence sums up ("Trên đây là …"), so that nothing behind it in its paragraph lists acts."""
    return (
        re.match(
            r"(?:tren day|nay thong bao|tran trong(?! (?:de nghi|yeu cau|kinh de nghi|giao)))(?!\w)",
            fold(sentence).lstrip(),
        )
        is not None
    )


def is_generic(act: str) -> bool:
    """Whether an act says nothing but "carry it out": every word is one of the closing formula's."""
    return _GENERIC.fullmatch(re.sub(r"^\W+|\W+$", "", fold(act))) is not None


def orders_nothing(sentence: str) -> bool:
    """Whether a sentence as a whole is courtesy, contact, effect or cost, whatever verbs it holds."""
    folded = fold(sentence).strip()
    return bool(
        _TROUBLE.search(folded)
        or _SANCTION.search(folded)
        or _SHIFTED.match(folded)
        or _PETITION.match(folded)
        or _BOILERPLATE.search(folded)
        or re.match(_COURTESY, folded)
        or _COSTS.search(folded)
        or "tran trong cam on" in folded
        or re.match(_CONTACT, folded)
    )


def _grants_to_others(act: str) -> bool:
    """ "Kiểm tra các cơ sở được phép …": the act comes first, the permission is somebody else's."""
    return starts_with_act(act.strip(" ,;:")) and re.search(r"duoc (?:phep|quyen)", fold(act)[:70]) is not None


def is_idle_act(act: str) -> bool:
    """Whether what is asked is no work: to contact somebody, to be answerable, to be allowed, to have done."""
    folded = fold(act).strip(" ,;:")
    return bool(
        not folded
        or re.match(_CONTACT, folded)
        or _ANSWERABLE.match(folded)
        or _BOILERPLATE.match(folded)
        or (_PERMISSION.match(folded) and not _grants_to_others(act))
        or _OPINION.match(folded)
        or _INFORMS.match(folded.rstrip(" ./"))
        or _SUFFERS.match(act.lower())
        or _CONTENT_OF.match(fold(act).strip())
        or (_GRANTED.match(act.lower().strip(" ,;:")) and not starts_with_act(act.strip(" ,;:")))
        or _PAST.match(act.lstrip(" ,;:"))
    )
