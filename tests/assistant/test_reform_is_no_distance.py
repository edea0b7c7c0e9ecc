"""The "cách" of "cải cách" asks for no distance between two cells."""

from __future__ import annotations

from pathlib import Path

from assistant.answer import Assistant
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

PAGE = """<!DOCTYPE html><html><body><p>UBND TỈNH BÃI NGAO</p><p>Số: 52/BC-UBND</p>
<p style="text-align:center"><b>BÁO CÁO</b></p><p style="text-align:center"><b>Chỉ số nghề cá năm 2031</b></p>
<p><b>I. ĐIỂM TỪNG LĨNH VỰC</b></p><table border="1">
<tr><th>STT</th><th>Lĩnh vực</th><th>Điểm tối đa</th><th>Điểm đạt</th></tr>
<tr><td>1</td><td>Cải cách bến bãi</td><td>13</td><td>11,37</td></tr>
<tr><td>2</td><td>Đóng tàu</td><td>18</td><td>17,1</td></tr>
<tr><td>3</td><td>Làm muối</td><td>20</td><td>11,25</td></tr></table>
<p style="text-align:right"><b>CHỦ TỊCH</b></p><p style="text-align:right"><b>Trần Văn Thử</b></p></body></html>"""


def test_reform_is_no_distance(tmp_path: Path, spelling_embedder: Embedder) -> None:
    with Library.open(tmp_path, spelling_embedder) as library:
        library.add(read_bytes(PAGE.encode(), "bao-cao-52.html"), PAGE.encode(), "bao-cao-52.html")
        told = Assistant(library).ask("Cải cách bến bãi được tối đa mấy điểm và đạt bao nhiêu điểm?").answer
    assert "13" in told and "11,37" in told and "chênh" not in told
