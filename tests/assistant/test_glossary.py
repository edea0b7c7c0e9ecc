"""The glossary is well formed: one concept a line, one meaning a wording, nothing that steals from everyday words."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

import assistant
from assistant.words.everyday import STOP
from assistant.words.terms import Concept, default_lexicon, normal, read_concepts, stem_english, tokens
from ingest.language.fold import fold

FOLDER = Path(assistant.__file__).parent / "glossary"
FILES = sorted(FOLDER.glob("*.tsv"))
TEXTS = {file.stem: file.read_text(encoding="utf-8") for file in FILES}
BY_FILE = {name: read_concepts(text) for name, text in TEXTS.items()}
CONCEPTS = [concept for concepts in BY_FILE.values() for concept in concepts]

# Two concepts that reports name by one wording: which is meant, only the text around it tells.
# Works under way and files not settled yet are said alike, as is a thing that is done.
TWO_MEANINGS = {
    "làm", "chưa xong", "ý kiến", "nhiệm vụ trọng tâm", "sắp xếp", "làm xong", "đang làm", "làm dở", "đang làm dở",
    "còn làm dở", "dang dở", "còn dang dở", "làm chưa xong", "chưa làm xong",
}  # fmt: skip
TWO_MEANINGS |= {"trả xong", "xong trả cho dân", "trả xong cho dân"}  # the result, and with it what is settled
# Of a dossier what is half done is pending, of a task it is under way.
TWO_MEANINGS |= {"dở dang", "còn dở dang", "còn dang dở", "đang dở", "đang dang dở", "còn làm dở", "đang làm dở"}
TWO_MEANINGS |= {"làm dở", "chưa làm xong", "làm dở dang", "còn đang làm"}
TWO_MEANINGS |= {"ngành nào", "những ngành nào"}
TWO_MEANINGS |= {"xong trả", "soát xét"}
TWO_ABBREVIATIONS = {"KN", "TT", "CT", "ĐV", "TCT", "CQĐT", "VHTT", "PAKN", "KNTC"}
# English has one word where Vietnamese reports have several; a question that says it may mean any of them.
TWO_TRANSLATIONS = """
accomplishment; accountability; acknowledge; administration; adopt; allowance; amount; application; apply; appoint;
appointed; area; assignment; attendee; authority; award; awareness; beneficiary; benefit; bottleneck; branch; build;
call on; campaign; carried out; carry out; case; challenge; civil servant; classification; classified; collect;
collected; combat; comment; company; complete; concrete; conscription; constituent; constructed; contribute;
criminal case; death; delegate; demand; determined; develop; direct; disciplined; discuss; discussed; discussion;
disease; domestic; donate; donated; drug; duty; employee; enhance; enlisted; enlistment; estimate; expanded; extend;
facility; fair; finished; form; fund; gift; grade; hand over; handed over; health; healthcare; household; identify;
implement; implementation; implemented; infectious disease; inhabitant; install; installation; installed; instruction;
inter agency; issue; job; judgement; leader; learner; livelihood; measure; meet; meeting; merit; minute; mission;
modernise; office; official; on time; opinion; participant; people; person; petition; plant; poll; prevent; prevention;
price; principal; problem; process; project; promote; proposal; propose; proposed; provide; provided; provincial;
provincial department; public service unit; publicity; quarter; receive; received; recognition; recruit; recruited;
relevant; request; resident; resolution; restructuring; retirement; review; road; score; service; session; specific;
start; statute; study; success; suggest; suggestion; supply; time; timely; tourist; trade; trainee; transferred;
transport; transportation; trial; uphold; vaccinated; vaccination; verification; verified; verify; warning; waste;
work; workforce
"""
# Typed in capitals ("IT", "AI"), asked of causes ("why"), or a little word only in the other language.
NO_STOP = {"it", "ai", "why", "dong", "day"}
# Short names that reports use too much to do without.
SHORT = "bon bảng biểu ca cử dự hiến hộ khá mạng năm sở tỉnh trình đảng đầu đồng"


def vietnamese(wording: str) -> tuple[str, ...]:
    return tuple(t.text for t in tokens(wording))


def english(wording: str) -> tuple[str, ...]:
    return tuple(stem_english(t.text) for t in tokens(wording))


def shared(
    column: Callable[[Concept], Iterable[str]], words: Callable[[str], tuple[str, ...]]
) -> dict[tuple[str, ...], list[str]]:
    """Wordings that stand more than once, with the concepts they stand in."""
    held: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for concept in CONCEPTS:
        for wording in column(concept):
            held[words(wording)].append(concept.key)
    return {wording: keys for wording, keys in held.items() if len(keys) > 1}


@pytest.mark.parametrize("name", TEXTS)
def test_a_file_says_what_it_holds_and_holds_three_columns(name: str) -> None:
    lines = TEXTS[name].splitlines()
    assert lines[0].startswith("# ") and not any(line.startswith("#") for line in lines[1:])
    assert [line for line in lines[1:] if line.count("\t") != 2 or not line.split("\t")[0].strip()] == []


@pytest.mark.parametrize("name", TEXTS)
def test_a_file_is_in_the_order_of_the_names_of_its_concepts(name: str) -> None:
    names = [fold(c.key) for c in BY_FILE[name]]
    assert names == sorted(names)


@pytest.mark.parametrize("name", TEXTS)
def test_letters_are_composed_and_wordings_have_no_spare_blanks(name: str) -> None:
    assert unicodedata.is_normalized("NFC", TEXTS[name])
    wordings = [w for line in TEXTS[name].splitlines()[1:] for cell in line.split("\t") for w in cell.split("; ")]
    assert [w for w in wordings if w != " ".join(w.split()) or w.endswith((";", ","))] == []


def test_every_concept_is_named_once_and_can_be_asked_in_english() -> None:
    names = [c.key for c in CONCEPTS]
    assert len(names) == len(set(names))
    assert [c.key for c in CONCEPTS if not c.english] == []


def test_a_vietnamese_wording_has_one_meaning() -> None:
    assert {" ".join(w) for w in shared(lambda c: (*c.vietnamese, *c.abbreviations), vietnamese)} == {
        normal(w) for w in TWO_MEANINGS | TWO_ABBREVIATIONS
    }


def test_an_english_wording_has_one_meaning_unless_english_itself_has_not() -> None:
    found = shared(lambda c: c.english, english)
    assert {" ".join(w) for w in found} == {" ".join(w.split()) for w in TWO_TRANSLATIONS.split(";")}
    assert [keys for keys in found.values() if len(set(keys)) < len(keys)] == []


def test_no_english_wording_is_a_little_word() -> None:
    single = {w[0] for c in CONCEPTS for e in c.english if len(w := english(e)) == 1}
    assert single & STOP == NO_STOP


def test_no_short_wording_reads_as_a_little_word_where_marks_are_missing() -> None:
    single = {w[0] for c in CONCEPTS for v in c.vietnamese if len(w := vietnamese(v)) == 1}
    assert {w for w in single if fold(w) in STOP} == set(SHORT.split())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("trước hạn", "đúng hạn"),
        ("sớm hơn hạn", "kịp hạn"),
        ("bị trễ hạn", "chưa tới hạn"),
        ("đang được giải quyết", "giải quyết được"),
        ("nhận vào", "xử lý xong"),
        ("mức đề ra", "kết quả"),
        ("cấp xã", "cấp huyện"),
        ("tiếp nhận", "giải quyết"),
        ("hộ nghèo", "hộ cận nghèo"),
        ("khiếu nại", "tố cáo"),
        ("khai sinh", "khai tử"),
        ("tăng", "giảm"),
        ("chi đầu tư", "chi thường xuyên"),
        ("phó chủ tịch", "chủ tịch"),
        ("chỉ số PCI", "chỉ số DDCI"),
        ("bệnh viện", "trạm y tế"),
    ],
)
def test_what_reports_keep_apart_is_kept_apart(one: str, other: str) -> None:
    lexicon = default_lexicon()
    assert not lexicon.concepts_of(one) & lexicon.concepts_of(other)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("land use right certificate", "giấy chứng nhận QSDĐ"),
        ("red book", "sổ đỏ"),
        ("African swine fever", "dịch tả lợn châu Phi"),
        ("outstanding loans", "dư nợ"),
        ("legal normative documents", "văn bản QPPL"),
        ("militia", "dân quân tự vệ"),
        ("vaccination", "tiêm chủng"),
        ("loan sharking", "tín dụng đen"),
        ("deputy director", "phó giám đốc"),
        ("Department of Planning and Investment", "Sở KH&ĐT"),
        ("national standard", "đạt chuẩn quốc gia"),
        ("two-tier local government", "chính quyền địa phương 2 cấp"),
        ("collected in taxes", "thu thuế"),
        ("responding to incidents", "ứng phó sự cố"),
        ("communes rated excellent", "xếp loại xuất sắc"),
        ("petitions awaiting an answer", "đơn chưa giải quyết"),
        ("failed to fulfil their duties", "không hoàn thành nhiệm vụ"),
        ("powers delegated to communes", "ủy quyền"),
        ("newborns", "trẻ sơ sinh"),
        ("taxes owed", "nợ thuế"),
        ("overlapping rules", "chồng chéo"),
        ("what hampered the work", "khó khăn, vướng mắc"),
        ("unfilled posts", "biên chế chưa sử dụng"),
        ("seized goods", "hàng hóa"),
        ("customs", "hải quan"),
        ("the abolition of a fee", "bãi bỏ"),
        ("drafting of the plan", "xây dựng kế hoạch"),
    ],
)
def test_an_english_question_meets_the_words_of_a_report(asked: str, said: str) -> None:
    lexicon = default_lexicon()
    assert {k for t in lexicon.cut(asked, english=True) if t.known for k in t.keys} & lexicon.concepts_of(said)


@pytest.mark.parametrize(
    ("asked", "not_meant"), [("seized goods", "tốt"), ("fake news", "mới"), ("customs", "phong tục")]
)
def test_an_english_plural_with_a_meaning_of_its_own_is_no_form_of_another_word(asked: str, not_meant: str) -> None:
    lexicon = default_lexicon()
    meant = {k for t in lexicon.cut(asked, english=True) for k in t.keys}
    assert not meant & (lexicon.concepts_of(not_meant) | {fold(not_meant)})


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("siết chặt kỷ luật", "tăng cường"),
        ("bị trễ hạn", "quá hạn"),
        ("dính tới đất đai", "liên quan"),
        ("bằng những cách nào", "hình thức"),
        ("cho làm thí điểm", "thí điểm"),
        ("gặp dân", "tiếp công dân"),
        ("chậm nhất khi nào", "thời hạn"),
        ("hành dân", "nhũng nhiễu"),
        ("nhập làm một", "sáp nhập"),
        ("sổ đất", "giấy chứng nhận quyền sử dụng đất"),
    ],
)
def test_an_everyday_wording_meets_the_words_of_a_report(asked: str, said: str) -> None:
    lexicon = default_lexicon()
    assert lexicon.concepts_of(said) <= lexicon.concepts_of(asked)


@pytest.mark.parametrize(
    ("text", "stolen"),
    [
        ("theo yêu cầu", "cầu"),
        ("dịch vụ", "vụ việc"),
        ("đủ điều kiện", "khiếu kiện"),
        ("chủ yếu", "yếu"),
        ("hóa đơn", "đơn thư"),
        ("các mặt của xã hội", "xã"),
        ("hồ sơ điện tử", "điện lực"),
        ("đa dạng", "đề án"),
        ("tiếp tục", "tiếp"),
        ("đạt 05 tỷ đồng, bằng 98%", "vùng đồng bằng"),
    ],
)
def test_a_short_concept_takes_nothing_from_a_longer_word(text: str, stolen: str) -> None:
    assert stolen not in default_lexicon().concepts_of(text)
