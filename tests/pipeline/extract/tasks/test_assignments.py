"""Sentences that assign work, and sentences that only look like it, each with its reading.

A reading is written "LEAD; LEAD + HELPER ^ SUPERVISOR > ACTION => RECEIVER @ DEADLINE".
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from schemas.extracted import ExtractedTask

Readings = Callable[..., list[str]]
TasksOf = Callable[..., tuple[ExtractedTask, ...]]

ASSIGNMENTS = [
    (
        "Giao Sở Xây dựng chủ trì, phối hợp với Sở Tài chính rà soát quỹ nhà ở xã hội, báo cáo UBND tỉnh trước ngày 15/8/2022.",
        [
            "Sở Xây dựng + Sở Tài chính > rà soát quỹ nhà ở xã hội, báo cáo UBND tỉnh => UBND tỉnh @ trước ngày 15/8/2022"
        ],
    ),
    (
        "Giao Sở Nông nghiệp và Phát triển nông thôn chủ trì, phối hợp với các sở, ngành liên quan và UBND các huyện, thành phố xây dựng phương án phòng, chống hạn mặn mùa khô năm 2023 - 2024.",
        [
            "Sở Nông nghiệp và Phát triển nông thôn + các sở, ngành liên quan; UBND các huyện, thành phố > xây dựng phương án phòng, chống hạn mặn mùa khô năm 2023 - 2024"
        ],
    ),
    (
        "UBND tỉnh giao Sở Tư pháp thẩm định dự thảo Quyết định, gửi kết quả về Sở Nội vụ trước ngày 20/9/2020.",
        ["Sở Tư pháp > thẩm định dự thảo Quyết định, gửi kết quả về Sở Nội vụ => Sở Nội vụ @ trước ngày 20/9/2020"],
    ),
    (
        "Giao Văn phòng UBND thành phố theo dõi, đôn đốc việc thực hiện Công văn này.",
        ["Văn phòng UBND thành phố > theo dõi, đôn đốc việc thực hiện Công văn này"],
    ),
    (
        "Giao Công an tỉnh, Bộ Chỉ huy Quân sự tỉnh tăng cường tuần tra khu vực biên giới.",
        ["Công an tỉnh; Bộ Chỉ huy Quân sự tỉnh > tăng cường tuần tra khu vực biên giới"],
    ),
    (
        "Giao đồng chí Trưởng phòng Kinh tế tham mưu UBND huyện ban hành kế hoạch.",
        ["đồng chí Trưởng phòng Kinh tế > tham mưu UBND huyện ban hành kế hoạch"],
    ),
    (
        "Giao các phòng: Nội vụ, Tư pháp, Tài chính - Kế hoạch rà soát thủ tục hành chính thuộc lĩnh vực quản lý.",
        ["các phòng: Nội vụ, Tư pháp, Tài chính - Kế hoạch > rà soát thủ tục hành chính thuộc lĩnh vực quản lý"],
    ),
    (
        "Yêu cầu Giám đốc các Sở, Thủ trưởng các ban, ngành, Chủ tịch UBND các huyện, thị xã, thành phố nghiêm túc thực hiện chế độ báo cáo định kỳ.",
        [
            "Giám đốc các Sở; Thủ trưởng các ban, ngành; Chủ tịch UBND các huyện, thị xã, thành phố > nghiêm túc thực hiện chế độ báo cáo định kỳ"
        ],
    ),
    (
        "Yêu cầu các đơn vị báo cáo kết quả về Phòng Nội vụ trước ngày 10/12/2023 để tổng hợp.",
        ["các đơn vị > báo cáo kết quả về Phòng Nội vụ để tổng hợp => Phòng Nội vụ @ trước ngày 10/12/2023"],
    ),
    (
        "Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh, Hội Nông dân tỉnh phối hợp tuyên truyền, vận động nhân dân chấp hành.",
        [
            "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh; Hội Nông dân tỉnh > phối hợp tuyên truyền, vận động nhân dân chấp hành"
        ],
    ),
    (
        "Đề nghị Quý cơ quan cử cán bộ tham gia đoàn kiểm tra và gửi danh sách về Chi cục Kiểm lâm trước ngày 05/6/2024.",
        [
            "Quý cơ quan > cử cán bộ tham gia đoàn kiểm tra và gửi danh sách về Chi cục Kiểm lâm => Chi cục Kiểm lâm @ trước ngày 05/6/2024"
        ],
    ),
    (
        "Đề nghị các trường THPT, trung tâm GDTX gửi báo cáo bằng văn bản về Sở Giáo dục và Đào tạo (qua phòng Giáo dục Trung học) chậm nhất ngày 30/5/2022.",
        [
            "các trường THPT, trung tâm GDTX > gửi báo cáo bằng văn bản về Sở Giáo dục và Đào tạo (qua phòng Giáo dục Trung học) => Sở Giáo dục và Đào tạo @ chậm nhất ngày 30/5/2022"
        ],
    ),
    (
        "Kính đề nghị Bộ Giao thông vận tải xem xét, bố trí vốn sửa chữa quốc lộ 27.",
        ["Bộ Giao thông vận tải > xem xét, bố trí vốn sửa chữa quốc lộ 27"],
    ),
    (
        "Sở Công Thương trân trọng đề nghị UBND các huyện cung cấp số liệu về các cụm công nghiệp.",
        ["UBND các huyện > cung cấp số liệu về các cụm công nghiệp"],
    ),
    (
        "Chi cục Thuế đề nghị các hộ kinh doanh nộp tờ khai trước ngày 20 hằng tháng.",
        ["các hộ kinh doanh > nộp tờ khai @ trước ngày 20 hằng tháng"],
    ),
    (
        "Để kịp thời tổng hợp, Sở Du lịch đề nghị các cơ sở lưu trú báo cáo công suất phòng trước 16 giờ 00 ngày 28/4/2023.",
        ["các cơ sở lưu trú > báo cáo công suất phòng @ trước 16 giờ 00 ngày 28/4/2023"],
    ),
    (
        "Nhận được văn bản này, đề nghị Phòng Văn hóa và Thông tin khẩn trương triển khai trang trí, treo cờ Tổ quốc.",
        ["Phòng Văn hóa và Thông tin > triển khai trang trí, treo cờ Tổ quốc @ khẩn trương"],
    ),
    (
        "Thực hiện Công văn số 215/SNN-CCTL ngày 10/3/2021 của Sở Nông nghiệp và PTNT về việc nạo vét kênh mương, UBND huyện yêu cầu UBND các xã, thị trấn tổ chức ra quân làm thủy lợi nội đồng.",
        ["UBND các xã, thị trấn > tổ chức ra quân làm thủy lợi nội đồng"],
    ),
    (
        "Trước ngày 15/10/2022, đề nghị các địa phương gửi hồ sơ đề nghị công nhận về Văn phòng Điều phối nông thôn mới tỉnh.",
        [
            "các địa phương > gửi hồ sơ đề nghị công nhận về Văn phòng Điều phối nông thôn mới tỉnh => Văn phòng Điều phối nông thôn mới tỉnh @ Trước ngày 15/10/2022"
        ],
    ),
    (
        "Phân công ông Trần Văn Bình, Phó Trưởng phòng Hành chính phụ trách công tác hậu cần.",
        ["ông Trần Văn Bình, Phó Trưởng phòng Hành chính > phụ trách công tác hậu cần"],
    ),
    (
        "UBND huyện phân công các thành viên Ban Chỉ đạo kiểm tra địa bàn được giao phụ trách.",
        ["các thành viên Ban Chỉ đạo > kiểm tra địa bàn được giao phụ trách"],
    ),
    (
        "Sở Tài nguyên và Môi trường có trách nhiệm cập nhật hồ sơ địa chính.",
        ["Sở Tài nguyên và Môi trường > cập nhật hồ sơ địa chính"],
    ),
    (
        "Chủ đầu tư chịu trách nhiệm hoàn trả mặt bằng sau thi công.",
        ["Chủ đầu tư > chịu trách nhiệm hoàn trả mặt bằng sau thi công"],
    ),
    (
        "UBND các xã, phường, thị trấn có trách nhiệm niêm yết công khai danh sách tại trụ sở trước ngày 01/7/2022.",
        ["UBND các xã, phường, thị trấn > niêm yết công khai danh sách tại trụ sở @ trước ngày 01/7/2022"],
    ),
    (
        "Ban Quản lý dự án có trách nhiệm phối hợp với UBND xã Hòa Bình bàn giao mốc giới.",
        ["Ban Quản lý dự án + UBND xã Hòa Bình > bàn giao mốc giới"],
    ),
    (
        "Phòng Giáo dục và Đào tạo chủ trì, phối hợp với Phòng Y tế tổ chức khám sức khỏe cho học sinh đầu năm học.",
        ["Phòng Giáo dục và Đào tạo + Phòng Y tế > tổ chức khám sức khỏe cho học sinh đầu năm học"],
    ),
    (
        "Sở Kế hoạch và Đầu tư là cơ quan đầu mối, chủ trì tổng hợp, báo cáo UBND tỉnh.",
        ["Sở Kế hoạch và Đầu tư > tổng hợp, báo cáo UBND tỉnh => UBND tỉnh"],
    ),
    (
        "Báo cáo gửi về Sở Khoa học và Công nghệ trước ngày 12/11/2021 để tổng hợp.",
        [
            "@addressees > Báo cáo gửi về Sở Khoa học và Công nghệ để tổng hợp => Sở Khoa học và Công nghệ @ trước ngày 12/11/2021"
        ],
    ),
    (
        "Danh sách đăng ký gửi về Phòng Tổ chức cán bộ trước ngày 15/3/2020.",
        ["@addressees > Danh sách đăng ký gửi về Phòng Tổ chức cán bộ => Phòng Tổ chức cán bộ @ trước ngày 15/3/2020"],
    ),
    (
        "Ý kiến góp ý gửi về Vụ Pháp chế trước ngày 18/7/2019.",
        ["@addressees > Ý kiến góp ý gửi về Vụ Pháp chế => Vụ Pháp chế @ trước ngày 18/7/2019"],
    ),
    (
        "Kết quả thực hiện báo cáo về UBND tỉnh (qua Sở Y tế) trước ngày 20/12/2022.",
        ["@addressees > Kết quả thực hiện báo cáo về UBND tỉnh (qua Sở Y tế) => UBND tỉnh @ trước ngày 20/12/2022"],
    ),
    (
        "Giao UBND huyện Đông Sơn kiểm tra, xử lý theo thẩm quyền; báo cáo kết quả về UBND tỉnh trước ngày 25/7/2019.",
        [
            "UBND huyện Đông Sơn > kiểm tra, xử lý theo thẩm quyền; báo cáo kết quả về UBND tỉnh => UBND tỉnh @ trước ngày 25/7/2019"
        ],
    ),
    (
        "Giao Sở Tài chính thẩm định, trình UBND tỉnh xem xét, quyết định.",
        ["Sở Tài chính > thẩm định, trình UBND tỉnh xem xét, quyết định => UBND tỉnh"],
    ),
    (
        "Giao Thanh tra tỉnh chủ trì, phối hợp với Công an tỉnh, Sở Tài nguyên và Môi trường và các đơn vị liên quan kiểm tra, xác minh nội dung báo chí phản ánh; tham mưu, đề xuất UBND tỉnh chỉ đạo xử lý, hoàn thành trước ngày 30/4/2021.",
        [
            "Thanh tra tỉnh + Công an tỉnh; Sở Tài nguyên và Môi trường; các đơn vị liên quan > kiểm tra, xác minh nội dung báo chí phản ánh; tham mưu, đề xuất UBND tỉnh chỉ đạo xử lý, hoàn thành => UBND tỉnh @ trước ngày 30/4/2021"
        ],
    ),
    (
        "Giao Sở Thông tin và Truyền thông hướng dẫn các cơ quan báo chí tuyên truyền; đồng thời, giao UBND các xã phổ biến đến người dân qua hệ thống loa truyền thanh.",
        [
            "Sở Thông tin và Truyền thông > hướng dẫn các cơ quan báo chí tuyên truyền",
            "UBND các xã > phổ biến đến người dân qua hệ thống loa truyền thanh",
        ],
    ),
    (
        "Giao Sở Văn hóa, Thể thao và Du lịch tham mưu tổ chức lễ hội; Công an tỉnh bảo đảm an ninh trật tự; Sở Y tế bố trí lực lượng trực cấp cứu.",
        [
            "Sở Văn hóa, Thể thao và Du lịch > tham mưu tổ chức lễ hội",
            "Công an tỉnh > bảo đảm an ninh trật tự",
            "Sở Y tế > bố trí lực lượng trực cấp cứu",
        ],
    ),
    (
        "Yêu cầu Chủ tịch UBND các xã, phường khẩn trương rà soát các hộ nằm trong vùng nguy cơ sạt lở và báo cáo UBND huyện (qua Phòng Nông nghiệp và PTNT) trước 15h00 ngày 07/9/2024.",
        [
            "Chủ tịch UBND các xã, phường > khẩn trương rà soát các hộ nằm trong vùng nguy cơ sạt lở và báo cáo UBND huyện (qua Phòng Nông nghiệp và PTNT) => UBND huyện @ trước 15h00 ngày 07/9/2024"
        ],
    ),
    (
        "Bộ Tài chính đề nghị Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương chỉ đạo Sở Tài chính rà soát, tổng hợp nhu cầu kinh phí gửi Bộ Tài chính trước ngày 15 tháng 7 năm 2022.",
        [
            "Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương > chỉ đạo Sở Tài chính rà soát, tổng hợp nhu cầu kinh phí gửi Bộ Tài chính => Bộ Tài chính @ trước ngày 15 tháng 7 năm 2022"
        ],
    ),
    (
        "Trường Đại học Công nghệ yêu cầu các Khoa, Viện, Trung tâm trực thuộc rà soát danh mục thiết bị và gửi về Phòng Quản trị thiết bị trước 17h00 ngày 12/5/2023.",
        [
            "các Khoa; Viện; Trung tâm trực thuộc > rà soát danh mục thiết bị và gửi về Phòng Quản trị thiết bị => Phòng Quản trị thiết bị @ trước 17h00 ngày 12/5/2023"
        ],
    ),
    (
        "Ban Giám hiệu đề nghị giáo viên chủ nhiệm thông báo tới phụ huynh học sinh kế hoạch nghỉ Tết.",
        ["giáo viên chủ nhiệm > thông báo tới phụ huynh học sinh kế hoạch nghỉ Tết"],
    ),
    (
        "Công đoàn ngành đề nghị các công đoàn cơ sở tổ chức thăm hỏi, tặng quà đoàn viên có hoàn cảnh khó khăn.",
        ["các công đoàn cơ sở > tổ chức thăm hỏi, tặng quà đoàn viên có hoàn cảnh khó khăn"],
    ),
    (
        "Cục Hải quan yêu cầu các Chi cục Hải quan cửa khẩu tăng cường kiểm soát hàng hóa nhập khẩu.",
        ["các Chi cục Hải quan cửa khẩu > tăng cường kiểm soát hàng hóa nhập khẩu"],
    ),
    (
        "Tập đoàn yêu cầu Tổng Giám đốc các công ty thành viên báo cáo tình hình sản xuất kinh doanh quý III/2023 trước ngày 10/10/2023.",
        [
            "Tổng Giám đốc các công ty thành viên > báo cáo tình hình sản xuất kinh doanh quý III/2023 @ trước ngày 10/10/2023"
        ],
    ),
    (
        "Ngân hàng Nhà nước Chi nhánh tỉnh đề nghị các tổ chức tín dụng trên địa bàn bố trí tiền mặt phục vụ nhu cầu rút tiền dịp Tết.",
        ["các tổ chức tín dụng trên địa bàn > bố trí tiền mặt phục vụ nhu cầu rút tiền dịp Tết"],
    ),
    (
        "Bảo hiểm xã hội huyện đề nghị các đơn vị sử dụng lao động nộp đầy đủ tiền đóng BHXH tháng 11/2022 trước ngày 30/11/2022.",
        ["các đơn vị sử dụng lao động > nộp đầy đủ tiền đóng BHXH tháng 11/2022 @ trước ngày 30/11/2022"],
    ),
    (
        "Đảng ủy Khối yêu cầu các chi bộ, đảng bộ cơ sở báo cáo kết quả đánh giá đảng viên về Ban Tổ chức Đảng ủy Khối trước ngày 15/12/2020.",
        [
            "các chi bộ, đảng bộ cơ sở > báo cáo kết quả đánh giá đảng viên về Ban Tổ chức Đảng ủy Khối => Ban Tổ chức Đảng ủy Khối @ trước ngày 15/12/2020"
        ],
    ),
    (
        "Ban Thường vụ Huyện ủy yêu cầu cấp ủy các cấp tập trung lãnh đạo, chỉ đạo công tác thu hoạch lúa hè thu.",
        ["cấp ủy các cấp > tập trung lãnh đạo, chỉ đạo công tác thu hoạch lúa hè thu"],
    ),
    (
        "Thủ tướng Chính phủ yêu cầu Bộ trưởng các Bộ: Công Thương, Tài chính, Y tế theo chức năng, nhiệm vụ được giao chỉ đạo ổn định thị trường.",
        ["Bộ trưởng các Bộ: Công Thương, Tài chính, Y tế > chỉ đạo ổn định thị trường"],
    ),
    (
        "Các Bộ, cơ quan ngang Bộ, cơ quan thuộc Chính phủ, Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương có trách nhiệm gửi báo cáo về Bộ Nội vụ trước ngày 30 tháng 11 hằng năm.",
        [
            "Các Bộ, cơ quan ngang Bộ, cơ quan thuộc Chính phủ; Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương > gửi báo cáo về Bộ Nội vụ => Bộ Nội vụ @ trước ngày 30 tháng 11 hằng năm"
        ],
    ),
    (
        "Văn phòng HĐND và UBND huyện có trách nhiệm tham mưu bố trí lịch họp.",
        ["Văn phòng HĐND và UBND huyện > tham mưu bố trí lịch họp"],
    ),
    (
        "Hạt Kiểm lâm chủ trì, phối hợp Công an huyện, Ban Chỉ huy Quân sự huyện tổ chức trực phòng cháy, chữa cháy rừng 24/24 giờ.",
        ["Hạt Kiểm lâm + Công an huyện; Ban Chỉ huy Quân sự huyện > tổ chức trực phòng cháy, chữa cháy rừng 24/24 giờ"],
    ),
    (
        "Đồn Biên phòng Cửa khẩu chủ trì, phối hợp với chính quyền địa phương tuần tra, kiểm soát khu vực biên giới.",
        ["Đồn Biên phòng Cửa khẩu + chính quyền địa phương > tuần tra, kiểm soát khu vực biên giới"],
    ),
    (
        "Đề nghị Ban Tuyên giáo Tỉnh ủy định hướng các cơ quan báo chí đưa tin kịp thời, chính xác.",
        ["Ban Tuyên giáo Tỉnh ủy > định hướng các cơ quan báo chí đưa tin kịp thời, chính xác"],
    ),
    (
        "Đề nghị Tòa án nhân dân huyện, Viện kiểm sát nhân dân huyện phối hợp chặt chẽ với Công an huyện đẩy nhanh tiến độ giải quyết các vụ án.",
        [
            "Tòa án nhân dân huyện; Viện kiểm sát nhân dân huyện + Công an huyện > đẩy nhanh tiến độ giải quyết các vụ án"
        ],
    ),
    (
        "Đề nghị Ông/Bà có mặt đúng giờ, mang theo giấy tờ liên quan.",
        ["Ông/Bà > có mặt đúng giờ, mang theo giấy tờ liên quan"],
    ),
    (
        "Kính mong Quý công ty phản hồi bằng văn bản trước ngày 20/8/2021.",
        ["Quý công ty > phản hồi bằng văn bản @ trước ngày 20/8/2021"],
    ),
    (
        "Sở Nội vụ yêu cầu: các cơ quan, đơn vị báo cáo biên chế trước ngày 05/01/2024.",
        ["các cơ quan, đơn vị > báo cáo biên chế @ trước ngày 05/01/2024"],
    ),
    (
        "Yêu cầu báo cáo bằng văn bản về UBND huyện trước ngày 10/6/2021.",
        ["@addressees > báo cáo bằng văn bản về UBND huyện => UBND huyện @ trước ngày 10/6/2021"],
    ),
    (
        "Đề nghị gửi ý kiến góp ý bằng văn bản về Sở Tư pháp trước ngày 12/4/2020.",
        ["@addressees > gửi ý kiến góp ý bằng văn bản về Sở Tư pháp => Sở Tư pháp @ trước ngày 12/4/2020"],
    ),
    (
        "Định kỳ trước ngày 25 hằng tháng, các đơn vị báo cáo kết quả thực hiện về Phòng Kế hoạch - Tài chính.",
        [
            "các đơn vị > báo cáo kết quả thực hiện về Phòng Kế hoạch - Tài chính => Phòng Kế hoạch - Tài chính @ trước ngày 25 hằng tháng"
        ],
    ),
    (
        "Hằng quý, Phòng Tài chính - Kế hoạch có trách nhiệm tổng hợp báo cáo UBND huyện.",
        ["Phòng Tài chính - Kế hoạch > tổng hợp báo cáo UBND huyện => UBND huyện @ Hằng quý"],
    ),
    (
        "Trong thời hạn 05 ngày làm việc kể từ ngày nhận được văn bản này, đề nghị Công ty gửi hồ sơ bổ sung về Sở Xây dựng.",
        [
            "Công ty > gửi hồ sơ bổ sung về Sở Xây dựng => Sở Xây dựng @ Trong thời hạn 05 ngày làm việc kể từ ngày nhận được văn bản này"
        ],
    ),
    (
        "UBND thị trấn chịu trách nhiệm giải phóng mặt bằng, bàn giao cho nhà thầu thi công trước ngày 31/3/2022.",
        ["UBND thị trấn > chịu trách nhiệm giải phóng mặt bằng, bàn giao cho nhà thầu thi công @ trước ngày 31/3/2022"],
    ),
    (
        "Nhà thầu phải hoàn thành hạng mục mặt đường trước ngày 30/6/2023.",
        ["Nhà thầu > hoàn thành hạng mục mặt đường @ trước ngày 30/6/2023"],
    ),
    (
        "Chủ tịch UBND xã phải trực tiếp kiểm tra hiện trường và báo cáo UBND huyện ngay trong ngày.",
        ["Chủ tịch UBND xã > trực tiếp kiểm tra hiện trường và báo cáo UBND huyện => UBND huyện @ ngay trong ngày"],
    ),
    (
        "Giao Sở Giao thông vận tải khẩn trương hoàn thiện hồ sơ, trình UBND tỉnh trước ngày 30/11/2018.",
        ["Sở Giao thông vận tải > khẩn trương hoàn thiện hồ sơ, trình UBND tỉnh => UBND tỉnh @ trước ngày 30/11/2018"],
    ),
    (
        "Giao Ban Dân tộc tỉnh là cơ quan thường trực, chủ trì theo dõi, tổng hợp.",
        ["Ban Dân tộc tỉnh > theo dõi, tổng hợp"],
    ),
    (
        "Giao Chủ tịch UBND các huyện chịu trách nhiệm chỉ đạo thu hoạch nhanh gọn lúa chín.",
        ["Chủ tịch UBND các huyện > chịu trách nhiệm chỉ đạo thu hoạch nhanh gọn lúa chín"],
    ),
    (
        "Giao Trung tâm Y tế huyện phối hợp với các trường học triển khai chiến dịch tiêm vắc xin Sởi - Rubella.",
        ["Trung tâm Y tế huyện + các trường học > triển khai chiến dịch tiêm vắc xin Sởi - Rubella"],
    ),
    (
        "Giao cho Phòng Lao động - Thương binh và Xã hội tiếp nhận, thẩm định hồ sơ hỗ trợ.",
        ["Phòng Lao động - Thương binh và Xã hội > tiếp nhận, thẩm định hồ sơ hỗ trợ"],
    ),
    (
        "Giao đồng chí Chánh Văn phòng HĐND và UBND huyện chuẩn bị nội dung cuộc họp.",
        ["đồng chí Chánh Văn phòng HĐND và UBND huyện > chuẩn bị nội dung cuộc họp"],
    ),
    (
        "Giao nhiệm vụ cho Khoa Dược dự trù thuốc, vật tư y tế phục vụ cấp cứu.",
        ["Khoa Dược > dự trù thuốc, vật tư y tế phục vụ cấp cứu"],
    ),
    (
        "Giao Sở Tài nguyên và Môi trường phối hợp Sở Xây dựng, UBND thành phố Bình An và các đơn vị liên quan kiểm tra, đề xuất xử lý.",
        [
            "Sở Tài nguyên và Môi trường + Sở Xây dựng; UBND thành phố Bình An; các đơn vị liên quan > kiểm tra, đề xuất xử lý"
        ],
    ),
    (
        "Giao Sở Công Thương, Cục Quản lý thị trường tỉnh theo chức năng, nhiệm vụ được giao tăng cường kiểm tra, xử lý hàng giả.",
        ["Sở Công Thương; Cục Quản lý thị trường tỉnh > tăng cường kiểm tra, xử lý hàng giả"],
    ),
    (
        "Giao Hiệu trưởng Trường THPT Lê Lợi tổ chức họp hội đồng kỷ luật.",
        ["Hiệu trưởng Trường THPT Lê Lợi > tổ chức họp hội đồng kỷ luật"],
    ),
    (
        "Giao Công ty TNHH MTV Môi trường đô thị thu gom rác thải tại các tuyến đường trung tâm.",
        ["Công ty TNHH MTV Môi trường đô thị > thu gom rác thải tại các tuyến đường trung tâm"],
    ),
    (
        "Giao Viện Kiến trúc, Quy hoạch đô thị và nông thôn hoàn chỉnh đồ án.",
        ["Viện Kiến trúc, Quy hoạch đô thị và nông thôn > hoàn chỉnh đồ án"],
    ),
    (
        "Chủ tịch UBND tỉnh giao Giám đốc Sở Y tế trực tiếp chỉ đạo xử lý dứt điểm vụ ngộ độc thực phẩm.",
        ["Giám đốc Sở Y tế > trực tiếp chỉ đạo xử lý dứt điểm vụ ngộ độc thực phẩm"],
    ),
    (
        "Thường trực Tỉnh ủy giao Ban Tổ chức Tỉnh ủy tham mưu kế hoạch luân chuyển cán bộ.",
        ["Ban Tổ chức Tỉnh ủy > tham mưu kế hoạch luân chuyển cán bộ"],
    ),
    (
        "Ủy quyền cho Chủ tịch UBND cấp huyện quyết định giá đất cụ thể.",
        ["Chủ tịch UBND cấp huyện > quyết định giá đất cụ thể"],
    ),
    (
        "Yêu cầu chủ đầu tư đẩy nhanh tiến độ giải ngân vốn đầu tư công.",
        ["chủ đầu tư > đẩy nhanh tiến độ giải ngân vốn đầu tư công"],
    ),
    (
        "Yêu cầu Công ty Cổ phần Xây dựng Minh Long dừng ngay việc đổ thải trái phép.",
        ["Công ty Cổ phần Xây dựng Minh Long > dừng việc đổ thải trái phép @ ngay"],
    ),
    (
        "Yêu cầu Kho bạc Nhà nước tỉnh bố trí cán bộ trực thanh toán đến hết ngày 31/01/2025.",
        ["Kho bạc Nhà nước tỉnh > bố trí cán bộ trực thanh toán @ đến hết ngày 31/01/2025"],
    ),
    (
        "Yêu cầu các chủ hồ chứa thủy lợi vận hành đúng quy trình.",
        ["các chủ hồ chứa thủy lợi > vận hành đúng quy trình"],
    ),
    (
        "Yêu cầu giáo viên chủ nhiệm, phụ huynh học sinh phối hợp quản lý học sinh trong dịp hè.",
        ["giáo viên chủ nhiệm; phụ huynh học sinh > phối hợp quản lý học sinh trong dịp hè"],
    ),
    (
        "Yêu cầu các đồng chí Ủy viên Ban Thường vụ phụ trách địa bàn tăng cường xuống cơ sở.",
        ["các đồng chí Ủy viên Ban Thường vụ phụ trách địa bàn > tăng cường xuống cơ sở"],
    ),
    (
        "Yêu cầu Ban Chỉ huy Phòng, chống thiên tai các xã trực ban nghiêm túc 24/24 giờ.",
        ["Ban Chỉ huy Phòng, chống thiên tai các xã > trực ban nghiêm túc 24/24 giờ"],
    ),
    (
        "Yêu cầu Trưởng Công an các xã, thị trấn lập danh sách các hộ chưa kê khai nhân khẩu.",
        ["Trưởng Công an các xã, thị trấn > lập danh sách các hộ chưa kê khai nhân khẩu"],
    ),
    (
        "Yêu cầu người đứng đầu các cơ sở tôn giáo thực hiện nghiêm quy định về xây dựng.",
        ["người đứng đầu các cơ sở tôn giáo > thực hiện nghiêm quy định về xây dựng"],
    ),
    ("Đề nghị Thường trực HĐND tỉnh xem xét, cho ý kiến.", ["Thường trực HĐND tỉnh > xem xét, cho ý kiến"]),
    (
        "Đề nghị Bộ Tư lệnh Quân khu chỉ đạo các đơn vị đóng quân trên địa bàn hỗ trợ nhân dân.",
        ["Bộ Tư lệnh Quân khu > chỉ đạo các đơn vị đóng quân trên địa bàn hỗ trợ nhân dân"],
    ),
    (
        "Đề nghị Kiểm toán nhà nước khu vực cung cấp danh mục hồ sơ cần chuẩn bị.",
        ["Kiểm toán nhà nước khu vực > cung cấp danh mục hồ sơ cần chuẩn bị"],
    ),
    ("Đề nghị Đoàn Luật sư tỉnh cử luật sư tham gia.", ["Đoàn Luật sư tỉnh > cử luật sư tham gia"]),
    (
        "Đề nghị Đại học Quốc gia cho ý kiến về dự thảo Quy chế trước ngày 10/8/2023.",
        ["Đại học Quốc gia > cho ý kiến về dự thảo Quy chế @ trước ngày 10/8/2023"],
    ),
    (
        "Đề nghị các nhà mạng Viettel, VNPT, MobiFone nhắn tin tuyên truyền đến các thuê bao.",
        ["các nhà mạng Viettel; VNPT, MobiFone > nhắn tin tuyên truyền đến các thuê bao"],
    ),
    (
        "Đề nghị thân nhân liệt sĩ bổ sung giấy tờ còn thiếu trong thời hạn 15 ngày kể từ ngày nhận được thông báo.",
        ["thân nhân liệt sĩ > bổ sung giấy tờ còn thiếu @ trong thời hạn 15 ngày kể từ ngày nhận được thông báo"],
    ),
    (
        "Đề nghị quý phụ huynh đóng học phí học kỳ II trước ngày 20/02/2024.",
        ["quý phụ huynh > đóng học phí học kỳ II @ trước ngày 20/02/2024"],
    ),
    (
        "Đề nghị các thành viên Tổ công tác gửi báo cáo phần việc được phân công về Thư ký Tổ công tác trước ngày 12/6/2022 để tổng hợp.",
        [
            "các thành viên Tổ công tác > gửi báo cáo phần việc được phân công về Thư ký Tổ công tác để tổng hợp => Thư ký Tổ công tác @ trước ngày 12/6/2022"
        ],
    ),
    (
        "Đề nghị Giám đốc các Sở: Nội vụ, Tài chính; Chủ tịch UBND các huyện báo cáo UBND tỉnh (qua Sở Nội vụ) trước ngày 05/9/2019.",
        [
            "Giám đốc các Sở: Nội vụ, Tài chính; Chủ tịch UBND các huyện > báo cáo UBND tỉnh (qua Sở Nội vụ) => UBND tỉnh @ trước ngày 05/9/2019"
        ],
    ),
    ("Xin đề nghị Quý sở hướng dẫn thủ tục thanh lý tài sản.", ["Quý sở > hướng dẫn thủ tục thanh lý tài sản"]),
    (
        "Cục Thuế tỉnh kính đề nghị Sở Tài chính thống nhất số liệu đối chiếu.",
        ["Sở Tài chính > thống nhất số liệu đối chiếu"],
    ),
    (
        "Hội đồng tuyển dụng viên chức yêu cầu thí sinh nộp phiếu đăng ký dự tuyển trước 17 giờ 00 ngày 15/11/2023.",
        ["thí sinh > nộp phiếu đăng ký dự tuyển @ trước 17 giờ 00 ngày 15/11/2023"],
    ),
    (
        "Chi bộ yêu cầu đảng viên viết bản kiểm điểm cá nhân, nộp về cấp ủy trước ngày 05/12/2022.",
        ["đảng viên > viết bản kiểm điểm cá nhân, nộp về cấp ủy => cấp ủy @ trước ngày 05/12/2022"],
    ),
    (
        "Văn phòng Chính phủ đề nghị Quý Bộ nghiên cứu, trả lời kiến nghị của cử tri.",
        ["Quý Bộ > nghiên cứu, trả lời kiến nghị của cử tri"],
    ),
    (
        "Phòng Cảnh sát PCCC và CNCH đề nghị các cơ sở tự kiểm tra, khắc phục tồn tại về phòng cháy, chữa cháy.",
        ["các cơ sở > tự kiểm tra, khắc phục tồn tại về phòng cháy, chữa cháy"],
    ),
    (
        "Liên đoàn Lao động huyện yêu cầu Ban Chấp hành các công đoàn cơ sở hướng dẫn đoàn viên tham gia cuộc thi trực tuyến.",
        ["Ban Chấp hành các công đoàn cơ sở > hướng dẫn đoàn viên tham gia cuộc thi trực tuyến"],
    ),
    (
        "Căn cứ tình hình thực tế, UBND phường yêu cầu các hộ kinh doanh vỉa hè tháo dỡ mái che, mái vẩy trước ngày 10/4/2023.",
        ["các hộ kinh doanh vỉa hè > tháo dỡ mái che, mái vẩy @ trước ngày 10/4/2023"],
    ),
    (
        "Nhằm đảm bảo tiến độ, Ban Quản lý dự án yêu cầu nhà thầu huy động thêm thiết bị, nhân lực.",
        ["nhà thầu > huy động thêm thiết bị, nhân lực"],
    ),
    (
        "Để có cơ sở báo cáo Bộ Nội vụ, đề nghị các cơ quan, đơn vị rà soát, thống kê số lượng biên chế, gửi về Sở Nội vụ chậm nhất ngày 14/6/2022.",
        [
            "các cơ quan, đơn vị > rà soát, thống kê số lượng biên chế, gửi về Sở Nội vụ => Sở Nội vụ @ chậm nhất ngày 14/6/2022"
        ],
    ),
    (
        "Sau khi nhận được Công văn này, yêu cầu các trường triển khai đến toàn thể cán bộ, giáo viên.",
        ["các trường > triển khai đến toàn thể cán bộ, giáo viên"],
    ),
    (
        "Vì vậy, yêu cầu các địa phương rút kinh nghiệm, không để tái diễn.",
        ["các địa phương > rút kinh nghiệm, không để tái diễn"],
    ),
    ("Do đó, đề nghị Sở Tài chính cân đối, bố trí nguồn kinh phí.", ["Sở Tài chính > cân đối, bố trí nguồn kinh phí"]),
    (
        "Các sở, ban, ngành, đoàn thể tỉnh; UBND các huyện, thành phố có trách nhiệm quán triệt nội dung Chỉ thị đến cán bộ, công chức.",
        [
            "Các sở, ban, ngành, đoàn thể tỉnh; UBND các huyện, thành phố > quán triệt nội dung Chỉ thị đến cán bộ, công chức"
        ],
    ),
    (
        "Người sử dụng lao động có trách nhiệm khai báo tai nạn lao động.",
        ["Người sử dụng lao động > khai báo tai nạn lao động"],
    ),
    (
        "Tổ trưởng tổ dân phố có trách nhiệm vận động các hộ dân ký cam kết.",
        ["Tổ trưởng tổ dân phố > vận động các hộ dân ký cam kết"],
    ),
    (
        "Bí thư Chi đoàn có trách nhiệm lập danh sách đoàn viên tham gia.",
        ["Bí thư Chi đoàn > lập danh sách đoàn viên tham gia"],
    ),
    (
        "Chánh Thanh tra huyện chịu trách nhiệm theo dõi, đôn đốc việc thực hiện kết luận thanh tra.",
        ["Chánh Thanh tra huyện > chịu trách nhiệm theo dõi, đôn đốc việc thực hiện kết luận thanh tra"],
    ),
    (
        "Trạm Y tế các xã, thị trấn chịu trách nhiệm tổ chức khám sàng lọc, tiêm chủng an toàn.",
        ["Trạm Y tế các xã, thị trấn > chịu trách nhiệm tổ chức khám sàng lọc, tiêm chủng an toàn"],
    ),
    (
        "Trường Chính trị tỉnh chủ trì, phối hợp với Sở Nội vụ mở lớp bồi dưỡng trong quý III/2023.",
        ["Trường Chính trị tỉnh + Sở Nội vụ > mở lớp bồi dưỡng @ trong quý III/2023"],
    ),
    (
        "Chi cục Chăn nuôi và Thú y chủ trì, phối hợp với Phòng Nông nghiệp các huyện phun khử trùng tiêu độc.",
        ["Chi cục Chăn nuôi và Thú y + Phòng Nông nghiệp các huyện > phun khử trùng tiêu độc"],
    ),
    (
        "Bệnh viện Đa khoa tỉnh chủ trì tiếp nhận, điều trị bệnh nhân nặng.",
        ["Bệnh viện Đa khoa tỉnh > tiếp nhận, điều trị bệnh nhân nặng"],
    ),
    (
        "Công an xã chủ trì; Ban Chỉ huy Quân sự xã phối hợp tổ chức tuần tra ban đêm.",
        ["Công an xã + Ban Chỉ huy Quân sự xã > tổ chức tuần tra ban đêm"],
    ),
    (
        "Đề nghị UBND các xã rà soát hộ nghèo trên địa bàn. Yêu cầu hoàn thành trước ngày 30/10/2022.",
        ["UBND các xã > rà soát hộ nghèo trên địa bàn @ trước ngày 30/10/2022"],
    ),
    ("Giao Văn phòng Sở tổ chức thực hiện Kế hoạch này.", ["Văn phòng Sở > tổ chức thực hiện Kế hoạch này"]),
    (
        "Giao UBND tỉnh tổ chức triển khai thực hiện Nghị quyết.",
        ["UBND tỉnh > tổ chức triển khai thực hiện Nghị quyết"],
    ),
    (
        "Đề nghị các đơn vị rà soát, bổ sung quy hoạch. Thời hạn hoàn thành: trước ngày 15/5/2021.",
        ["các đơn vị > rà soát, bổ sung quy hoạch @ trước ngày 15/5/2021"],
    ),
    (
        "Đề nghị các Sở, ngành tham gia ý kiến vào dự thảo Kế hoạch (gửi kèm). Ý kiến tham gia gửi về Sở Nội vụ trước ngày 09/4/2022 để tổng hợp. Quá thời hạn trên, nếu không có ý kiến coi như thống nhất.",
        [
            "các Sở, ngành > tham gia ý kiến vào dự thảo Kế hoạch (gửi kèm). Ý kiến tham gia gửi về Sở Nội vụ để tổng hợp => Sở Nội vụ @ trước ngày 09/4/2022"
        ],
    ),
    (
        "Yêu cầu các trường báo cáo số lượng học sinh bỏ học. Báo cáo gửi qua thư điện tử phonggd@example.vn trước ngày 10/12/2021.",
        [
            "các trường > báo cáo số lượng học sinh bỏ học. Báo cáo gửi qua thư điện tử phonggd@example.vn @ trước ngày 10/12/2021"
        ],
    ),
    (
        "Qua rà soát, Sở nhận thấy một số đơn vị chưa báo cáo theo yêu cầu, do vậy đề nghị các đơn vị có tên trong danh sách kèm theo gửi báo cáo trước ngày 25/6/2022.",
        ["các đơn vị có tên trong danh sách kèm theo > gửi báo cáo @ trước ngày 25/6/2022"],
    ),
    (
        "Để có cơ sở tham mưu UBND tỉnh, Sở Xây dựng kính đề nghị Quý Sở có ý kiến bằng văn bản đối với các nội dung trên, gửi về Sở Xây dựng trước ngày 03/5/2023.",
        [
            "Quý Sở > có ý kiến bằng văn bản đối với các nội dung trên, gửi về Sở Xây dựng => Sở Xây dựng @ trước ngày 03/5/2023"
        ],
    ),
    (
        "Thực hiện chỉ đạo của Chủ tịch UBND tỉnh tại Thông báo số 45/TB-UBND giao Sở Tài chính tổng hợp, Sở Tài chính đề nghị các cơ quan gửi số liệu trước ngày 10/7/2021.",
        ["các cơ quan > gửi số liệu @ trước ngày 10/7/2021"],
    ),
    (
        "Ban Tổ chức đề nghị Quý phụ huynh không cho học sinh điều khiển xe mô tô đến trường.",
        ["Quý phụ huynh > không cho học sinh điều khiển xe mô tô đến trường"],
    ),
    (
        "Chủ tịch UBND tỉnh đồng ý chủ trương và giao Sở Công Thương hướng dẫn Công ty Điện lực hoàn tất thủ tục.",
        ["Sở Công Thương > hướng dẫn Công ty Điện lực hoàn tất thủ tục"],
    ),
    (
        "Về đề nghị của UBND huyện Tân Phước: Giao Sở Tài chính xem xét, tham mưu đề xuất UBND tỉnh trước ngày 12/9/2020.",
        ["Sở Tài chính > xem xét, tham mưu đề xuất UBND tỉnh => UBND tỉnh @ trước ngày 12/9/2020"],
    ),
    (
        "Về việc trên, Giám đốc Sở chỉ đạo: Phòng Kế hoạch tham mưu văn bản trả lời trước ngày 12/5/2022.",
        ["Phòng Kế hoạch > tham mưu văn bản trả lời @ trước ngày 12/5/2022"],
    ),
    (
        "Chủ tịch UBND tỉnh có ý kiến như sau: Giao Sở Tài chính thẩm định, báo cáo UBND tỉnh.",
        ["Sở Tài chính > thẩm định, báo cáo UBND tỉnh => UBND tỉnh"],
    ),
    (
        "Chủ tịch UBND xã đồng ý với đề xuất của Trạm Y tế; giao Trạm Y tế chuẩn bị thuốc, vật tư phục vụ chiến dịch.",
        ["Trạm Y tế > chuẩn bị thuốc, vật tư phục vụ chiến dịch"],
    ),
    (
        "Đề nghị các đồng chí Thành viên Ban Chỉ đạo theo dõi, phụ trách các địa phương thường xuyên kiểm tra, đôn đốc.",
        ["các đồng chí Thành viên Ban Chỉ đạo > theo dõi, phụ trách các địa phương thường xuyên kiểm tra, đôn đốc"],
    ),
    (
        "Để bảo đảm an toàn thực phẩm dịp Tết Trung thu, Chi cục An toàn vệ sinh thực phẩm yêu cầu các cơ sở sản xuất bánh trung thu tự công bố sản phẩm trước khi lưu thông.",
        ["các cơ sở sản xuất bánh trung thu > tự công bố sản phẩm trước khi lưu thông"],
    ),
    (
        "Yêu cầu lãnh đạo các phòng chuyên môn phân công cán bộ trực, không để gián đoạn công việc.",
        ["lãnh đạo các phòng chuyên môn > phân công cán bộ trực, không để gián đoạn công việc"],
    ),
    (
        "Kính đề nghị Quý Ngân hàng phối hợp thu hộ học phí của sinh viên từ ngày 01/9/2022 đến hết ngày 30/9/2022.",
        ["Quý Ngân hàng > phối hợp thu hộ học phí của sinh viên @ từ ngày 01/9/2022 đến hết ngày 30/9/2022"],
    ),
    (
        "Đề nghị Chi cục Thủy lợi, các công ty khai thác công trình thủy lợi tổ chức vận hành hồ chứa bảo đảm an toàn.",
        ["Chi cục Thủy lợi; các công ty khai thác công trình thủy lợi > tổ chức vận hành hồ chứa bảo đảm an toàn"],
    ),
    (
        "Giao Trưởng phòng Tổ chức - Hành chính, Kế toán trưởng và các bộ phận liên quan lập dự toán, trình Giám đốc phê duyệt trước ngày 15/12/2022.",
        [
            "Trưởng phòng Tổ chức - Hành chính; Kế toán trưởng; các bộ phận liên quan > lập dự toán, trình Giám đốc phê duyệt => Giám đốc @ trước ngày 15/12/2022"
        ],
    ),
    (
        "Sở Giáo dục và Đào tạo đề nghị các đơn vị cử giáo viên tham gia Hội thi đúng thời gian quy định.",
        ["các đơn vị > cử giáo viên tham gia Hội thi đúng thời gian quy định"],
    ),
    (
        "Giao Công ty trách nhiệm hữu hạn một thành viên Cấp nước rà soát mạng lưới đường ống.",
        ["Công ty trách nhiệm hữu hạn một thành viên Cấp nước > rà soát mạng lưới đường ống"],
    ),
    (
        "Đề nghị Ngân hàng Chính sách xã hội huyện giải ngân vốn vay hộ nghèo trước ngày 30/11/2020.",
        ["Ngân hàng Chính sách xã hội huyện > giải ngân vốn vay hộ nghèo @ trước ngày 30/11/2020"],
    ),
    (
        "Đề nghị Quỹ Đầu tư phát triển tỉnh thẩm định hồ sơ vay vốn.",
        ["Quỹ Đầu tư phát triển tỉnh > thẩm định hồ sơ vay vốn"],
    ),
    (
        "Yêu cầu Chi cục Dân số - Kế hoạch hóa gia đình hướng dẫn tuyến cơ sở.",
        ["Chi cục Dân số - Kế hoạch hóa gia đình > hướng dẫn tuyến cơ sở"],
    ),
    (
        "Giao Trung tâm Kiểm soát bệnh tật tỉnh giám sát ca bệnh, lấy mẫu xét nghiệm.",
        ["Trung tâm Kiểm soát bệnh tật tỉnh > giám sát ca bệnh, lấy mẫu xét nghiệm"],
    ),
    ("Giao Phòng Quản lý đô thị kiểm tra trật tự xây dựng.", ["Phòng Quản lý đô thị > kiểm tra trật tự xây dựng"]),
    (
        "Giao Đội Quản lý trật tự đô thị xử lý các trường hợp lấn chiếm vỉa hè.",
        ["Đội Quản lý trật tự đô thị > xử lý các trường hợp lấn chiếm vỉa hè"],
    ),
    (
        "Giao Ban Quản lý rừng phòng hộ Đông Hà tổ chức tuần tra, bảo vệ rừng.",
        ["Ban Quản lý rừng phòng hộ Đông Hà > tổ chức tuần tra, bảo vệ rừng"],
    ),
    (
        "Yêu cầu Phòng Tổ chức - Cán bộ thông báo đến các khoa, phòng.",
        ["Phòng Tổ chức - Cán bộ > thông báo đến các khoa, phòng"],
    ),
    ("Yêu cầu Trung tâm Hỗ trợ nông dân mở lớp dạy nghề.", ["Trung tâm Hỗ trợ nông dân > mở lớp dạy nghề"]),
    (
        "Đề nghị Cục Thống kê cung cấp số liệu kinh tế - xã hội 6 tháng đầu năm 2021.",
        ["Cục Thống kê > cung cấp số liệu kinh tế - xã hội 6 tháng đầu năm 2021"],
    ),
    (
        "Đề nghị Cục Quản lý thị trường kiểm tra việc niêm yết giá.",
        ["Cục Quản lý thị trường > kiểm tra việc niêm yết giá"],
    ),
    (
        "Giao Văn phòng Điều phối nông thôn mới tổng hợp kết quả.",
        ["Văn phòng Điều phối nông thôn mới > tổng hợp kết quả"],
    ),
    (
        "Giao Thanh tra Sở chủ trì, phối hợp với Phòng Quản lý xây dựng kiểm tra các công trình vi phạm.",
        ["Thanh tra Sở + Phòng Quản lý xây dựng > kiểm tra các công trình vi phạm"],
    ),
    (
        "Đề nghị Hội Bảo trợ người khuyết tật và trẻ mồ côi vận động nguồn lực.",
        ["Hội Bảo trợ người khuyết tật và trẻ mồ côi > vận động nguồn lực"],
    ),
    (
        "Yêu cầu Bệnh viện Phục hồi chức năng tiếp nhận điều trị bệnh nhân.",
        ["Bệnh viện Phục hồi chức năng > tiếp nhận điều trị bệnh nhân"],
    ),
    (
        "Giao Hội đồng Thi đua - Khen thưởng xét chọn tập thể, cá nhân tiêu biểu.",
        ["Hội đồng Thi đua - Khen thưởng > xét chọn tập thể, cá nhân tiêu biểu"],
    ),
    (
        "Yêu cầu Kho bạc Nhà nước, Chi cục Thuế, Phòng Tài chính - Kế hoạch đối chiếu số liệu thu chi ngân sách.",
        ["Kho bạc Nhà nước; Chi cục Thuế; Phòng Tài chính - Kế hoạch > đối chiếu số liệu thu chi ngân sách"],
    ),
    (
        "Giao Phòng Thanh tra - Pháp chế tham mưu trả lời đơn thư.",
        ["Phòng Thanh tra - Pháp chế > tham mưu trả lời đơn thư"],
    ),
    (
        "Giao Ban Tiếp công dân tỉnh chuyển đơn đến cơ quan có thẩm quyền.",
        ["Ban Tiếp công dân tỉnh > chuyển đơn đến cơ quan có thẩm quyền => cơ quan có thẩm quyền"],
    ),
    (
        "Giao Sở Văn hóa, Thể thao và Du lịch chủ trì, phối hợp với Sở Thông tin và Truyền thông, Công an tỉnh và UBND thành phố Đông Hải tổ chức Lễ hội Cầu ngư.",
        [
            "Sở Văn hóa, Thể thao và Du lịch + Sở Thông tin và Truyền thông; Công an tỉnh; UBND thành phố Đông Hải > tổ chức Lễ hội Cầu ngư"
        ],
    ),
    (
        "Đề nghị Bộ Chỉ huy Quân sự tỉnh, Bộ Chỉ huy Bộ đội Biên phòng tỉnh, Công an tỉnh sẵn sàng lực lượng cứu hộ.",
        ["Bộ Chỉ huy Quân sự tỉnh; Bộ Chỉ huy Bộ đội Biên phòng tỉnh; Công an tỉnh > sẵn sàng lực lượng cứu hộ"],
    ),
    (
        "Giao Sở Nông nghiệp và Môi trường kiểm tra, hướng dẫn UBND các xã, phường, đặc khu rà soát hiện trạng sử dụng đất.",
        [
            "Sở Nông nghiệp và Môi trường > kiểm tra, hướng dẫn UBND các xã, phường, đặc khu rà soát hiện trạng sử dụng đất"
        ],
    ),
    (
        "Yêu cầu Chủ tịch UBND các xã, phường, đặc khu Lý Sơn báo cáo kết quả về Sở Nội vụ trước ngày 20/8/2025.",
        [
            "Chủ tịch UBND các xã, phường, đặc khu Lý Sơn > báo cáo kết quả về Sở Nội vụ => Sở Nội vụ @ trước ngày 20/8/2025"
        ],
    ),
    (
        "Giao Trung tâm Phục vụ hành chính công tỉnh công khai quy trình giải quyết thủ tục hành chính.",
        ["Trung tâm Phục vụ hành chính công tỉnh > công khai quy trình giải quyết thủ tục hành chính"],
    ),
    (
        "Đề nghị Liên minh Hợp tác xã tỉnh hướng dẫn các hợp tác xã củng cố tổ chức.",
        ["Liên minh Hợp tác xã tỉnh > hướng dẫn các hợp tác xã củng cố tổ chức"],
    ),
    (
        "Đề nghị Tỉnh đoàn, Hội Liên hiệp Thanh niên tỉnh huy động thanh niên tình nguyện.",
        ["Tỉnh đoàn; Hội Liên hiệp Thanh niên tỉnh > huy động thanh niên tình nguyện"],
    ),
    (
        "Giao Giám đốc Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên lập phương án tuyển sinh.",
        ["Giám đốc Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên > lập phương án tuyển sinh"],
    ),
    (
        "Yêu cầu Phòng Khảo thí và Đảm bảo chất lượng giáo dục tổng hợp kết quả khảo sát, báo cáo Hiệu trưởng trước ngày 30/6/2024.",
        [
            "Phòng Khảo thí và Đảm bảo chất lượng giáo dục > tổng hợp kết quả khảo sát, báo cáo Hiệu trưởng => Hiệu trưởng @ trước ngày 30/6/2024"
        ],
    ),
    (
        "Yêu cầu Viện Đào tạo Quốc tế, Khoa Kinh tế, Khoa Luật cập nhật đề cương học phần.",
        ["Viện Đào tạo Quốc tế; Khoa Kinh tế; Khoa Luật > cập nhật đề cương học phần"],
    ),
    (
        "Giao Ban Quản lý Khu kinh tế chủ trì, phối hợp với Cục Hải quan tháo gỡ vướng mắc cho doanh nghiệp.",
        ["Ban Quản lý Khu kinh tế + Cục Hải quan > tháo gỡ vướng mắc cho doanh nghiệp"],
    ),
    (
        "Giao Chi cục Bảo vệ môi trường lấy mẫu nước thải, báo cáo Giám đốc Sở trong ngày 15/4/2023.",
        ["Chi cục Bảo vệ môi trường > lấy mẫu nước thải, báo cáo Giám đốc Sở => Giám đốc Sở @ trong ngày 15/4/2023"],
    ),
    (
        "Đề nghị Báo Đông Hải, Đài Phát thanh - Truyền hình tỉnh đưa tin về Hội nghị.",
        ["Báo Đông Hải; Đài Phát thanh - Truyền hình tỉnh > đưa tin về Hội nghị"],
    ),
    (
        "Yêu cầu các khoa lâm sàng, khoa Dược, phòng Điều dưỡng kiểm tra cơ số thuốc cấp cứu.",
        ["các khoa lâm sàng, khoa Dược, phòng Điều dưỡng > kiểm tra cơ số thuốc cấp cứu"],
    ),
    (
        "Giao ông Phạm Văn Dũng, Trưởng khoa Nội tổng hợp chịu trách nhiệm tổ chức hội chẩn.",
        ["ông Phạm Văn Dũng, Trưởng khoa Nội tổng hợp > chịu trách nhiệm tổ chức hội chẩn"],
    ),
]

NO_ASSIGNMENTS = [
    "Mong nhận được ý kiến của Quý đơn vị.",
    "Rất mong Quý cơ quan quan tâm, phối hợp.",
    "Hiệu trưởng các trường tiểu học chịu trách nhiệm trước Phòng Giáo dục và Đào tạo về kết quả tuyển sinh.",
    "Đơn vị nào để xảy ra sai phạm phải chịu trách nhiệm trước pháp luật.",
    "Các ông (bà) Chánh Văn phòng, Trưởng phòng Nội vụ và các cá nhân có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này.",
    "Giám đốc các sở, ban, ngành và Chủ tịch UBND các huyện căn cứ Quyết định thi hành.",
    "Trong thời gian qua, các đơn vị đã tích cực triển khai thực hiện nhiệm vụ được giao.",
    "Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 45/TTr-SNV ngày 02/02/2022.",
    "Đáp ứng yêu cầu nhiệm vụ trong tình hình mới.",
    "Quyết định này có hiệu lực kể từ ngày ký.",
    "Sở Y tế đã yêu cầu các bệnh viện chấn chỉnh công tác tiếp đón người bệnh.",
    "Trên đây là nội dung hướng dẫn, đề nghị các đơn vị triển khai thực hiện.",
    "Đề nghị các cơ quan, đơn vị quan tâm, phối hợp thực hiện.",
    "Yêu cầu các đơn vị nghiêm túc triển khai thực hiện Công văn này.",
    "Mọi thông tin chi tiết xin liên hệ ông Nguyễn Văn Hòa, số điện thoại 0901.234.567.",
    "Trong quá trình thực hiện, nếu có vướng mắc đề nghị liên hệ Phòng Kế hoạch để được hướng dẫn.",
    "Kinh phí thực hiện do ngân sách huyện bảo đảm.",
    "Các đơn vị có thể đăng ký thêm đại biểu nếu có nhu cầu.",
    "Sở Nội vụ trân trọng cảm ơn sự phối hợp của Quý cơ quan.",
    "Qua kiểm tra, nhiều đơn vị chưa thực hiện đúng yêu cầu của UBND tỉnh.",
    "UBND tỉnh thống nhất chủ trương đầu tư dự án theo đề nghị của Sở Xây dựng.",
    "Sở Giáo dục và Đào tạo thông báo để các đơn vị biết, thực hiện.",
    "Rất mong nhận được sự quan tâm của Quý đơn vị.",
    "Đề nghị đồng chí Bí thư Đảng ủy các xã, thị trấn trực tiếp chỉ đạo thực hiện.",
    "Thủ trưởng cơ quan, đơn vị, địa phương nào chậm trễ phải chịu trách nhiệm trước Chủ tịch UBND tỉnh.",
    "Trân trọng đề nghị Quý đại biểu đến dự đúng giờ.",
    "Theo yêu cầu của Bộ Y tế, Sở Y tế đã tổng hợp số liệu.",
    "Căn cứ đề nghị của Trưởng phòng Tổ chức - Hành chính;",
    "Nhằm đáp ứng yêu cầu phát triển kinh tế - xã hội trong giai đoạn mới.",
    "UBND tỉnh đã giao Sở Xây dựng lập quy hoạch tại Công văn số 12/UBND-XD.",
    "Công tác phối hợp giữa các đơn vị chưa chặt chẽ.",
    "Một số địa phương chưa chủ động trong công tác chỉ đạo.",
    "Nhiệm vụ được giao đã hoàn thành đúng tiến độ.",
    "Hội nghị đã nghe Giám đốc Sở Nội vụ báo cáo kết quả thực hiện.",
    "Sở Tài chính đã có báo cáo gửi UBND tỉnh.",
    "Xét đề nghị của Giám đốc Sở Y tế;",
    "Văn bản này thay thế Công văn số 15/SYT-NVY ngày 12/01/2020 của Sở Y tế.",
    "Chỉ thị này có hiệu lực kể từ ngày ký ban hành.",
    "Nơi nhận được biết, thực hiện.",
    "Các chi phí đi lại, ăn, ở do cơ quan cử người tham dự chi trả.",
    "Học viên được hỗ trợ tiền tài liệu theo quy định.",
    "Sở Ngoại vụ xin trân trọng thông báo.",
    "UBND huyện trả lời để Quý Công ty được biết.",
    "Kết quả kiểm tra cho thấy các đơn vị đã chấp hành tốt quy định.",
    "Tham dự cuộc họp có đại diện lãnh đạo Sở Tài chính, Sở Xây dựng.",
    "Quá thời hạn trên, đơn vị nào không có ý kiến coi như đồng ý.",
    "Với nội dung trên, đề nghị các đơn vị thực hiện.",
    "Đề nghị các phòng, ban và UBND các xã nghiêm túc triển khai thực hiện Kế hoạch này.",
    "Yêu cầu Thủ trưởng các cơ quan, đơn vị tổ chức thực hiện nghiêm túc nội dung Công điện này.",
    "Yêu cầu các đơn vị tổ chức thực hiện Kế hoạch này.",
    "Sở Y tế nhận được Công văn số 12/BVĐK của Bệnh viện Đa khoa tỉnh đề nghị bổ sung kinh phí mua thuốc.",
    "Ngày 12/3/2020, UBND tỉnh có Công văn số 900/UBND-VX giao Sở Y tế chủ trì kiểm tra.",
    "Căn cứ Luật Đầu tư công ngày 13 tháng 6 năm 2019;",
    "Sở Giáo dục và Đào tạo gửi kèm theo Công văn này mẫu báo cáo để các đơn vị thực hiện.",
    "Trong quá trình thực hiện có khó khăn, vướng mắc kịp thời phản ánh về Sở Nội vụ để được hướng dẫn.",
    "Yêu cầu các đơn vị căn cứ nội dung Kế hoạch triển khai thực hiện.",
]


@pytest.mark.parametrize(("sentence", "expected"), ASSIGNMENTS)
def test_a_sentence_that_orders_is_read(sentence: str, expected: list[str], readings: Readings) -> None:
    assert readings(sentence) == expected


@pytest.mark.parametrize("sentence", NO_ASSIGNMENTS)
def test_a_sentence_that_orders_nothing_gives_no_task(sentence: str, readings: Readings) -> None:
    assert readings(sentence) == []


@pytest.mark.parametrize("sentence", [sentence for sentence, _ in ASSIGNMENTS])
def test_every_part_is_quoted_from_the_sentence(sentence: str, tasks_of: TasksOf) -> None:
    for task in tasks_of(sentence):
        parts = [task.action, *task.lead, *task.coordinating, *([task.report_to] if task.report_to else [])]
        for part in parts:
            assert 0 < part.confidence <= 1
            assert all(evidence.quote in sentence for evidence in part.evidence)
            assert part.evidence or part.value.startswith("@")
