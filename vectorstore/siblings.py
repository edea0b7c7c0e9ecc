"""One report, several files: which stored files are copies or older versions of one report, and where they differ.

Of each such family one file leads: it is searched and counted. The others stand behind it, kept as originals.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import or_, select

from ingest.language.fold import fold
from ingest.report import Report
from ingest.versions import Difference, Versions, compare
from vectorstore import tables as t
from vectorstore.catalog import Catalog
from vectorstore.codec import from_json, to_json
from vectorstore.summary import ReportSummary

Relation = Literal["copy", "older"]
_CLEANEST = ("docx", "odt", "doc", "rtf", "html", "text", "pdf")
_SURE = 0.75
"""Likelihood from which another wording of a report is taken for its other version rather than for another report."""
_SCANNED = 0.85
"""Share of equal sentences from which a scan is taken for a copy: what letters were misread is not another wording."""
_MOST = 12
"""Stored reports that a new one is compared with: those of its body, kind and period."""


@dataclass(frozen=True, slots=True)
class Sibling:
    """A file that stands behind another of the same report.

    `differences` go from the file behind to the one that leads. A "copy" says the same; an "older" one was replaced.
    """

    report: str
    leader: str
    relation: Relation
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class _Differences:
    differences: tuple[Difference, ...]


class Siblings:
    """The files that stand behind others, by their report's id, and the pairs that people have told apart."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._behind: dict[str, Sibling] = {}
        self._load()

    def _load(self) -> None:
        c = t.versions.c
        with self._catalog.read() as connection:
            rows = connection.execute(select(c.report, c.leader, c.relation, c.payload)).all()
        self._behind = {r[0]: Sibling(r[0], r[1], r[2], from_json(_Differences, r[3]).differences) for r in rows}

    def behind(self, report: str) -> Sibling | None:
        """How that file stands behind another one, or None where it leads."""
        return self._behind.get(report)

    def led_by(self, report: str) -> list[Sibling]:
        """The files that stand behind that one."""
        return [s for s in self._behind.values() if s.leader == report]

    def __bool__(self) -> bool:
        return bool(self._behind)

    def put(self, siblings: Iterable[Sibling]) -> None:
        """Sets how files stand behind others."""
        with self._catalog.write() as connection:
            for s in siblings:
                connection.execute(t.versions.delete().where(t.versions.c.report == s.report))
                connection.execute(
                    t.versions.insert().values(
                        report=s.report,
                        leader=s.leader,
                        relation=s.relation,
                        payload=to_json(_Differences(s.differences)),
                    )
                )
        self._load()

    def drop(self, report: str) -> list[str]:
        """Forgets a file's place in its family; returns the files that stood behind it, which now stand alone."""
        left = [s.report for s in self.led_by(report)]
        with self._catalog.write() as connection:
            connection.execute(
                t.versions.delete().where(or_(t.versions.c.report == report, t.versions.c.leader == report))
            )
        self._load()
        return left

    def part(self, report: str, other: str) -> None:
        """Keeps a person's word that two files are not one report."""
        pair = sorted((report, other))
        with self._catalog.write() as connection:
            connection.execute(t.parted.delete().where((t.parted.c.report == pair[0]) & (t.parted.c.other == pair[1])))
            connection.execute(t.parted.insert().values(report=pair[0], other=pair[1]))

    def parted(self, report: str) -> set[str]:
        """The files that people have told apart from that one."""
        c = t.parted.c
        with self._catalog.read() as connection:
            rows = connection.execute(select(c.report, c.other).where(or_(c.report == report, c.other == report))).all()
        return {other if own == report else own for own, other in rows}

    def forget(self, report: str) -> None:
        """Forgets what people said of a file that is deleted."""
        with self._catalog.write() as connection:
            connection.execute(t.parted.delete().where(or_(t.parted.c.report == report, t.parted.c.other == report)))


def candidates(new: ReportSummary, leaders: Sequence[ReportSummary]) -> list[ReportSummary]:
    """The leading reports that may be the same as a new one: of one body, kind and period, the likeliest first."""

    def fits(a: str, b: str) -> bool:
        return not a or not b or fold(a) == fold(b)

    # Years are told apart by their periods; where a file lost its own, its words decide.
    found = [
        r
        for r in leaders
        if r.id != new.id and fits(r.place, new.place) and fits(r.issuer, new.issuer)
        and fits(r.kind, new.kind) and fits(r.period, new.period) and (r.place or r.issuer or r.title)
    ]  # fmt: skip
    found.sort(key=lambda r: (r.period != new.period, fold(r.title) != fold(new.title), abs(r.passages - new.passages)))
    return found[:_MOST]


def placed(
    new: ReportSummary, others: Sequence[ReportSummary], report_of: Callable[[str], Report], parted: set[str]
) -> Sibling | None:
    """How a new report stands to the likeliest of the others, if it is the same report: one of the two goes behind."""
    likeliest = 0.0
    found: tuple[Report, Relation, Versions] | None = None
    report = report_of(new.id)
    for other in others:
        if other.id in parted:
            continue
        against = report_of(other.id)
        versions = compare(against, report)
        relation = relation_of(against, report, versions)
        if relation is not None and versions.likelihood > likeliest:
            likeliest, found = versions.likelihood, (against, relation, versions)
    if found is None:
        return None
    against, relation, versions = found
    if _leads(against, report, relation, versions):
        return Sibling(against.id, report.id, relation, versions.differences)
    return Sibling(report.id, against.id, relation, compare(report, against).differences)


def relation_of(a: Report, b: Report, versions: Versions) -> Relation | None:
    """What two reports are to each other; None where they are different ones."""
    scanned = _scanned(a) or _scanned(b)
    if versions.relation == "copy" or (scanned and versions.relation == "version" and versions.shared >= _SCANNED):
        return "copy"
    return "older" if versions.relation == "version" and versions.likelihood >= _SURE else None


def _leads(old: Report, new: Report, relation: Relation, versions: Versions) -> bool:
    """Whether the new file is to lead: the newer wording, or of two copies the cleaner one."""
    if relation == "older":
        return versions.newer != "a"
    clean_old, clean_new = _dirt(old), _dirt(new)
    return clean_new < clean_old if clean_new != clean_old else versions.newer == "b"


def _dirt(report: Report) -> tuple[int, bool, int]:
    """What stands against a copy: pages lost, letters that were recognised, a format that tells less of itself."""
    known = report.format in _CLEANEST
    return (
        len(report.pages_failed), _scanned(report), _CLEANEST.index(report.format) if known else len(_CLEANEST)
    )  # fmt: skip


def _scanned(report: Report) -> bool:
    return any(b.confidence is not None for b in report.blocks)


def warnings_of(sibling: Sibling, name: str, *, leads: bool) -> str:
    """What a list of reports says of a family to one of its files; `name` is the other's."""
    count = len(sibling.differences)
    told = f"{count} chỗ khác nhau" if count else "không chỗ nào khác nhau"
    if sibling.relation == "copy":
        if leads:
            return f"Cùng một báo cáo với tệp {name}, được giữ làm bản gốc: {told}."
        return f"Bản sao của {name}: {told}; câu trả lời lấy từ tệp kia, tệp này giữ làm bản gốc."
    if leads:
        return f"Thay cho bản cũ {name}: {told}."
    return f"Đã có bản mới hơn là {name}: {told}; câu trả lời lấy từ bản mới."
