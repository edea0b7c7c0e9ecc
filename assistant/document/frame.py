"""The frame of a document: letterhead, title and addressees above the body, recipients and signature under it."""

from __future__ import annotations

from assistant.document.markup import Element, plain, rule, text_run
from assistant.document.page import TEXT_WIDTH
from assistant.document.parts import Document, Letterhead, Signature
from assistant.document.tables import side_by_side

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
SHARES = (40.0, 60.0)
# The motto at 13 pt bold is 168 pt wide; the rule under it is as long.
MOTTO_WIDTH = 168.0
BLANK_NUMBER = "       "
BLANK_DAY = "     "
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


def head(document: Document) -> list[Element]:
    """Everything above the body."""
    letterhead = document.letterhead
    parts = [_letterhead(letterhead)]
    width = TEXT_WIDTH / 20
    if letterhead.kind:
        parts += [
            plain(text_run(letterhead.kind.upper(), bold=True, size=14), align="center", before=14, keep=True),
            plain(text_run(letterhead.subject, bold=True, size=14), align="center", keep=True),
            rule(width * 0.32, width * 0.32),
        ]
    parts += _addressees(letterhead.addressees)
    for index, ground in enumerate(document.grounds):
        end = "." if index == len(document.grounds) - 1 else ";"
        parts.append(plain(text_run(ground + end, italic=True, size=14), after=6, left=36))
    return parts


def foot(signature: Signature, recipients: tuple[str, ...]) -> Element:
    """Recipients to the left, signature to the right."""
    left = [plain(text_run("Nơi nhận:", bold=True, italic=True, size=12), align="left", before=6)]
    for index, recipient in enumerate(recipients):
        end = "." if index == len(recipients) - 1 else ";"
        left.append(plain(text_run(f"- {recipient}{end}", size=11), align="left"))
    right = [
        plain(text_run(line, bold=True, size=14), align="center", before=0 if index else 6)
        for index, line in enumerate(signature.lines)
    ]
    right += [plain(text_run("", size=14), align="center") for _ in range(5)]
    right.append(plain(text_run(signature.name, bold=True, size=14), align="center"))
    return side_by_side([(left, right)], (50.0, 50.0), TEXT_WIDTH)


def appendix_head(document: Document, index: int) -> list[Element]:
    """The label, title and reference line of appendix `index`, counted from 0; one alone bears no number."""
    appendix = document.appendices[index]
    label = "Phụ lục" if len(document.appendices) == 1 else f"Phụ lục {ROMAN[index]}"
    letterhead = document.letterhead
    line = (
        f"(Kèm theo {letterhead.kind.capitalize() or 'Công văn'} số {_number(letterhead)} "
        f"{_date(letterhead)} của {letterhead.name})"
    )
    return [
        plain(text_run(label, bold=True, size=14), align="center", keep=True),
        plain(text_run(appendix.title.upper(), bold=True, size=14), align="center", keep=True),
        plain(text_run(line, italic=True, size=14), align="center", after=10, keep=True),
    ]


def _letterhead(letterhead: Letterhead) -> Element:
    narrow, wide = (TEXT_WIDTH / 20 * share / sum(SHARES) for share in SHARES)
    left = [plain(text_run(letterhead.superior.upper(), size=12), align="center")] if letterhead.superior else []
    left.append(plain(text_run(letterhead.issuer.upper(), bold=True, size=12), align="center"))
    left.append(rule(narrow * 0.31, narrow * 0.31))
    side = (wide - MOTTO_WIDTH) / 2
    right = [
        plain(text_run(NATION, bold=True, size=12), align="center"),
        plain(text_run(MOTTO, bold=True, size=13), align="center"),
        rule(side, side),
    ]
    number = [plain(text_run(f"Số: {_number(letterhead)}", size=13), align="center", before=4)]
    if not letterhead.kind:
        number.append(plain(text_run(f"V/v {letterhead.subject}", size=12), align="center", before=6))
    place = [
        plain(text_run(f"{letterhead.place}, {_date(letterhead)}", italic=True, size=13), align="center", before=4)
    ]
    return side_by_side([(left, right), (number, place)], SHARES, TEXT_WIDTH)


def _number(letterhead: Letterhead) -> str:
    return f"{letterhead.number or BLANK_NUMBER}/{letterhead.symbol}"


def _date(letterhead: Letterhead) -> str:
    day = letterhead.day
    if day is not None:
        # Days below 10 and the months January and February take a leading zero, no others (Appendix I, part II.4).
        month = f"{day.month:02d}" if day.month < 3 else str(day.month)
        return f"ngày {day.day:02d} tháng {month} năm {day.year}"
    if letterhead.month is not None:
        month_number, year = letterhead.month
        month = f"{month_number:02d}" if month_number < 3 else str(month_number)
        return f"ngày {BLANK_DAY} tháng {month} năm {year}"
    return f"ngày {BLANK_DAY} tháng {BLANK_DAY} năm {BLANK_DAY}"


def _addressees(addressees: tuple[str, ...]) -> list[Element]:
    if not addressees:
        return []
    if len(addressees) == 1:
        return [plain(text_run(f"Kính gửi: {addressees[0]}", size=14), align="center", before=12, after=12)]
    lines = [plain(text_run("Kính gửi:", size=14), align="left", before=12, left=100, keep=True)]
    for index, addressee in enumerate(addressees):
        last = index == len(addressees) - 1
        lines.append(
            plain(
                text_run(f"- {addressee}{'.' if last else ';'}", size=14),
                align="left",
                left=160,
                after=12 if last else 0,
            )
        )
    return lines
