"""Questions about the report itself: its number, date, signer, issuer, addressee, recipients, the document that asked
for it; blanks are said to be blank."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from assistant.asked.kinds import particulars_asked
from assistant.claims import Language
from assistant.compose.citing import Draft
from assistant.compose.documents.made_under import MADE_UNDER, NAMED_EN, PAPER, PAPER_EN, made_under
from assistant.compose.documents.reported_to import reported_to
from assistant.evidence.coverage import affinity
from assistant.evidence.statements import ReportIndex, keys
from assistant.measured.same_time import same_time
from assistant.question import Question
from assistant.words.everyday import generic
from assistant.words.terms import Lexicon
from assistant.words.tongue import has_marks
from ingest.language.dates import dates
from ingest.language.fold import fold
from ingest.language.guarded import Guarded, guarded
from ingest.language.periods import DAY, periods
from ingest.report import Block, BlockKind, Report


class Particular(StrEnum):
    """What may be asked of a report's head and foot."""

    SIGNER = "signer"
    NUMBER = "number"
    DATE = "date"
    ADDRESSEE = "addressee"
    RECIPIENTS = "recipients"
    ISSUER = "issuer"
    REQUEST = "request"


_REPORT = r"(bao cao|van ban nay|ke hoach nay|\breport\b|this document)"
_DAY = r"ngay(?: thang)?(?: nam)?"
_SIGNED_BY = r"(?:ai (?:la nguoi |da |dung ra |dung ten |thay mat )*ky|nguoi (?:nao )?ky)"
_SIGNATURE = (  # "chữ ký trong báo cáo là của ai", "whose signature is on the report", "who put their name to it"
    r"chu ky[^?;]{0,60}cua (?:ai|nguoi nao)|(?:ai|nguoi nao) (?:dung ten|dat but ky|ha but ky|ky ten)|"
    r"whose (?:signature|name)\b|signature (?:of|on|under) (?:which|what|whom)|"
    r"who (?:put|set|placed) (?:his|her|their) (?:name|signature)s? (?:to|on|under)"
)
_PATTERNS: tuple[tuple[Particular, Guarded], ...] = (
    (Particular.RECIPIENTS, guarded(
        rf"noi nhan|{_REPORT}.{{0,120}}\bgui (?:den |cho |toi )?nhung (?:noi|ai|co quan|don vi)\b|"
        r"\brecipients? (?:of|list)\b|\breport[’']?s? recipients\b|"
        r"copied to|copies (go|went|were sent) to|"
        r"distribution list|\bwho (?:is|are|were) (?:the |its )?recipients?\b|\bwho (?:gets?|got|receives?) a copy\b")),
    (Particular.SIGNER, guarded(
        rf"\bai (la nguoi |da |dung ra |dung ten |thay mat )*ky\b|nguoi ky|"
        rf"{_REPORT}.{{0,40}}(do ai ky|ai ky|nguoi nao ky)|who signed(?! up\b)|{_SIGNATURE}|"
        rf"signed by whom|by whom (?:is|was) (?:the |this )?(?:report|document) signed|signatory|signer of")),
    (Particular.ADDRESSEE, guarded(
        r"kinh gui|(bao cao|van ban).{0,120}\bgui (den |cho |toi |len |ve )?((co quan|don vi|so|ban|noi) (nao|dau)|dau|"
        r"ai)\b|addressed to|addressee|"
        r"(who|whom|which \w+) (is|was) the report (sent|addressed|submitted)|report (sent|submitted|addressed) to|"
        r"\bto (?:whom|which \w+) (?:does|did|do|is|was)\b[^?]{0,80}\breport\b|"
        r"\bwho(?:m)? (?:does|did|do)\b[^?]{0,60}\b(?:send|submit|report)\b[^?]{0,30}\bto\W*$|"
        r"\bbao cao(?: nay)? duoc (?:gui|trinh|bao cao)(?: den| cho| len| toi)? (?:ai|co quan nao|don vi nao|dau)\b|"
        r"\b(?:trinh|bao cao|gui)(?: bao cao)?(?: nay)?(?: den| cho| len| toi)? (?:nhung )?co quan nao\b")),
    (Particular.NUMBER, guarded(
        rf"{_REPORT}[^,;]{{0,60}}(?<!tong )(?<!mau )(?<!bang )(?<!phu luc )\bso (bao nhieu|may|hieu|ky hieu)\b|"
        rf"{_REPORT}.{{0,90}}\b(?:mang|co|ghi) so(?:,? (?:va )?ky hieu)? (?:gi|nao|may)\b|"
        rf"{_REPORT}.{{0,120}}\bmang so bao nhieu\b|"
        rf"{_REPORT}.{{0,160}}\b(?:co|mang|ghi|de) so(?:,| va|, va)? (?:{_DAY}) (?:nao|may|gi|bao nhieu)\b|"
        rf"\bso(?:,| va) (?:{_DAY})(?: ban hanh)?(?: cua)? {_REPORT}|"
        rf"(?<!chot )(?<!ho )\bso( hieu| ky hieu| van ban)?( cua)? "
        rf"{_REPORT}|(number|symbol)( and (the )?date)? of the .{{0,30}}report|"
        r"report('s)? (document )?number|what number does the .{0,20}report")),
    (Particular.NUMBER, guarded(
        rf"{_REPORT}[^;?]{{0,130}}\b(?:co|da|duoc)(?: (?:ghi|dien|danh|du|duoc|co))* (?:so|so hieu|so ky hieu)\b"
        rf"[^;?]{{0,24}}\b(?:khong|chua)\W*$|"
        r"\b(?:does|is|has) (?:the|this) [^?;]{0,80}\breport\b[^?;]{0,20}\bnumber(?:ed)?\b")),
    (Particular.DATE, guarded(
        rf"{_REPORT}.{{0,30}}\b(?:ban hanh|phat hanh|lap|ky|cong bo|ra doi)\b.{{0,12}}\b"
        r"(?:thang|nam|luc|thoi gian) (?:nao|may)|"
        rf"{_REPORT}.{{0,60}}(?<!truoc )(ngay (nao|may|bao nhieu|thang nao)|khi nao|de ngay|ky ngay)|ngay (ky|ban hanh|"
        rf"thang)( cua)? ?{_REPORT}|"
        r"when was the .{0,30}report (issued|signed|dated|released)|date of the .{0,30}report|what date (is|was|"
        r"does).{0,30}report")),
    (Particular.ISSUER, guarded(
        rf"(co quan|don vi|to chuc|ai)( nao)? (da )?(ban hanh|lap|viet|soan|lam|phat hanh) {_REPORT}|"
        rf"{_REPORT}.{{0,20}}(cua (co quan|don vi) nao|do (co quan|don vi) nao|do ai (lap|ban hanh|viet))|"
        r"who (issued|wrote|prepared|produced) the .{0,30}report|which (agency|body|authority|unit|"
        r"organi[sz]ation) (issued|prepared|wrote|produced) the .{0,30}report")),
    (Particular.REQUEST, MADE_UNDER),
)  # fmt: skip
# "Báo cáo về … do cơ quan nào lập, số mấy, ngày nào, ai ký?": two of these, asked of the report that opens it.
_IN_TURN: tuple[tuple[Particular, Guarded], ...] = (
    (Particular.NUMBER, guarded(
        r"\bso (?:ky |van )?(?:may|bao nhieu|gi|nao|hieu)\b|\b(?:document|reference) number\b|\bnumber and\b|"
        r"\bwhat number (?:does|is)\b")),
    (Particular.DATE, guarded(rf"\b{_DAY} (?:nao|may|bao nhieu|gi)\b|\bkhi nao\b|\bdated?\b|\bwhen\b")),
    (Particular.ISSUER, guarded(
        r"\b(?:co quan|don vi|ai|noi) (?:nao )?(?:da )?(?:lap|ban hanh|soan|phat hanh|lam|viet)\b|"
        r"\bcua (?:co quan|don vi) nao\b|\b(?:which|what) (?:body|agency|department|office)\b|\bissued by whom\b|"
        r"\bwho (?:issued|prepared)\b")),
    (Particular.SIGNER, guarded(rf"\b{_SIGNED_BY}\b|\bwho signed\b|\bsignatory\b|\b(?:{_SIGNATURE})\b")),
)  # fmt: skip
_SHORT = re.compile(r"\bbc\b")
_OF_REPORT = re.compile(
    r"^\W*(?:(?:cho (?:toi |minh )?(?:biet|hoi)|xin hoi)\W+)?(?:ban )?bao cao\b|"
    r"^\W*(?:what|which|who|when)\b[^?]{0,60}\breport\b"
)
# The report is what is spoken of, not where something is looked up, nor what somebody has to hand in.
_SPEAKS_OF = re.compile(r"\b(?:bao cao|ban (?:danh gia|tong ket)|report)\b")
_LOOKED_UP = re.compile(
    r"\b(?:theo|trong|ngoai|can cu|dua vao|chieu theo|xem|doc|phai|can|se|chua|de|mau|che do) (?:cac |nhung |ban )?"
    r"bao cao\b(?! (?:nay )?(?:do|duoc|ai|so)\b)|"
    r"\b(?:according to|going by|per|in|from|as) (?:the |this |its )?(?:[\w’'-]+ ){0,6}?report\b"
)
_OTHER_PAPER = re.compile(
    rf"\b{PAPER}\b|\bto trinh\b|\bchi thi\b|\b(?:plan|decision|letter|resolution|directive|dispatch|programme)\b"
)
_ANOTHER = (
    r"(?:cam ket|hop dong|bien ban|thoa thuan|ban ghi nho|giao uoc|quy che|quyet dinh|cong van|nghi quyet|chi thi|"
    r"chuong trinh)"
)
_SIGNS_ANOTHER = re.compile(  # "bản cam kết do ai ký", "who signed the contract"
    rf"\b{_ANOTHER}\b.{{0,80}}\b{_SIGNED_BY}\b|\b{_SIGNED_BY} (?:ban |cai |cac )?{_ANOTHER}\b|"
    r"\bwho signed (?:the |that |this )?(?:\w+ ){0,3}(?:commitment|pledge|contract|agreement|minutes|decision|"
    r"resolution|directive|letter|dispatch)s?\b"
)
_THAT_PAPER = guarded(  # which the question before asked for: no report says who signed what it cites
    rf"\b{PAPER} (?:do|ay|nay|tren)\b|\b(?:that|this|the) {PAPER_EN}\b|\bwho signed it\b|"
    r"^\W*(?:va |vay |the )*ai ky\W*$"
)
_PAPER_ASKED = re.compile(
    rf"\b(?:{PAPER}|chi thi|chuong trinh|quy che)\b|\b(?:plan|decision|resolution|directive|letter)\b"
)
_OF_ANOTHER = guarded(  # "công văn yêu cầu báo cáo …", "hạn nộp báo cáo …"
    rf"\b(?:cv|qd|kh|tb|{PAPER})\b[^?;]{{0,60}}\b(?:yeu cau|de nghi|giao)\b[^?;]{{0,40}}\bbao cao\b|"
    r"\b(?:nop|gui|trinh) (?:\w+ ){0,2}bao cao\b"
)
_OF_THIS = re.compile(
    r"\b(?:bao cao|van ban) (?:nay|tren)\b|\bbao cao\b.{0,60}\b(?:ai|nguoi nao) (?:da )?ky\b|\breport\b"
)
_GOES_WITH = re.compile(r"\W*(?:ban hanh )?kem theo (?:bao cao|van ban|ke hoach|to trinh)\b")
_MONTH_OF_YEAR = re.compile(r"\bngày[\s.…_-]*(tháng \d{1,2} năm \d{4})")
_MONTH_ASKED = re.compile(r"\b(?:thang|nam) (?:nao|may)\b|\b(?:what|which) (?:month|year)\b")
_POSITION = re.compile(  # of who signed: the block of the signature says it
    r"\bchuc (?:(?:vu|danh) )?(?:gi|nao|la gi)\b|\b(?:what|which) (?:position|post|office|title|role)\b|"
    r"\bwhat is (?:his|her|their) (?:position|post|title|job|role)\b"
)
_ASKED_OF_IT = {"ký", "ban hành", "ngày", "số", "kế hoạch"}
TELLING = 0.5  # weight of a concept of a title, below which it is in too many
OF_TITLE = 0.6  # of the concepts of a paper's title, in a question that means it
_BLANK = {
    Particular.NUMBER: ("Số của báo cáo được để trống.", "The number of the report is left blank."),
    Particular.DATE: ("Ngày ban hành của báo cáo được để trống.", "The date of the report is left blank."),
    Particular.SIGNER: ("Báo cáo không ghi tên người ký.", "The report does not name its signer."),
    Particular.ADDRESSEE: ("Báo cáo không ghi nơi kính gửi.", "The report names no addressee."),
    Particular.RECIPIENTS: ("Báo cáo không ghi nơi nhận.", "The report lists no recipients."),
    Particular.REQUEST: (
        "Báo cáo không ghi văn bản yêu cầu báo cáo.",
        "The report names no such document as asked for it.",
    ),
    Particular.ISSUER: ("Báo cáo không ghi cơ quan ban hành.", "The report does not name the body that issued it."),
}


@dataclass(frozen=True, slots=True)
class Told:
    """The particulars asked for: a draft, and the reason where one of them is blank or absent and nothing was found."""

    draft: Draft | None
    blank: str = ""


def asked_particulars(question: Question, kind: str = "") -> list[Particular]:
    """What the question wants to know of the report itself; none where it names another document. `kind` is what a
    paper that is no report calls itself, folded ("ke hoach"), where the question is known to mean that paper."""
    if question.documents:
        return []
    folded = _SHORT.sub("bao cao", fold(question.clear))
    if kind:
        english = next((en for en, vi in NAMED_EN.items() if vi == kind), kind)
        folded = folded.replace(kind, "bao cao", 1)
        folded = re.sub(rf"\b{english}\b", "report", folded, count=1) if question.language == "en" else folded
    found = [p for p, pattern in _PATTERNS if pattern.search(folded)]
    if _OF_REPORT.search(folded) and not _OTHER_PAPER.search(folded):
        in_turn = [p for p, pattern in _IN_TURN if pattern.search(folded)]
        found += [p for p in in_turn if p not in found] if len(in_turn) > 1 else []
    if _SPEAKS_OF.search(folded) and not _LOOKED_UP.search(folded) and not _OTHER_PAPER.search(folded):
        typed = question.clear if has_marks(question.text) and len(question.clear) == len(folded) else ""
        told = particulars_asked(folded, typed, english=question.language == "en")
        if told >= {"recipients", "addressee"}:  # "gửi cho những ai" is no "gửi cho ai"
            told.discard("addressee")
        found += [p for p in Particular if p in told and p not in found]
    if not found and _POSITION.search(folded) and question.before:
        signed = dict(_PATTERNS)[Particular.SIGNER]
        found = [Particular.SIGNER] if signed.search(fold(question.before[-1])) else []
    if Particular.SIGNER in found and _SIGNS_ANOTHER.search(folded) and not _OF_THIS.search(folded):
        found.remove(Particular.SIGNER)
    if Particular.SIGNER in found and not kind and question.before and _THAT_PAPER.search(folded):
        said = fold(question.before[-1])
        if _PAPER_ASKED.search(said) and not re.search(_REPORT, said):
            found.remove(Particular.SIGNER)
    if (
        Particular.NUMBER in found
        and Particular.DATE not in found
        and re.search(rf"\bva\b.{{0,12}}ngay|ngay nao|\bso(?:,| va|, va)? {_DAY}\b|and (?:the |its )?date", folded)
    ):
        found.append(Particular.DATE)
    if _OF_ANOTHER.search(folded):  # neither the number nor the day is the report's own
        found = [p for p in found if p not in (Particular.NUMBER, Particular.DATE)]
    if Particular.REQUEST in found:  # "theo công văn số mấy" is no number of the report's own
        found = [p for p in found if p not in (Particular.NUMBER, Particular.DATE)]
    return found


def called(report: Report) -> str:
    """What a paper calls itself below its letterhead, folded: "bao cao", "ke hoach"; "" where it does not."""
    return " ".join(fold(report.letterhead.kind).split())


def of_paper(question: Question, indexes: Sequence[ReportIndex], lexicon: Lexicon) -> ReportIndex | None:
    """The plan, or other paper of the store that is no report, which the question speaks of by its kind and title:
    most of the title is in the question, so that a cited plan on a part of the topic is not taken for it."""
    folded = fold(question.clear)
    said = {k for w in question.wanted for k in w.keys}
    for index in indexes:
        kind = called(index.report)
        title = {k for k in index.title - {kind} if generic(k) >= TELLING}
        issuer = keys(lexicon, index.report.letterhead.issuer)
        english = "|".join(en for en, vi in NAMED_EN.items() if vi == kind and question.language == "en")
        named = kind not in ("", "bao cao") and re.search(rf"\b(?:{english or re.escape(kind)})\b", folded)
        if named and title and (len(title & said) / len(title) >= OF_TITLE or _says_only(question, title, issuer)):
            other_year = index.report.period and not of_period(question, [index])
            if other_year or (title - said and _is_cited(question, kind, said, title, indexes, lexicon)):
                continue
            return index
    return None


def _is_cited(
    question: Question, kind: str, said: set[str], title: set[str], indexes: Sequence[ReportIndex], lexicon: Lexicon
) -> bool:
    """Whether a report cites a document of a kind, of the year asked for, of whose subject a question says all, and
    nothing of the title beyond it: beside a plan to compete in a work stands the plan for that work."""
    for index in indexes:
        for reference in index.references:
            if fold(reference.type) != kind or not reference.number:
                continue
            years = {span.period for span in periods(reference.subject)}
            subject = keys(lexicon, reference.subject)
            own = {k for k in subject if generic(k) >= TELLING and " " in k}
            beyond = {k for k in title & said if " " in k} - subject - {kind}
            if own and own <= said and years >= set(question.periods) and not beyond:
                return True
    return False


def _says_only(question: Question, title: set[str], issuer: frozenset[str]) -> bool:
    """Whether all that a question says besides what it asks are words of a title, two of them at the least, and of who
    issued the paper."""
    telling = [w for w in question.wanted if w.weight >= TELLING and not {*w.keys} & _ASKED_OF_IT]
    inside = [w for w in telling if title & {*w.keys, *map(fold, w.keys)}]
    return len(inside) > 1 and all(w in inside or issuer & {*w.keys} for w in telling)


def of_period(question: Question, indexes: Sequence[ReportIndex]) -> list[ReportIndex]:
    """The reports of the month, quarter or year that the question gives, all where it gives none."""
    asked = [p for p in (*question.report_periods, *question.periods) if not DAY.fullmatch(p)]
    if not asked:
        return list(indexes)
    exact = [i for i in indexes if i.report.period in asked or _dated_in(i.report.letterhead.date, asked)]
    return exact or [
        i for i in indexes if any(same_time(p, i.report.period) or same_time(i.report.period, p) for p in asked)
    ]


def _dated_in(day: str, periods: Sequence[str]) -> bool:
    """Whether a report is dated in a month that is asked for: "the November report", of a whole year."""
    return bool(day) and any(len(period) == len("2031-01") and day.startswith(period) for period in periods)


def spoken_of(question: Question, index: ReportIndex, lexicon: Lexicon) -> tuple[bool, float]:
    """How much a question speaks of a report: whether it names who issued it, and how much of its title it says."""
    said = {k for w in question.wanted for k in w.keys}
    issuer = {k for k in keys(lexicon, index.report.letterhead.issuer) if " " in k and generic(k) >= TELLING}
    return bool(issuer & said), affinity(question, index)


def answer_particulars(question: Question, index: ReportIndex, kind: str = "") -> Told:
    """Answers from the letterhead, the signature and the list of recipients."""
    draft = Draft()
    blank = ""
    for particular in asked_particulars(question, kind):
        asked_for = particular is Particular.REQUEST
        places = made_under(question, index.report) if asked_for else _places(index.report, particular)
        if not places and particular is Particular.DATE and _MONTH_ASKED.search(fold(question.clear)):
            places = _months(index.report)[:1]
        if not places:
            words = _BLANK[particular][0 if question.language == "vi" else 1]
            if kind:
                name = index.report.letterhead.kind.lower() or "báo cáo"
                words = words.replace("báo cáo", name).replace("Báo cáo", name.capitalize()).replace("report", "paper")
            if (place := _blank_place(index.report, particular, question)) is not None:
                denied = f"{'No' if question.language == 'en' else 'Không'}: {words[:1].lower()}{words[1:].rstrip('.')}"
                draft.say(denied, draft.cite(index, *place))
            blank = blank or words
            continue
        keys = [draft.cite(index, block, start, end) for block, start, end in places]
        lines = [" ".join(b.text[a:z].split()).strip(" -;.") for b, a, z in places]
        whole = " ".join(lines)
        one = particular is Particular.ISSUER and fold(whole) in fold(" ".join(index.report.letterhead.issuer.split()))
        text = whole if one else "; ".join(lines)  # a name that the letterhead breaks into lines
        if particular is Particular.NUMBER:
            text = index.report.number or text  # as it is cited, whatever gaps a page leaves in it
        draft.say(_lead(particular, text, question.language), *keys)
    return Told(draft if draft.claims else None, blank)


def _months(report: Report) -> list[tuple[Block, int, int]]:
    """The month of a report whose day is left blank ("ngày … tháng 11 năm 2025"): in its letterhead, else in the line
    with which an appendix names the report it goes with."""
    found = []
    for block in report.blocks:
        with_it = _GOES_WITH.match(fold(block.text))
        if block.kind is BlockKind.LETTERHEAD or with_it:
            month = _MONTH_OF_YEAR.search(block.text)
            if month is not None:
                found.append((block, month.start(1), month.end(1)))
    return sorted(found, key=lambda place: place[0].kind is not BlockKind.LETTERHEAD)


def _blank_place(report: Report, particular: Particular, question: Question) -> tuple[Block, int, int] | None:
    """Where a number or a day is left blank in a letterhead, for a question whether there is one; None of any other."""
    line = {Particular.NUMBER: _NUMBER_LINE, Particular.DATE: _DATE_LINE}.get(particular)
    if line is None or not _WHETHER.search(fold(question.clear)):
        return None
    heads = (b for b in report.blocks if b.kind is BlockKind.LETTERHEAD)
    return next(((b, *m.span()) for b in heads if (m := line.search(b.text)) is not None), None)


_WHETHER = re.compile(r"\b(?:khong|chua)\W*$|\bhay (?:de trong|chua|khong)\b|^\W*(?:does|is|has|did|are)\b")
_NUMBER_LINE = re.compile(r"Số: *[\s.…_]*/[^\s,;]+")
_DATE_LINE = re.compile(r"ngày[\s.…_]*tháng[\s.…_\d]*năm[\s.…_]*\d{4}")


def _lead(particular: Particular, text: str, language: Language) -> str:
    if particular is Particular.ADDRESSEE and language == "en":
        return text.replace("Kính gửi:", "Addressed to:")
    return text


def _places(report: Report, particular: Particular) -> list[tuple[Block, int, int]]:
    head = report.letterhead
    of = {kind: [b for b in report.blocks if b.kind is kind] for kind in BlockKind}
    match particular:
        case Particular.SIGNER:
            if not head.signer:
                return []
            return [(b, 0, len(b.text)) for b in of[BlockKind.SIGNATURE] if b.text.strip()]
        case Particular.NUMBER:
            printed = re.compile(r"\s*".join(map(re.escape, re.findall(r"\w+|\W", head.number))) or r"(?!)")
            return [(b, *m.span()) for b in of[BlockKind.LETTERHEAD] if (m := printed.search(b.text))][:1]
        case Particular.DATE:
            return [
                (b, s.start, s.end)
                for b in of[BlockKind.LETTERHEAD]
                for s in dates(b.text)
                if s.iso and s.iso == head.date
            ][:1]
        case Particular.ADDRESSEE:
            named = [b for b in of[BlockKind.LETTERHEAD] if any(a in b.text for a in head.addressees)]
            return [(b, 0, len(b.text)) for b in named] or reported_to(report)
        case Particular.RECIPIENTS:
            return [
                (b, 0, len(b.text))
                for b in of[BlockKind.RECIPIENTS]
                if b.text.strip(" :") and fold(b.text).strip(" :") != "noi nhan"
            ]
        case Particular.REQUEST:
            return []  # told by the words that open the report
        case Particular.ISSUER:
            found = [
                b for b in of[BlockKind.LETTERHEAD] if b.text.strip() and fold(b.text.strip()) in fold(head.issuer)
            ]
            if found:
                return [(b, 0, len(b.text)) for b in found]
            signed = [b for b in of[BlockKind.SIGNATURE] if b.text.startswith(("TM.", "T/M"))]
            return [(b, 0, len(b.text)) for b in signed[:1]]
