"""The drafting desk over the sample reports: everything answered, nothing outside the evidence, odd reports told."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest

from assistant.draft import edits
from assistant.draft.carry import carry
from assistant.draft.drafter import Drafter
from assistant.draft.errors import UnknownItem
from assistant.draft.gate import SLOT, copies
from assistant.draft.titles import next_stretch, title_for
from assistant.draft.types import MUST_ANSWER, SourceKind, TypedFigure
from assistant.verify import is_verbatim
from ingest.language.fold import fold
from ingest.pipeline import read_bytes
from prompts.prompt import PromptError
from vectorstore.library import Library

REAL = sorted((Path(__file__).parents[3] / "shared" / "reports").glob("*.txt"))
THIS, LAST = "vinh-trach-2024.pdf", "vinh-trach-2023.txt"
NUMBERS = re.compile(r"\d+(?:[.,/]\d+)*")


@pytest.fixture(scope="module")
def desk(sample_library):
    return Drafter(sample_library)


@pytest.fixture(scope="module")
def directions(desk):
    return desk.draft("phuong-huong", THIS)


@pytest.fixture
def shelf(tmp_path, spelling_embedder):
    with Library.open(tmp_path / "store", spelling_embedder) as library:
        yield library


def put(library: Library, text: str, name: str = "bao-cao.txt") -> str:
    data = text.encode()
    return library.add(read_bytes(data, name), data, name).report_id


def report_text(*sections: str, place: str = "xã Tân Lộc", year: int = 2024) -> str:
    head = f"ỦY BAN NHÂN DÂN\n{place.upper()}\n\nBÁO CÁO\nKết quả công tác dân vận chính quyền năm {year}\n\n"
    return head + "\n\n".join(sections) + f"\n\nTrên đây là báo cáo của Ủy ban nhân dân {place}./.\n"


def outside_evidence(draft, library) -> list[str]:
    """Every number of the items that neither their quotes nor a shown sum nor the drafter's own typing holds."""
    found = []
    for item in draft.items:
        held = " ".join(c.quote for c in item.citations)
        computed = {re.sub(r"\D", "", format(abs(c.value), "f")) for c in item.calculations}
        for number in NUMBERS.findall(SLOT.sub(" ", item.text)):
            bare = re.sub(r"\D", "", number)
            known = bare in computed or number in item.typed or number in held
            if not known:
                found.append(f"{item.id}: {number}")
        assert all(is_verbatim(c, library.report(c.locator.report)) for c in item.citations), item
    return found


@pytest.mark.parametrize("name", [THIS, LAST])
def test_every_limitation_cause_and_problem_is_answered_and_every_item_answers_something(desk, name):
    draft = desk.draft("phuong-huong", name)
    kinds = {s.kind for s in draft.sources}
    assert kinds >= MUST_ANSWER
    assert draft.uncovered == ()
    assert draft.unanswering == ()
    assert all(row.answered_by for row in draft.coverage)


@pytest.mark.parametrize("name", [THIS, LAST])
@pytest.mark.parametrize("later", [0, 1])
def test_no_section_holds_a_number_outside_its_evidence(desk, sample_library, name, later):
    year = (2024 if name == THIS else 2023) + later
    for section in desk.sections():
        draft = desk.draft(section.head.id, name, year=year + 1 if section.head.method == "directions" else year)
        assert outside_evidence(draft, sample_library) == []
        assert not any("Bỏ một ý" in note for note in draft.notes), draft.notes


def test_no_limitation_is_copied_whole_and_no_item_stands_twice(directions):
    weak = [s for s in directions.sources if s.kind in (SourceKind.LIMITATION, SourceKind.CAUSE)]
    assert not [(i.id, s.id) for i in directions.items for s in weak if copies(i.text, s.text)]
    texts = [fold(i.text) for i in directions.items]
    assert len(set(texts)) == len(texts)


def test_problems_that_only_the_figures_show_are_gathered(directions):
    issues = {s.issue for s in directions.sources if s.kind is SourceKind.PROBLEM}
    assert {"overdue", "falling", "outstanding petitions", "few inspections", "unanswered"} <= issues
    overdue = next(i for i in directions.items if "quá hạn" in i.text)
    assert "51 hồ sơ" in overdue.text and "27 hồ sơ" in overdue.text


def test_what_only_the_drafter_knows_is_left_open(directions):
    open_items = [i for i in directions.items if i.status == "needs figure"]
    assert open_items and all(SLOT.search(i.text) for i in open_items)
    assert not any(c.isdigit() for name in edits.slots(directions) for c in name)


def test_the_title_is_of_next_year_and_items_stand_in_groups(directions):
    assert directions.title.endswith("NĂM 2025")
    groups = [i.group for i in directions.items]
    runs = [g for n, g in enumerate(groups) if n == 0 or groups[n - 1] != g]
    assert len(runs) == len(set(runs)) > 5


def test_causes_are_paired_with_limitations_as_a_proposal(directions):
    paired = {p.cause: p.limitations for p in directions.pairings}
    assert set(paired) == {s.id for s in directions.sources if s.kind is SourceKind.CAUSE}
    assert any(paired.values())


def test_last_years_directions_are_followed_up(directions):
    found = {c.direction.text.split(";")[0].rstrip("."): c for c in directions.commitments}
    assert len(found) == 7
    petitions = found["Giải quyết dứt điểm 03 đơn tồn đọng"]
    assert petitions.status == "in part" and "05 đơn" in petitions.why
    online = found["Nâng tỷ lệ hồ sơ trực tuyến cấp xã lên 75% trở lên"]
    assert "79,00%" in online.why and online.restated is not None
    training = found["Mở 02 lớp tập huấn kỹ năng giao tiếp hành chính cho công chức Bộ phận một cửa"]
    assert training.status == "no evidence" and training.evidence == ()


def test_what_was_not_done_is_carried_over(directions):
    carried = [i for i in directions.items if i.status == "carried over"]
    assert any(i.answers[0].startswith("previous-direction") and "02 lớp tập huấn" in i.text for i in carried)


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("Xây dựng kế hoạch phối hợp năm 2024.", "Xây dựng kế hoạch phối hợp năm 2025."),
        (
            "Thực hiện Kế hoạch số 12/KH-UBND ngày 20/02/2024 về chuyển đổi số năm 2024; phấn đấu năm 2024 đạt 90%.",
            "Thực hiện Kế hoạch số 12/KH-UBND ngày 20/02/2024 về chuyển đổi số năm 2024; phấn đấu năm 2025 đạt 90%.",
        ),
        ("Triển khai Đề án giai đoạn 2022 - 2025.", "Triển khai Đề án giai đoạn 2022 - 2025."),
        ("Thực hiện chỉ tiêu đến năm 2030.", "Thực hiện chỉ tiêu đến năm 2030."),
    ],
)
def test_only_the_year_of_the_plan_moves(text, moved):
    assert carry(text, 2024, 2025, continues=False).text == moved


def test_a_deadline_that_has_passed_becomes_a_slot_and_is_marked():
    moved = carry("Giải quyết dứt điểm 05 đơn trong quý I năm 2024.", 2024, 2025, continues=True)
    assert moved.text == "Tiếp tục giải quyết dứt điểm 05 đơn trong [cần số liệu: thời hạn hoàn thành mới]."
    assert "quý I năm 2024" in moved.marks[0]


def test_a_result_section_compares_with_last_year_and_shows_the_sum(desk):
    draft = desk.draft("cai-cach-hanh-chinh", THIS)
    item = next(i for i in draft.items if "21.846" in i.text)
    assert "tiếp nhận tăng 2.541 hồ sơ, tương ứng 13,16% (kỳ trước 19.305 hồ sơ)" in item.text
    assert "21846 - 19305" in {c.formula for c in item.calculations}
    assert {c.locator.report for c in item.citations} == {draft.report, desk.draft("ket-thuc", LAST).report}


def test_a_new_period_starts_from_last_periods_sentences_with_slots(desk):
    draft = desk.draft("cai-cach-hanh-chinh", THIS, year=2025)
    item = next(i for i in draft.items if i.text.startswith("Cấp xã: tiếp nhận"))
    assert item.text == (
        "Cấp xã: tiếp nhận [cần số liệu: cấp xã: tiếp nhận (hồ sơ)] hồ sơ, trong đó trực tuyến "
        "[cần số liệu: cấp xã: trực tuyến (hồ sơ)] hồ sơ, đạt [cần số liệu: cấp xã: tỷ lệ trực tuyến hồ sơ]%."
    )
    names = [n for i in draft.items for n in SLOT.findall(i.text) if "văn bản" not in n and "kế hoạch" not in n]
    figures = [n for n in names if not n.startswith(("số ", "ngày "))]
    assert len(figures) == len(set(figures))


def test_a_typed_figure_is_set_in_compared_and_marked_as_the_drafters_own(desk):
    typed = [TypedFigure("cấp xã: tiếp nhận (hồ sơ)", "23.000")]
    draft = desk.draft("cai-cach-hanh-chinh", THIS, year=2025, typed=typed)
    item = next(i for i in draft.items if i.text.startswith("Cấp xã: tiếp nhận"))
    assert "tiếp nhận 23.000 hồ sơ" in item.text
    assert "tiếp nhận tăng 1.154 hồ sơ (kỳ trước 21.846 hồ sơ)" in item.text
    assert item.typed == ("23.000", "1.154")


def test_the_share_of_two_typed_figures_is_computed(desk):
    typed = [
        TypedFigure("cấp xã: tiếp nhận (hồ sơ)", "23.000"),
        TypedFigure("cấp xã: trực tuyến (hồ sơ)", "18.400"),
    ]
    draft = desk.draft("cai-cach-hanh-chinh", THIS, year=2025, typed=typed)
    item = next(i for i in draft.items if i.text.startswith("Cấp xã: tiếp nhận"))
    assert "trực tuyến 18.400 hồ sơ, đạt 80,00%" in item.text and "80,00" in item.typed
    assert item.status == "proposed" and draft.typed == tuple(typed)


def test_the_only_share_of_a_sentence_is_set_beside_its_figures(desk):
    draft = desk.draft("lanh-dao-chi-dao", THIS)
    item = next(i for i in draft.items if "05/12 xã" in i.text)
    assert "05/12 xã, thị trấn (đạt 41,67%)" in item.text
    assert any(c.value == Decimal("41.67") for c in item.calculations)


@pytest.mark.parametrize(
    ("period", "title"),
    [
        ("2025-H1", "NHIỆM VỤ 6 THÁNG CUỐI NĂM 2025"),
        ("2024-9M", "NHIỆM VỤ 3 THÁNG CUỐI NĂM 2024"),
        ("2024-Q3", "NHIỆM VỤ QUÝ IV NĂM 2024"),
        ("2024-Q4", "NHIỆM VỤ QUÝ I NĂM 2025"),
        ("2026-12", "NHIỆM VỤ THÁNG 1 NĂM 2027"),
        ("2024", "NHIỆM VỤ NĂM 2025"),
    ],
)
def test_the_title_names_the_time_after_the_report(period, title):
    stretch = next_stretch(period)
    year = stretch[1] if stretch else 2025
    assert title_for(f"NHIỆM VỤ NĂM {year}", year, period) == title


def test_only_the_open_clauses_of_a_promise_are_carried_over(directions):
    texts = [i.text for i in directions.items if i.answers[0].startswith("previous-direction")]
    assert "Tiếp tục tuyên truyền theo từng nhóm đối tượng." in texts
    assert not any("03 đơn" in t for t in texts)  # this year's directions say it again, of more petitions


@pytest.mark.parametrize(
    ("text", "carried"),
    [
        ("Mở 02 lớp tập huấn.", "Tiếp tục mở 02 lớp tập huấn."),
        ("Giao Phòng Nội vụ theo dõi việc thực hiện.", "Giao Phòng Nội vụ theo dõi việc thực hiện."),
        ("Các xã phải công khai kết quả.", "Các xã phải công khai kết quả."),
        ("Duy trì họp giao ban; tiếp tục đổi mới./.", "Duy trì họp giao ban; tiếp tục đổi mới."),
    ],
)
def test_only_what_can_be_gone_on_with_is_to_be_continued(text, carried):
    assert carry(text, 2023, 2024, continues=True).text == carried


def test_a_report_on_another_matter_is_not_last_periods(shelf):
    limits = ("I. HẠN CHẾ", "- Việc cập nhật dữ liệu còn chậm.", "II. NHIỆM VỤ", "1. Mở 03 lớp bồi dưỡng.")
    other = report_text(*limits, year=2023).replace("công tác dân vận", "phòng cháy chữa cháy rừng")
    put(shelf, other, "khac.txt")
    mine = put(shelf, report_text(*limits), "nay.txt")
    assert Drafter(shelf).draft("phuong-huong", mine).commitments == ()
    put(shelf, report_text(*limits, year=2023), "truoc.txt")
    assert Drafter(shelf).draft("phuong-huong", mine).commitments != ()


def test_a_label_at_the_end_of_a_sentence_opens_the_limitations(shelf):
    id = put(
        shelf,
        report_text(
            "I. KẾT QUẢ",
            "Bên cạnh kết quả đạt được, công tác của xã còn một số hạn chế: thu ngân sách đạt thấp; việc số hóa còn "
            "hình thức; tai nạn giao thông tăng so với cùng kỳ.",
        ),
    )
    draft = Drafter(shelf).draft("phuong-huong", id)
    assert [s.kind for s in draft.sources].count(SourceKind.LIMITATION) == 3
    said = " ".join(i.text for i in draft.items)
    assert "ăng thu ngân sách" in said and "đưa việc số hóa đi vào thực chất" in said and "kéo giảm tai nạn" in said


def test_strengths_leave_out_what_the_reports_own_figures_contradict(desk):
    draft = desk.draft("uu-diem", THIS)
    assert not any("98,86%" in i.text for i in draft.items)
    assert any("98,86%" in note for note in draft.notes)


def test_a_drafters_changes_are_operations_on_the_draft(directions):
    first, second = directions.items[0].id, directions.items[1].id
    assert edits.accept(directions, first).items[0].accepted
    assert edits.move(directions, first, 1).items[0].id == second
    assert first not in {i.id for i in edits.reject(directions, first).items}
    edited = edits.edit(directions, first, "Phấn đấu đạt 97% trong 06 tháng.")
    assert edited.items[0].typed == ("97", "06") and edited.items[0].author == "drafter"
    added = edits.add(directions, "Mở 04 lớp tập huấn.", ["cause-2", "no-such"])
    assert added.items[-1].answers == ("cause-2",) and added.items[-1].typed == ("04",)
    name = edits.slots(directions)[0]
    filled = edits.fill(directions, [TypedFigure(name, "99,9%")])
    assert name not in edits.slots(filled) and any("99,9" in i.typed for i in filled.items)
    with pytest.raises(UnknownItem):
        edits.reject(directions, "gone")


def test_rejecting_the_only_answer_shows_what_is_left_open(directions):
    covered = next(c for c in directions.coverage if len(c.answered_by) == 1)
    item = directions.items[covered.answered_by[0] - 1]
    assert covered.source.id in {s.id for s in edits.reject(directions, item.id).uncovered}
    assert edits.add(directions, "Ý riêng.").unanswering == (len(directions.items) + 1,)


def test_a_report_without_limitations_is_drafted_from_figures_and_says_so(shelf):
    id = put(
        shelf,
        report_text(
            "I. KẾT QUẢ THỰC HIỆN",
            "1. Cải cách hành chính",
            "Đã giải quyết 120 hồ sơ: trước hạn 90 hồ sơ, đúng hạn 26 hồ sơ, quá hạn 04 hồ sơ.",
        ),
    )
    draft = Drafter(shelf).draft("phuong-huong", id)
    assert any("không có mục hạn chế" in note for note in draft.notes)
    assert any("04 hồ sơ" in i.text for i in draft.items) and draft.uncovered == ()


def test_a_report_without_figures_is_drafted_from_its_words(shelf):
    id = put(
        shelf,
        report_text(
            "I. TỒN TẠI, HẠN CHẾ",
            "- Công tác tuyên truyền ở một số ấp chưa thường xuyên.",
            "- Sự phối hợp giữa các đoàn thể chưa chặt chẽ.",
            "II. NGUYÊN NHÂN",
            "- Một số cán bộ ấp chưa chủ động trong công việc được giao.",
        ),
    )
    draft = Drafter(shelf).draft("phuong-huong", id)
    assert any("không có số liệu" in note for note in draft.notes)
    assert draft.uncovered == () and draft.unanswering == ()
    assert {s.kind for s in draft.sources} >= {SourceKind.LIMITATION, SourceKind.CAUSE}


def test_parts_in_another_order_and_run_in_labels_are_found(shelf):
    id = put(
        shelf,
        report_text(
            "I. NHIỆM VỤ TRỌNG TÂM",
            "1. Tiếp tục duy trì mô hình tự quản tại các ấp.",
            "II. KẾT QUẢ",
            "1. Về chuyển đổi số",
            "- Nhận xét, đánh giá:",
            "+ Tồn tại, hạn chế: Tỷ lệ hồ sơ trực tuyến còn thấp; việc số hóa hồ sơ còn chậm.",
            "+ Nguyên nhân: Đường truyền ở một số ấp chưa ổn định.",
        ),
    )
    draft = Drafter(shelf).draft("phuong-huong", id)
    kinds = [s.kind for s in draft.sources]
    assert kinds.count(SourceKind.LIMITATION) == 2 and kinds.count(SourceKind.CAUSE) == 1
    assert kinds.count(SourceKind.DIRECTION) == 1
    assert draft.uncovered == ()


def test_a_report_of_another_unit_is_not_compared_with_and_that_is_said(shelf, sample_library):
    limits = ("I. HẠN CHẾ", "- Việc cập nhật dữ liệu còn chậm.")
    mine = put(shelf, report_text(*limits, year=2024), "nay.txt")
    other = put(shelf, report_text(*limits, place="xã Phú Mỹ", year=2023), "khac.txt")
    draft = Drafter(shelf).draft("phuong-huong", mine, previous=other)
    assert any("không dùng để so sánh" in note for note in draft.notes)
    assert draft.commitments == () and draft.items


def test_an_empty_report_gives_an_empty_draft_and_reasons(shelf):
    id = put(shelf, report_text("Nội dung sẽ được bổ sung."))
    for section in Drafter(shelf).sections():
        draft = Drafter(shelf).draft(section.head.id, id)
        assert draft.items or draft.notes


def test_an_unknown_section_is_told_with_those_there_are(desk):
    with pytest.raises(PromptError, match="Không có phần “phan-la”") as told:
        desk.draft("phan-la", THIS)
    assert "phuong-huong" in told.value.hint


def test_a_broken_prompt_of_ones_own_is_told_and_the_built_in_one_used(sample_library, tmp_path):
    (tmp_path / "phuong-huong.md").write_text("---\nid: phuong-huong\nversion: [\n---\n", encoding="utf-8")
    folders = (Path(__file__).parents[2] / "prompts" / "sections", tmp_path)
    desk = Drafter(sample_library, folders=folders)
    draft = desk.draft("phuong-huong", THIS)
    assert draft.items and any("phuong-huong.md" in n and "mẫu lời có sẵn" in n for n in draft.notes)
    assert "phuong-huong" in {s.head.id for s in desk.sections()}


def test_officials_may_add_a_section_of_their_own(sample_library, tmp_path, desk):
    own = (Path(__file__).parents[2] / "prompts" / "sections" / "dan-chu-co-so.md").read_text(encoding="utf-8")
    own = own.replace("id: dan-chu-co-so", "id: doi-thoai").replace("- dân chủ", "- đối thoại")
    (tmp_path / "doi-thoai.md").write_text(own, encoding="utf-8")
    draft = Drafter(sample_library, folders=(tmp_path,)).draft("doi-thoai", THIS)
    assert draft.prompt == "doi-thoai@1" and draft.items


@pytest.mark.skipif(not REAL, reason="no real report is here")
def test_real_reports_are_answered_in_full(shelf):
    for path in REAL:
        data = path.read_bytes()
        id = shelf.add(read_bytes(data, path.name), data, path.name).report_id
        draft = Drafter(shelf).draft("phuong-huong", id)
        assert {SourceKind.LIMITATION, SourceKind.CAUSE} <= {s.kind for s in draft.sources}
        assert draft.uncovered == () and draft.unanswering == ()
        assert outside_evidence(draft, shelf) == []
