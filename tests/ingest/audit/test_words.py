# ruff: noqa: E501 - one case a line reads best
"""Claims, repeats, cited documents, blanks and leftovers."""

from __future__ import annotations

import pytest

from ingest.ledgers import FindingKind, Severity
from ingest.report import Block, BlockKind


def kinds(found) -> list[FindingKind]:
    return [f.kind for f in found]


def test_progress_claimed_beside_a_fall_is_found_with_both_quotes(desk, note) -> None:
    found = desk.findings(
        *note(
            "Chỉ số cải cách hành chính (PAR Index) và Chỉ số hài lòng (SIPAS) của huyện có tiến triển^.",
            "Chỉ số CCHC của huyện đạt 83 điểm, tăng 3,10 điểm so với năm trước; Chỉ số hài lòng (SIPAS) đạt 91,25%, giảm 2,45% so với năm trước.",
        )
    )
    (finding,) = found
    assert (finding.kind, finding.stated, finding.computed) == (FindingKind.CLAIM, "tiến triển", "giảm 2,45%")
    assert [place.footnote for place in finding.locators] == [None, 1]


def test_progress_borne_out_and_a_fall_of_what_is_bad_are_no_findings(desk, note) -> None:
    assert (
        desk.findings(
            *note(
                "Chỉ số hài lòng (SIPAS) của huyện có tiến triển^.",
                "Chỉ số hài lòng (SIPAS) đạt 91,25%, tăng 2,45% so với năm trước.",
            )
        )
        == ()
    )
    assert (
        desk.findings(
            *note(
                "Kết quả giải quyết hồ sơ có chuyển biến tích cực^.",
                "Số hồ sơ quá hạn là 12 hồ sơ, giảm 30 hồ sơ so với năm trước.",
            )
        )
        == ()
    )


def test_nothing_overdue_is_claimed_where_something_is(desk) -> None:
    (finding,) = desk.findings(
        "Hồ sơ đất đai được giải quyết kịp thời, không có hồ sơ quá hạn.",
        "Hồ sơ đất đai đã giải quyết 410 hồ sơ, trong đó quá hạn 16 hồ sơ.",
    )
    assert (finding.kind, finding.computed) == (FindingKind.CLAIM, "16")


def test_digits_swapped_between_two_places_are_found(desk) -> None:
    found = desk.findings(
        "Tỷ lệ hòa giải thành toàn huyện đạt 89,86%.", "Nhìn chung, tỷ lệ hòa giải thành toàn huyện đạt 98,86%."
    )
    assert [(f.kind, f.stated, f.computed) for f in found] == [(FindingKind.REPEAT, "89,86%", "98,86%")]


def test_one_count_in_two_units_is_noted(desk, grid) -> None:
    found = desk.findings(
        "Các Tổ hòa giải ở cơ sở nhận 136 đơn, đưa ra hòa giải 136 đơn.",
        grid(("Số vụ tiếp nhận hòa giải", "Hòa giải thành", "Hòa giải không thành"), ("136", "129", "07")),
    )
    assert [(f.kind, f.severity, f.stated) for f in found] == [(FindingKind.REPEAT, Severity.NOTE, "136 đơn")]


@pytest.mark.parametrize(
    ("texts", "stated", "computed"),
    [
        (("Kế hoạch số 54/KH-UBND ngày 19/01/2024 của UBND huyện về kiểm tra công tác cải cách hành chính năm 2023.",), "năm 2023", "ngày 19/01/2024"),
        (("Kế hoạch số 214/KH-UBND ngày 02/02/2023 của UBND huyện về kiểm tra công tác cải cách hành chính năm 2024.",), "năm 2024", "ngày 02/02/2023"),
        (
            ("Kế hoạch số 54/KH-UBND ngày 19/01/2024 của UBND huyện về kiểm tra cải cách hành chính.", "Theo Kế hoạch số 54/KH-UBND ngày 29/01/2024 của UBND huyện."),
            "ngày 19/01/2024", "ngày 29/01/2024",
        ),
        (("Nghị định số 145/2020/NĐ-CP ngày 14/12/2021 của Chính phủ quy định về điều kiện lao động.",), "2020", "ngày 14/12/2021"),
        (("Quyết định số 96/KH-UBND ngày 12/01/2024 của UBND huyện về cải cách hành chính.",), "Quyết định", "Kế hoạch"),
        (("Công văn số 12/SNV-CCHC ngày 08/10/2027 của Sở Nội vụ về báo cáo năm.",), "ngày 08/10/2027", "báo cáo kỳ 2024"),
    ],
)  # fmt: skip
def test_a_cited_document_that_does_not_fit_is_found(desk, texts: tuple[str, ...], stated: str, computed: str) -> None:
    assert [(f.kind, f.stated, f.computed) for f in desk.findings(*texts)] == [
        (FindingKind.REFERENCE, stated, computed)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Kế hoạch số 54/KH-UBND ngày 19/12/2023 của UBND huyện về cải cách hành chính năm 2024.",
        "Kế hoạch số 54/KH-UBND ngày 19/01/2022 của UBND huyện về công tác dân vận đến năm 2025.",
        "Kế hoạch số 54/KH-UBND ngày 19/01/2024 của UBND huyện về tổng kết công tác dân vận năm 2023.",
        "Quyết định số 87/QĐ-UBND ngày 30/6/2024 của UBND tỉnh công bố Chỉ số cải cách hành chính năm 2023.",
        "UBND tỉnh ban hành Quyết định số 31/QĐ-UBND, 32/QĐ-UBND ngày 15/8/2024 về công bố danh mục thủ tục hành chính.",
        "Quy định số 21-QĐ/TW ngày 18/02/2019 của Bộ Chính trị về trách nhiệm của người đứng đầu.",
    ],
)
def test_cited_documents_that_fit_are_no_findings(desk, text: str) -> None:
    assert desk.findings(text) == ()


def test_a_day_that_does_not_exist_is_found(desk) -> None:
    (finding,) = desk.findings("Kế hoạch số 54/KH-UBND ngày 31/02/2024 của UBND huyện về dân vận.")
    assert (finding.kind, finding.severity) == (FindingKind.REFERENCE, Severity.ERROR)


def test_a_missing_figure_and_a_blank_number_are_found_once_each(desk) -> None:
    found = desk.findings(
        "Rà soát 350/1.980 trường hợp trên cơ sở dữ liệu, đạt tỷ lệ.",
        "Ban hành Công văn số    /UBND-NV ngày    tháng 9 năm 2024 về chấn chỉnh giờ làm việc.",
    )
    assert kinds(found) == [FindingKind.FORMAT, FindingKind.FORMAT]


def test_the_blanks_of_an_appendix_line_are_a_note_only(desk) -> None:
    (finding,) = desk.findings("(Kèm theo Báo cáo số:     /BC-UBND, ngày    tháng 11 năm 2024)")
    assert finding.severity is Severity.NOTE


def test_last_years_number_without_a_word_that_looks_back_is_found(desk) -> None:
    (finding,) = desk.findings("Công tác phối hợp góp phần hoàn thành nhiệm vụ phát triển kinh tế - xã hội năm 2023.")
    assert (finding.kind, finding.stated) == (FindingKind.STALE, "năm 2023")


@pytest.mark.parametrize(
    "text",
    [
        "Số đơn tăng 06 đơn so với năm 2023.",
        "Chỉ số CCHC năm 2023 của huyện đạt 85,10 điểm.",
        "Khiếu nại: năm 2023 chuyển sang 01 đơn, phát sinh 16 đơn.",
        "Quyết định số 12/QĐ-UBND ngày 20/12/2023 của UBND huyện về công nhận sáng kiến năm 2023.",
        "Giai đoạn 2021 - 2023 và năm 2024, huyện mở 12 lớp.",
    ],
)
def test_last_years_number_where_the_words_look_back_is_none(desk, text: str) -> None:
    assert [f for f in desk.findings(text) if f.kind is FindingKind.STALE] == []


LONG = (
    "Ủy ban nhân dân huyện chỉ đạo các cơ quan, đơn vị nâng cao tinh thần, thái độ phục vụ, chấn chỉnh việc giải quyết thủ tục bị quá hạn, "
    "duy trì họp định kỳ, công khai thủ tục tại trụ sở, tiếp nhận 215 ý kiến của người dân và trả lời đầy đủ."
)


def test_a_paragraph_of_last_years_report_is_found_gravely_if_its_figures_are_the_same_too(desk) -> None:
    before = desk.report(LONG, period="2023", id="P")
    copied = desk.findings(LONG, previous=before)
    changed = desk.findings(LONG.replace("215", "318"), previous=before)
    rewritten = desk.findings(
        "Năm nay huyện đổi mới cách tiếp dân, đối thoại trực tiếp với từng xã và trả lời mọi ý kiến ngay tại hội nghị. "
        * 2,
        previous=before,
    )
    assert [(f.kind, f.severity) for f in copied] == [(FindingKind.STALE, Severity.WARNING)]
    assert [(f.kind, f.severity) for f in changed] == [(FindingKind.STALE, Severity.NOTE)]
    assert rewritten == ()


def test_last_years_plan_cited_again_as_this_years_is_found(desk) -> None:
    plan = "Thực hiện Kế hoạch số 88/KH-UBND ngày 13/01/2023 của UBND huyện về cải cách hành chính năm 2023."
    before = desk.report(plan, period="2023", id="P")
    assert [(f.kind, f.stated) for f in desk.findings(plan, previous=before)] == [(FindingKind.STALE, "88/KH-UBND")]


def test_what_was_carried_over_must_be_what_last_year_left(desk) -> None:
    before = desk.report("Khiếu nại: đã giải quyết 14/17 đơn, còn tồn 03 đơn.", period="2023", id="P")
    wrong = desk.findings("Khiếu nại: năm trước chuyển sang 05 đơn, phát sinh 18 đơn.", previous=before)
    right = desk.findings("Khiếu nại: năm trước chuyển sang 03 đơn, phát sinh 18 đơn.", previous=before)
    assert [(f.kind, f.stated, f.computed) for f in wrong] == [(FindingKind.DIFFERENCE, "05 đơn", "03 đơn")]
    assert right == ()


def test_a_long_report_is_audited_in_time(desk) -> None:
    body = "Tiếp nhận 4.038 hồ sơ; đã giải quyết 3.801 hồ sơ; đang giải quyết 152 hồ sơ; từ chối, rút 85 hồ sơ. "
    assert desk.findings(Block("b0", BlockKind.PARAGRAPH, body * 100, "I")) == ()
