"""Scores the answers on the golden questions: `make eval` prints a table for each set, and the wrong answers.

A set is a file of questions and the reports they are asked of. The project's own sets stand beside this file and ask
the sample reports; where a folder `../shared/eval` with further sets stands beside the project, those are scored too.
Each set gets a fresh store. `--model` words the answers with the chat model of the settings (`make eval-model`) and
says what became of its words; `--sample 60` takes so many questions of each set, spread over languages and kinds,
where a model is slow.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from api.asking import open_assistant
from api.settings import LanguageModelSettings, Settings
from assistant.answer import Assistant
from assistant.finding import Finder
from assistant.model.hearing import Heard
from ingest.report import Report
from tests.golden.marking import Golden, Scores, letters, mark, read_questions
from vectorstore.library import Library

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SAMPLES = (ROOT / "samples/vinh-trach-2024.docx", ROOT / "samples/vinh-trach-2023.docx")
SHARED = ROOT.parent / "shared"
GOALS = {
    "right vi": 0.95,
    "right en": 0.90,
    "refused": 0.95,
    "harmful": 0.03,
    "cited": 0.98,
    "verbatim": 1.0,
    "supported": 1.0,
    "found vi": 0.98,
    "found en": 0.95,
}
_FIRST_HITS = 5


@dataclass(frozen=True, slots=True)
class Set:
    """Questions and the report files they are asked of."""

    name: str
    questions: tuple[Golden, ...]
    files: tuple[Path, ...]


def own_sets() -> list[Set]:
    """The project's own questions, over the sample reports."""
    return [_set(path, SAMPLES) for path in sorted(HERE.glob("questions-*.jsonl"))]


def shared_sets() -> list[Set]:
    """Sets that stand beside the project, if any: `questions-NAME.jsonl` asks the file or folder `reports/NAME…`."""
    sets = []
    for path in sorted((SHARED / "eval").glob("questions-*.jsonl")):
        name = path.stem.removeprefix("questions-")
        found = sorted((SHARED / "reports").glob(f"{name}*"))
        files = [file for each in found for file in (sorted(each.iterdir()) if each.is_dir() else [each])]
        if files:
            sets.append(_set(path, files))
    return sets


def _set(path: Path, files: Sequence[Path]) -> Set:
    return Set(path.stem.removeprefix("questions-"), tuple(read_questions(path)), tuple(files))


def spread(questions: Sequence[Golden], most: int) -> tuple[Golden, ...]:
    """At most so many questions, in turn of each language and kind, in the order of their file."""
    turns: dict[tuple[str, str], int] = {}
    ranked = []
    for place, question in enumerate(questions):
        turn = turns[question.language, question.kind] = turns.get((question.language, question.kind), 0) + 1
        ranked.append((turn, place))
    chosen = sorted(place for _, place in sorted(ranked)[:most])
    return tuple(questions[place] for place in chosen)


@contextmanager
def store_of(files: Sequence[Path]) -> Iterator[Library]:
    """A fresh store with these reports."""
    with tempfile.TemporaryDirectory() as folder, Library.open(folder) as library:
        for file in files:
            library.ingest(file)
        yield library


def score(asked: Set, library: Library, assistant: Assistant) -> Scores:
    """Asks every question of a set and marks the answers. A follow-up has no hits of its own to judge."""
    sources = [_source(file, library.report(file.stem)) for file in asked.files]
    finder = Finder(library)
    assistant.ask(asked.questions[0].text)  # what is loaded at the first question is not its time
    marks = []
    for question in asked.questions:
        reports = [library.resolve(name) for name in question.reports]
        started = time.perf_counter()
        answer = assistant.ask(question.text, reports=reports, history=question.history, id=question.id)
        elapsed = 1000 * (time.perf_counter() - started)
        hits = None
        if not question.unanswerable and not question.history:
            hits = [hit.passage.text for hit in finder.find(question.text, reports, _FIRST_HITS)]
        marks.append(mark(question, answer, sources, hits, elapsed))
    return Scores.of(marks)


def _source(file: Path, report: Report) -> str:
    """The words of a report: a text file's own; of another form, those that its reader took from it."""
    words = file.read_text(encoding="utf-8") if file.suffix == ".txt" else "\n".join(b.text for b in report.blocks)
    return letters(words)


def table(sets: dict[str, Scores]) -> str:
    """The measures of each set beside the goals, one column a set."""
    wide = max(18, *(len(name) + 2 for name in sets))
    lines = [f"{'':12}{'goal':>8}" + "".join(f"{name:>{wide}}" for name in sets)]
    for measure, goal in GOALS.items():
        sign = "<=" if measure == "harmful" else ">="
        cells = []
        for scores in sets.values():
            good, total = scores.measures[measure]
            cells.append(f"{good / total:.3f} {f'({good}/{total})':>10}" if total else "-")
        lines.append(f"{measure:12}{f'{sign} {goal:.2f}':>8}" + "".join(f"{cell:>{wide}}" for cell in cells))
    times = [scores.milliseconds() for scores in sets.values()]
    lines.append(f"{'median ms':12}{'<= 60':>8}" + "".join(f"{median:>{wide}.0f}" for median, _ in times))
    lines.append(f"{'p95 ms':12}{'<= 150':>8}" + "".join(f"{high:>{wide}.0f}" for _, high in times))
    return "\n".join(lines)


def details(name: str, scores: Scores) -> str:
    """The results of a set by kind of question, then what was wrong and what was not found."""
    kinds = ", ".join(f"{kind} {good}/{total}" for kind, (good, total) in scores.by_kind().items())
    lines = [f"\n{name}: {kinds}"]
    for m in scores.marks:
        told = " ".join(m.answer.split())
        if not m.good:
            lines.append(f"  WRONG {m.question.id} ({m.question.kind}) {m.question.text}")
            lines.append(f"        expected: {m.question.expected[:160]}")
            lines.append(f"        answered: {told[:240]}")
        if m.quotes[0] < m.quotes[1] or m.numbers[0] < m.numbers[1]:
            lines.append(f"  UNSUPPORTED {m.question.id} {told[:240]}")
    missed = [m.question.id for m in scores.marks if m.found is False]
    if missed:
        lines.append(f"  evidence not among the first {_FIRST_HITS} hits: {', '.join(missed)}")
    return "\n".join(lines)


def fate(heard: Sequence[Heard]) -> str:
    """What became of a model's words, and for which reasons statements were refused."""
    outcomes = Counter(each.outcome.value for each in heard)
    reasons = Counter(refusal.reason for each in heard for refusal in each.refused)
    reasons += Counter(each.error for each in heard if each.error)
    told = ", ".join(f"{outcome} {n}" for outcome, n in outcomes.most_common())
    why = ", ".join(f"{reason} {n}" for reason, n in reasons.most_common())
    return f"{told}; refused for: {why}" if why else told


def main() -> None:
    """Scores all sets, or those named."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*", help="sets to score; none: all")
    parser.add_argument("--model", action="store_true", help="word the answers with the chat model of the settings")
    parser.add_argument("--sample", type=int, metavar="N", help="so many questions of each set, spread over the kinds")
    chosen = parser.parse_args()
    os.environ.setdefault("LANGSMITH_TRACING", "false")
    settings = Settings() if chosen.model else Settings(llm=LanguageModelSettings())
    if chosen.model and not settings.llm.configured:
        sys.exit("No model is set: give BAOCAO_LLM__BASE_URL and BAOCAO_LLM__MODEL.")
    results = {}
    heard: list[Heard] = []
    for asked in own_sets() + shared_sets():
        if chosen.names and asked.name not in chosen.names:
            continue
        if chosen.sample:
            asked = replace(asked, questions=spread(asked.questions, chosen.sample))
        with store_of(asked.files) as library:
            results[asked.name] = score(asked, library, open_assistant(settings, library, heard.append))
    if not results:
        sys.exit(f"No set of that name: {', '.join(chosen.names)}.")
    print(table(results))
    if heard:
        print(f"\nthe model's words: {fate(heard)}")
    for name, scores in results.items():
        print(details(name, scores))


if __name__ == "__main__":
    main()
