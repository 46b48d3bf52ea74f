"""Lists of bodies: where each name ends, and where the act begins."""

from __future__ import annotations

import pytest

from pipeline.language.agencies import read_bodies
from pipeline.language.folded import FoldedText

LISTS = [
    (
        "Sở Y tế, Sở Tài chính và UBND các huyện, thị xã rà soát",
        ["Sở Y tế", "Sở Tài chính", "UBND các huyện, thị xã"],
        "rà soát",
    ),
    ("UBND các huyện, thị xã, thành phố khẩn trương", ["UBND các huyện, thị xã, thành phố"], "khẩn trương"),
    (
        "Sở Lao động - Thương binh và Xã hội chủ trì, phối hợp với Công an",
        ["Sở Lao động - Thương binh và Xã hội"],
        "chủ trì, phối hợp với Công an",
    ),
    ("mỗi cơ quan, tổ chức, đơn vị, cá nhân phải chủ động", ["mỗi cơ quan, tổ chức, đơn vị, cá nhân"], "phải chủ động"),
    (
        "các Sở: Công Thương, Y tế, Lao động - Thương binh và Xã hội rà soát",
        ["các Sở: Công Thương, Y tế, Lao động - Thương binh và Xã hội"],
        "rà soát",
    ),
    ("Sở Văn hóa, Thể thao và Du lịch theo chức năng", ["Sở Văn hóa, Thể thao và Du lịch"], "theo chức năng"),
    ("thủ trưởng các đơn vị rà soát", ["thủ trưởng các đơn vị"], "rà soát"),
    (
        "Giám đốc Sở Giáo dục và Đào tạo; Chủ tịch UBND các huyện, thành phố; Hiệu trưởng các trường THPT có trách nhiệm",
        ["Giám đốc Sở Giáo dục và Đào tạo", "Chủ tịch UBND các huyện, thành phố", "Hiệu trưởng các trường THPT"],
        "có trách nhiệm",
    ),
    ("cán bộ, công chức, viên chức nghiêm túc thực hiện", ["cán bộ, công chức, viên chức"], "nghiêm túc thực hiện"),
    (
        "Đài Phát thanh và Truyền hình tỉnh, Báo An Phú tăng cường",
        ["Đài Phát thanh và Truyền hình tỉnh", "Báo An Phú"],
        "tăng cường",
    ),
    ("các Sở, ban, ngành và UBND các huyện chỉ đạo", ["các Sở, ban, ngành", "UBND các huyện"], "chỉ đạo"),
    (
        "Giám đốc Công an tỉnh, Chánh án Tòa án nhân dân tỉnh, Cục trưởng Cục Thuế tỉnh tổ chức họp bàn",
        ["Giám đốc Công an tỉnh", "Chánh án Tòa án nhân dân tỉnh", "Cục trưởng Cục Thuế tỉnh"],
        "tổ chức họp bàn",
    ),
    (
        "Thủ trưởng các sở, ban ngành, các đơn vị sự nghiệp, doanh nghiệp thuộc tỉnh quản lý rà soát",
        ["Thủ trưởng các sở, ban ngành", "các đơn vị sự nghiệp, doanh nghiệp thuộc tỉnh quản lý"],
        "rà soát",
    ),
    (
        "Hội Nông dân huyện và các tổ chức, đoàn thể huyện vận động hội viên",
        ["Hội Nông dân huyện", "các tổ chức, đoàn thể huyện"],
        "vận động hội viên",
    ),
    ("Đoàn thanh tra, kiểm tra tiến hành làm việc", ["Đoàn thanh tra, kiểm tra"], "tiến hành làm việc"),
    (
        "Chi cục trưởng Chi cục Thủy lợi và cán bộ phụ trách hồ chứa phổ biến",
        ["Chi cục trưởng Chi cục Thủy lợi", "cán bộ phụ trách hồ chứa"],
        "phổ biến",
    ),
    ("Thanh tra tỉnh, Công an tỉnh chủ trì", ["Thanh tra tỉnh", "Công an tỉnh"], "chủ trì"),
    ("Văn phòng HĐND và UBND huyện tham mưu", ["Văn phòng HĐND và UBND huyện"], "tham mưu"),
    ("Hội đồng tuyển dụng viên chức thông báo", ["Hội đồng tuyển dụng viên chức"], "thông báo"),
    ("Phòng Văn hóa và Thông tin khẩn trương triển khai", ["Phòng Văn hóa và Thông tin"], "khẩn trương triển khai"),
    ("các đơn vị sử dụng lao động nộp đủ tiền", ["các đơn vị sử dụng lao động"], "nộp đủ tiền"),
    (
        "Ban Quản lý dự án Đầu tư xây dựng công trình giao thông tập trung nhân lực",
        ["Ban Quản lý dự án Đầu tư xây dựng công trình giao thông"],
        "tập trung nhân lực",
    ),
    (
        "các tỉnh: An Phú, Bình Long... và các đơn vị liên quan tổng hợp",
        ["các tỉnh: An Phú, Bình Long... và các đơn vị liên quan"],
        "tổng hợp",
    ),
    (
        "đồng chí Trần Văn An, Phó Chủ tịch UBND huyện phụ trách khối văn xã",
        ["đồng chí Trần Văn An"],
        "phụ trách khối văn xã",
    ),
    ("các cơ sở lưu trú báo cáo công suất phòng", ["các cơ sở lưu trú"], "báo cáo công suất phòng"),
    ("Người sử dụng lao động khai báo", ["Người sử dụng lao động"], "khai báo"),
    ("Các chi bộ, đảng bộ cơ sở rà soát đảng viên", ["Các chi bộ, đảng bộ cơ sở"], "rà soát đảng viên"),
    (
        "Cấp ủy, tổ chức đảng, chính quyền các cấp lãnh đạo thực hiện",
        ["Cấp ủy, tổ chức đảng, chính quyền các cấp"],
        "lãnh đạo thực hiện",
    ),
    (
        "Các chi, đảng bộ trực thuộc Huyện ủy tổ chức đại hội",
        ["Các chi, đảng bộ trực thuộc Huyện ủy"],
        "tổ chức đại hội",
    ),
    (
        "Đảng ủy các xã, thị trấn; chi ủy các chi bộ trực thuộc xây dựng kế hoạch",
        ["Đảng ủy các xã, thị trấn", "chi ủy các chi bộ trực thuộc"],
        "xây dựng kế hoạch",
    ),
    (
        "Ban Tổ chức Huyện ủy, Ủy ban Kiểm tra Huyện ủy thẩm định nhân sự",
        ["Ban Tổ chức Huyện ủy", "Ủy ban Kiểm tra Huyện ủy"],
        "thẩm định nhân sự",
    ),
    (
        "Tiểu ban Nội dung, Tiểu ban Nhân sự chuẩn bị văn kiện",
        ["Tiểu ban Nội dung", "Tiểu ban Nhân sự"],
        "chuẩn bị văn kiện",
    ),
    (
        "Kho bạc Nhà nước các huyện, thị xã, thành phố khóa sổ kế toán",
        ["Kho bạc Nhà nước các huyện, thị xã, thành phố"],
        "khóa sổ kế toán",
    ),
    (
        "Phòng Kế toán nhà nước, Phòng Kiểm soát chi đối chiếu số liệu",
        ["Phòng Kế toán nhà nước", "Phòng Kiểm soát chi"],
        "đối chiếu số liệu",
    ),
    (
        "Các đơn vị sử dụng ngân sách, chủ đầu tư, ban quản lý dự án gửi hồ sơ thanh toán",
        ["Các đơn vị sử dụng ngân sách, chủ đầu tư, ban quản lý dự án"],
        "gửi hồ sơ thanh toán",
    ),
    ("Khoa Kiểm soát nhiễm khuẩn, khoa Xét nghiệm lấy mẫu", ["Khoa Kiểm soát nhiễm khuẩn, khoa Xét nghiệm"], "lấy mẫu"),
    ("Điều dưỡng trưởng các khoa lâm sàng phân công trực", ["Điều dưỡng trưởng các khoa lâm sàng"], "phân công trực"),
    ("Bác sĩ trực, điều dưỡng trực ghi sổ giao ca", ["Bác sĩ trực", "điều dưỡng trực"], "ghi sổ giao ca"),
    ("Kíp trực báo cáo lãnh đạo", ["Kíp trực"], "báo cáo lãnh đạo"),
    ("Trưởng kíp trực phân công", ["Trưởng kíp trực"], "phân công"),
    (
        "Trưởng khoa, điều dưỡng trưởng khoa tổ chức giao ban",
        ["Trưởng khoa", "điều dưỡng trưởng khoa"],
        "tổ chức giao ban",
    ),
    ("Nhân viên trực bảo vệ đóng cổng", ["Nhân viên trực bảo vệ"], "đóng cổng"),
    ("Công đoàn cơ sở, nghiệp đoàn lập danh sách", ["Công đoàn cơ sở, nghiệp đoàn"], "lập danh sách"),
    ("Chủ tịch Công đoàn cơ sở các trường nộp báo cáo", ["Chủ tịch Công đoàn cơ sở các trường"], "nộp báo cáo"),
    (
        "Nhà thầu liên danh Tân Phát - Hòa Bình huy động thiết bị",
        ["Nhà thầu liên danh Tân Phát - Hòa Bình"],
        "huy động thiết bị",
    ),
    ("Liên danh nhà thầu bổ sung nhân lực", ["Liên danh nhà thầu"], "bổ sung nhân lực"),
    ("Tư vấn giám sát lập biên bản", ["Tư vấn giám sát"], "lập biên bản"),
    ("Đơn vị tư vấn giám sát kiểm tra chất lượng", ["Đơn vị tư vấn giám sát"], "kiểm tra chất lượng"),
    (
        "Ban Quản lý dự án đầu tư xây dựng khu vực phạt hợp đồng",
        ["Ban Quản lý dự án đầu tư xây dựng khu vực"],
        "phạt hợp đồng",
    ),
    ("Khu Quản lý đường bộ II cắm biển báo", ["Khu Quản lý đường bộ II"], "cắm biển báo"),
    ("Các Sở Giao thông vận tải rà soát", ["Các Sở Giao thông vận tải"], "rà soát"),
    ("Nhà đầu tư BOT sửa chữa mặt đường", ["Nhà đầu tư BOT"], "sửa chữa mặt đường"),
    ("Ban Giám hiệu, giáo viên chủ nhiệm thông báo", ["Ban Giám hiệu", "giáo viên chủ nhiệm"], "thông báo"),
    (
        "Trưởng Phòng Giáo dục và Đào tạo các quận, huyện; Hiệu trưởng các trường trực thuộc triển khai",
        ["Trưởng Phòng Giáo dục và Đào tạo các quận, huyện", "Hiệu trưởng các trường trực thuộc"],
        "triển khai",
    ),
    ("Tổ trưởng Tổ 1, Tổ trưởng Tổ 2 báo cáo", ["Tổ trưởng Tổ 1", "Tổ trưởng Tổ 2"], "báo cáo"),
    ("Ban Chỉ đạo chuyển đổi số Tổng công ty phê duyệt", ["Ban Chỉ đạo chuyển đổi số Tổng công ty"], "phê duyệt"),
    ("Các Ban chuyên môn nghiệp vụ xây dựng", ["Các Ban chuyên môn nghiệp vụ"], "xây dựng"),
    ("Giám đốc các công ty thành viên tổ chức", ["Giám đốc các công ty thành viên"], "tổ chức"),
    (
        "Người đại diện vốn của Tổng công ty tại các công ty cổ phần báo cáo",
        ["Người đại diện vốn của Tổng công ty tại các công ty cổ phần"],
        "báo cáo",
    ),
    (
        "Ủy ban Mặt trận Tổ quốc Việt Nam, các đoàn thể chính trị - xã hội giám sát",
        ["Ủy ban Mặt trận Tổ quốc Việt Nam", "các đoàn thể chính trị - xã hội"],
        "giám sát",
    ),
    ("Hội Nông dân, Hội Liên hiệp Phụ nữ huyện vận động", ["Hội Nông dân", "Hội Liên hiệp Phụ nữ huyện"], "vận động"),
    ("Viện kiểm sát nhân dân cấp huyện kiểm sát", ["Viện kiểm sát nhân dân cấp huyện"], "kiểm sát"),
    (
        "Phòng 7, Phòng 8 và Viện kiểm sát cấp huyện rà soát",
        ["Phòng 7", "Phòng 8", "Viện kiểm sát cấp huyện"],
        "rà soát",
    ),
    ("Đoàn công tác số 1 kiểm tra", ["Đoàn công tác số 1"], "kiểm tra"),
    ("Lực lượng kiểm lâm, công an, quân sự tuần tra", ["Lực lượng kiểm lâm, công an, quân sự"], "tuần tra"),
    (
        "Chủ tịch UBND các huyện Mường Lát, Quan Sơn, Bá Thước trực tiếp chỉ đạo",
        ["Chủ tịch UBND các huyện Mường Lát, Quan Sơn, Bá Thước"],
        "trực tiếp chỉ đạo",
    ),
    ("Công an, Quân sự, Biên phòng phối hợp", ["Công an, Quân sự, Biên phòng"], "phối hợp"),
    ("Trạm trưởng Trạm Y tế tiếp nhận", ["Trạm trưởng Trạm Y tế"], "tiếp nhận"),
    ("Người nộp thuế kê khai", ["Người nộp thuế"], "kê khai"),
    (
        "Chi cục Thuế các huyện, thành phố, khu vực thông báo",
        ["Chi cục Thuế các huyện, thành phố, khu vực"],
        "thông báo",
    ),
    ("Bộ phận Một cửa tiếp nhận hồ sơ", ["Bộ phận Một cửa"], "tiếp nhận hồ sơ"),
    ("Ban Pháp chế HĐND huyện thẩm tra", ["Ban Pháp chế HĐND huyện"], "thẩm tra"),
    ("Các Tổ đại biểu HĐND tiếp xúc cử tri", ["Các Tổ đại biểu HĐND"], "tiếp xúc cử tri"),
    ("UBND huyện và các cơ quan liên quan giải trình", ["UBND huyện", "các cơ quan liên quan"], "giải trình"),
    ("Thường trực HĐND, UBND các xã khắc phục", ["Thường trực HĐND", "UBND các xã"], "khắc phục"),
    ("Ban Chỉ huy PCLB và TKCN các cấp trực ban", ["Ban Chỉ huy PCLB và TKCN các cấp"], "trực ban"),
    ("Các thôn, bản, tổ dân phố cử người canh gác", ["Các thôn, bản, tổ dân phố"], "cử người canh gác"),
    ("Mỗi chi đoàn đảm nhận", ["Mỗi chi đoàn"], "đảm nhận"),
    (
        "Hạt Kiểm lâm, Ban Quản lý rừng phòng hộ, các chủ rừng bố trí lực lượng",
        ["Hạt Kiểm lâm", "Ban Quản lý rừng phòng hộ", "các chủ rừng"],
        "bố trí lực lượng",
    ),
    ("Công ty Lâm nghiệp Krông Bông phát dọn", ["Công ty Lâm nghiệp Krông Bông"], "phát dọn"),
    (
        "Trung đoàn 584, Lữ đoàn Công binh 270 sẵn sàng lực lượng",
        ["Trung đoàn 584", "Lữ đoàn Công binh 270"],
        "sẵn sàng lực lượng",
    ),
]

NO_BODIES = [
    "Rà soát quy hoạch",
    "phòng, chống thiên tai",
    "Tổ chức hội nghị",
    "số 12/UBND-VX",
    "trường hợp vượt thẩm quyền",
    "các nội dung trên",
]


@pytest.mark.parametrize(("text", "names", "rest"), LISTS)
def test_names_end_where_the_act_begins(text: str, names: list[str], rest: str) -> None:
    bodies = read_bodies(FoldedText(text), 0, len(text))
    assert bodies is not None
    assert [text[start:end] for start, end in bodies.spans] == names
    assert text[bodies.end :].strip() == rest


@pytest.mark.parametrize("text", NO_BODIES)
def test_things_and_acts_are_no_bodies(text: str) -> None:
    assert read_bodies(FoldedText(text), 0, len(text)) is None
