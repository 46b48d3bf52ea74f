"""Whole bodies of letters of many offices and kinds, each with the tasks it orders.

A task is written "LEAD; LEAD + HELPER ^ SUPERVISOR > ACTION => RECEIVER @ DEADLINE".
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

Readings = Callable[..., list[str]]

LETTERS = {
    "storm_letter": (
        "CV",
        """
Để chủ động ứng phó với bão số 3, Chủ tịch UBND tỉnh yêu cầu Giám đốc các Sở, ban, ngành, Chủ tịch UBND các huyện, thị xã, thành phố tập trung thực hiện các nhiệm vụ sau:
1. Chủ tịch UBND các huyện ven biển:
- Thông báo cho các chủ phương tiện đang hoạt động trên biển biết vị trí, hướng di chuyển của bão.
- Kiểm tra, rà soát các khu vực xung yếu; sẵn sàng phương án sơ tán dân.
2. Bộ Chỉ huy Bộ đội Biên phòng tỉnh chủ trì, phối hợp với Chi cục Thủy sản kiểm đếm tàu thuyền, báo cáo về Văn phòng Thường trực Ban Chỉ huy PCTT và TKCN tỉnh trước 17h00 ngày 08/9/2023.
3. Sở Nông nghiệp và PTNT:
a) Trực ban 24/24 giờ, theo dõi chặt chẽ diễn biến mưa bão.
b) Chỉ đạo vận hành các hồ chứa đảm bảo an toàn.
4. Đài Phát thanh và Truyền hình tỉnh, Báo Bình Sơn: Tăng thời lượng phát sóng bản tin bão.
5. Các sở, ngành khác theo chức năng, nhiệm vụ phối hợp với các địa phương triển khai công tác ứng phó.
Giao Sở Nông nghiệp và PTNT theo dõi, đôn đốc các đơn vị thực hiện, tổng hợp báo cáo UBND tỉnh.
Yêu cầu các đơn vị nghiêm túc triển khai thực hiện./.
""",
        [
            "Chủ tịch UBND các huyện ven biển > Thông báo cho các chủ phương tiện đang hoạt động trên biển biết vị trí, hướng di chuyển của bão",
            "Chủ tịch UBND các huyện ven biển > Kiểm tra, rà soát các khu vực xung yếu; sẵn sàng phương án sơ tán dân",
            "Bộ Chỉ huy Bộ đội Biên phòng tỉnh + Chi cục Thủy sản > kiểm đếm tàu thuyền, báo cáo về Văn phòng Thường trực Ban Chỉ huy PCTT và TKCN tỉnh => Văn phòng Thường trực Ban Chỉ huy PCTT và TKCN tỉnh @ trước 17h00 ngày 08/9/2023",
            "Sở Nông nghiệp và PTNT > Trực ban 24/24 giờ, theo dõi chặt chẽ diễn biến mưa bão",
            "Sở Nông nghiệp và PTNT > Chỉ đạo vận hành các hồ chứa đảm bảo an toàn",
            "Đài Phát thanh và Truyền hình tỉnh; Báo Bình Sơn > Tăng thời lượng phát sóng bản tin bão",
            "Các sở, ngành khác + các địa phương > triển khai công tác ứng phó",
            "Sở Nông nghiệp và PTNT > theo dõi, đôn đốc các đơn vị thực hiện, tổng hợp báo cáo UBND tỉnh => UBND tỉnh",
        ],
    ),
    "reform_plan": (
        "KH",
        """
Thực hiện Kế hoạch số 120/KH-UBND ngày 15/02/2022 của UBND huyện về cải cách hành chính, UBND xã xây dựng Kế hoạch như sau:
I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
- Nâng cao hiệu lực, hiệu quả quản lý nhà nước.
- Tạo chuyển biến mạnh mẽ trong giải quyết thủ tục hành chính.
2. Yêu cầu
- Xác định rõ trách nhiệm của từng cán bộ, công chức.
II. NỘI DUNG
1. Cải cách thể chế
- Rà soát, hệ thống hóa văn bản quy phạm pháp luật do HĐND, UBND xã ban hành.
- Tổ chức tuyên truyền, phổ biến pháp luật.
2. Cải cách thủ tục hành chính
- Niêm yết công khai 100% thủ tục hành chính tại Bộ phận Tiếp nhận và Trả kết quả.
III. TỔ CHỨC THỰC HIỆN
1. Công chức Văn phòng - Thống kê
- Tham mưu UBND xã theo dõi, đôn đốc, kiểm tra việc thực hiện Kế hoạch.
- Tổng hợp, báo cáo UBND huyện định kỳ hằng quý.
2. Công chức Tài chính - Kế toán: Bố trí kinh phí thực hiện Kế hoạch.
3. Đề nghị Ủy ban MTTQ xã và các đoàn thể phối hợp tuyên truyền, vận động nhân dân.
IV. KINH PHÍ THỰC HIỆN
Kinh phí thực hiện do ngân sách xã bảo đảm.
Trên đây là Kế hoạch cải cách hành chính năm 2022 của UBND xã. Đề nghị các bộ phận chuyên môn nghiêm túc triển khai thực hiện./.
""",
        [
            "@issuer > Rà soát, hệ thống hóa văn bản quy phạm pháp luật do HĐND, UBND xã ban hành",
            "@issuer > Tổ chức tuyên truyền, phổ biến pháp luật",
            "@issuer > Niêm yết công khai 100% thủ tục hành chính tại Bộ phận Tiếp nhận và Trả kết quả",
            "Công chức Văn phòng - Thống kê > Tham mưu UBND xã theo dõi, đôn đốc, kiểm tra việc thực hiện Kế hoạch",
            "Công chức Văn phòng - Thống kê > Tổng hợp, báo cáo UBND huyện => UBND huyện @ định kỳ hằng quý",
            "Công chức Tài chính - Kế toán > Bố trí kinh phí thực hiện Kế hoạch",
            "Ủy ban MTTQ xã; các đoàn thể > phối hợp tuyên truyền, vận động nhân dân",
        ],
    ),
    "council_decision": (
        "QĐ",
        """
QUYẾT ĐỊNH:
Điều 1. Thành lập Hội đồng thẩm định giá tài sản, gồm các ông, bà có tên sau đây:
1. Ông Lê Văn An, Phó Giám đốc Sở - Chủ tịch Hội đồng;
2. Bà Phạm Thị Bình, Trưởng phòng Tài chính - Thành viên.
Điều 2. Hội đồng thẩm định có nhiệm vụ:
1. Thẩm định giá khởi điểm của tài sản.
2. Báo cáo kết quả thẩm định về Giám đốc Sở trước ngày 20/6/2021.
Hội đồng tự giải thể sau khi hoàn thành nhiệm vụ.
Điều 3. Giao Văn phòng Sở chuẩn bị cơ sở vật chất phục vụ hoạt động của Hội đồng.
Điều 4. Quyết định này có hiệu lực kể từ ngày ký. Chánh Văn phòng, Trưởng phòng Tài chính và các ông, bà có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.
""",
        [
            "Hội đồng thẩm định > Thẩm định giá khởi điểm của tài sản",
            "Hội đồng thẩm định > Báo cáo kết quả thẩm định về Giám đốc Sở => Giám đốc Sở @ trước ngày 20/6/2021",
            "Văn phòng Sở > chuẩn bị cơ sở vật chất phục vụ hoạt động của Hội đồng",
        ],
    ),
    "conference_notice": (
        "TB",
        """
Ngày 10/5/2023, đồng chí Chủ tịch UBND huyện chủ trì cuộc họp giao ban tháng 5. Tham dự họp có các đồng chí Phó Chủ tịch, thủ trưởng các phòng, ban.
Sau khi nghe báo cáo và ý kiến thảo luận, Chủ tịch UBND huyện kết luận như sau:
1. Đánh giá cao sự cố gắng của các phòng, ban trong tháng 4.
2. Giao phòng Tài chính - Kế hoạch:
- Chủ trì, phối hợp với Ban Quản lý dự án rà soát tiến độ giải ngân, hoàn thành trước ngày 25/5/2023.
- Tham mưu điều chỉnh kế hoạch vốn.
3. Về công tác giải phóng mặt bằng: Giao Trung tâm Phát triển quỹ đất phối hợp với UBND xã Tân Lập vận động các hộ dân bàn giao mặt bằng trước ngày 30/5/2023.
4. Về an toàn giao thông: Công an huyện tăng cường tuần tra, xử lý vi phạm nồng độ cồn.
5. Phòng Nội vụ đôn đốc các đơn vị nộp báo cáo tự đánh giá.
Thừa lệnh Chủ tịch UBND huyện, Văn phòng HĐND và UBND huyện thông báo để các đơn vị biết, thực hiện./.
""",
        [
            "phòng Tài chính - Kế hoạch + Ban Quản lý dự án > rà soát tiến độ giải ngân, hoàn thành @ trước ngày 25/5/2023",
            "phòng Tài chính - Kế hoạch > Tham mưu điều chỉnh kế hoạch vốn",
            "Trung tâm Phát triển quỹ đất + UBND xã Tân Lập > vận động các hộ dân bàn giao mặt bằng @ trước ngày 30/5/2023",
            "Công an huyện > tăng cường tuần tra, xử lý vi phạm nồng độ cồn",
            "Phòng Nội vụ > đôn đốc các đơn vị nộp báo cáo tự đánh giá",
        ],
    ),
    "district_invitation": (
        "GM",
        """
Ủy ban nhân dân huyện trân trọng kính mời các đồng chí tham dự Hội nghị sơ kết công tác quốc phòng 6 tháng đầu năm 2022.
1. Thành phần:
a) Cấp huyện: Mời đại diện lãnh đạo Huyện ủy, HĐND huyện;
- Chủ tịch, các Phó Chủ tịch UBND huyện;
- Chỉ huy trưởng Ban Chỉ huy Quân sự huyện.
b) Cấp xã:
- Chủ tịch UBND các xã, thị trấn;
- Chỉ huy trưởng Ban Chỉ huy Quân sự các xã, thị trấn.
2. Thời gian: 01 buổi, bắt đầu từ 7 giờ 30 phút, ngày 05 tháng 7 năm 2022 (thứ Ba).
3. Địa điểm: Hội trường lớn UBND huyện.
Giao Ban Chỉ huy Quân sự huyện chuẩn bị báo cáo, tài liệu hội nghị.
Đề nghị các đại biểu tham dự đầy đủ, đúng thành phần./.
""",
        [
            "đại diện lãnh đạo Huyện ủy; HĐND huyện; Chủ tịch, các Phó Chủ tịch UBND huyện; Chỉ huy trưởng Ban Chỉ huy Quân sự huyện; Chủ tịch UBND các xã, thị trấn; Chỉ huy trưởng Ban Chỉ huy Quân sự các xã, thị trấn > tham dự Hội nghị sơ kết công tác quốc phòng 6 tháng đầu năm 2022 @ 01 buổi, bắt đầu từ 7 giờ 30 phút, ngày 05 tháng 7 năm 2022 (thứ Ba)",
            "Ban Chỉ huy Quân sự huyện > chuẩn bị báo cáo, tài liệu hội nghị",
        ],
    ),
    "workshop_invitation": (
        "GM",
        """
Sở Khoa học và Công nghệ kính mời Quý đơn vị cử đại diện tham dự Hội thảo chuyển đổi số trong nông nghiệp.
Thời gian: 08 giờ 00, ngày 21/9/2023 (thứ Năm).
Địa điểm: Phòng họp tầng 3, trụ sở Sở.
Đề nghị Quý đơn vị xác nhận tham dự về Văn phòng Sở trước ngày 18/9/2023.
""",
        [
            "@addressees > tham dự Hội thảo chuyển đổi số trong nông nghiệp @ 08 giờ 00, ngày 21/9/2023 (thứ Năm)",
            "Quý đơn vị > xác nhận tham dự về Văn phòng Sở @ trước ngày 18/9/2023",
        ],
    ),
    "submission": (
        "TTr",
        """
Phòng Giáo dục và Đào tạo đã tiến hành khảo sát thực trạng cơ sở vật chất các trường.
Phòng Giáo dục và Đào tạo kính trình UBND huyện xem xét, phê duyệt chủ trương đầu tư xây dựng 06 phòng học tại Trường Tiểu học Long Hòa.
Kính trình UBND huyện xem xét, quyết định./.
""",
        [
            "UBND huyện > xem xét, phê duyệt chủ trương đầu tư xây dựng 06 phòng học tại Trường Tiểu học Long Hòa",
        ],
    ),
    "telegram": (
        "CĐ",
        """
CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH điện:
Để bảo đảm an toàn tính mạng và tài sản của nhân dân, Chủ tịch UBND tỉnh yêu cầu:
1. Các sở, ban, ngành, địa phương tạm dừng các cuộc họp không cần thiết để tập trung ứng phó mưa lũ.
2. Sở Giáo dục và Đào tạo chủ động cho học sinh nghỉ học tại các vùng ngập sâu.
3. Công ty Thủy điện Sông Hinh vận hành hồ chứa đúng quy trình, thông báo trước khi xả lũ.
""",
        [
            "Các sở, ban, ngành, địa phương > tạm dừng các cuộc họp không cần thiết để tập trung ứng phó mưa lũ",
            "Sở Giáo dục và Đào tạo > chủ động cho học sinh nghỉ học tại các vùng ngập sâu",
            "Công ty Thủy điện Sông Hinh > vận hành hồ chứa đúng quy trình, thông báo trước khi xả lũ",
        ],
    ),
    "fire_directive": (
        "CT",
        """
Trong thời gian tới, để tăng cường công tác phòng cháy, chữa cháy, Chủ tịch UBND tỉnh chỉ thị:
1. Công an tỉnh
a) Chủ trì tham mưu UBND tỉnh ban hành kế hoạch tổng kiểm tra an toàn PCCC.
b) Xử lý nghiêm các cơ sở vi phạm. Công khai danh sách cơ sở vi phạm trên phương tiện thông tin đại chúng.
2. Sở Xây dựng có trách nhiệm kiểm soát chặt chẽ công tác cấp phép xây dựng đối với nhà ở nhiều căn hộ.
3. UBND các huyện, thành phố
- Chỉ đạo UBND cấp xã thành lập các đội dân phòng.
- Bố trí kinh phí mua sắm phương tiện chữa cháy.
4. Chỉ thị này có hiệu lực kể từ ngày ký. Giao Công an tỉnh theo dõi, đôn đốc, định kỳ 6 tháng báo cáo kết quả về UBND tỉnh./.
""",
        [
            "Công an tỉnh > tham mưu UBND tỉnh ban hành kế hoạch tổng kiểm tra an toàn PCCC",
            "Công an tỉnh > Xử lý nghiêm các cơ sở vi phạm",
            "Công an tỉnh > Công khai danh sách cơ sở vi phạm trên phương tiện thông tin đại chúng",
            "Sở Xây dựng > kiểm soát chặt chẽ công tác cấp phép xây dựng đối với nhà ở nhiều căn hộ",
            "UBND các huyện, thành phố > Chỉ đạo UBND cấp xã thành lập các đội dân phòng",
            "UBND các huyện, thành phố > Bố trí kinh phí mua sắm phương tiện chữa cháy",
            "Công an tỉnh > theo dõi, đôn đốc, báo cáo kết quả về UBND tỉnh => UBND tỉnh @ định kỳ 6 tháng",
        ],
    ),
    "content_report": (
        "CV",
        """
Căn cứ Công văn số 88/SGDĐT-VP ngày 12/3/2024 của Sở Giáo dục và Đào tạo, Phòng Giáo dục và Đào tạo đề nghị Hiệu trưởng các trường báo cáo các nội dung sau:
- Số lượng phòng học kiên cố, bán kiên cố;
- Tình hình thiết bị dạy học tối thiểu;
- Những khó khăn, vướng mắc và đề xuất, kiến nghị.
Báo cáo gửi về Phòng Giáo dục và Đào tạo (qua bộ phận Kế hoạch - Tài vụ) trước ngày 22/3/2024, đồng thời gửi bản mềm qua địa chỉ email: kehoach@example.vn.
Đây là nội dung quan trọng, đề nghị các trường thực hiện nghiêm túc./.
""",
        [
            "Hiệu trưởng các trường > báo cáo các nội dung sau. Báo cáo gửi về Phòng Giáo dục và Đào tạo (qua bộ phận Kế hoạch - Tài vụ), đồng thời gửi bản mềm qua địa chỉ email: kehoach@example.vn => Phòng Giáo dục và Đào tạo @ trước ngày 22/3/2024",
        ],
    ),
    "youth_union": (
        "CV",
        """
Ban Chấp hành Đoàn tỉnh yêu cầu các huyện, thị, thành đoàn và Đoàn trực thuộc:
1. Tổ chức Lễ ra quân Tháng Thanh niên trước ngày 01/3/2022.
2. Gửi kế hoạch về Tỉnh đoàn (qua Ban Phong trào) trước ngày 25/02/2022.
3. Đăng ký công trình thanh niên theo mẫu gửi kèm.
""",
        [
            "các huyện, thị, thành đoàn; Đoàn trực thuộc > Tổ chức Lễ ra quân Tháng Thanh niên @ trước ngày 01/3/2022",
            "các huyện, thị, thành đoàn; Đoàn trực thuộc > Gửi kế hoạch về Tỉnh đoàn (qua Ban Phong trào) => Tỉnh đoàn @ trước ngày 25/02/2022",
            "các huyện, thị, thành đoàn; Đoàn trực thuộc > Đăng ký công trình thanh niên theo mẫu gửi kèm",
        ],
    ),
    "festival_plan": (
        "KH",
        """
III. PHÂN CÔNG NHIỆM VỤ
1. Đồng chí Nguyễn Văn Minh, Phó Chủ tịch UBND xã: Phụ trách chung, chỉ đạo các bộ phận triển khai thực hiện.
2. Ban Công an xã: Bảo đảm an ninh trật tự trong suốt thời gian diễn ra lễ hội.
3. Trạm Y tế xã: Cử cán bộ trực, chuẩn bị thuốc men phục vụ lễ hội.
4. Đoàn Thanh niên xã: Huy động 20 đoàn viên tham gia dọn vệ sinh từ ngày 10/01/2024 đến ngày 12/01/2024.
""",
        [
            "Đồng chí Nguyễn Văn Minh, Phó Chủ tịch UBND xã > Phụ trách chung, chỉ đạo các bộ phận triển khai thực hiện",
            "Ban Công an xã > Bảo đảm an ninh trật tự trong suốt thời gian diễn ra lễ hội",
            "Trạm Y tế xã > Cử cán bộ trực, chuẩn bị thuốc men phục vụ lễ hội",
            "Đoàn Thanh niên xã > Huy động 20 đoàn viên tham gia dọn vệ sinh @ từ ngày 10/01/2024 đến ngày 12/01/2024",
        ],
    ),
    "persons_direct_agencies": (
        "CV",
        """
1. Phân công đồng chí Trần Thị Hạnh, Phó Chủ tịch UBND Thành phố:
- Chỉ đạo Sở Y tế:
+ Khẩn trương mua sắm sinh phẩm xét nghiệm.
+ Tổ chức tiêm vắc xin cho trẻ em.
- Chỉ đạo Sở Giáo dục và Đào tạo xây dựng phương án dạy học trực tiếp.
2. Phân công đồng chí Lê Quang Huy, Phó Chủ tịch Thường trực:
Chỉ đạo Công an Thành phố:
- Duy trì các chốt kiểm soát dịch.
- Xử lý nghiêm các trường hợp vi phạm.
""",
        [
            "Sở Y tế ^ đồng chí Trần Thị Hạnh, Phó Chủ tịch UBND Thành phố > mua sắm sinh phẩm xét nghiệm @ Khẩn trương",
            "Sở Y tế ^ đồng chí Trần Thị Hạnh, Phó Chủ tịch UBND Thành phố > Tổ chức tiêm vắc xin cho trẻ em",
            "Sở Giáo dục và Đào tạo ^ đồng chí Trần Thị Hạnh, Phó Chủ tịch UBND Thành phố > xây dựng phương án dạy học trực tiếp",
            "Công an Thành phố ^ đồng chí Lê Quang Huy, Phó Chủ tịch Thường trực > Duy trì các chốt kiểm soát dịch",
            "Công an Thành phố ^ đồng chí Lê Quang Huy, Phó Chủ tịch Thường trực > Xử lý nghiêm các trường hợp vi phạm",
        ],
    ),
    "answer_with_deadline": (
        "CV",
        """
Sở Nội vụ nhận được Công văn số 55/BNV-CCVC ngày 04/01/2023 của Bộ Nội vụ.
Về nội dung này, Sở Nội vụ có ý kiến như sau:
Đề nghị Trung tâm Lưu trữ lịch sử tỉnh kiểm tra tình trạng tài liệu và có văn bản trả lời trước ngày 15/02/2023.
Nếu quá thời hạn trên, đơn vị nào không có ý kiến coi như thống nhất.
""",
        [
            "Trung tâm Lưu trữ lịch sử tỉnh > kiểm tra tình trạng tài liệu và có văn bản trả lời @ trước ngày 15/02/2023",
        ],
    ),
    "school_plan_table": (
        "KH",
        """
Nhà trường ban hành Kế hoạch tổ chức khai giảng năm học 2023-2024 như sau:
I. Mục đích, yêu cầu
- Tạo không khí phấn khởi cho học sinh.
II. Phân công nhiệm vụ
| TT | Nội dung công việc | Bộ phận thực hiện | Phối hợp | Thời gian hoàn thành |
| 1 | Trang trí sân khấu, phông nền | Đoàn Thanh niên | Tổ Văn phòng | 03/9/2023 |
| 2 | Chuẩn bị âm thanh, ánh sáng | Tổ Tin học | Bảo vệ | Trước ngày 04/9/2023 |
| 3 | Viết diễn văn khai giảng | Hiệu trưởng | | |
III. Tổ chức thực hiện
- Giáo viên chủ nhiệm phổ biến kế hoạch đến học sinh và phụ huynh.
- Các bộ phận hoàn thành nhiệm vụ được phân công trước ngày 04/9/2023.
""",
        [
            "Đoàn Thanh niên + Tổ Văn phòng > Trang trí sân khấu, phông nền @ 03/9/2023",
            "Tổ Tin học + Bảo vệ > Chuẩn bị âm thanh, ánh sáng @ Trước ngày 04/9/2023",
            "Hiệu trưởng > Viết diễn văn khai giảng @ trước ngày 04/9/2023",
            "Giáo viên chủ nhiệm > phổ biến kế hoạch đến học sinh và phụ huynh",
            "Các bộ phận > hoàn thành nhiệm vụ được phân công @ trước ngày 04/9/2023",
        ],
    ),
    "plan_with_times_first": (
        "KH",
        """
II. NỘI DUNG VÀ TIẾN ĐỘ
| STT | Thời gian | Nội dung | Đơn vị chủ trì | Đơn vị phối hợp |
| 1 | Tháng 3/2024 | Ban hành kế hoạch | Sở Nội vụ | |
| 2 | Quý II/2024 | Tổ chức hội nghị tập huấn | Sở Nội vụ | Trường Chính trị; các sở, ngành |
| 3 | Thường xuyên | Kiểm tra công vụ | Thanh tra tỉnh | Sở Nội vụ |
""",
        [
            "Sở Nội vụ > Ban hành kế hoạch @ Tháng 3/2024",
            "Sở Nội vụ + Trường Chính trị; các sở, ngành > Tổ chức hội nghị tập huấn @ Quý II/2024",
            "Thanh tra tỉnh + Sở Nội vụ > Kiểm tra công vụ @ Thường xuyên",
        ],
    ),
    "conclusions_by_delegation": (
        "TB",
        """
Thừa ủy quyền của Chủ tịch UBND tỉnh, Văn phòng UBND tỉnh thông báo kết luận như sau:
1. Thống nhất nội dung báo cáo của Sở Xây dựng.
2. Về tiến độ dự án: yêu cầu Ban Quản lý dự án Đầu tư xây dựng công trình giao thông tập trung nhân lực, phương tiện, phấn đấu hoàn thành trước 30/6/2024.
3. Sở Tài chính tham mưu bố trí vốn đối ứng, báo cáo Chủ tịch UBND tỉnh trong tháng 4/2024.
4. Giao Phó Chủ tịch UBND tỉnh Nguyễn Văn Tâm trực tiếp chỉ đạo, kiểm tra tiến độ hằng tuần.
Văn phòng UBND tỉnh thông báo đến các cơ quan, đơn vị biết, thực hiện.
""",
        [
            "Ban Quản lý dự án Đầu tư xây dựng công trình giao thông > tập trung nhân lực, phương tiện, phấn đấu hoàn thành @ trước 30/6/2024",
            "Sở Tài chính > tham mưu bố trí vốn đối ứng, báo cáo Chủ tịch UBND tỉnh => Chủ tịch UBND tỉnh @ trong tháng 4/2024",
            "Phó Chủ tịch UBND tỉnh Nguyễn Văn Tâm > trực tiếp chỉ đạo, kiểm tra tiến độ hằng tuần",
        ],
    ),
    "guideline": (
        "HD",
        """
Sở Nội vụ hướng dẫn một số nội dung như sau:
I. ĐỐI TƯỢNG
Công chức, viên chức thuộc các cơ quan, đơn vị.
II. HỒ SƠ
- Đơn đăng ký;
- Bản sao văn bằng.
III. TRÌNH TỰ THỰC HIỆN
1. Cá nhân nộp hồ sơ về cơ quan quản lý trực tiếp trước ngày 10/3/2021.
2. Cơ quan quản lý tổng hợp, thẩm định, gửi về Sở Nội vụ trước ngày 20/3/2021.
IV. TỔ CHỨC THỰC HIỆN
Đề nghị Thủ trưởng các cơ quan, đơn vị triển khai nội dung Hướng dẫn này đến toàn thể công chức, viên chức.
""",
        [
            "Cá nhân > nộp hồ sơ về cơ quan quản lý trực tiếp => cơ quan quản lý @ trước ngày 10/3/2021",
            "Cơ quan quản lý > tổng hợp, thẩm định, gửi về Sở Nội vụ => Sở Nội vụ @ trước ngày 20/3/2021",
            "Thủ trưởng các cơ quan, đơn vị > triển khai nội dung Hướng dẫn này đến toàn thể công chức, viên chức",
        ],
    ),
    "course_registration": (
        "CV",
        """
Kính gửi các đơn vị. Phòng Đào tạo thông báo lịch đăng ký học phần học kỳ II như sau:
- Sinh viên đăng ký trực tuyến từ ngày 02/01/2024 đến ngày 08/01/2024.
- Cố vấn học tập duyệt đăng ký trước ngày 10/01/2024.
- Các Khoa gửi danh sách lớp học phần về Phòng Đào tạo trước ngày 12/01/2024.
Mọi thắc mắc liên hệ cô Hoa, điện thoại 0912.345.678.
""",
        [
            "Sinh viên > đăng ký trực tuyến @ từ ngày 02/01/2024 đến ngày 08/01/2024",
            "Cố vấn học tập > duyệt đăng ký @ trước ngày 10/01/2024",
            "Các Khoa > gửi danh sách lớp học phần về Phòng Đào tạo => Phòng Đào tạo @ trước ngày 12/01/2024",
        ],
    ),
    "procurement_decision": (
        "QĐ",
        """
Điều 1. Phê duyệt Kế hoạch lựa chọn nhà thầu gói thầu xây lắp.
Điều 2. Tổ chức thực hiện
1. Giao Ban Quản lý dự án tổ chức lựa chọn nhà thầu theo đúng quy định.
2. Sở Kế hoạch và Đầu tư theo dõi, kiểm tra việc thực hiện.
Điều 3. Quyết định này có hiệu lực thi hành kể từ ngày ký và thay thế Quyết định số 12/QĐ-UBND ngày 05/01/2019.
Điều 4. Chánh Văn phòng UBND huyện, Trưởng phòng Tài chính - Kế hoạch chịu trách nhiệm thi hành Quyết định này.
""",
        [
            "Ban Quản lý dự án > tổ chức lựa chọn nhà thầu theo đúng quy định",
            "Sở Kế hoạch và Đầu tư > theo dõi, kiểm tra việc thực hiện",
        ],
    ),
    "steering_decision": (
        "QĐ",
        """
Điều 1. Kiện toàn Ban Chỉ đạo phòng, chống dịch bệnh.
Điều 2. Ban Chỉ đạo có trách nhiệm tham mưu UBND xã chỉ đạo công tác phòng, chống dịch; các thành viên chịu trách nhiệm về lĩnh vực được phân công.
Điều 3. Trạm Y tế xã là cơ quan thường trực, có nhiệm vụ tổng hợp, báo cáo hằng ngày trước 16h00.
""",
        [
            "Ban Chỉ đạo > tham mưu UBND xã chỉ đạo công tác phòng, chống dịch => UBND xã",
            "các thành viên > chịu trách nhiệm về lĩnh vực được phân công",
            "Trạm Y tế xã > tổng hợp, báo cáo @ hằng ngày trước 16h00",
        ],
    ),
    "discipline_letter": (
        "CV",
        """
Thực hiện ý kiến chỉ đạo của Bí thư Huyện ủy, UBND huyện yêu cầu:
1. Trưởng các phòng, ban chuyên môn, Chủ tịch UBND các xã, thị trấn:
- Quán triệt đến cán bộ, công chức không uống rượu, bia trong giờ làm việc;
- Chịu trách nhiệm nếu để cán bộ vi phạm.
2. Phòng Nội vụ tham mưu kiểm tra đột xuất; tổng hợp kết quả báo cáo UBND huyện trước ngày 25 hằng tháng.
3. Đài Truyền thanh - Truyền hình huyện: tuyên truyền sâu rộng trên hệ thống truyền thanh.
Nhận được Công văn này, yêu cầu các đơn vị nghiêm túc thực hiện./.
""",
        [
            "Trưởng các phòng, ban chuyên môn; Chủ tịch UBND các xã, thị trấn > Quán triệt đến cán bộ, công chức không uống rượu, bia trong giờ làm việc",
            "Phòng Nội vụ > tham mưu kiểm tra đột xuất; tổng hợp kết quả báo cáo UBND huyện => UBND huyện @ trước ngày 25 hằng tháng",
            "Đài Truyền thanh - Truyền hình huyện > tuyên truyền sâu rộng trên hệ thống truyền thanh",
        ],
    ),
    "answer": (
        "CV",
        """
Trả lời Công văn số 22/UBND-VP ngày 03/4/2020 của UBND xã Phú Lâm về việc xin hỗ trợ kinh phí, Phòng Tài chính - Kế hoạch có ý kiến như sau:
- Việc hỗ trợ kinh phí là phù hợp với quy định.
- UBND xã chủ động cân đối từ nguồn dự phòng ngân sách xã.
Phòng Tài chính - Kế hoạch trả lời để UBND xã Phú Lâm biết, thực hiện.
""",
        [
            "UBND xã > chủ động cân đối từ nguồn dự phòng ngân sách xã",
        ],
    ),
    "preparation": (
        "CV",
        """
Để chuẩn bị nội dung làm việc với Đoàn kiểm tra của Bộ, đề nghị:
- Sở Y tế chuẩn bị báo cáo kết quả tiêm chủng;
- Sở Tài chính chuẩn bị báo cáo tình hình bố trí kinh phí;
- Các đơn vị gửi báo cáo về Văn phòng UBND tỉnh trước 10h00 ngày 14/8/2021.
""",
        [
            "Sở Y tế > chuẩn bị báo cáo kết quả tiêm chủng",
            "Sở Tài chính > chuẩn bị báo cáo tình hình bố trí kinh phí",
            "Các đơn vị > gửi báo cáo về Văn phòng UBND tỉnh => Văn phòng UBND tỉnh @ trước 10h00 ngày 14/8/2021",
        ],
    ),
    "ordinals": (
        "CV",
        """
Sở Lao động - Thương binh và Xã hội đề nghị UBND các huyện, thành phố quan tâm chỉ đạo thực hiện một số nội dung sau:
Thứ nhất, rà soát các đối tượng bảo trợ xã hội trên địa bàn.
Thứ hai, tổ chức chi trả trợ cấp trước Tết Nguyên đán.
Kết quả thực hiện gửi về Sở Lao động - Thương binh và Xã hội (qua phòng Bảo trợ xã hội) trước ngày 20/01/2023.
""",
        [
            "UBND các huyện, thành phố > rà soát các đối tượng bảo trợ xã hội trên địa bàn",
            "UBND các huyện, thành phố > tổ chức chi trả trợ cấp @ trước Tết Nguyên đán",
            "@addressees > Kết quả thực hiện gửi về Sở Lao động - Thương binh và Xã hội (qua phòng Bảo trợ xã hội) => Sở Lao động - Thương binh và Xã hội @ trước ngày 20/01/2023",
        ],
    ),
    "university_plan": (
        "KH",
        """
IV. TỔ CHỨC THỰC HIỆN
1. Phòng Công tác sinh viên: đầu mối triển khai Kế hoạch; tổng hợp kết quả, báo cáo Ban Giám hiệu.
2. Các khoa, viện:
- Thông báo kế hoạch đến sinh viên;
- Lập danh sách sinh viên tham gia gửi về Phòng Công tác sinh viên trước 16h30 ngày 20/10/2022.
3. Phòng Kế hoạch - Tài chính: Hướng dẫn thủ tục thanh toán.
4. Đoàn Thanh niên, Hội Sinh viên phối hợp tuyên truyền.
Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các đơn vị phản ánh về Phòng Công tác sinh viên để được giải quyết.
""",
        [
            "Phòng Công tác sinh viên > đầu mối triển khai Kế hoạch; tổng hợp kết quả, báo cáo Ban Giám hiệu => Ban Giám hiệu",
            "Các khoa, viện > Thông báo kế hoạch đến sinh viên",
            "Các khoa, viện > Lập danh sách sinh viên tham gia gửi về Phòng Công tác sinh viên => Phòng Công tác sinh viên @ trước 16h30 ngày 20/10/2022",
            "Phòng Kế hoạch - Tài chính > Hướng dẫn thủ tục thanh toán",
            "Đoàn Thanh niên; Hội Sinh viên > phối hợp tuyên truyền",
        ],
    ),
    "recruitment_directive": (
        "CT",
        """
Để tổ chức tốt công tác tuyển quân năm 2024, Chủ tịch UBND huyện yêu cầu các cơ quan, đơn vị, địa phương thực hiện tốt các nội dung sau:
1. Ban Chỉ huy Quân sự huyện: Chủ trì, phối hợp với các ngành tham mưu cho Hội đồng Nghĩa vụ quân sự huyện; tổ chức khám tuyển; giao quân đủ chỉ tiêu.
2. Phòng Y tế, Trung tâm Y tế huyện: Thành lập Hội đồng khám sức khỏe, tổ chức khám từ ngày 01/11/2023 đến hết ngày 31/12/2023.
3. Phòng Văn hóa và Thông tin, Trung tâm Văn hóa, Thể thao và Truyền thanh huyện: Đẩy mạnh công tác tuyên truyền.
4. Đề nghị Ủy ban MTTQ Việt Nam huyện và các đoàn thể vận động thanh niên lên đường nhập ngũ.
5. UBND các xã, thị trấn:
5.1. Rà soát, nắm chắc số lượng, chất lượng công dân trong độ tuổi.
5.2. Tổ chức sơ tuyển xong trước ngày 15/10/2023.
Yêu cầu Thủ trưởng các cơ quan, đơn vị và Chủ tịch UBND các xã, thị trấn triển khai thực hiện nghiêm túc Chỉ thị này. Giao Ban Chỉ huy Quân sự huyện theo dõi, kiểm tra, đôn đốc và báo cáo kết quả về UBND huyện theo quy định./.
""",
        [
            "Ban Chỉ huy Quân sự huyện + các ngành > tham mưu cho Hội đồng Nghĩa vụ quân sự huyện; tổ chức khám tuyển; giao quân đủ chỉ tiêu",
            "Phòng Y tế; Trung tâm Y tế huyện > Thành lập Hội đồng khám sức khỏe, tổ chức khám @ từ ngày 01/11/2023 đến hết ngày 31/12/2023",
            "Phòng Văn hóa và Thông tin; Trung tâm Văn hóa, Thể thao và Truyền thanh huyện > Đẩy mạnh công tác tuyên truyền",
            "Ủy ban MTTQ Việt Nam huyện; các đoàn thể > vận động thanh niên lên đường nhập ngũ",
            "UBND các xã, thị trấn > Rà soát, nắm chắc số lượng, chất lượng công dân trong độ tuổi",
            "UBND các xã, thị trấn > Tổ chức sơ tuyển xong @ trước ngày 15/10/2023",
            "Ban Chỉ huy Quân sự huyện > theo dõi, kiểm tra, đôn đốc và báo cáo kết quả về UBND huyện theo quy định => UBND huyện",
        ],
    ),
    "digital_plan": (
        "KH",
        """
Thực hiện Nghị quyết số 12-NQ/TU ngày 10/5/2021 của Tỉnh ủy, UBND tỉnh ban hành Kế hoạch chuyển đổi số giai đoạn 2021-2025 như sau:
I. MỤC TIÊU
1. Mục tiêu chung
Phát triển chính quyền số, kinh tế số, xã hội số.
2. Mục tiêu cụ thể đến năm 2025
- 100% dịch vụ công đủ điều kiện được cung cấp trực tuyến mức độ 4.
- 90% hồ sơ công việc tại cấp tỉnh được xử lý trên môi trường mạng.
II. NHIỆM VỤ VÀ GIẢI PHÁP
1. Chuyển đổi nhận thức
a) Tổ chức các hội nghị, hội thảo tuyên truyền về chuyển đổi số.
b) Xây dựng chuyên mục chuyển đổi số trên Báo và Đài Phát thanh - Truyền hình tỉnh.
2. Phát triển hạ tầng số
- Nâng cấp mạng truyền số liệu chuyên dùng.
- Đầu tư, nâng cấp Trung tâm tích hợp dữ liệu tỉnh.
III. KINH PHÍ
Nguồn kinh phí từ ngân sách nhà nước và các nguồn hợp pháp khác.
IV. TỔ CHỨC THỰC HIỆN
1. Sở Thông tin và Truyền thông
- Là cơ quan thường trực, chủ trì, phối hợp với các sở, ban, ngành triển khai Kế hoạch.
- Định kỳ 6 tháng, hằng năm tổng hợp, báo cáo UBND tỉnh.
2. Sở Tài chính
Chủ trì, phối hợp với Sở Kế hoạch và Đầu tư tham mưu UBND tỉnh bố trí kinh phí thực hiện Kế hoạch.
3. Các sở, ban, ngành, UBND các huyện, thị xã, thành phố
- Căn cứ Kế hoạch này, xây dựng kế hoạch của đơn vị trước ngày 30/6/2021.
- Người đứng đầu cơ quan, đơn vị chịu trách nhiệm trước UBND tỉnh về kết quả chuyển đổi số.
4. Đề nghị Ủy ban MTTQ Việt Nam tỉnh, các tổ chức chính trị - xã hội tuyên truyền, vận động đoàn viên, hội viên tham gia.
Trong quá trình tổ chức thực hiện, nếu có vướng mắc, các cơ quan, đơn vị phản ánh về Sở Thông tin và Truyền thông để tổng hợp, báo cáo UBND tỉnh xem xét, quyết định./.
""",
        [
            "@issuer > Tổ chức các hội nghị, hội thảo tuyên truyền về chuyển đổi số",
            "@issuer > Xây dựng chuyên mục chuyển đổi số trên Báo và Đài Phát thanh - Truyền hình tỉnh",
            "@issuer > Nâng cấp mạng truyền số liệu chuyên dùng",
            "@issuer > Đầu tư, nâng cấp Trung tâm tích hợp dữ liệu tỉnh",
            "Sở Thông tin và Truyền thông + các sở, ban, ngành > triển khai Kế hoạch",
            "Sở Thông tin và Truyền thông > tổng hợp, báo cáo UBND tỉnh => UBND tỉnh @ Định kỳ 6 tháng, hằng năm",
            "Sở Tài chính + Sở Kế hoạch và Đầu tư > tham mưu UBND tỉnh bố trí kinh phí thực hiện Kế hoạch",
            "Các sở, ban, ngành; UBND các huyện, thị xã, thành phố > xây dựng kế hoạch của đơn vị @ trước ngày 30/6/2021",
            "Ủy ban MTTQ Việt Nam tỉnh; các tổ chức chính trị - xã hội > tuyên truyền, vận động đoàn viên, hội viên tham gia",
        ],
    ),
    "tet_notice": (
        "TB",
        """
Căn cứ Kế hoạch đào tạo năm học 2024 - 2025, Nhà trường thông báo lịch nghỉ Tết Nguyên đán như sau:
1. Thời gian nghỉ:
- Sinh viên nghỉ từ ngày 20/01/2025 đến hết ngày 09/02/2025.
- Cán bộ, giảng viên, nhân viên nghỉ từ ngày 25/01/2025 đến hết ngày 02/02/2025.
2. Các đơn vị phân công trực Tết, gửi lịch trực về Phòng Tổ chức - Hành chính trước ngày 15/01/2025.
3. Phòng Quản trị thiết bị kiểm tra hệ thống điện, nước, phòng cháy chữa cháy trước khi nghỉ Tết.
4. Các đơn vị tổ chức vệ sinh nơi làm việc, niêm phong phòng làm việc.
Đề nghị Trưởng các đơn vị phổ biến đến toàn thể cán bộ, giảng viên, sinh viên biết và thực hiện.
""",
        [
            "Các đơn vị > phân công trực Tết, gửi lịch trực về Phòng Tổ chức - Hành chính => Phòng Tổ chức - Hành chính @ trước ngày 15/01/2025",
            "Phòng Quản trị thiết bị > kiểm tra hệ thống điện, nước, phòng cháy chữa cháy trước khi nghỉ Tết",
            "Các đơn vị > tổ chức vệ sinh nơi làm việc, niêm phong phòng làm việc",
            "Trưởng các đơn vị > phổ biến đến toàn thể cán bộ, giảng viên, sinh viên biết và thực hiện",
        ],
    ),
    "petition_handed_on": (
        "CV",
        """
Ngày 05/10/2023, Sở Xây dựng nhận được Đơn kiến nghị của ông Lê Văn Thành về việc công trình xây dựng gây lún nứt nhà.
Sau khi xem xét, Sở Xây dựng chuyển đơn của ông Lê Văn Thành đến UBND phường Tân An để xem xét, giải quyết theo thẩm quyền và thông báo kết quả cho người kiến nghị và Sở Xây dựng trước ngày 20/10/2023.
""",
        [
            "UBND phường Tân An > xem xét, giải quyết theo thẩm quyền và thông báo kết quả cho người kiến nghị và Sở Xây dựng @ trước ngày 20/10/2023",
        ],
    ),
    "missing_papers": (
        "CV",
        """
Sở Y tế hướng dẫn Phòng khám Đa khoa An Tâm hoàn thiện hồ sơ như sau:
1. Bổ sung bản sao chứng chỉ hành nghề của người phụ trách chuyên môn.
2. Bổ sung danh mục trang thiết bị y tế.
Đề nghị Phòng khám nộp hồ sơ bổ sung trong thời hạn 10 ngày làm việc kể từ ngày nhận được văn bản này.
""",
        [
            "@addressees > Bổ sung bản sao chứng chỉ hành nghề của người phụ trách chuyên môn",
            "@addressees > Bổ sung danh mục trang thiết bị y tế",
            "Phòng khám > nộp hồ sơ bổ sung @ trong thời hạn 10 ngày làm việc kể từ ngày nhận được văn bản này",
        ],
    ),
    "flood_telegram": (
        "CĐ",
        """
Chủ tịch UBND tỉnh yêu cầu Giám đốc các sở, ngành, Chủ tịch UBND các huyện, thành phố:
1. Theo dõi chặt chẽ diễn biến mưa lũ; thông tin kịp thời đến người dân.
2. Sẵn sàng lực lượng, phương tiện cứu hộ, cứu nạn.
3. Sở Giao thông vận tải chỉ đạo bố trí lực lượng trực gác tại các ngầm, tràn, kiên quyết không cho người, phương tiện qua lại.
4. Tổ chức trực ban nghiêm túc, báo cáo tình hình về Ban Chỉ huy Phòng thủ dân sự tỉnh trước 16h00 hằng ngày.
Giao Văn phòng UBND tỉnh theo dõi, đôn đốc.
""",
        [
            "Giám đốc các sở, ngành; Chủ tịch UBND các huyện, thành phố > Theo dõi chặt chẽ diễn biến mưa lũ; thông tin kịp thời đến người dân",
            "Giám đốc các sở, ngành; Chủ tịch UBND các huyện, thành phố > Sẵn sàng lực lượng, phương tiện cứu hộ, cứu nạn",
            "Sở Giao thông vận tải > chỉ đạo bố trí lực lượng trực gác tại các ngầm, tràn, kiên quyết không cho người, phương tiện qua lại",
            "Giám đốc các sở, ngành; Chủ tịch UBND các huyện, thành phố > Tổ chức trực ban nghiêm túc, báo cáo tình hình về Ban Chỉ huy Phòng thủ dân sự tỉnh => Ban Chỉ huy Phòng thủ dân sự tỉnh @ trước 16h00 hằng ngày",
            "Văn phòng UBND tỉnh > theo dõi, đôn đốc",
        ],
    ),
    "training_decision": (
        "QĐ",
        """
Điều 1. Cử bà Trần Thị Mai, chuyên viên Phòng Kế hoạch tham gia lớp bồi dưỡng quản lý nhà nước từ ngày 10/3/2022 đến ngày 10/6/2022.
Điều 2. Bà Trần Thị Mai có trách nhiệm chấp hành nội quy lớp học, báo cáo kết quả học tập về Phòng Tổ chức cán bộ sau khi kết thúc khóa học.
Điều 3. Chế độ, chính sách trong thời gian đi học thực hiện theo quy định hiện hành.
Điều 4. Chánh Văn phòng Sở, Trưởng phòng Tổ chức cán bộ và bà Trần Thị Mai chịu trách nhiệm thi hành Quyết định này./.
""",
        [
            "Bà Trần Thị Mai > chấp hành nội quy lớp học, báo cáo kết quả học tập về Phòng Tổ chức cán bộ sau khi kết thúc khóa học => Phòng Tổ chức cán bộ",
        ],
    ),
    "tax_answer": (
        "CV",
        """
Phúc đáp Công văn số 312/CTY-KD ngày 02/8/2022 của Công ty TNHH Thương mại Hưng Thịnh, Cục Thuế có ý kiến như sau:
Căn cứ Điều 9 Thông tư số 219/2013/TT-BTC của Bộ Tài chính quy định thuế suất 0%.
Trường hợp Công ty đáp ứng điều kiện thì được áp dụng thuế suất 0%.
Đề nghị Công ty căn cứ tình hình thực tế, đối chiếu với quy định tại các văn bản quy phạm pháp luật để thực hiện.
""",
        [
            "Công ty > đối chiếu với quy định tại các văn bản quy phạm pháp luật để thực hiện",
        ],
    ),
}


@pytest.mark.parametrize("name", LETTERS)
def test_a_letter_orders_what_it_says(name: str, readings: Readings) -> None:
    kind, text, expected = LETTERS[name]
    assert readings(text, kind) == expected
