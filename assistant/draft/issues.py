"""What a problem of the figures asks for, with its numbers as the report prints them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from assistant.draft.nounphrases import lower_first
from assistant.draft.types import Source
from ingest.language.fold import fold
from ingest.ledgers import Figure, Role

AT_MOST = 6  # numbers in one phrase


def issue_phrase(phrases: Mapping[str, str], issue: str, sources: Sequence[Source], figures: dict[str, Figure]) -> str:
    """A family's phrase for an issue, its slots filled from the figures of the sources."""
    pattern = phrases.get(issue) or "khắc phục những nội dung còn tồn tại ({figures})"
    numbers = [figures[i] for s in sources for i in s.figures if i in figures]
    text = pattern.replace("{indicator}", _indicator(numbers[0]) if numbers else "các chỉ số giảm")
    shown = (
        _by_indicator(sources, figures) if issue == "below target" else _numbers(numbers, by_state=issue == "overdue")
    )
    if "{figures}" not in text:
        return text
    if not shown:
        return re.sub(r"\s*\([^()]*\{figures\}[^()]*\)", "", text)
    return re.sub(r"\) \((kỳ này [^()]*)\)", r"), \1", text.replace("{figures}", shown))


def _numbers(figures: Sequence[Figure], *, by_state: bool) -> str:
    """ "cấp xã: 51 hồ sơ đã giải quyết, 03 hồ sơ đang giải quyết; cấp huyện: …": each number with its unit, under its
    level where it has one; `by_state` says of files whether they are settled."""
    scopes: dict[str, list[str]] = {}
    for figure in figures[:AT_MOST]:
        told = f"{_told(figure)}{_state(figure) if by_state and len(figures) > 1 else ''}"
        members = scopes.setdefault(figure.scope, [])
        if told not in members:
            members.append(told)
    parts = [f"{scope}: {', '.join(members)}" if scope else ", ".join(members) for scope, members in scopes.items()]
    return "; ".join(parts)


def _by_indicator(sources: Sequence[Source], figures: dict[str, Figure]) -> str:
    """ "giá trị sản xuất: 412/850 tỷ đồng, 48,47%; thu ngân sách: 37,65%": each source under its name."""
    parts = []
    for source in sources[:AT_MOST]:
        own = [figures[i] for i in source.figures if i in figures]
        if own:
            name = re.sub(
                r"^tỷ lệ (?=\S+ \S+ \S)|\s+(?:ước|kế hoạch|dự toán|chỉ tiêu)$",
                "",
                own[0].indicator.split(":")[-1].strip(),
            )
            name = re.sub(r"\s+(?:ước|kế hoạch|dự toán|chỉ tiêu)$", "", name)
            short = 1 < len(name.split()) <= 9 and not any(c.isdigit() for c in name)
            told = ", ".join(dict.fromkeys(_told(f) for f in own))
            parts.append(f"{lower_first(name)}: {told}" if short else told)
    return "; ".join(dict.fromkeys(parts))


def _told(figure: Figure) -> str:
    unit = "" if figure.text.rstrip().endswith("%") or figure.unit == "%" else f" {figure.unit}"
    told = f"{figure.text.strip()}{'%' if figure.unit == '%' and '%' not in figure.text else ''}{unit}".strip()
    if figure.role is not Role.CHANGE:
        return told
    fell = figure.comparison and figure.comparison.change and figure.comparison.change < 0
    return f"{'giảm' if fell else 'tăng'} {told}"


def _state(figure: Figure) -> str:
    before = fold(figure.quote[: max(0, figure.quote.find(figure.text))])
    done, doing = before.rfind("da giai quyet"), before.rfind("dang giai quyet")
    return "" if done == doing else " đã giải quyết" if done > doing else " đang giải quyết"


def _indicator(figure: Figure) -> str:
    """What a figure counts, without what leads up to it or hangs on it."""
    name = re.sub(r"^(?:tỷ lệ tỷ lệ)", "tỷ lệ", figure.indicator.split(":")[0].strip())
    name = re.sub(r"\s+của (?:huyện|xã|tỉnh|phường|thị xã|thành phố)$", "", name)
    words = name.split()
    return " ".join(words[-14:]) if words else "các chỉ số giảm"
