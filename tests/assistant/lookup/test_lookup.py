# ruff: noqa: E501 - one case a line reads best
from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

import pytest

from assistant.lookup import find_figures, find_references, match_references, series
from ingest.ledgers import Figure, Mention, Reference, Role
from ingest.report import Locator


def place(report: str, start: int = 0) -> Locator:
    return Locator(report, "IV.1", "Kết quả", 3, None, None, "b1", start, start + 5)


def document(
    type: str, number: str, day: str, issuer: str, subject: str, report: str = "2024", **more: object
) -> Reference:
    quote = f"{type} số {number} ngày {day} của {issuer} về {subject}"
    return Reference(f"{report}-{number}", type, number, day, issuer, subject, (Mention(quote, place(report)),), **more)  # type: ignore[arg-type]


DOCUMENTS = (
    document(
        "Kế hoạch", "1846/KH-UBND", "2024-03-19", "UBND huyện Tân Lộc", "phát động thi đua cải cách hành chính năm 2024"
    ),
    document("Kế hoạch", "1847/KH-UBND", "2024-03-22", "UBND huyện Tân Lộc", "chuyển đổi số"),
    document("Quyết định", "127/QĐ-UBND-HC", "2024-02-05", "UBND tỉnh", "ban hành Quy chế phối hợp"),
    document("Quyết định", "1127/QĐ-UBND", "2023-05-04", "Chủ tịch UBND huyện", "công nhận mô hình dân vận khéo"),
    document(
        "Quyết định", "10482/QĐ-UBND", "2021-11-18", "Chủ tịch UBND huyện", "kế hoạch mô hình cải cách hành chính"
    ),
    document("Kế hoạch", "47-KH/HU", "2022-02-15", "Ban Thường vụ Huyện ủy", "công tác dân vận đến năm 2025"),
    document("Nghị định", "145/2020/NĐ-CP", "2020-12-14", "Chính phủ", "điều kiện lao động", missing=("issuer",)),
    document("Nghị quyết", "66.7/2025/NQ-CP", "2025-11-15", "Chính phủ", "cắt giảm thủ tục"),
    document("Kế hoạch", "47-KH/HU", "", "Huyện ủy", "", report="2023"),
    Reference("law", "Luật", "", "", "", "Luật Tiếp công dân", (Mention("Luật Tiếp công dân", place("2024")),)),
)


class Kept:
    def references(self, reports: Iterable[str] = ()) -> tuple[Reference, ...]:
        wanted = set(reports)
        return tuple(r for r in DOCUMENTS if not wanted or r.mentions[0].locator.report in wanted)


def numbers(query: str, **filters: object) -> list[str]:
    return [f.reference.number or f.reference.subject for f in find_references(Kept(), query, **filters)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("1846/KH-UBND", "1846/KH-UBND"),
        ("1846/kh–ubnd", "1846/KH-UBND"),
        ("1846 / KH - UBND", "1846/KH-UBND"),
        ("Kế hoạch số 1846", "1846/KH-UBND"),
        ("ke hoach 1846", "1846/KH-UBND"),
        ("QD 127", "127/QĐ-UBND-HC"),
        ("127", "127/QĐ-UBND-HC"),
        ("0127/QĐ-UBND", "127/QĐ-UBND-HC"),
        ("decision 10482", "10482/QĐ-UBND"),
        ("Decision No. 10482", "10482/QĐ-UBND"),
        ("Decree 145/2020", "145/2020/NĐ-CP"),
        ("66.7", "66.7/2025/NQ-CP"),
        ("nghi quyet 66.7/2025/NQ-CP", "66.7/2025/NQ-CP"),
        ("47 kh hu", "47-KH/HU"),
        ("47 - KH/HU", "47-KH/HU"),
        ("qd-ubnd-hc", "127/QĐ-UBND-HC"),
    ],
)
def test_a_number_is_found_in_any_spelling_and_alone(query: str, number: str) -> None:
    assert numbers(query) == [number]


@pytest.mark.parametrize("query", ["1864", "1486/KH-UBND", "quyết định 10428"])
def test_two_digits_swapped_are_suggested_and_marked(query: str) -> None:
    found = match_references(query if query != "1864" else "kế hoạch số 1864", DOCUMENTS)
    assert len(found) == 1 and found[0].suggested


@pytest.mark.parametrize("query", ["1848/KH-UBND", "Quyết định 1128", "số 12", "số 27/QĐ-UBND", "1845"])
def test_a_neighbouring_or_longer_number_is_not_near(query: str) -> None:
    assert match_references(query, DOCUMENTS) == ()


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("19/3/2024", ["1846/KH-UBND"]),
        ("ngày 18 tháng 11 năm 2021", ["10482/QĐ-UBND"]),
        ("từ 01/02/2024 đến 19/3/2024", ["1846/KH-UBND", "127/QĐ-UBND-HC"]),
        ("từ 3/2024 đến 6/2024", ["1846/KH-UBND", "1847/KH-UBND"]),
        ("ban hành tháng 3/2024", ["1846/KH-UBND", "1847/KH-UBND"]),
        ("dan van kheo", ["1127/QĐ-UBND"]),
        ("mass mobilization", ["47-KH/HU", "1127/QĐ-UBND"]),
        ("cải cách hành chính", ["1846/KH-UBND", "10482/QĐ-UBND"]),
        ("CCHC", ["1846/KH-UBND", "10482/QĐ-UBND"]),
        ("tiếp công dân", ["Luật Tiếp công dân"]),
        ("kế hoạch cải cách hành chính năm 2024", ["1846/KH-UBND"]),
        ("xe buýt", []),
    ],
)
def test_documents_are_found_by_day_span_and_topic(query: str, expected: list[str]) -> None:
    assert sorted(numbers(query)) == sorted(expected)


def test_filters_narrow_by_type_issuer_days_report_and_incompleteness() -> None:
    assert numbers("", type="nghi dinh") == ["145/2020/NĐ-CP"]
    assert numbers("", issuer="huyện ủy") == ["47-KH/HU"]
    assert numbers("", since="2024-03-01", until="2024-03-19") == ["1846/KH-UBND"]
    assert numbers("", missing=True) == ["145/2020/NĐ-CP"]
    assert numbers("", reports=["2023"]) == ["47-KH/HU"]


def test_one_document_cited_by_two_reports_is_one_and_tells_both() -> None:
    (found,) = find_references(Kept(), "47-KH/HU")
    assert set(found.reports) == {"2023", "2024"}
    assert (found.reference.date, found.reference.subject) == ("2022-02-15", "công tác dân vận đến năm 2025")


def figure(
    value: str,
    indicator: str,
    period: str,
    unit: str = "đơn",
    scope: str = "",
    role: Role = Role.ACTUAL,
    report: str = "",
) -> Figure:
    return Figure(
        f"{indicator}{period}{value}", Decimal(value), value, unit, indicator, period, scope, role, f"{indicator} {value} {unit}",
        place(report or period), 3,
    )  # fmt: skip


FIGURES = (
    figure("3", "đơn khiếu nại còn tồn", "2023"),
    figure("5", "đơn khiếu nại còn tồn", "2024"),
    figure("18350", "hồ sơ tiếp nhận", "2023", "hồ sơ", "cấp xã"),
    figure("2940", "hồ sơ tiếp nhận", "2023", "hồ sơ", "cấp huyện"),
    figure("94.9", "tỷ lệ hòa giải thành", "2024", "%"),
    figure("90", "tỷ lệ hòa giải thành", "2025", "%", role=Role.TARGET),
)


class Figures:
    def figures(self, reports: Iterable[str] = ()) -> tuple[Figure, ...]:
        return FIGURES


@pytest.mark.parametrize(
    ("query", "values"),
    [
        ("don ton dong", ["3", "5"]),
        ("đơn khiếu nại tồn 2024", ["5"]),
        ("hồ sơ cấp xã", ["18350"]),
        ("ho so tiep nhan cap huyen 2023", ["2940"]),
        ("successful mediation", ["94.9", "90"]),
        ("xe buýt", []),
    ],
)
def test_figures_are_found_by_indicator_unit_scope_and_period_without_marks(query: str, values: list[str]) -> None:
    assert [f.text for f in find_figures(Figures(), query)] == values


def test_a_series_has_one_figure_a_period_and_no_targets() -> None:
    (line,) = series(FIGURES)
    assert [(f.period, f.text) for f in line.figures] == [("2023", "3"), ("2024", "5")]
    assert line.warnings == ()


def test_a_series_warns_where_scope_or_unit_changes() -> None:
    (line,) = series(
        (
            figure("3", "số đơn còn tồn", "2023"),
            figure("5", "số đơn còn tồn", "2024", "vụ", "cấp huyện"),
            figure("6", "số đơn còn tồn", "2024", "vụ", "cấp huyện"),
        )
    )
    assert len(line.warnings) == 3
    assert "“đơn”" in line.warnings[0] and "cấp huyện" in line.warnings[1] and "2 giá trị" in line.warnings[2]
