# ruff: noqa: E501 - one case a line reads best
from __future__ import annotations

import pytest

from ingest.ledgers import Reference


def one(found: tuple[Reference, ...]) -> Reference:
    assert len(found) == 1, [(r.type, r.number, r.subject) for r in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "type", "number", "date", "issuer", "subject"),
    [
        (
            "Thực hiện Công văn số 318/SNV-XDCQ ngày 08 tháng 10 năm 2024 của Sở Nội vụ tỉnh Hà Châu về việc báo cáo, tự chấm điểm công tác dân vận.",
            "Công văn", "318/SNV-XDCQ", "2024-10-08", "Sở Nội vụ tỉnh Hà Châu", "báo cáo, tự chấm điểm công tác dân vận",
        ),
        (
            "nâng cao hiệu quả Quyết định 77/QĐ-UBND-HC ngày 03/02/2024 của Ủy ban nhân dân tỉnh ban hành Quy chế phối hợp, quản lý hồ sơ; các xã thực hiện tốt.",
            "Quyết định", "77/QĐ-UBND-HC", "2024-02-03", "Ủy ban nhân dân tỉnh", "ban hành Quy chế phối hợp, quản lý hồ sơ",
        ),
        (
            "Thực hiện Nghị quyết số 18-NQ/TW ngày 25/10/2017 của Hội nghị lần thứ sáu Ban Chấp hành Trung ương Đảng khóa XII về sắp xếp tổ chức bộ máy.",
            "Nghị quyết", "18-NQ/TW", "2017-10-25", "Ban Chấp hành Trung ương Đảng khóa XII", "sắp xếp tổ chức bộ máy",
        ),
        (
            "theo Thông tư liên tịch số 01/2012/TTLT-BNV-BTC ngày 16/01/2012 của Bộ Nội vụ và Bộ Tài chính hướng dẫn chế độ tiền lương.",
            "Thông tư liên tịch", "01/2012/TTLT-BNV-BTC", "2012-01-16", "Bộ Nội vụ và Bộ Tài chính", "hướng dẫn chế độ tiền lương",
        ),
        (
            "Ban Thường vụ Huyện ủy đã ban hành Chỉ thị số 15-CT/HU ngày 06/3/2023 về tăng cường kỷ luật, kỷ cương.",
            "Chỉ thị", "15-CT/HU", "2023-03-06", "Ban Thường vụ Huyện ủy", "tăng cường kỷ luật, kỷ cương",
        ),
        (
            "Ngày 25/9/2024, UBND tỉnh đã ban hành Quyết định số 1315/QĐ-UBND về công bố danh mục thủ tục hành chính.",
            "Quyết định", "1315/QĐ-UBND", "2024-09-25", "UBND tỉnh", "công bố danh mục thủ tục hành chính",
        ),
        (
            "theo Nghị định số 59/2023/NĐ-CP ngày 14/8/2023 của Chính phủ quy định chi tiết một số điều của Luật số 10/2022/QH15.",
            "Nghị định", "59/2023/NĐ-CP", "2023-08-14", "Chính phủ", "quy định chi tiết một số điều của Luật số 10/2022/QH15",
        ),
        (
            "Kế hoạch số 21/KH-UBND ngày 14/3/2024 của UBND huyện thực hiện công tác dân vận đến năm 2025, đã có 14 xã tham gia.",
            "Kế hoạch", "21/KH-UBND", "2024-03-14", "UBND huyện", "thực hiện công tác dân vận đến năm 2025",
        ),
        (
            "Chương trình phối hợp số 07-CTr/BDVHU-UBND ngày 15/3/2022 giữa Ban Dân vận Huyện ủy và Ủy ban nhân dân huyện về công tác dân vận.",
            "Chương trình phối hợp", "07-CTr/BDVHU-UBND", "2022-03-15", "Ban Dân vận Huyện ủy và Ủy ban nhân dân huyện", "công tác dân vận",
        ),
        (
            "Báo cáo số 15/BC-SVHTTDL ngày 20/01/2024 của Sở Văn hóa, Thể thao và Du lịch về phong trào đọc sách.",
            "Báo cáo", "15/BC-SVHTTDL", "2024-01-20", "Sở Văn hóa, Thể thao và Du lịch", "phong trào đọc sách",
        ),
    ],
)  # fmt: skip
def test_a_citation_gives_type_number_date_issuer_and_subject(
    read, text: str, type: str, number: str, date: str, issuer: str, subject: str
) -> None:
    found = next(r for r in read(text) if r.number == number)
    assert (found.type, found.date, found.issuer, found.subject) == (type, date, issuer, subject)
    assert "issuer" not in found.missing


def test_a_plan_for_another_document_keeps_its_whole_subject(read) -> None:
    outer, inner = read(
        "Kế hoạch số 41-KH/HU ngày 18/01/2022 về thực hiện Nghị quyết số 09-NQ/TU ngày 14/10/2021 của Tỉnh ủy về đổi mới công tác dân vận."
    )
    assert outer.subject.startswith("thực hiện Nghị quyết số 09-NQ/TU ngày 14/10/2021")
    assert (inner.number, inner.issuer, inner.subject) == ("09-NQ/TU", "Tỉnh ủy", "đổi mới công tác dân vận")


def test_a_list_of_documents_has_one_issuer_and_a_subject_each(read) -> None:
    found = read(
        "UBND tỉnh ban hành Kế hoạch số 345/KH-UBND ngày 17/3/2024 về chuyển đổi số; Kế hoạch số 366/KH-UBND ngày 20/3/2024 cải cách hành chính giai đoạn 2024 - 2030; "
        "Kế hoạch số 370/KH-UBND ngày 21/3/2024 và Quyết định số 12/QĐ-UBND ngày 22/3/2024 về thi đua."
    )
    assert [r.number for r in found] == ["345/KH-UBND", "366/KH-UBND", "370/KH-UBND", "12/QĐ-UBND"]
    assert [r.subject for r in found] == ["chuyển đổi số", "cải cách hành chính giai đoạn 2024 - 2030", "", "thi đua"]
    assert {r.issuer for r in found[:3]} == {"UBND tỉnh"}


def test_the_words_after_a_bare_citation_are_not_taken_for_its_subject(read) -> None:
    found = one(
        read(
            "quán triệt Chỉ thị số 27/CT-TTg ngày 05 tháng 9 năm 2017 của Thủ tướng Chính phủ, gắn việc thực hiện với kỷ luật."
        )
    )
    assert (found.subject, found.missing) == ("", ("subject",))


def test_what_a_document_was_issued_for_is_its_purpose(read) -> None:
    found = one(
        read(
            "UBND huyện ban hành Công văn số 12/UBND-NV ngày 03/4/2024 về chấn chỉnh kỷ luật nhằm nâng cao trách nhiệm người đứng đầu."
        )
    )
    assert (found.subject, found.purpose) == ("chấn chỉnh kỷ luật", "nâng cao trách nhiệm người đứng đầu")


def test_one_document_cited_twice_is_one_with_two_mentions(read) -> None:
    found = one(
        read(
            "Kế hoạch số 096/KH-UBND ngày 12/01/2024 của UBND huyện về cải cách hành chính năm 2024.",
            "Tiếp tục thực hiện Kế hoạch 96/KH–UBND.",
        )
    )
    assert found.date == "2024-01-12"
    assert [m.quote for m in found.mentions] == [
        "Kế hoạch số 096/KH-UBND ngày 12/01/2024 của UBND huyện về cải cách hành chính năm 2024",
        "Kế hoạch 96/KH–UBND",
    ]


def test_one_number_in_two_years_or_of_two_levels_is_two_documents(read) -> None:
    found = read(
        "Kế hoạch số 96/KH-UBND ngày 12/01/2024 của UBND huyện về cải cách hành chính.",
        "Kế hoạch số 96/KH-UBND ngày 15/02/2023 của UBND huyện về giảm nghèo.",
        "Kế hoạch số 96/KH-UBND ngày 12/01/2024 của UBND tỉnh về dân vận.",
    )
    assert len(found) == 3


def test_a_short_number_joins_the_full_citation_before_it(read) -> None:
    found = one(
        read(
            "Quyết định số 766/QĐ-TTg ngày 23/6/2022 của Thủ tướng Chính phủ về bộ chỉ số.",
            "Theo Quyết định số 766 thì điểm tối đa là 100.",
        )
    )
    assert len(found.mentions) == 2


def test_laws_are_cited_by_name_and_lack_nothing(read) -> None:
    found = read(
        "tuyên truyền Luật Phòng, chống bạo lực gia đình; Luật Bảo vệ môi trường; Luật Tiếp cận thông tin và các văn bản hướng dẫn; "
        "thực hiện Luật cán bộ, công chức, Luật viên chức, đặc biệt là các quy định; góp ý dự thảo Luật Đất đai sửa đổi, có 410 người dự."
    )
    assert [r.subject for r in found] == [
        "Luật Phòng, chống bạo lực gia đình",
        "Luật Bảo vệ môi trường",
        "Luật Tiếp cận thông tin",
        "Luật cán bộ, công chức",
        "Luật viên chức",
        "Luật Đất đai sửa đổi",
    ]
    assert {r.missing for r in found} == {()}


def test_a_law_with_its_number_is_one_document(read) -> None:
    found = one(
        read(
            "phổ biến Luật Thực hiện dân chủ ở cơ sở (Luật số 10/2022/QH15) đến các ấp; quán triệt Luật Thực hiện dân chủ ở cơ sở."
        )
    )
    assert (found.type, found.number, found.subject) == ("Luật", "10/2022/QH15", "Luật Thực hiện dân chủ ở cơ sở")


@pytest.mark.parametrize(
    "text",
    [
        "chấp hành pháp luật của Nhà nước, giữ kỷ luật công vụ",
        "Ngày Pháp luật Việt Nam",
        "mời Luật sư và Hội Luật gia",
        "512/431 lượt, 11/11 xã",
    ],
)
def test_the_word_law_and_number_pairs_alone_cite_nothing(read, text: str) -> None:
    assert read(text) == ()


def test_a_scheme_known_by_its_number_is_cited_and_merged_with_its_other_spelling(read) -> None:
    found = one(read("đẩy mạnh thực hiện Đề án 06/CP trên địa bàn.", "Tổ công tác Đề án 06 của xã hoạt động tốt."))
    assert (found.type, len(found.mentions)) == ("Đề án", 2)


def test_a_short_name_given_in_brackets_belongs_to_its_document(read) -> None:
    found = one(
        read(
            "Quyết định số 06/QĐ-TTg ngày 06/01/2022 của Thủ tướng Chính phủ phê duyệt Đề án dữ liệu dân cư (sau đây gọi tắt là Đề án 06).",
            "Đề án 06 đã tạo chuyển biến.",
        )
    )
    assert (found.number, len(found.mentions)) == ("06/QĐ-TTg", 2)


def test_the_issuer_of_a_symbol_is_inferred_at_the_level_of_the_report_and_marked(read) -> None:
    found = read(
        "theo Kế hoạch số 12/KH-UBND ngày 02/02/2024 về dân vận", "theo Nghị định số 145/2020/NĐ-CP ngày 14/12/2020"
    )
    assert [(r.issuer, r.inferred) for r in found] == [
        ("UBND huyện Vĩnh Trạch", ("issuer",)),
        ("Chính phủ", ("issuer",)),
    ]
    # Its own committee is understood; another body must be named at the first citation.
    assert [r.missing for r in found] == [(), ("issuer", "subject")]


def test_a_cited_document_whose_number_was_left_blank_is_kept_and_lacks_it(read) -> None:
    found = one(read("ban hành Công văn số    /UBND-NV ngày    tháng 9 năm 2024 về chấn chỉnh giờ giấc làm việc."))
    assert (found.number, found.date) == ("/UBND-NV", "")
    assert {"number", "date"} <= set(found.missing)


def test_the_report_itself_is_not_among_its_references(read) -> None:
    assert (
        read(
            "(Kèm theo Báo cáo số     /BC-UBND ngày    tháng 11 năm 2024)",
            "Báo cáo số 55/BC-UBND gồm 03 phần.",
            number="55/BC-UBND",
        )
        == ()
    )


def test_every_mention_quotes_its_block_word_for_word(read) -> None:
    text = "UBND huyện ban hành Kế hoạch số 21/KH-UBND ngày 14/3/2024 về “Dân vận khéo” và Quyết định số 9/QĐ-UBND ngày 02/5/2024 về thi đua."
    for r in read(text):
        for m in r.mentions:
            assert text[m.locator.start : m.locator.end] == m.quote


def test_ids_depend_on_content_alone(read) -> None:
    text = "Kế hoạch số 21/KH-UBND ngày 14/3/2024 về dân vận"
    assert [r.id for r in read(text)] == [r.id for r in read(text)]


def test_a_list_of_numbers_shares_the_date_behind_its_last_and_says_so(read) -> None:
    found = read("UBND tỉnh ban hành Quyết định số 31/QĐ-UBND, 32/QĐ-UBND và 33/QĐ-UBND ngày 15/8/2024 về thủ tục.")
    assert [(r.number, r.date, r.subject) for r in found] == [
        (f"{n}/QĐ-UBND", "2024-08-15", "thủ tục") for n in (31, 32, 33)
    ]
    assert ["date" in r.inferred for r in found] == [True, True, False]
    assert all("15/8/2024" in r.mentions[0].quote for r in found)


def test_a_law_that_amends_two_is_one_with_its_date(read) -> None:
    law = one(read("Căn cứ Luật sửa đổi một số điều của Luật Cư trú và Luật Căn cước ngày 22 tháng 11 năm 2023;"))
    assert law.date == "2023-11-22" and law.subject.endswith("và Luật Căn cước")
