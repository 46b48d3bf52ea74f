"""Passwords and keys are found in running text and covered, everything else stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.secrets import MASK, find_secrets, mask_secrets

WITH_SECRET = [
    # text, secret
    ("Mật khẩu: abc@1234", "abc@1234"),
    ("mật khẩu là Hoso2025", "Hoso2025"),
    ("Mật khẩu đăng nhập: Hoso#2025.", "Hoso#2025"),
    ("Mật khẩu hộp thư dùng chung: Hoso2025)", "Hoso2025"),
    ("tải tại địa chỉ thư: congviec@vidu.vn; Pass: *viduxyz1)", "*viduxyz1"),
    ("Password: ViDu_123, liên hệ văn thư", "ViDu_123"),
    ("password = 'ViDu123'", "ViDu123"),
    ("user/pass: vanthu/ViDu123", "vanthu/ViDu123"),
    ("Tài khoản/mật khẩu: vanthu/123456", "vanthu/123456"),
    ("Mật khẩu Hoso2025 dùng cho mọi máy", "Hoso2025"),
    ("Mã OTP: 482913", "482913"),
    ("mã PIN là 4829", "4829"),
    ("Mã truy cập: XK29-11QP", "XK29-11QP"),
    ("ID phòng họp 123, Passcode: 998877", "998877"),
    ("Mật khẩu: 123 456 789", "123 456 789"),
    ("MẬT KHẨU: ABC123", "ABC123"),
    ("mat khau: Vidu#1", "Vidu#1"),
    ("api_key=abcd1234efgh5678", "abcd1234efgh5678"),
    ("token: Zx9Yw8Vu7", "Zx9Yw8Vu7"),
    ("ftp://vanthu:ViDu123@tep.vidu.vn/thu", "ViDu123"),
    ("Authorization: Bearer abcdefghij0123456789", "abcdefghij0123456789"),
]

WITHOUT_SECRET = [
    "Mật khẩu được gửi qua tin nhắn.",
    "Mật khẩu: được cấp riêng cho từng đơn vị",
    "Đề nghị các đơn vị đổi mật khẩu trước ngày 15/7.",
    "không để lộ mật khẩu và mã bí mật",
    "Số: 123/UBND-KT ngày 03/6/2025",
    "Văn bản mật: TỐI MẬT",
    "passport: hộ chiếu phổ thông",
    "Công ty in ấn Hoàn Kiếm",
    "Tài khoản: 3713.0.1234567 tại Kho bạc",
    "pin mặt trời áp mái",
    "",
]


@pytest.mark.parametrize(("text", "secret"), WITH_SECRET, ids=[text for text, _ in WITH_SECRET])
def test_secret_is_found_and_covered(text: str, secret: str) -> None:
    assert [text[start:end] for start, end in find_secrets(text)] == [secret]
    assert secret not in mask_secrets(text)


@pytest.mark.parametrize("text", WITHOUT_SECRET)
def test_nothing_is_covered(text: str) -> None:
    assert mask_secrets(text) == text


@given(st.text(max_size=200) | st.sampled_from([text for text, _ in WITH_SECRET]))
def test_masking_keeps_length_and_is_final(text: str) -> None:
    masked = mask_secrets(text)
    assert len(masked) == len(text)
    assert all(each in (MASK, original) for each, original in zip(masked, text, strict=True))
