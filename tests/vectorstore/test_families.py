"""One report in several files, and two years of one body: what the store makes of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.ledgers import FindingKind
from ingest.pipeline import read_bytes
from vectorstore.embedder import Embedder
from vectorstore.library import Library

SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.fixture
def shelf(tmp_path: Path, spelling_embedder: Embedder) -> Iterator[Library]:
    with Library.open(tmp_path, spelling_embedder) as opened:
        yield opened


def put(library: Library, name: str, *changes: tuple[str, str], called: str = "") -> str:
    data = (SAMPLES / name).read_bytes()
    for before, after in changes:
        assert before.encode() in data
        data = data.replace(before.encode(), after.encode())
    return library.add(read_bytes(data, called or name), data, called or name).report_id


SIGNED = (
    "Số:        /BC-UBND     Vĩnh Trạch, ngày       tháng 11 năm 2024",
    "Số: 610/BC-UBND   Vĩnh Trạch, ngày 12 tháng 11 năm 2024",
)


def test_of_two_renderings_the_cleaner_one_is_searched_and_the_other_kept(shelf: Library):
    pdf = put(shelf, "vinh-trach-2024.pdf")
    docx = put(shelf, "vinh-trach-2024.docx")
    assert [r.id for r in shelf.reports()] == [docx]
    assert {r.id: r.leader for r in shelf.every_report()} == {pdf: docx, docx: ""}
    assert {h.passage.report for h in shelf.search("đơn thư tồn đọng", limit=40)} == {docx}
    assert {h.passage.report for h in shelf.search("đơn thư tồn đọng", [pdf], limit=40)} == {pdf}
    assert {f.locator.report for f in shelf.figures()} == {docx}
    assert shelf.original(pdf)[1].suffix == ".pdf"
    assert any("vinh-trach-2024.pdf" in w for w in shelf.summary(docx).warnings)


def test_what_signing_changed_is_listed(shelf: Library):
    put(shelf, "vinh-trach-2024.docx")
    signed = put(shelf, "vinh-trach-2024.txt", SIGNED, ("còn 750", "còn 740"), called="da-ky.txt")
    (sibling,) = shelf.siblings(signed)
    told = {d.change.value for d in sibling.differences}
    assert {"number", "date", "figure"} <= told


def test_a_newer_wording_takes_the_place_of_the_older(shelf: Library):
    # A part of the text is new: no copy, and the one with a date is the later.
    old = put(shelf, "vinh-trach-2024.txt")
    text = (SAMPLES / "vinh-trach-2024.txt").read_text(encoding="utf-8").replace(*SIGNED)
    lines = text.split("\n")
    changed = [f"{line} đã được bổ sung" if i % 25 == 24 and len(line) > 40 else line for i, line in enumerate(lines)]
    data = "\n".join(changed).encode()
    new = shelf.add(read_bytes(data, "moi.txt"), data, "moi.txt").report_id
    assert [r.id for r in shelf.reports()] == [new]
    (sibling,) = shelf.siblings(old)
    assert (sibling.leader, sibling.relation) == (new, "older")
    assert any("bản mới" in w for w in shelf.summary(old).warnings)


def test_another_year_is_another_report(shelf: Library):
    put(shelf, "vinh-trach-2023.txt")
    put(shelf, "vinh-trach-2024.txt")
    assert len(shelf.reports()) == 2


def test_when_the_leading_file_goes_the_other_is_searched(shelf: Library):
    pdf = put(shelf, "vinh-trach-2024.pdf")
    docx = put(shelf, "vinh-trach-2024.docx")
    assert shelf.delete(docx).found_after == 0
    assert [r.id for r in shelf.reports()] == [pdf]
    assert shelf.summary(pdf).warnings == ()


def test_people_may_part_what_was_put_together_and_put_together_what_was_not(shelf: Library):
    pdf = put(shelf, "vinh-trach-2024.pdf")
    docx = put(shelf, "vinh-trach-2024.docx")
    shelf.part(pdf)
    assert {r.id for r in shelf.reports()} == {pdf, docx}
    put(shelf, "vinh-trach-2024.pdf")
    assert {r.id for r in shelf.reports()} == {pdf, docx}
    shelf.replace(docx, pdf)
    assert [r.id for r in shelf.reports()] == [pdf]


LAST = """ỦY BAN NHÂN DÂN HUYỆN SÔNG TRĂNG
Số: 12/BC-UBND   Sông Trăng, ngày 10 tháng 12 năm {year}
BÁO CÁO
Kết quả công tác dân vận chính quyền năm {year}
I. KẾT QUẢ
Trong năm, các ngành và Ủy ban nhân dân các xã đã tổ chức tuyên truyền, vận động Nhân dân chỉnh trang nhà cửa, \
trồng hàng rào cây xanh, hiến 1.250 m2 đất làm đường và đóng góp 820 ngày công lao động.
Năm {year}, huyện tiếp nhận {count} đơn khiếu nại; đã giải quyết {count} đơn.
"""


def test_with_last_years_report_the_leftovers_are_found_and_go_with_it(shelf: Library):
    ids = {}
    for year, count in (("2024", 31), ("2023", 27)):
        data = LAST.format(year=year, count=count).encode()
        ids[year] = shelf.add(read_bytes(data, f"{year}.txt"), data, f"{year}.txt").report_id

    def copied() -> list[str]:
        return [
            f.message for f in shelf.findings([ids["2024"]]) if f.kind is FindingKind.STALE and "giống" in f.message
        ]

    assert len(copied()) == 1
    assert shelf.summary(ids["2024"]).findings == len(shelf.findings([ids["2024"]]))
    shelf.delete(ids["2023"])
    assert copied() == []


def test_a_file_read_again_under_another_name_leaves_one_file_leading(shelf: Library):
    older = put(shelf, "vinh-trach-2024.txt")
    newer = put(shelf, "vinh-trach-2024.txt", SIGNED)
    assert put(shelf, "vinh-trach-2024.txt", SIGNED, called="lan-nua.txt") == newer
    leading = [r.id for r in shelf.reports()]
    assert len(leading) == 1
    assert {r.leader for r in shelf.every_report() if r.id not in leading} == set(leading)
    assert {older, newer} == {r.id for r in shelf.every_report()}
