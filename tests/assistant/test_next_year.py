"""What a report says of the year after its own: tasks that are assigned are looked for in the report before."""

from __future__ import annotations

from pathlib import Path

from assistant.answer import Assistant
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

HEAD = "ỦY BAN NHÂN DÂN\nTỈNH SÔNG TRĂNG\nSố: {number}/BC-UBND\n\nBÁO CÁO\n{title}\n\nI. NỘI DUNG\n{text}\n"
REPORTS = (
    (
        "301",
        "Tình hình thực hiện các chỉ số năm 2024",
        "Giao Thanh tra tỉnh chủ trì, phối hợp Văn phòng UBND tỉnh kiểm tra công tác phòng, chống tham nhũng trong "
        "giải quyết thủ tục hành chính, xây dựng kế hoạch và tổ chức kiểm tra từ tháng 02/2025.",
    ),
    ("55", "Kết quả chuyển đổi số quý I năm 2025", "Trong quý, toàn tỉnh cấp 5.210 chữ ký số cho người dân."),
)


def test_a_task_of_a_year_is_found_in_the_report_of_the_year_before(
    spelling_embedder: Embedder, tmp_path: Path
) -> None:
    with Library.open(tmp_path, spelling_embedder) as library:
        for number, title, text in REPORTS:
            data = HEAD.format(number=number, title=title, text=text).encode()
            library.add(read_bytes(data, f"bao-cao-{number}.txt"), data, f"bao-cao-{number}.txt")
        assistant = Assistant(library)
        answer = assistant.ask("What is the Provincial Inspectorate assigned to do in 2025, and from when?")
        assert "tham nhũng" in answer.answer
        assert "02/2025" in answer.answer
        assert assistant.ask("How many inspections did the Provincial Inspectorate carry out in 2025?").abstained
