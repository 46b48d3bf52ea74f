"""Words that names of bodies, groups and persons begin with: "Sở", "UBND", "Ban Quản lý", "Thủ trưởng".

Official letters name bodies by a closed set of heads; OCR may take the marks off them.
"""

from __future__ import annotations

import re

from pipeline.language.folded import FoldedText

_BODIES = (
    r"sở(?! hữu)|ban(?! hành)|phòng(?!,? (?:chống|ngừa|cháy|dịch|vệ|bệnh))|ubnd|ub|uỷ ban|ủy ban|hđnd|hội đồng|cục|chi cục|tổng cục|vụ(?! án| việc| mùa)|viện|văn phòng|vp|thanh tra|công an|bộ(?! phận)|toà án|tòa án|"
    r"trung tâm|tt|bệnh viện|ttyt|bvđk|bv|tyt|trạm|nhà trường|trường(?! hợp)|đại học|học viện|đài|báo(?! cáo)|kho bạc|bảo hiểm|bhxh|ngân hàng|"
    r"liên đoàn|công đoàn|hội(?! nghị)|đoàn|tỉnh đoàn|thành đoàn|huyện đoàn|mặt trận|ubmttq|ubmttqvn|mttq|bql|công ty|tập đoàn|tổng công ty|"
    r"điện lực|quỹ|khoa(?! học)|bộ môn|tổ(?! chức)|đội|thư viện|bảo tàng|hạt|đồn|cơ quan|đơn vị|doanh nghiệp|hợp tác xã|htx|liên minh|"
    r"đảng ủy|đảng uỷ|đảng bộ|chi bộ|chi(?=, đảng bộ)|tỉnh ủy|tỉnh uỷ|thành ủy|thành uỷ|huyện ủy|huyện uỷ|quận ủy|thị ủy|cấp ủy|cấp uỷ|ban cán sự|đảng đoàn|"
    r"thường trực|bộ phận|lực lượng|quân khu|hải quan|thuế|kiểm lâm|cảng|nhà máy|xí nghiệp|nhà xuất bản|cổng|tổ chức|đoàn thể|"
    r"chính phủ(?! điện tử| số)|quốc hội(?! khóa| khoá)|xóm|khu dân cư|tổ dân phố|(?:(?<=mỗi )|(?<=từng )|(?<=các ))bản(?! (?:sao|án|chụp|kê|giấy|tin|ghi|cam|đăng|đồ|quyền|thân|chất|mẫu|báo|vẽ|kiểm|đề|in|dịch|tự|tổng|kết|thuyết|điện|mềm|cứng|hướng|tóm|thảo|nhận|khai|dự|mô|kế|quy|xác|thông|trích|chính|gốc|photo|scan|công|đánh|đặc|hợp|nháp|khảo|góp|tham|luận|phân|lề|tường|điều|thỏa|ký|số|thu)(?!\w))|"
    r"chính quyền|kíp(?= trực)|liên danh|tư vấn(?= (?:giám sát|thiết kế))|khu(?= quản lý)|nhà đầu tư|trung đoàn|lữ đoàn|sư đoàn|tiểu đoàn|binh đoàn|đại đội|bộ đội|chi ủy|chi uỷ|chi hội|nghiệp đoàn|cơ sở(?! vật chất| pháp lý| dữ liệu| để)|địa phương|cấp(?! nước| thoát)|chỉ huy(?= (?:các|đơn vị|công an|quân sự))|ngành|bên(?! cạnh)|chủ(?= (?:hồ|đập|đò|bến|kho|phòng trọ|nhà trọ|cửa hàng|cơ sở|lô|rừng|phương tiện|tàu|sử dụng|nhà|trang trại|doanh nghiệp|dự án|vật nuôi))|hãng|thống kê(?= (?:tỉnh|thành phố|cơ sở|khu vực|xã|huyện))|khách hàng|nhóm|vườn quốc gia|khu bảo tồn|hiệp hội|liên hiệp|đặc khu|bưu điện|chi nhánh|tạp chí|tòa soạn|toà soạn|nhà hát|câu lạc bộ|khu phố|ấp|buôn|lâm trường|nông trường|phân hiệu|phân viện|phân xưởng|chi đoàn|liên đội|nhà văn hóa|nhà thiếu nhi|hội thẩm|hai(?= (?:sở|ngành|đơn vị|cơ quan|bên|ban|huyện|địa phương))|nhà mạng|kiểm toán|gia đình|chủ đầu tư|nhà thầu|tiểu ban|cụm|khối|xã(?! h.i)|phường|quận|huyện|tỉnh|thành phố|thị xã|thị trấn|thôn|bchqs|viettel|vnpt|"
    r"các|những|mỗi|từng|toàn thể|tất cả|một số|quý"
)
_PERSONS = (
    r"thủ tướng|phó thủ tướng|tổng bí thư|chủ tịch|phó chủ tịch|(?:đại|thượng|trung|thiếu) (?:tướng|tá|úy|uý)|thẩm phán|kiểm sát viên|chấp hành viên|điều tra viên|thẩm tra viên|thanh tra viên|kiểm tra viên|kiểm lâm viên|"
    r"cộng tác viên|tuyên truyền viên|hướng dẫn viên|thuyền trưởng|thuyền viên|tổng biên tập|quản đốc|thủ kho|thủ quỹ|chiến sĩ|chiến sỹ|quân nhân|dược sĩ|dược sỹ|huấn luyện viên|văn thư(?= (?:cơ quan|sở|phòng|đơn vị|ubnd|nhà trường|trường))|"
    r"giám đốc|phó giám đốc|trưởng|phó trưởng|thủ trưởng|chánh|phó chánh|cục trưởng|chi cục trưởng|vụ trưởng|viện trưởng|"
    r"bí thư|phó bí thư|hiệu trưởng|phó hiệu trưởng|tổng giám đốc|người đứng đầu|lãnh đạo|đại diện|thành viên|ủy viên|uỷ viên|đồng chí|đ/c|"
    r"ông|bà|thầy|cô|anh|chị|cán bộ|công chức|viên chức|chuyên viên|giảng viên|giáo viên|sinh viên|học sinh|người(?= \w)(?! (?:và|bị|đã|chết|ta|này|đó|mất|khác|mắc|nhiễm)(?!\w))|bảo vệ(?= (?:trường|cơ quan|đơn vị))|đảng viên|thân nhân|"
    r"hộ|thí sinh|học viên|tổ trưởng|đội trưởng|trạm trưởng|bác sĩ|bác sỹ|y(?! tế)|kế toán|điều dưỡng|hộ sinh|kỹ thuật viên|bộ trưởng|thứ trưởng|đại biểu|hội viên|đoàn viên|"
    r"phụ huynh|cha mẹ học sinh|cá nhân|chỉ huy trưởng|tư lệnh|phóng viên|nhân viên|chủ nhiệm|chủ hộ|chủ cơ sở|thư ký|cb"
)
_HEAD = re.compile(rf"(?:{_BODIES}|{_PERSONS})(?!\w)")
_LONG_HEAD = re.compile(
    r"(?:cac|uy ban|hoi dong|chi cuc|tong cuc|van phong|cong an|toa an|trung tam|benh vien|nha truong|dai hoc|hoc vien|kho bac|bao hiem xa hoi|ngan hang|"
    r"to cong tac|to giup viec|to truong(?! hop)|to dan pho|doi quan ly|bo chi huy|ban chi dao|ban quan ly|ban thuong vu|ban chi huy|hat kiem lam|tram y te|don bien phong|toa an nhan dan|doan thanh nien|hoi lien hiep|"
    r"lien doan|cong doan|tinh doan|mat tran|cong ty|tap doan|dien luc|co quan|don vi|doanh nghiep|dia phuong|dang uy|tinh uy|thanh uy|huyen uy|"
    r"thuong truc|bo phan|luc luong|chu tich|pho chu tich|giam doc|pho giam doc|thu truong|cuc truong|chi cuc truong|bi thu|hieu truong|"
    r"dai dien|thanh vien|uy vien|dong chi|can bo|chu dau tu|chanh thanh tra|chanh van phong|vien kiem sat|vien truong)(?!\w)"
)
_SHORT_HEAD = re.compile(r"(?:so|ban|phong|cuc|vien|tram|truong|hat|bo)(?!\w)")
PERSON = re.compile(rf"(?:(?:các|những|mỗi|từng) )?(?:{_PERSONS})(?!\w)")
_DETERMINER = re.compile(r"(?:cac|các|những|mỗi|từng|toàn thể|tất cả|một số|quý)(?!\w)")


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
    if short is None or not source.text[position].isupper() or short[0] != source.lower[position : short.end()]:
        return None
    return short if source.text[short.end() : short.end() + 2].strip()[:1].isupper() else None
