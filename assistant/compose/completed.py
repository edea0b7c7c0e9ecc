"""An answer to one of two things asked, completed by the sentence that says the other ("trước ngày nào, mấy bộ?")."""

from __future__ import annotations

from assistant.asked.kinds import Kind
from assistant.compose.citing import Draft
from assistant.compose.material import Material
from assistant.compose.owed import owes, stands
from assistant.compose.parts import parts_of
from assistant.compose.sentences.windows import telling, time_asked
from assistant.compose.wording import quoted

WORDS = 22  # of the sentence that is added


def with_owed(t: Material, draft: Draft) -> Draft | None:
    """A draft that leaves out one of several things asked, with the first sentence that may be shown and says it; None
    where the question asks one thing, or no such sentence makes it whole."""
    if len(parts_of(t.question.clear)) < 2:
        return None
    for text in t.texts:
        if not stands(t.question, text.statement.quote):
            continue
        whole = Draft()
        whole.join(draft)
        whole.calculation = draft.calculation
        at = time_asked(t.question, text.statement) if t.question.is_(Kind.WHEN) else None
        said = quoted(telling(t.question, text.statement, WORDS, at), t.question.language)
        whole.say(said, whole.cite_statement(text.index, text.statement))
        return None if owes(t.question, whole) else whole
    return None
