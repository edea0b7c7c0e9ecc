"""English questions: words of several senses, their endings, numbers, what is counted and what is set aside."""

from __future__ import annotations

from importlib.resources import files

import pytest

from assistant.asked.kinds import Kind, kinds_of
from assistant.compose.tables.extremes import leads_of_units
from assistant.question import Question, understand
from assistant.words.terms import Concept, Lexicon, default_lexicon, read_senses, stems_english
from ingest.language.fold import fold


def read(text: str) -> Question:
    return understand(text, default_lexicon())


def meant(text: str) -> set[str]:
    return {key for wanted in read(text).wanted for key in wanted.keys}


@pytest.mark.parametrize(
    ("text", "senses"),
    [
        ("Which department is to lead the campaign?", {"chủ trì", "lãnh đạo", "sở"}),
        ("How many certificates were issued?", {"ban hành", "cấp"}),
        ("What does the regulation say?", {"quy định", "quy chế"}),
        ("How many officials attended?", {"công chức", "cán bộ", "tham dự", "người tham dự"}),
    ],
)
def test_an_english_word_stands_for_all_that_it_may_mean(text: str, senses: set[str]) -> None:
    assert senses <= meant(text)


def test_the_senses_of_a_word_take_the_place_of_those_that_concepts_give() -> None:
    concepts = [Concept(("ban hành",), (), ("issue",)), Concept(("cấp",), (), ("grant",))]
    lexicon = Lexicon(concepts, {"issue": ("cấp", "vấn")})
    assert [t.keys for t in lexicon.cut("issue", english=True)] == [("cấp", "van")]


def test_a_sense_that_no_concept_is_worded_as_is_refused() -> None:
    with pytest.raises(ValueError, match="không có"):
        Lexicon([Concept(("cấp",), (), ("grant",))], {"issue": ("không có",)})


def test_the_list_of_senses_is_in_order_and_names_each_word_once() -> None:
    lines = files("assistant").joinpath("words", "senses-en.tsv").read_text(encoding="utf-8").splitlines()[1:]
    words = [line.split("\t")[0] for line in lines]
    assert words == sorted(set(words))
    assert all(senses for senses in read_senses("\n".join(lines)).values())


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("inspecting", "inspect"),
        ("planned", "plan"),
        ("hoped", "hope"),
        ("applied", "apply"),
        ("digitized", "digitise"),
    ],
)
def test_an_ending_is_no_other_word(word: str, form: str) -> None:
    assert form in stems_english(word)


def test_an_article_does_not_make_a_longer_wording() -> None:
    assert "đơn vị sự nghiệp công lập" in meant("How many staff of the public service units are there?")


@pytest.mark.parametrize(
    ("text", "number"),
    [("Why were 1,316 dossiers late?", "1.316"), ("Is 209 of 214 really 98.66%?", "98,66"), ("Of the 79?", "79")],
)
def test_a_number_is_looked_for_as_vietnamese_reports_write_it(text: str, number: str) -> None:
    assert number in {wanted.words for wanted in read(text).wanted}


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("How many women attended the conferences?", "phụ nữ"),
        ("How many citizens' visits did the district receive?", "lượt"),
        ("How many more dossiers came in?", "hồ sơ"),
    ],
)
def test_the_last_noun_before_the_verb_is_counted(text: str, unit: str) -> None:
    assert unit in read(text).units
    assert not {"tham dự", "công dân", "tiếp nhận"} & set(read(text).units)


def test_what_is_set_aside_is_not_looked_for() -> None:
    assert not {"tố cáo", "phản ánh"} & meant(
        "What percentage of complaints (not denunciations or feedback) got resolved?"
    )


def test_both_levels_are_no_words_to_look_for() -> None:
    assert "mức độ" not in meant("Taking both levels together, what share of dossiers came in online?")


@pytest.mark.parametrize(
    ("text", "kind", "holds"),
    [
        ("What will be organised in May 2026?", Kind.FIGURE, False),
        ("What minimum level is targeted?", Kind.FIGURE, True),
        ("What is the date of the plan to review procedures?", Kind.DIRECTION, False),
        ("What does the report plan to do?", Kind.DIRECTION, True),
        ("Did heavy rain cause landslides?", Kind.CAUSE, False),
        ("What are the causes of the delays?", Kind.CAUSE, True),
        ("Through what channels was it publicised?", Kind.LIST, True),
        ("From the merger on, was any official disciplined?", Kind.YES_NO, True),
    ],
)
def test_the_kind_of_an_english_question_is_told(text: str, kind: Kind, holds: bool) -> None:
    assert (kind in kinds_of(fold(text), english=True)) is holds


def test_a_plan_to_do_a_thing_asked_when_is_no_question_for_all_that_is_planned() -> None:
    assert Kind.DIRECTION not in kinds_of("when does the office plan to publish the index?", english=True)
    assert Kind.DIRECTION in kinds_of("what does the office plan to publish?", english=True)


def test_who_is_to_lead_a_task_is_no_question_for_the_first_of_a_ranking() -> None:
    assert not leads_of_units(read("Which department is to lead publicity with the press?"))
    assert leads_of_units(read("Which department leads the ranking?"))


def test_a_national_rank_is_a_rank_and_not_a_nation() -> None:
    assert "xếp hạng" in meant("What was its national rank?")
    assert "quốc gia" not in meant("What was its national rank?")


def test_what_is_counted_ends_before_the_time_in_which_it_is() -> None:
    assert "giao dịch" in read("By how much did the number of data transactions within the month change?").units
