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
