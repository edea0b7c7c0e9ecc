from pathlib import Path

import pytest

from ingest.readers import read
from ingest.structure import assemble
from ingest.versions import Change, compare

SAMPLES = Path(__file__).parents[2] / "samples"


def load(name, *changes):
    data = (SAMPLES / name).read_bytes()
    for before, after in changes:
        assert before.encode() in data
        data = data.replace(before.encode(), after.encode())
    return assemble(read(data, name), name=name, data=data)


@pytest.fixture(scope="module")
def draft():
    return load("vinh-trach-2024.txt")


def test_two_renderings_are_copies_without_differences(draft):
    found = compare(draft, load("vinh-trach-2024.pdf"))
    assert (found.relation, found.differences) == ("copy", ())
    assert found.likelihood > 0.95


def test_a_number_and_date_filled_in_make_the_newer_copy(draft):
    signed = load(
        "vinh-trach-2024.txt",
        (
            "Số:        /BC-UBND     Vĩnh Trạch, ngày       tháng 11 năm 2024",
            "Số: 610/BC-UBND   Vĩnh Trạch, ngày 12 tháng 11 năm 2024",
        ),
    )
    found = compare(draft, signed)
    assert (found.relation, found.newer) == ("copy", "b")
    assert [(d.change, d.before, d.after) for d in found.differences] == [
        (Change.NUMBER, "", "610/BC-UBND"),
        (Change.DATE, "", "2024-11-12"),
    ]


def test_a_figure_changed_before_signing_is_listed_at_its_place(draft):
    other = load("vinh-trach-2024.txt", ("còn 750", "còn 740"))
    found = compare(draft, other)
    assert found.relation in ("copy", "version")
    (one,) = found.differences
    assert (one.change, "750" in one.before, "740" in one.after) == (Change.FIGURE, True, True)
    assert one.before_at.section == one.after_at.section == "I.1"


def test_a_paragraph_taken_out_is_listed(draft):
    text = "- Hồ sơ địa chính lưu trữ qua nhiều thời kỳ chưa được số hóa đầy đủ nên"
    other = load("vinh-trach-2024.txt", (text, "- Việc"))
    changes = {d.change for d in compare(draft, other).differences}
    assert changes <= {Change.WORDING, Change.REMOVED, Change.ADDED} and changes


def test_last_years_report_is_another_report(draft):
    found = compare(load("vinh-trach-2023.txt"), draft)
    assert (found.relation, found.differences) == ("different", ())
