"""How long an answer takes without a language model, with one report and with a thousand: `python -m bench.answers`.

`python -m bench.answers one` or `many [REPORTS]` measures one of them; `BENCH_DATA` names a folder where the large
store is kept for the next time (making it takes some minutes). Every question is asked once, in a program that has just
been started and has answered one question: what it keeps in memory helps as far as it would on a working day.
"""

from __future__ import annotations

import os
import random
import re
import sys
import tempfile
import time
from calendar import month_name
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from api.memory import settle
from assistant.answer import Assistant
from bench.crowd import SAMPLE, at, questions
from bench.many import filled
from samples.content import P
from samples.series import reports
from vectorstore.fingerprint import reader_fingerprint
from vectorstore.library import Library

REPORTS = 1_000
# What is asked of the series, and the mark under which the generator keeps the right figure.
ASKED = (
    ("{place} tiếp nhận bao nhiêu hồ sơ trong {month}?", "hồ sơ TTHC tiếp nhận"),
    ("{month} {place} số hóa bao nhiêu hồ sơ?", "hồ sơ được số hóa"),
    ("Trong {month}, {place} còn bao nhiêu hồ sơ giải quyết quá hạn?", "hồ sơ giải quyết quá hạn"),
    ("{place} có bao nhiêu lượt người dự tuyên truyền {month}?", "lượt người dự tuyên truyền"),
    (
        "Luy ke den {month} {place} kich hoat bao nhieu tai khoan dinh danh dien tu?",
        "tài khoản định danh điện tử đã kích hoạt",
    ),
    ("How many dossiers did {place} receive in {month}?", "hồ sơ TTHC tiếp nhận"),
)
OPEN = (
    "Tỷ lệ số hóa hồ sơ của {place} năm 2025 cao nhất vào tháng nào?",
    "{place} có khó khăn gì khi thực hiện Đề án 06?",
    "Các xã tiếp nhận bao nhiêu hồ sơ trong {month}?",
    "Có bao nhiêu hồ sơ trực tuyến được nộp?",
    "Quyết định số 06/QĐ-TTg ban hành ngày nào?",
    "Which month had the most overdue dossiers in {place}?",
)


def series(count: int, asked: int, seed: int = 1) -> list[tuple[str, str]]:
    """Questions about reports of the store, with the figure that is right, "" where there is no single one."""
    chance = random.Random(seed)
    every = list(reports(count))
    out = []
    for n in range(asked):
        content = chance.choice(every)
        form, mark = (*ASKED, *((form, "") for form in OPEN))[n % (len(ASKED) + len(OPEN))]
        english = form.startswith(("How", "Which"))
        month = (
            f"{month_name[content.month or 1]} {content.year}" if english else f"tháng {content.month}/{content.year}"
        )
        right = ""
        if mark:
            body = "\n".join(part.text for part in content.body if isinstance(part, P))
            found = re.search(rf"\[([\d.,]+)\|[^|\]]*\|{re.escape(mark)}\]", body)
            assert found, mark
            right = found[1]
        out.append((form.format(place=content.place, month=month), right))
    return out


@dataclass(frozen=True)
class Timed:
    """What answering took, in ms: by the clock, and of the processor, where other work of the machine is not in."""

    wall: list[float]
    processor: list[float]
    answers: list[str]


def timed(assistant: Assistant, asked: Sequence[str]) -> Timed:
    """Asks each once."""
    done = Timed([], [], [])
    for question in asked:
        wall, processor = time.perf_counter(), time.process_time()
        done.answers.append(assistant.ask(question).answer)
        done.processor.append((time.process_time() - processor) * 1000)
        done.wall.append((time.perf_counter() - wall) * 1000)
    return done


def row(name: str, done: Timed, median: int, p95: int) -> None:
    """A line of the table: by the clock and of the processor, each beside the goal."""
    cells = f"{name:38}{len(done.answers):>6}"
    for times in (done.wall, done.processor):
        middle, most = at(0.5, times), at(0.95, times)
        cells += f"{middle:>8.0f} /{most:>5.0f} ms{f'x{middle / median:.2f}':>7} /{f'x{most / p95:.2f}':>6}"
    print(f"{cells}{median:>6} / {p95} ms")


def heading() -> None:
    """The head of the table."""
    print(
        f"{'answers, no language model':38}{'asked':>6}{'median / p95 by the clock, of goal':>32}"
        f"{'of the processor, of goal':>32}{'goal':>14}"
    )


def one() -> None:
    """The sample report alone in the store, asked the golden questions."""
    with tempfile.TemporaryDirectory() as folder, Library.open(folder) as library:
        library.ingest(SAMPLE)
        library.warm()
        assistant = Assistant(library)
        assistant.ask("Báo cáo nói gì về công tác tiếp công dân?")
        settle()
        row("1 report, golden questions", timed(assistant, questions(200)), 60, 150)


def many(count: int = REPORTS) -> None:
    """A large store of near-identical reports."""
    kept = os.environ.get("BENCH_DATA")
    with (
        tempfile.TemporaryDirectory() as temporary,
        filled(Path(kept or temporary) / f"{count}-{reader_fingerprint()[:8]}", count) as library,
    ):
        library.warm()
        assistant = Assistant(library)
        assistant.ask("Báo cáo nói gì về Đề án 06?")
        settle()
        asked = series(count, 120)
        first = timed(assistant, [question for question, _ in asked])
        name = f"{len(library.reports()):,} reports, {sum(s.passages for s in library.reports()):,} passages"
        row(name, first, 150, 400)
        row("  the same questions once more", timed(assistant, [question for question, _ in asked]), 150, 400)
        single = [(a, right) for a, (_, right) in zip(first.answers, asked, strict=True) if right]
        held = sum(bool(re.search(rf"(?<![\d.,]){re.escape(right)}(?![\d]|[.,]\d)", a)) for a, right in single)
        print(
            f"  of the {len(single)} that name place and month, {held} got the right figure;"
            " the passages' vectors stand in for the model's, see bench.many"
        )


def main(arguments: Sequence[str]) -> None:
    heading()
    if arguments[:1] != ["many"]:
        one()
    if arguments[:1] != ["one"]:
        many(*map(int, arguments[1:2]))


if __name__ == "__main__":
    main(sys.argv[1:])
