"""Concepts said in as many ways as their parts can be put together."""

from __future__ import annotations

import pytest

from assistant.words.many_ways import by_concept


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Bao nhiêu thửa xong sớm hoặc đúng hẹn?", "Bao nhiêu thửa trước và đúng hạn?"),
        ("trả đúng ngày hay trước hẹn", "trước và đúng hạn"),
        ("Dân đóng tiền lệ phí qua cổng dịch vụ công được mấy lượt?", "Dân thanh toán trực tuyến được mấy lượt?"),
        ("thanh toán các khoản phí bằng điện thoại", "thanh toán trực tuyến"),
        ("đã quét giấy tờ thành bản điện tử chưa", "đã số hóa chưa"),
        ("nộp trực tuyến bao nhiêu hồ sơ", "nộp trực tuyến bao nhiêu hồ sơ"),  # nothing is paid
        ("giải quyết đúng hạn", "giải quyết đúng hạn"),
        ("chuyển lên tỉnh", "chuyển lên tỉnh"),
    ],
)
def test_what_is_meant(said: str, meant: str) -> None:
    assert by_concept(said) == meant
