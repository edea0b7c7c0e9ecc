"""What is asked: the language, the kind of answer wanted, and the terms, period, place and scope it must be about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.asked.counted_nouns import LEADS_ON, counted_as, head_of, may_be_counted, noun_end
from assistant.asked.denials import turned
from assistant.asked.head import head_asked
from assistant.asked.kinds import Kind, kinds_of, only_asking
from assistant.asked.levels import BOTH_LEVELS, LEVEL_PAIR, SCOPE, SCOPE_NAMES, names_unit
from assistant.asked.places import known_places, named_places, spell_out
from assistant.asked.timespans import of_reports, spans_of
from assistant.asked.wanted import Wanted as Wanted
from assistant.asked.wanted import in_time, join_apart, measured_as, put_aside, put_within
from assistant.claims import Language
from assistant.measured.measures import counted_alike, measured
from assistant.measured.running import RUNNING, asks_running, kind_asked, leaves_out_running
from assistant.words.everyday import STOP, expand, frames, generic, is_little, plainly
from assistant.words.plain_english import in_plain_words
from assistant.words.terms import Lexicon, Term, normal, tokens
from assistant.words.tongue import detect_language, has_marks
from ingest.language.fold import fold
from ingest.language.guarded import guarded
from ingest.language.periods import DAY, contains

NUMBER_WEIGHT = 0.35  # a number said in the question helps to find the place, it is not what is asked
Spans = list[tuple[int, int]]  # of a text, as offsets
MAX_QUESTION = 4000  # characters: beyond this nobody asks, somebody pastes


@dataclass(frozen=True, slots=True)
class Question:
    """A question, understood. `text` is as asked; `clear` is the same in full words and, where they were lost, with
    marks.

    `units` are concept keys of what is counted ("bao nhiêu ĐƠN"), `also_units` of what is asked besides; `periods`
    ISO-like, `report_periods` those said of the report ("báo cáo năm 2024"); `places` folded names of units asked about
    ("xa tan loc"); `scope` the one level asked for ("cap xa"), `levels` all that are named; `documents` numbers named;
    `denied` are those of the terms wanted that it denies ("không nộp trực tuyến");
    `before` the questions as asked that a follow-up goes on from, `spoken` the periods they were of, `told` the id of
    the figure they told; `head` the concept whose share, number or score is asked for; `running` the kind of figure.
    """

    text: str
    clear: str
    language: Language
    kinds: tuple[Kind, ...]
    wanted: tuple[Wanted, ...]
    units: tuple[str, ...] = ()
    also_units: tuple[tuple[str, ...], ...] = ()
    percent: bool = False
    periods: tuple[str, ...] = ()
    report_periods: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    scope: str = ""
    levels: tuple[str, ...] = ()
    denied: tuple[Wanted, ...] = ()
    documents: tuple[str, ...] = ()
    quoted: tuple[str, ...] = ()
    footnote: int | None = None
    section: str = ""
    appendix: bool = False
    previous: bool = False
    followup: bool = False
    before: tuple[str, ...] = ()
    spoken: tuple[str, ...] = ()
    told: str = ""
    head: str = ""
    running: str = ""

    def is_(self, *kinds: Kind) -> bool:
        """Whether the question is of one of these kinds."""
        return any(map(self.kinds.__contains__, kinds))


OF_SET = 0.1  # of a word that only counts what is named beside it
UNKNOWN = 0.75  # of a Vietnamese syllable that is part of a longer unknown name or compound
COMMON_ENGLISH = 0.1  # of an English word that the glossary knows in other company
_ASKING_PHRASES = re.compile(
    r"\b(?:co )?bat buoc(?: phai)?\b|\bbao (?:lau|gio)\b|"
    r"\b(?:khi|luc|hom|ngay|thang|nam|o dau|the|nhu the|ra) (?:nao|sao)\b|"
    r"\b(?:tai|vi|lam) sao\b|\b(?:co )?(?:phai|dung|duoc) (?:khong|chua)\b|\bhay (?:khong|chua)\b|"
    r"\bcho (?:biet|hoi|toi)\b|"
    r"\bde (?:dua vao|viet|soan|chuan bi|trinh bay|bo sung vao|ghi vao|lam(?! (?:phong trao|duong|cau|nha|gi\b)))"
    r"\b[^?.;,]*(?=\W*$)|"  # what it is asked for
    r"\btrong noi bo (?=(?:cac |mot |tung |moi )?(?:co quan|don vi|can bo|cong chuc|vien chuc|nganh|to chuc)\b)|"
    r"\b(?:duoc |bi )?(?:giai thich|ly giai)(?= (?:\w+ ){0,2}(?:boi|do|vi|tai|bang|the nao|ra sao)\b)|"
    r"\b(?:bat nguon|khoi nguon)(?= tu\b)|\bboi le\b|\bxin hoi\b|\bmot (?:lan|cach)\b|"
    r"^\W*lieu(?: rang| co phai)?\b|"
    r"\bden dau\b|\bgom (?:nhung )?(?:gi|ai)\b"
)
_PART_OF_TIME = re.compile(r"\b(?:dau|giua|cuoi|het) (?=(?:thang|quy|nam) \d)")  # of the time that is named behind it
MONEY_SCALES = frozenset({"ty", "trieu"})  # in which nobody counts but money, where nothing else is named
_NO_UNIT = frozenset({"so với", "tăng", "giảm", "hơn", "chiếc", "cái"})  # these name nothing: "có mấy chiếc"
_PLACES = re.compile(r"(?:noi|cho|dia diem|don vi)(?=\W*$|[,;?]| (?:trong|hoi|o|vao|va|nam|thang|quy|roi|ca)\b)")
_WORK = re.compile(r"(?:dau )?viec\b(?! lam\b)")
_DATE = re.compile(r"\d{1,2}[/.-]\d")
_EXCLUDED = re.compile(
    r"\((?:not|excluding|except|rather than|apart from)\b[^)]*\)|"
    r",? (?:rather than|as opposed to|excluding|except for|leaving aside)\b[^,;?.)]*"
)
_EXCLUDED_VI = re.compile(  # "(không phải kế hoạch phối hợp)", "chứ không phải kế hoạch phối hợp"
    r"\((?:khong phai|khong ke|khong tinh|chu khong|tru|ngoai tru|khac voi)\b[^)]*\)|"
    r",? (?:chu khong phai|ma khong phai|khong phai la)\b[^,;?.)]*"
)
# Who owns up to what went badly, or points it out: the report does, whoever is said to.
_OWNING_UP = re.compile(
    r"\b(?:admit|acknowledge|conced|recogni[sz]e|confess|identif|point|own|mention|name|cit|highlight|not|"
    r"attribut|explain|account(?= for))"
    r"(?:e|es|s|ed|d|y|ies|ied)?(?: (?:to|out|up to|for))?\b|\bexplanations?\b"
)
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_DECIMAL = re.compile(r"\d+\.\d{1,2}")
# The apostrophe of "the district's" opens no quote.
_QUOTED = re.compile(r"(?:[“\"«]|(?<!\w)['‘])([^”\"»“’']{2,80})[”\"»’']")
_OWNER = re.compile(r"[^,]*?\w(?:s[’']|[’']s) (?=\w)")  # "the police sector's essential dossiers"
_SO_MANY_IN = re.compile(r"(?<=\d )in(?= \d)")  # "3 in 1", in English what a report calls "3 trong 1"
_DENIES = re.compile(r"\b(?:khong|chu khong|ngoai tru|not|except|other than)(?: \w+){0,2}\W*$")  # "không ghi “…”"
_DOCUMENT = re.compile(
    r"(?:\d{1,3}\.)?\d+[a-zđ]?\s*[-/–]\s*(?:\d{4}\s*/\s*)?"  # "12/KH-UBND", "83.2/2025/NQ-CP"
    r"[A-Za-zĐđ][\w–&.-]*(?:\s*[-/–]\s*[A-Za-zĐđ][\w–&.-]*)*"
)
_COMPOUND = re.compile(r"\b(\d+)[-–](?=[a-z]{3,}\b(?![/-]))")  # "the 45-day drive" cites no document
_BY_NUMBER = guarded(
    r"\b(?:theo |on |under )?(?:quyet dinh|ke hoach|nghi quyet|chi thi|nghi dinh|thong tu|cong van|decision|plan|"
    r"resolution|directive|decree|circular)(?: so| no\.?)? \d{1,5}\b"
)
_UNIT_VI = re.compile(
    r"(?:bao nhieu|(?<!\bthu )(?<!\bhang )\bmay|"
    r"\b(?:so|luong)(?= (?:lan|luot|nguoi|vu|don|ho so|cuoc|diem|giao dich)\b)|"
    r"(?<!\bky )(?<!\bdoi )(?<!\bba )(?<!\bnang )(?<!\bnghe )(?<!\bchi )(?<!\bco )(?<!\bmot )(?<!\bmoi )(?<!\btrong )"
    r"\bso(?= (?:the|van ban|thu tuc|lop|giao dich|mo hinh|nhiem vu|quyet dinh|chu ky so|tai khoan|may tinh|su co|"
    r"phan anh|truong hop|buoi|thua dat|phieu|ton tai)\b)) "
    r"+(?P<unit>(?:(?!bao nhieu)[^?,;.])+)"
)
_STATE = re.compile(r"(?:chưa|đã|không|vẫn|bị|được)\b", re.IGNORECASE)
_MACHINE = re.compile(r"\bmáy\b", re.IGNORECASE)  # which is no "mấy"
_UNIT_EN = re.compile(
    r"(?:how (?:many(?: of (?:the|these|those|all|its|their)(?: \d+)?)?|much)|number of|"
    r"\b(?:did|does|has|have|had|were|was|are|is)\b[^?,;.]{2,60} (?:more|fewer)) +"
    r"(?:(?!family)\w+ly +)?(?P<unit>(?:(?!how many|"
    r"\b(?:were|was|are|is|did|do|does|have|has|had|would|will|could|can|should|must|may|might|in|at|for|of|by|with|that|which|who|and|or|to|from|on|against|than|"
    r"within|during|over|between|across|under|since|before|after|through|among|per|by|"
    r"may|can|could|must|should|shall|will|would|each|every|as|still|already|not|be|been|rise|fall|go|grow|change|come|"
    r"develop|evolve|vary|move|arise|occur|stand)\b)[^?,;.])+)"
)
# What is said of the things counted tells which of them are meant, whether the glossary knows it or not: "how many
# complaints were quashed" is not answered by the complaints.
_SAID_OF_COUNT = re.compile(
    r"\bhow many (?!.*\bhow many\b)[^?;,]{2,60}?\b(?:were|was|are|is|been|got|get|be) (?:not |\w+ly )?"
    r"(?P<verb>[a-z]{3,}(?:ed|en|eld|ught|ilt|ent|ept|own|un|ut|id))\b"
)
_PERCENT = re.compile(r"\bt[yi] le\b|\bphan tram\b|%|\bper ?cent|\bshare\b|\brate\b|\bproportion")
# Of the bodies that are counted: "số xã có tỷ lệ hồ sơ trực tuyến dưới 80%", "communes with a rate below 80%".
_OF_THOSE_WITH = re.compile(
    r"\b(?:so|bao nhieu|may) (?:xa|phuong|don vi|co quan|dia phuong|truong|co so|so)\b[^?;]{0,30}?\b(?:co )?"
    r"ty le\b[^?;]{0,60}?\b(?:duoi|tren|tu|dat|duoc) \d[\d.,]*\s?(?:%|phan tram)|"
    r"\bwith an? [^?;]{0,30}?(?:rate|share)\b[^?;]{0,20}?\b(?:below|above|under|over|of) \d[\d.,]*\s?(?:%|per ?cent)"
)
_FOOTNOTE = guarded(r"(?:chu thich|cuoc chu|footnote|ghi chu)(?: so)? (\d{1,3})")
_SECTION = guarded(r"(?:muc|phan|section|khoan) ((?:[ivxlc]+|\d{1,2})(?:\.\d{1,2})*)\b")
_PREVIOUS = guarded(
    r"nam (?:truoc|ngoai)|cung ky|ky truoc|thang truoc|last year|previous (?:year|period|month)|"
    r"year before|year earlier|the year prior"
)


def understand(
    text: str,
    lexicon: Lexicon,
    *,
    clear: str | None = None,
    known: Sequence[str] = (),
    base: str = "",
    held: Sequence[str] = (),
) -> Question:
    """Reads a question. `clear` is its text with marks restored, if it was typed without; `known` are places, as
    "tỉnh Sông Trăng", that are recognised however they are typed; `base` and `held` are the period that the
    conversation is about and those of the store, for a month said without its year.

    The period may be relative ("năm trước"): it is then left to the caller, who knows the report, and `previous` is
    set.
    """
    language = detect_language(text)
    spelled = spell_out(clear or (expand(text) if language == "vi" else plainly(in_plain_words(text))), known)
    folded = fold(spelled)
    bare = language == "vi" and not has_marks(spelled)
    typed = spelled if has_marks(text) else ""
    kinds = kinds_of(folded, spelled, english=language == "en", bare=not typed)
    denied = [m.span() for m in _QUOTED.finditer(spelled) if _DENIES.search(folded[: m.start()])]
    quoted = tuple(m[1] for m in _QUOTED.finditer(spelled) if m[1].strip() and m.span() not in denied)
    spaces = _COMPOUND.sub(r"\1 ", spelled) if language == "en" else spelled
    documents = tuple(" ".join(d.split()) for d in _DOCUMENT.findall(spaces) if not re.fullmatch(r"[\d\s/–-]+", d))
    spans = spans_of(spelled, base, held)
    of_report = of_reports(folded, spans)
    asked = tuple(dict.fromkeys(s.period for s in spans if s.period and s.period[0].isdigit()))
    running = kind_asked(spelled, asked)
    if running == RUNNING:  # of "từ đầu năm 2026 đến hết tháng 3" the month says which report tells it
        asked = tuple(p for p in asked if not any(p != q and contains(p, q) for q in asked))
    places = named_places(spelled, language)
    met = known_places(spelled, known, bare=bare or language == "en")
    places = tuple(
        dict.fromkeys((*places, *(p for p, _ in met if not any(p.endswith(q) or q.endswith(p) for q in places))))
    )
    taken = [span for _, span in met]
    taken += [(s.start, s.end) for s in spans]
    taken += [m.span() for m in _DOCUMENT.finditer(spaces) if m[0] and not re.fullmatch(r"[\d\s/–-]+", m[0])]
    if language == "vi":
        taken += [m.span() for pattern in (_ASKING_PHRASES, _EXCLUDED_VI) for m in pattern.finditer(folded)]
        taken += [m.span() for m in _PART_OF_TIME.finditer(folded)]
    taken += [*denied, *frames(spelled, language, bare=bare), *asks_running(spelled), *leaves_out_running(spelled)]
    taken += [m.span(1) for m in _SECTION.finditer(folded) if "." in m[1]]
    taken += only_asking(folded, typed, english=language == "en")
    if language == "en" and {Kind.LIMITATION, Kind.STRENGTH, Kind.CAUSE} & set(kinds):
        taken += [m.span() for m in _OWNING_UP.finditer(folded)]
    if language == "en":
        taken += [m.span() for m in _EXCLUDED.finditer(folded)]
        taken += [m.span() for pattern in (LEVEL_PAIR, BOTH_LEVELS) for m in pattern.finditer(folded)]
    if not {Kind.DOCUMENT, Kind.AUDIT} & set(kinds):
        taken += [m.span() for m in _BY_NUMBER.finditer(folded)]
    units: list[tuple[str, ...]] = []
    counting = _MACHINE.sub("___", spelled)
    for match in (_UNIT_EN if language == "en" else _UNIT_VI).finditer(fold(counting)):
        counted_end = match.end("unit")
        if LEADS_ON.match(spelled, match.start("unit")):
            continue  # "hạng mấy về chỉ số …" counts nothing that it names
        if language == "vi" and _STATE.match(spelled, match.start("unit")):
            continue  # "còn bao nhiêu chưa kích hoạt?": what it is of was said before
        if language == "en":
            counted_end = noun_end(folded, match.start("unit"), counted_end)
        counted_start = match.start("unit") + (owned.end() if (owned := _OWNER.match(match["unit"])) else 0)
        found = lexicon.cut(spelled[counted_start:counted_end], folded=bare, english=language == "en")
        found = found[:1] if match[0].startswith(("so ", "luong ")) else found  # the noun right behind it, and no verb
        found = [t for t in found if (len(t.text) > 1 or t.text.isdigit()) and not _DATE.match(t.text)]  # "số mấy v ạ"
        if language == "vi" and _PLACES.match(folded, match.start("unit")):
            units.append(("cơ quan", "đơn vị", "địa phương", "nơi", "xã", "phường"))
            continue  # "được mấy nơi trong tháng 4" counts no months
        if language == "vi" and _WORK.match(folded, match.start("unit")):
            units.append(("việc", "nhiệm vụ", "công việc"))
            continue
        counted = [counted_as(t) for t in found if may_be_counted(t) and t.key != "tỷ lệ"]
        if counted and counted[0][0] in _NO_UNIT:
            continue  # "tăng bao nhiêu so với …" counts nothing that it names
        counted = [(*keys, *measured(keys)) for keys in counted]
        if counted and fold(counted[0][0]) in MONEY_SCALES:  # "bao nhiêu tỷ"
            counted = [keys for keys in counted[1:] if not keys[0][:1].isdigit()] or [("đồng",)]
        if language == "en" and counted and " " in found[-1].text:
            counted[-1] = (*counted[-1], *head_of(found[-1].text, lexicon))
        # The noun that is counted comes first in Vietnamese; in English it is the last of a compound.
        units += counted[-1:] if language == "en" else counted[:1]
    pair = LEVEL_PAIR.search(folded)
    of_scope = [m for m in SCOPE.finditer(folded) if not names_unit(spelled[m.start() :])]
    levels = {SCOPE_NAMES.get(named, named) for m in of_scope for named in m.groups() if named}
    if pair:
        named = [SCOPE_NAMES.get(name, name) for name in pair.groups() if name]
        levels |= set(named) if named else {"huyen", "xa"}
    scope = f"cap {next(iter(levels))}" if len(levels) == 1 else ""
    marked = not bare and has_marks(text)  # and none of its marks is a guess
    wanted = _wanted(spelled, lexicon, bare=bare, marked=marked, english=language == "en", taken=taken, quoted=quoted)
    if units and units[0][0] == "bộ" and (dossiers := [w for w in wanted if "hồ sơ" in w.keys]):
        # "hồ sơ …: nhận bao nhiêu bộ": the dossiers themselves, told in either word
        units = [(*unit, *dossiers[0].keys) if unit[0] == "bộ" else unit for unit in units]
        wanted = tuple(replace(w, weight=w.weight * OF_SET) if w.keys[:1] == ("bộ",) else w for w in wanted)
    if units:
        units[0] = counted_alike(units[0], [k for w in wanted for k in w.keys])
        wanted = tuple(measured_as(w, units[0]) for w in wanted)
    if _PERCENT.search(folded):
        wanted = tuple(in_time(w) for w in wanted)
    if language == "en" and units and (told := _SAID_OF_COUNT.search(folded)):
        wanted = tuple(replace(w, weight=1.0, foreign=False) if w.words == told["verb"] else w for w in wanted)
    wanted, not_so = turned(wanted, spelled, english=language == "en", bare=bare)
    footnote = _FOOTNOTE.search(folded)
    section = _SECTION.search(folded)
    return Question(
        text=text,
        clear=spelled,
        language=language,
        kinds=kinds,
        wanted=wanted,
        denied=not_so,
        head=head_asked(folded, wanted),
        running=running,
        units=units[0] if units else (),
        also_units=tuple(units[1:]),
        percent=bool(_PERCENT.search(_OF_THOSE_WITH.sub(" ", folded))),
        periods=tuple(p for p in asked if p not in of_report and not (documents and DAY.fullmatch(p))),
        report_periods=tuple(p for p in asked if p in of_report),
        places=places,
        scope=scope,
        levels=tuple(f"cap {level}" for level in sorted(levels)),
        documents=documents,
        quoted=tuple(fold(" ".join(t.text for t in tokens(q))) for q in quoted),
        footnote=int(footnote[1]) if footnote else None,
        section=section[1].upper() if section else "",
        appendix=bool(re.search(r"phu luc|appendix|annex", folded)),
        previous=any(not any(s.start <= m.start() < s.end for s in spans) for m in _PREVIOUS.finditer(folded)),
    )


def _wanted(
    text: str, lexicon: Lexicon, *, bare: bool, marked: bool, english: bool, taken: Spans, quoted: tuple[str, ...]
) -> tuple[Wanted, ...]:
    wanted: dict[str, Wanted] = {}
    run: list[Term] = []

    def flush() -> None:
        words = [fold(t.text) for t in run]
        slipped = lexicon.without_marks(words) if not english else ()
        if slipped:  # a slip of a mark: "hoà giãi thành"
            key = slipped[0]
            wanted.setdefault(
                key, Wanted(slipped, " ".join(words), generic(key), heads=lexicon.heads.get(key, frozenset()))
            )
            words = []
        for at, word in enumerate(words):
            common = english and word in lexicon.english_words
            weight = COMMON_ENGLISH if common else UNKNOWN if len(words) > 1 else 1.0
            beside = (words[at - 1] if at else "", words[at + 1] if at + 1 < len(words) else "")
            foreign = english and word.isascii() and run[at].text[:1].islower()
            written = normal(run[at].text) if marked and not english and not run[at].text.isascii() else ""
            told = Wanted(
                (word,), word, weight, beside=("", "") if foreign else beside, foreign=foreign, marked=written
            )
            wanted.setdefault(word, told)
        run.clear()

    last = 0
    for term in lexicon.cut(text, folded=bare, english=english):
        gap = text[last : term.start]
        last = term.end
        if any(start <= term.start < end for start, end in taken):
            flush()
            continue
        if term.known:
            flush()
            wanted.setdefault(
                term.key,
                Wanted(
                    term.keys,
                    fold(" ".join(t.text for t in tokens(term.text))),
                    _weight(term.keys, english),
                    heads=lexicon.heads.get(term.key, frozenset()),
                    inside=lexicon.wordings_inside(term.keys) if english else (),
                ),
            )
            continue
        word = fold(term.text)
        named = english and term.text[:1].isupper() and any(not t.text.isascii() for t in (term, *run))  # "Mỹ Tân"
        if is_little(term.text, english=english and not named, marked=marked) or (
            len(word) == 1 and not word.isdigit()
        ):
            flush()
            continue
        if word[0].isdigit():
            flush()
            number = _as_reported(word) if english else word
            told = tuple(dict.fromkeys((number, number.zfill(2), word)))  # "05 đơn", "bộ chỉ số 2.0"
            wanted.setdefault(number, Wanted(told, number, NUMBER_WEIGHT))
            continue
        if run and (gap.strip() or (not bare and term.text[:1].isupper() != run[-1].text[:1].isupper())):
            flush()
        if (weight := generic(term.text if marked else word)) < 1.0:
            flush()
            wanted.setdefault(word, Wanted((word,), word, weight))
            continue
        run.append(term)
    flush()
    join_apart(wanted, text, lexicon, bare)
    put_aside(wanted, text)
    if english:
        put_within(wanted, lexicon)
    for phrase in quoted:
        if english and _is_translated(phrase, lexicon):
            continue  # the report says it in Vietnamese
        words = " ".join(fold(t.text) for t in tokens(phrase))
        words = _SO_MANY_IN.sub("trong", words) if english else words
        wanted[f"“{words}”"] = Wanted((), words, weight=2.0, must=True)
    return tuple(wanted.values())


def _is_translated(phrase: str, lexicon: Lexicon) -> bool:
    """Whether a phrase in quotation marks is English that the glossary knows, and no name."""
    told = [t for t in lexicon.cut(phrase, english=True) if fold(t.text) not in STOP]
    return phrase.isascii() and phrase.islower() and bool(told) and all(t.known for t in told)


def _as_reported(number: str) -> str:
    """A number in English writing as Vietnamese reports write it: "1,316" as "1.316", "98.66" as "98,66"."""
    if _THOUSANDS.fullmatch(number) or _DECIMAL.fullmatch(number):
        return number.translate(str.maketrans(",.", ".,"))
    return number


def _weight(keys: Sequence[str], english: bool) -> float:
    """What a term counts before its rarity. Of its senses an English word may mean the common one as well."""
    weights = [generic(key) for key in keys]
    return sum(weights) / len(weights) if english else max(weights)
