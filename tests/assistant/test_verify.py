"""The gate: what does not stand where its citation points does not pass."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.claims import Calculation, Citation, Claim, Operand
from assistant.verify import check, is_verbatim
from ingest.pipeline import read_bytes, read_file
from ingest.report import Block, Report, locate, quote_at

SAMPLE = Path(__file__).parents[2] / "samples" / "vinh-trach-2024.txt"
TEXT = """UBND HUYỆN TRẠCH GIỒNG

BÁO CÁO
Kết quả công tác dân vận chính quyền năm 2024

I. KẾT QUẢ
1. Tiếp công dân
Trong năm nhận 231 đơn, đã giải quyết 79 đơn, đạt 34,20%; thu hồi 27.054 m2 đất, trị giá 312,6 tỷ đồng.
Ban hành Quyết định số 1596/QĐ-UBND ngày 19/8/2024 về “hộp thư góp ý” tại 05 xã; tiếp 1.204 lượt người.
2. Hòa giải
Hòa giải thành 124/138 vụ, đạt 89,86%; diện tích bỏ hoang 0,350 ha; vận động 3 hộ hiến đất.
"""


@pytest.fixture(scope="module")
def report() -> Report:
    return read_bytes(TEXT.encode(), "trach-giong.txt").report


def _block(report: Report, words: str) -> Block:
    return next(b for b in report.blocks if words in b.text)


def cite(report: Report, words: str, key: int = 1) -> Citation:
    block = _block(report, words)
    start = block.text.index(words)
    end = start + len(words)
    return Citation(key, quote_at(block, start, end), locate(report, block, start, end))


Judge = Callable[..., str]


@pytest.fixture(scope="module")
def judge(report: Report) -> Judge:
    """Why a claim about the whole of two sentences is refused; "" where it passes."""

    def refused(text: str, *, keys: tuple[int, ...] = (1, 2, 3), calculation: Calculation | None = None) -> str:
        lines = [line for line in TEXT.splitlines() if line.startswith(("Trong năm", "Ban hành", "Hòa giải thành"))]
        citations = [cite(report, line, key) for key, line in enumerate(lines, start=1)]
        verdict = check([Claim(text, keys)], citations, calculation, lambda _: report)
        return verdict.refused[0].reason if verdict.refused else ""

    return refused


@pytest.mark.parametrize(
    "text",
    [
        "Trong năm nhận 231 đơn, đã giải quyết 79 đơn.",
        "Báo cáo ghi: “đã giải quyết 79 đơn, đạt 34,20%”.",
        "Báo cáo ghi: “Trong năm nhận 231 đơn… đạt 34,20%”.",
        "231 petitions were received and 79 settled (34.20%).",
        "Thu hồi 27.054 m2 đất.",
        "27,054 m² of land were taken back.",
        "Trị giá 312,6 tỷ đồng; worth 312.6 billion VND.",
        "Quyết định số 1596/QĐ-UBND ngày 19 tháng 8 năm 2024.",
        "Tại 5 xã, tiếp 1204 lượt người.",
        "Tại năm xã; three households gave land.",
        "Đạt 34,2%.",
        "Hòa giải thành 124/138 vụ.",
        "Diện tích bỏ hoang 0,35 ha.",
        "(1) nhận 231 đơn; (2) giải quyết 79 đơn.",
        "Về “hộp thư góp ý” thì có quyết định.",
        "Nêu tại mục I.1.",
        "Ban hành theo chỉ đạo tại Quyết định số 1596/QĐ-UBND…",
    ],
)
def test_what_the_quotes_say_passes(judge: Judge, text: str) -> None:
    assert judge(text) == ""


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Trong năm nhận 321 đơn.", "number"),
        ("Nhận 2.310 đơn.", "number"),
        ("Nhận 23,1 đơn.", "number"),
        ("Nhận 231.000 đơn.", "number"),
        ("Vận động 3.000 hộ hiến đất.", "number"),
        ("Bỏ hoang 350 ha.", "number"),
        ("Thu hồi 29,3 nghìn m2.", "number"),
        ("Thu hồi 27.054.000 m2.", "number"),
        ("Tồn 99. Đã giải quyết 79 đơn.", "number"),
        ("Đã giải quyết 79 đơn (còn 99).", "number"),
        ("99) đơn tồn; 79 đơn đã giải quyết.", "number"),
        ("Nhận ９９９ đơn.", "number"),
        ("Nhận ⁹⁹⁹ đơn.", "number"),
        ("Nhận ٩٩٩ đơn.", "number"),
        ("Nhận 7\u200b8 đơn.", "number"),
        ("Đã giải quyết chín mươi chín đơn.", "number"),
        ("Đã giải quyết chín đơn.", "number"),
        ("Ninety-nine petitions were settled.", "number"),
        ("Seventeen hundred petitions were settled.", "number"),
        ("Năm 2019 nhận 231 đơn.", "number"),
        ("Báo cáo ghi: “đã giải quyết 79 hồ sơ”.", "quote"),
        ("Báo cáo ghi: “đạt 34,20%… nhận 231 đơn”.", "quote"),
        ('Báo cáo ghi: "không giải quyết đơn nào".', "quote"),
        ("Báo cáo ghi: «không giải quyết đơn nào».", "quote"),
        ("Báo cáo ghi: “về “hộp thư góp ý” tại mọi xã”.", "quote"),
        ("Ban hành ngày 20/8/2024.", "date"),
        ("Ban hành ngày 19 tháng 9 năm 2024.", "date"),
        ("Quyết định số 1569/QĐ-UBND.", "document"),
        ("Quyết định số 596/QĐ-UBND.", "document"),
        ("Kế hoạch số 1596/KH-UBND.", "document"),
        ("Đã giải quyết 79 hồ sơ.", "unit"),
        ("Đã giải quyết 79%.", "unit"),
        ("Trị giá 312,6 triệu đồng.", "unit"),
        ("Worth 312.6 million VND.", "unit"),
        ("Hòa giải thành 124% số vụ.", "unit"),
        ("Đạt 89,86 vụ.", "unit"),
        ("Nêu tại mục 7.", "number"),
        ("Nêu tại chú thích 2.", "number"),
        ("Xem http://vi.example/79", "link"),
        ("Gửi về hop@vi.example để biết.", "link"),
        ("<img src=x onerror=alert(79)>", "link"),
    ],
)
def test_what_the_quotes_do_not_say_is_refused(judge: Judge, text: str, reason: str) -> None:
    assert judge(text) == reason


def test_a_claim_without_keys_or_with_a_key_that_does_not_exist_is_refused(judge: Judge) -> None:
    assert judge("Nhận 231 đơn.", keys=()) == "citation"
    assert judge("Nhận 231 đơn.", keys=(1, 9)) == "citation"
    assert judge("Nhận 231 đơn.", keys=(0,)) == "citation"
    assert judge("Nhận 231 đơn.", keys=(-1,)) == "citation"


def test_a_number_of_another_citation_does_not_bear_a_claim_out(judge: Judge) -> None:
    assert judge("Hòa giải thành 124/138 vụ.", keys=(3,)) == ""
    assert judge("Hòa giải thành 124/138 vụ.", keys=(1,)) == "number"


def test_a_place_is_named_only_where_the_citation_stands(judge: Judge) -> None:
    assert judge("Nêu tại mục I.2.", keys=(3,)) == ""
    assert judge("Nêu tại section I.2.", keys=(3,)) == ""
    assert judge("Nêu tại mục II.5.", keys=(3,)) == "number"
    assert judge("Nêu tại mục I.2.b.", keys=(3,)) == "number"  # a part of the section is another place
    assert judge("Nêu tại chú thích 1.", keys=(1,)) == "number"


def test_a_quote_passes_only_verbatim_and_at_its_place(report: Report) -> None:
    good = cite(report, "nhận 231 đơn")
    assert is_verbatim(good, report)
    at = good.locator
    moved = Citation(1, good.quote, locate(report, report.block(at.block), at.start + 1, at.end + 1))
    changed = Citation(1, "nhận 321 đơn", at)
    empty = Citation(1, "", locate(report, report.block(at.block), at.start, at.start))
    for wrong in (moved, changed, empty):
        assert not is_verbatim(wrong, report)
        verdict = check([Claim("Có nhận đơn.", (1,))], [wrong], None, lambda _: report)
        assert verdict.refused[0].reason == "citation"


def test_a_citation_of_a_report_or_block_that_is_gone_bears_nothing_out(report: Report) -> None:
    def gone(_: str) -> Report:
        raise KeyError

    good = cite(report, "nhận 231 đơn")
    assert not check([Claim("Nhận 231 đơn.", (1,))], [good], None, gone).passed
    other = read_file(SAMPLE).report
    assert not check([Claim("Nhận 231 đơn.", (1,))], [good], None, lambda _: other).passed


def _calculated(formula: str, value: str, *operands: str) -> Calculation:
    return Calculation(formula, Decimal(value), "đơn", tuple(Operand(Decimal(o), 1) for o in operands))


@pytest.mark.parametrize(
    ("formula", "value", "operands"),
    [
        ("231 - 79", "152", ("231", "79")),
        ("79 / 231 * 100", "34.2", ("79", "231")),
        ("(231 + 79) / 2", "155", ("231", "79")),
        ("231 + 79 = 310; 310 - 79", "231", ("231", "79")),
    ],
)
def test_a_calculation_over_cited_figures_passes(
    judge: Judge, formula: str, value: str, operands: tuple[str, ...]
) -> None:
    calculation = _calculated(formula, value, *operands)
    printed = value.replace(".", ",")
    assert judge(f"Kết quả: {printed}.", calculation=calculation) == ""
    assert judge(f"Kết quả: {printed}.") == ("" if value in {"231", "34.2"} else "number")


@pytest.mark.parametrize(
    ("formula", "value", "operands"),
    [
        ("231 - 79", "153", ("231", "79")),  # the result is wrong
        ("231 - 80", "151", ("231", "80")),  # an operand does not stand in the quote
        ("999 - 80", "919", ("231", "79")),  # the formula's numbers are not its operands
        ("999 - 80", "919", ()),
        ("231 + 79 = 311; 311 - 79", "232", ("231", "79")),  # a step is wrong
        ("700 + 79 = 779; 779 - 79", "700", ("231", "79")),  # a step's number comes from nowhere
        ("231 - ", "152", ("231", "79")),
        ("__import__('os')", "152", ("231", "79")),
        ("231 / 0", "152", ("231", "79")),
        ("", "152", ("231", "79")),
    ],
)
def test_a_calculation_that_does_not_hold_bears_nothing_out(
    judge: Judge, formula: str, value: str, operands: tuple[str, ...]
) -> None:
    assert judge(f"Kết quả: {value}.", calculation=_calculated(formula, value, *operands)) == "number"


def test_a_calculation_bears_out_only_claims_that_cite_its_operands(judge: Judge) -> None:
    calculation = _calculated("231 - 79", "152", "231", "79")
    assert judge("Còn 152 đơn.", keys=(1,), calculation=calculation) == ""
    assert judge("Còn 152 đơn.", keys=(3,), calculation=calculation) == "number"


_TRUE = (
    "Trong năm nhận 231 đơn, đã giải quyết 79 đơn, đạt 34,20%.",
    "Hòa giải thành 124/138 vụ, đạt 89,86%.",
    "Thu hồi 27.054 m2 đất, trị giá 312,6 tỷ đồng.",
    "Quyết định số 1596/QĐ-UBND ngày 19/8/2024.",
)
_HELD = {re.sub(r"\D", "", n).lstrip("0") for n in re.findall(r"\d+(?:[.,]\d+)*", TEXT)}


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_true_claim_with_a_digit_changed_is_refused(data: st.DataObject) -> None:
    report = read_bytes(TEXT.encode(), "trach-giong.txt").report
    text = data.draw(st.sampled_from(_TRUE))
    numbers = [m for m in re.finditer(r"(?<!m)\d+(?:[.,]\d+)*", text)]
    number = data.draw(st.sampled_from(numbers))
    places = [i for i in range(number.start(), number.end()) if text[i].isdigit()]
    at = data.draw(st.sampled_from(places))
    digit = data.draw(st.sampled_from([d for d in "0123456789" if d != text[at]]))
    changed = text[:at] + digit + text[at + 1 :]
    told = changed[number.start() : number.end()]
    if re.sub(r"\D", "", told).lstrip("0") in _HELD:
        return  # another figure of the quotes came out
    line = next(x for x in TEXT.splitlines() if number[0] in x and x[0] in "TBH" and not x.isupper())
    citations = [cite(report, line)]
    assert check([Claim(text, (1,))], citations, None, lambda _: report).clean
    assert not check([Claim(changed, (1,))], citations, None, lambda _: report).clean


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300))
def test_no_claim_whatever_makes_the_gate_fail(text: str) -> None:
    report = read_bytes(TEXT.encode(), "trach-giong.txt").report
    verdict = check([Claim(text, (1,))], [cite(report, "nhận 231 đơn")], None, lambda _: report)
    assert len(verdict.passed) + len(verdict.refused) == 1
