"""What is asked of the member that leads: "Đơn vị có điểm số hóa thấp nhất được giao việc gì?", "Which department came
last for payments, and what was its satisfaction rate?".

A table tells which member that is. The rest is then asked of it by its name, and told only where what is cited names
it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from assistant.asked.doubting import audits
from assistant.asked.kinds import Kind
from assistant.compose.citing import Draft
from assistant.compose.parts import asked_parts, in_own_words
from assistant.compose.several import speaks_of
from assistant.compose.tables.extremes import OF_IT, answer_extreme, asks_extreme, leading_part
from assistant.compose.tables.members import asks_of_its_own, member_asked_of
from assistant.evidence.ranking import by_words
from assistant.evidence.shelf import Found
from assistant.evidence.statements import plain
from assistant.question import Question
from assistant.words.terms import Lexicon
from ingest.language.fold import fold

Compose = Callable[[Found], tuple[Draft, bool]]


def answer_of_leader(found: Found, lexicon: Lexicon, compose: Compose) -> Draft | None:
    """The member that leads, and what `compose` tells of it by its name; None where the question asks nothing of one,
    where no table tells a single one, or nothing that names it is told."""
    question = found.question
    if not asks_extreme(question) or audits(question):
        return None
    member = member_asked_of(question)
    if member is not None:
        lead, rest = member.which, [(member.before, member.after)]
    else:
        leading = leading_part(question, lexicon)
        lead = leading.clear if leading is not question else ""
        of_it = [(p.clear, m) for p in asked_parts(question, lexicon) if (m := OF_IT.search(fold(p.clear))) is not None]
        rest = [(text[: m.start()], text[m.end() :]) for text, m in of_it if text != lead]
    if not lead or not rest:
        return None
    first = answer_extreme(in_own_words(question, lead, lexicon), list(found.indexes), lexicon)
    name = _single(first)
    if first is None or not name:
        return None
    home = replace(found, indexes=tuple(i for i in found.indexes if i.report.id == first.citations[0].locator.report))
    for before, after in rest:
        asked = in_own_words(question, f"{before}{name}{after}", lexicon)
        told = _told_of(name, home, asked, compose) or _told_of(name, found, asked, compose)
        if told is None:
            return None
        first.join(told)
    return first


def _single(first: Draft | None) -> str:
    """The name of the one member that an answer says leads, "" where there are several or it is no row."""
    if first is None or len(first.citations) != 1 or first.citations[0].locator.table is None:
        return ""
    name = first.claims[0].text.partition(":")[0]
    return name if plain(name).strip() in plain(first.citations[0].quote) else ""


def _told_of(name: str, found: Found, asked: Question, compose: Compose) -> Draft | None:
    """What is told of a member, less the claims that rest on words which do not name it; None where nothing is asked or
    told of it."""
    label = plain(name).strip()
    own = [w for w in asked.wanted if not set(w.words.split()) <= set(label.split())]
    if not asks_of_its_own(asked, own):
        return None
    draft, silent = compose(replace(found, question=asked, ranking=by_words(asked, found.indexes)))
    if silent:
        return None
    draft.citations = [c for c in draft.citations if f" {label} " in plain(c.quote)]
    named = {c.key for c in draft.citations}
    draft.claims = [claim for claim in draft.claims if named.issuperset(claim.keys)]
    ahead = asked.is_(Kind.DIRECTION)  # told from the part of the report that sets tasks, which need not say so
    speaks = ahead or speaks_of(draft, replace(asked, wanted=tuple(own)), found.indexes)
    return draft if draft.claims and speaks else None
