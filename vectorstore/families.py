"""What the reports of a store say of each other: which files are one report, what a year kept of the last."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from ingest.ledgers import Finding
from ingest.report import Report
from ingest.versions import compare
from vectorstore.catalog import Catalog
from vectorstore.neighbours import Audits, Material, audited, with_next, year_apart
from vectorstore.siblings import Sibling, Siblings, candidates, placed, relation_of, warnings_of
from vectorstore.summary import ReportSummary

_UNSETTLED = "unsettled"
Summaries = Mapping[str, ReportSummary]


class Families:
    """Keeps siblings and neighbours' audits true to a catalogue that grows and shrinks. One writer at a time."""

    def __init__(
        self, catalog: Catalog, material_of: Callable[[str], Material], corrected: Callable[[str], bool]
    ) -> None:
        """`material_of` gives a report with its corrected ledgers, `corrected` whether a person corrected any of it."""
        self._catalog = catalog
        self._material_of = material_of
        self._corrected = corrected
        self._siblings = Siblings(catalog)
        self._audits = Audits(catalog)

    # Asking

    def leads(self, report: str) -> bool:
        """Whether that file is searched: it stands behind no other."""
        return self._siblings.behind(report) is None

    @property
    def alone(self) -> bool:
        """Whether every file leads."""
        return not self._siblings

    def siblings(self, report: str) -> list[Sibling]:
        """The files of the same report: the one it stands behind, or those that stand behind it."""
        own = self._siblings.behind(report)
        return [own] if own else self._siblings.led_by(report)

    def findings(self, report: str) -> tuple[Finding, ...] | None:
        """What an audit beyond the reading found, or None where reading said all."""
        return self._audits.of(report)

    def dressed(self, summaries: Summaries) -> dict[str, ReportSummary]:
        """The summaries with what the families add to them: who leads, warnings, the findings there are now."""
        out = {}
        for id, summary in summaries.items():
            own = self._siblings.behind(id)
            others = [(s, s.leader if s is own else s.report) for s in self.siblings(id)]
            told = [warnings_of(s, summaries[o].file, leads=s is not own) for s, o in others if o in summaries]
            found = self._audits.of(id)
            out[id] = replace(
                summary,
                leader=own.leader if own else "",
                findings=summary.findings if found is None else len(found),
                warnings=(*summary.warnings, *told),
            )
        return out

    # Following

    def announce(self, report: str) -> None:
        """Notes that a report is about to come, so that a program cut short finds its place when it starts again."""
        self._catalog.set_facts(**{_UNSETTLED: report})

    def catch_up(self, summaries: Summaries) -> None:
        """Settles what a program cut short left unsettled."""
        left = self._catalog.fact(_UNSETTLED)
        if left and left in summaries:
            self.settle(left, summaries)

    def settle(self, report: str, summaries: Summaries) -> None:
        """Finds a report's place, new or read anew: among the files of one report, and beside last year's."""
        alone = self._siblings.drop(report)
        affected = {report, *alone}
        for id in [report, *alone]:
            if self.leads(id):  # placing the first may have put this one behind it
                affected |= self._place(id, summaries)
        self.audit(affected, summaries)
        self._catalog.set_facts(**{_UNSETTLED: ""})

    def leave(self, report: str, summaries: Summaries) -> None:
        """Takes a report out that is no longer there; `summaries` still tell of it."""
        after = {s.id for s in with_next(self._leading(summaries), [report])}
        alone = self._siblings.drop(report)
        self._siblings.forget(report)
        self._audits.put(report, None)
        left = {id: s for id, s in summaries.items() if id != report}
        affected = (after | set(alone)) - {report}
        for id in alone:
            if self.leads(id):
                affected |= self._place(id, left)
        self.audit(affected, left)

    def part(self, report: str, summaries: Summaries) -> None:
        """A person's word: this file is a report of its own, not the one it was put with."""
        for sibling in self.siblings(report):
            self._siblings.part(sibling.report, sibling.leader)
        alone = self._siblings.drop(report)
        self.audit({report, *alone}, summaries)

    def replace(self, old: str, new: str, summaries: Summaries) -> None:
        """A person's word: `new` is the newer version of `old`, whatever they share."""
        followers = [s.report for s in self._siblings.led_by(old) if s.report != new]
        alone = self._siblings.drop(new)
        self._siblings.put(self._behind(id, new) for id in [old, *followers])
        self.audit({old, new, *alone}, summaries)

    def audit(self, reports: Iterable[str], summaries: Summaries) -> None:
        """Audits those reports, and those of the year after, beside the year before."""
        leading = self._leading(summaries)
        for id in reports:
            if not self.leads(id):
                self._audits.put(id, None)
        for summary in with_next(leading, reports):
            before = year_apart(summary, leading, -1)
            if before is None and not self._corrected(summary.id):
                self._audits.put(summary.id, None)
                continue
            previous = None if before is None else self._material_of(before.id)
            self._audits.put(summary.id, audited(self._material_of(summary.id), previous))

    def _leading(self, summaries: Summaries) -> list[ReportSummary]:
        return [s for s in summaries.values() if self.leads(s.id)]

    def _place(self, report: str, summaries: Summaries) -> set[str]:
        """Puts a report behind another of the same, or the other behind it; returns whom that touches."""
        others: Sequence[ReportSummary] = candidates(summaries[report], self._leading(summaries))
        sibling = placed(summaries[report], others, self._report_of, self._siblings.parted(report))
        if sibling is None:
            return set()
        moved = [sibling]
        if sibling.leader == report:
            for other in self._siblings.led_by(sibling.report):
                moved.append(self._behind(other.report, report))
        self._siblings.put(moved)
        return {sibling.report, sibling.leader}

    def _behind(self, report: str, leader: str) -> Sibling:
        back, front = self._report_of(report), self._report_of(leader)
        versions = compare(back, front)
        return Sibling(report, leader, relation_of(back, front, versions) or "older", versions.differences)

    def _report_of(self, report: str) -> Report:
        return self._material_of(report).report
