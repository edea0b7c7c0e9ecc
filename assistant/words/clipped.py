"""Words clipped to their first letters before a whole syllable, as offices and chat write them: "đ.kỳ", "tcộng".

Which word is meant is told by the texts of the store: "tổng cộng" stands there, and hardly another t… before "cộng".
Where two words fit about as well, what was typed is left as it is.
"""

from __future__ import annotations

import re
from collections import Counter

from assistant.words.restore import Vocabulary
from ingest.language.fold import fold
from ingest.language.guarded import guarded

LEAST = 2  # times that a reading must stand in the store
AHEAD = 3  # times as often as any other
_ONSETS = frozenset("b c ch d đ g gh gi h k kh l m n ng ngh nh p ph q qu r s t th tr v x".split()) | {""}  # noqa: SIM905
_VOWELS = "aeiouyăâêôơưáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ"
_CONSONANTS = "bcdđghklmnpqrstvx"
_STOPPED = re.compile(
    rf"(?<![\w.])(?P<first>[{_CONSONANTS}]{{1,3}})\.(?P<rest>[{_CONSONANTS}{_VOWELS}]{{2,7}})\b(?![.\w])"
)
_RUN_ON = re.compile(
    rf"(?<![\w./@-])(?P<onset>[{_CONSONANTS}]{{2,5}})(?P<tail>[{_VOWELS}][{_CONSONANTS}{_VOWELS}]*)\b(?![.@]\w)"
)
_LEVEL = re.compile(r"\b[Cc]\. ?(xã|huyện|tỉnh)\b")  # more often "các xã" stands in a store
_FIXED = {"v.v": "v.v"}
# "tr.hạn" is early or late: of what is timed only the two that have no like.
_TIMED = {"hạn", "hẹn", "han", "hen"}
_OF_TIMED = {"q": "quá", "đ": "đúng"}
_UNIT_ABOVE = guarded(r"\b(UBND|HĐND|MTTQ|cấp|toàn|cả) (h|x|t)\.(?=[\s,;?!)]|$)")
_UNIT_NAMED = re.compile(r"(?<![\w.])(h|x|t|p|tx|tt|tp)\. ?(?=[A-ZĐÂĂÊÔƠƯ]\w)")
_UNITS = {
    "h": "huyện", "x": "xã", "t": "tỉnh", "p": "phường", "tx": "thị xã", "tt": "thị trấn", "tp": "thành phố",
}  # fmt: skip


def unclip(text: str, held: Vocabulary) -> str:
    """A text with such words in full where the store tells which they are."""
    text = _LEVEL.sub(lambda m: f"cấp {m[1]}", text)
    text = _UNIT_NAMED.sub(lambda m: f"{_UNITS[m[1]]} ", _UNIT_ABOVE.sub(lambda m: f"{m[1]} {_UNITS[m[2]]}", text))

    def stopped(m: re.Match[str]) -> str:
        return _FIXED.get(m[0]) or _full([(m["first"], m["rest"])], held) or m[0]

    def run_on(m: re.Match[str]) -> str:
        onset = m["onset"]
        if onset in _ONSETS or held.knows(m[0]):
            return m[0]
        cuts = [i for i in range(1, len(onset)) if onset[:i] in _ONSETS and onset[i:] in _ONSETS]
        return _full([(onset[:i], onset[i:] + m["tail"]) for i in cuts], held) or m[0]

    return _RUN_ON.sub(run_on, _STOPPED.sub(stopped, text))


def _full(cuts: list[tuple[str, str]], held: Vocabulary) -> str:
    found: Counter[str] = Counter()
    for first, rest in cuts:
        if rest in _TIMED:
            return f"{_OF_TIMED[first]} hạn" if first in _OF_TIMED else ""
        bare = rest.isascii()
        syllables = set(held.forms.get(fold(rest), ())) if bare else {rest}
        opens = first if "đ" in first else fold(first)
        for (one, other), count in held.pairs.items():
            if other in syllables and (one if "đ" in first else fold(one)).startswith(opens) and one != first:
                found[f"{one} {other}"] += count
    ranked = found.most_common(2)
    if not ranked or ranked[0][1] < LEAST or (len(ranked) > 1 and ranked[0][1] < AHEAD * ranked[1][1]):
        return ""
    return ranked[0][0]
