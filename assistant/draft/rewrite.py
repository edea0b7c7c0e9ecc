"""A limitation turned into what is to be done: "còn X" and "chưa X" become directions, by rules of the language alone.

Each predicate (`assistant.draft.predicates`) is turned by the rule of its trigger into a verb phrase that begins with a
small letter. The words are those of the limitation; what the rules add is given here and names no figure, document or
place. A phrase that still reads as a shortcoming is dropped; where none is left, the matter is named plainly.
"""

from __future__ import annotations

import re

from assistant.draft.nounphrases import (
    PEOPLE,
    Subject,
    done_to,
    kind,
    lower_first,
    people_of,
    plain_subject,
    running,
    without_work,
)
from assistant.draft.predicates import TRIGGER, Predicate, clauses_of, clean, predicates, trigger_in
from assistant.draft.qualities import ADJECTIVE, PREPOSITION, Better, better, qualities_of
from assistant.draft.remedies import REMEDIES, objective, quality_of, state_of_mind
from assistant.draft.verbs import ask, head_verb, improve, is_public

_INTENSIFIER = re.compile(
    r"^(?:thật sự|thực sự|hoàn toàn|hẳn|mấy|lắm|kịp(?! thời)|thể|bao giờ|được thật sự|thật|đến mức|thường)\s+"
    r"(?!xuyên)",
    re.IGNORECASE,
)
_FIT = re.compile(r"^(?:đúng|phù hợp|bảo đảm|đảm bảo|đáp ứng|theo kịp|tương xứng với)(?!\w)", re.IGNORECASE)
_HANDLE = re.compile(
    r"^(?:giải quyết|xử lý|khắc phục|hoàn thành|thu hồi|số hóa|số hoá|cập nhật|trả lời|ban hành|triển khai|thực hiện"
    r"|kết nối|đồng bộ|bàn giao|công khai|niêm yết|sửa đổi|bổ sung|thay thế|tiếp thu|kiểm tra|thẩm định)(?!\w)",
    re.IGNORECASE,
)
_TEACHING = re.compile(r"^(?:bồi dưỡng|tập huấn|đào tạo|trang bị|hướng dẫn|cập nhật kiến thức|hỗ trợ)(?!\w)")
_CARED = re.compile(r"^(?:quan tâm|chú trọng|chú ý|coi trọng)(?: đúng mức| thỏa đáng| thường xuyên| nhiều)?")
_PLACED = re.compile(r"(?:ở|tại|trong|theo|so với|đúng|thường)(?!\w)")
_AGENT = re.compile(rf"^(?P<who>{PEOPLE}(?:[^,]*?(?=\s(?:quan tâm|tiếp thu|giải quyết|xử lý|triển khai|thực hiện|phê"
                    r" duyệt|hướng dẫn|bố trí|ban hành|xem xét|trả lời"
                    r"|đầu tư)\s?))?)\s+(?P<what>.+)$", re.IGNORECASE)  # fmt: skip
_STILL_HAPPENS = re.compile(
    r"^(?:tình trạng|hiện tượng|tệ nạn)\s(?P<what>.+?)\s+(?:vẫn còn|vẫn|còn)\s+(?:xảy ra|diễn ra|tiếp diễn"
    r"|phổ biến|tồn tại)"
    r"(?P<where>[^,;]*)$",
    re.IGNORECASE,
)
_CONDITIONS = {"rộng", "phân tán", "bấp bênh"}
_SCATTERED = {"manh mún", "nhỏ lẻ"}
_CONDITION = re.compile(rf"(?:khá |rất )?(?:{'|'.join(sorted(_CONDITIONS))})(?!\w)")
_BARE = {"tỷ lệ", "quy mô", "mức", "số lượng", "kết quả"}
_SHARED = re.compile(
    r"^(?:chủ động có giải pháp (?:ứng phó với biến động của|phù hợp với điều kiện)|khắc phục (?:tình trạng"
    r"|tâm lý|tư tưởng)"
    r"|tháo gỡ khó khăn, vướng mắc trong|đẩy nhanh tiến độ|kéo giảm|đầu tư, nâng cấp) "
)
_THERE = re.compile(
    r"^(?:có |xảy ra |để xảy ra |để |diễn ra |tồn tại |tiếp diễn |phát sinh )?(?:tình trạng |hiện tượng |trường hợp )?"
)
_COUNTED = re.compile(r"^\d+\s+(?:trường hợp |vụ việc |vụ |nơi )?")
_READS_WEAK = re.compile(
    r"(?<!\w)(?:chưa|còn (?:thiếu|yếu|chậm|hạn chế|khó khăn)|yếu kém|vẫn còn|không có|thiếu)(?!\w)", re.IGNORECASE
)
_NAMES_WEAK = re.compile(
    r"khắc phục (?:tình trạng|những|các)|không để|kéo giảm|chỉ tiêu chưa đạt|nợ|giải quyết dứt điểm"
)
NAMELESS = "khắc phục những hạn chế đã nêu"  # where the words tell nothing that could be a task
_LONGEST = 45


def directions_of(text: str) -> list[str]:
    """What is to be done about a limitation or a cause, one verb phrase a predicate; never empty."""
    body = clean(text)
    if (ill := _STILL_HAPPENS.match(body)) is not None:
        return [_tidy(f"khắc phục tình trạng {plain_subject(ill['what'])}{ill['where']}")]
    for clause in clauses_of(body):
        found = _phrases(predicates(clause))
        if found:
            return found
    return [_plainly(clauses_of(body)[0])]


def _phrases(found: list[Predicate]) -> list[str]:
    turned: list[str | Better] = []
    named = ""
    for predicate in found:
        phrase = _turn(predicate.subject, predicate.trigger, predicate.rest, named == predicate.subject)
        if not phrase:
            continue
        told = f"{ask(people_of(predicate.subject)[0])} "
        if isinstance(phrase, str) and named == predicate.subject and phrase.startswith(told):
            phrase = phrase[len(told) :]
        last = turned[-1] if turned else None
        if isinstance(phrase, Better) and isinstance(last, Better) and phrase.subject == last.subject and not last.tail:
            turned[-1] = Better(last.subject, (*last.qualities, *phrase.qualities), phrase.tail)
        else:
            turned.append(phrase)
        named = predicate.subject
    tidy = [_tidy(p if isinstance(p, str) else better(p, _said_before(turned[:n], p))) for n, p in enumerate(turned)]
    sound = _merged([p for p in tidy if _sound(p)])
    return [p for i, p in enumerate(sound) if p not in sound[:i] and not any(o != p and o.startswith(p) for o in sound)]


def _said_before(turned: list[str | Better], item: Better) -> bool:
    """Whether a phrase before names the subject already."""
    last = turned[-1] if turned else ""
    words = without_work(re.sub(r"^công tác ", "", done_to(item.subject)[1]))
    return (
        bool(words)
        and kind(item.subject) is not Subject.PEOPLE
        and words in (last if isinstance(last, str) else last.subject)
    )


def _merged(phrases: list[str]) -> list[str]:
    """Phrases that open alike in one: "khắc phục tình trạng A", "khắc phục tình trạng B" gives "… A, B"."""
    out: list[str] = []
    for phrase in dict.fromkeys(phrases):
        opener = _SHARED.match(phrase)
        if out and opener and out[-1].startswith(opener[0]):
            more, so_far = phrase[opener.end() :], out[-1][opener.end() :]
            out[-1] = phrase if more.startswith(so_far) else f"{out[-1]}, {more}"
        else:
            out.append(phrase)
    return out


def _plainly(clause: str) -> str:
    """The matter of a sentence that tells no shortcoming by a trigger, or only a condition, under a plain verb."""
    first = trigger_in(clause)
    topic = plain_subject(clause[: first.start()] if first and first.start() > 8 else clause)
    pieces = topic.split(", ")
    if done := re.search(r"\sđã\s+(\D+?)(?:\s+(?:tại|cho|ở|được|đối với)\s|\s*\d|[,;]|$)", topic):
        return f"hoàn thành việc {done[1].strip()}"
    if " là " in topic:
        before, after = topic.split(" là ", 1)
        topic = plain_subject(after) if kind(plain_subject(after)) is Subject.WORK else plain_subject(before)
    topic = topic if len(topic.split()) <= 14 else pieces[0] if len(pieces[0].split()) >= 3 else ", ".join(pieces[:2])
    topic = re.sub(r"^(?:là|có|việc) ", "", topic)
    what = kind(topic)
    if not topic or len(topic.split()) > 24 or TRIGGER.match(topic):
        return NAMELESS
    if what is Subject.WORK and len(topic.split()) <= 24:
        return improve(topic)
    if len(topic.split()) >= len(clause.split()) - 1:
        return NAMELESS  # nothing but the sentence itself
    return f"chủ động tháo gỡ khó khăn, vướng mắc liên quan đến {topic}"


def _turn(subject: str, trigger: str, rest: str, named: bool) -> str | Better:
    if trigger == "còn":
        if (inner := TRIGGER.match(rest)) is not None:
            return _turn(subject, inner["t"].lower(), rest[inner.end() :].strip(), named)
        return _still(subject, _INTENSIFIER.sub("", rest), named)
    if trigger in ("chưa", "không"):
        return _not_yet(subject, rest, trigger, named)
    if trigger == "thiếu" and (found := ADJECTIVE.match(rest)) is not None and subject:
        return qualities_of(subject, found)
    if trigger == "thiếu" and re.match(r"trọng tâm|chiều sâu", rest):
        return (
            f"có {rest}"
            if named and not rest.startswith("trọng tâm")
            else ""
            if named
            else f"{improve(subject)} theo hướng có {rest}"
        )
    if trigger == "chủ yếu" and named and not re.match(r"(?:ở|tại|vào|trong|thuộc|do|là do|tập trung|kiêm)", rest):
        return f"không chỉ {re.sub('^(?:là|dừng ở) ', '', rest)}" if rest else ""
    if mind := state_of_mind(subject, f"{trigger} {rest}"):
        return mind
    if trigger in _SCATTERED:
        return f"khắc phục tình trạng {'' if named else f'{subject} '}{trigger}"
    if trigger in _CONDITIONS:
        return objective(subject, trigger)
    return _remedy(subject, trigger, rest, named)


def _remedy(subject: str, state: str, rest: str, named: bool) -> str:
    if subject in _BARE:
        return ""
    for pattern, rule in REMEDIES:
        if (found := pattern.match(state)) is not None:
            phrase = rule(subject, f"{state[found.end() :].strip()} {rest}".strip())
            return "đi vào thực chất" if named and phrase.endswith(" đi vào thực chất") else phrase
    return ""


def _still(subject: str, rest: str, named: bool) -> str:
    """What is there and should not be: "còn chậm", "còn hồ sơ trễ hạn", "còn để xảy ra …"."""
    if phrase := _remedy(subject, rest, "", named):
        return phrase
    if condition := _CONDITION.match(rest):
        return objective(subject, condition[0])
    if re.match(r"(?:xảy ra|diễn ra|tiếp diễn|tái diễn)$", rest) and subject:
        grown = _grown_orbetter(subject)
        return (
            grown
            if grown.startswith("chủ động phòng")
            else f"khắc phục tình trạng {re.sub('^tình trạng ', '', without_work(subject))}"
        )
    if not re.match(r"xảy ra \w+$", rest):
        rest = _THERE.sub("", f"{rest} ")
    rest = lower_first(re.sub(r"^(?:nhiều|một số|các) ", "", rest.strip()))
    if re.match(r"(?:tình trạng|hiện tượng|tệ nạn|việc vi phạm|vi phạm)(?!\w)", subject):
        return f"khắc phục {subject}" if subject.startswith("tình") else f"khắc phục tình trạng {subject}"
    if not rest:
        return _grown_orbetter(subject)
    if mind := state_of_mind(subject, rest):
        return mind
    what = kind(subject)
    counted = _COUNTED.match(rest)
    if counted and (what is not Subject.NONE or TRIGGER.search(rest) is None):
        return f"không để phát sinh trường hợp {rest[counted.end() :]}" if what is Subject.NONE else ""
    if what is Subject.NONE:
        rest = re.sub(r"^\d+\s+", "", rest)
        inner = TRIGGER.search(rest)
        if inner is not None and inner["t"].lower() == "chưa" and inner.start():
            done = _not_yet(plain_subject(rest[: inner.start()]), rest[inner.end() :].strip(), "chưa", False)
            return done if isinstance(done, str) else better(done)
        return f"khắc phục tình trạng {plain_subject(rest)}"
    if named:
        return f"khắc phục tình trạng {rest}"
    if re.match(r"(?:manh mún|nhỏ lẻ|rời rạc|thụ động|xem nhẹ|nể nang|cào bằng)", rest):
        return f"khắc phục tình trạng {without_work(subject)} {rest}"
    if what is Subject.HANDLED:
        return f"khắc phục tình trạng {re.sub('^các ', '', subject)} {rest}"
    if what is Subject.PEOPLE:
        return f"khắc phục tình trạng {people_of(subject)[0]} {rest}"
    return f"khắc phục tình trạng {rest} {'trong' if what is Subject.WORK else 'của'} {without_work(subject)}"


def _grown_orbetter(subject: str) -> str:
    """What answers a thing that is only said to be there still: a bad one is mended, another bettered."""
    if not subject:
        return ""
    if head_verb(subject) not in ("nâng cao", "đẩy nhanh"):
        grown = _remedy(subject, "tăng", "", False)
        if grown.startswith(("kéo giảm", "chủ động phòng")):
            return grown
    return improve(subject)


def _not_yet(subject: str, rest: str, trigger: str, named: bool) -> str | Better:
    while (bare := _INTENSIFIER.sub("", rest)) != rest:
        rest = bare
    rest = re.split(r",\s+(?=(?:sợ|ngại|e ngại|phải)\s)", rest)[0]
    if len(rest.split()) <= 2 and rest.endswith(" được"):
        return ""
    what = kind(subject)
    if quality_of(subject) and rest.startswith("cao"):
        return f"nâng cao {quality_of(subject)}"
    if gained := re.match(
        r"(?:đạt|phát huy|mang lại|đem lại|có)(?: được)? (?:nhiều )?hiệu quả(?: cao nhất| cao| như mong muốn| rõ rệt)?",
        rest,
    ):
        return f"nâng cao hiệu quả {without_work(running(subject) or subject)}{rest[gained.end() :]}"
    if rest.startswith("được "):
        inner = rest[4:].strip()
        if not ADJECTIVE.match(inner) or _HANDLE.match(inner):
            return _passive(subject, what, inner)
        rest = inner
    if (found := ADJECTIVE.match(rest)) is not None and not re.match(r"\s*tiến hành", found["r"]):
        return qualities_of(subject, found)
    people, verb = people_of(subject) if what is Subject.PEOPLE else (subject, "")
    if (
        what is Subject.WORK
        and re.match(r"(?:thực hiện|tiến hành|triển khai) ", rest)
        and (how := ADJECTIVE.match(rest.split(" ", 2)[2]))
    ):
        if how["r"].strip() and not PREPOSITION.match(how["r"]):
            return rest if named else f"{rest} trong {without_work(subject)}"
        return _passive(subject, what, rest)
    if _FIT.match(rest):
        return _fit(subject, people, verb, what, rest)
    if what in (Subject.HANDLED, Subject.THING) and (done := _HANDLE.match(rest)):
        own = rest[done.end() :].strip()
        how = ADJECTIVE.match(own)
        own = how["r"].strip() if how else own
        if not own or PREPOSITION.match(f" {own}") or _HANDLE.match(own.lstrip(", ")):
            return _passive(subject, what, rest)
        where = PREPOSITION.search(rest)
        head, tail = (rest[: where.start()], rest[where.start() :]) if where else (rest, "")
        return f"{head} đối với {subject}{tail}"
    rest = re.sub(r"^(?P<v>\w+(?: \w+)?) được (?=\w)", r"\g<v> ", rest)
    rest = re.sub(r"^(?P<v>quan tâm|chú trọng|chú ý|đầu tư|dành) nhiều (?=đến|tới|cho)", r"\g<v> nhiều hơn ", rest)
    rest = re.sub(r"^dành nhiều (?P<n>thời gian|nguồn lực|kinh phí) (?=cho|để)", r"dành nhiều \g<n> hơn ", rest)
    if re.match(r"có(?!\w)", rest):
        return _having(subject, people, what, rest[2:].strip())
    if re.match(r"(?:tạo|đạt|hình thành|phát huy|khai thác|vượt)(?!\w)", rest):
        return f"phấn đấu {subject + ' ' if subject and not named else ''}{rest}"
    if what is Subject.PEOPLE:
        topic = re.sub(r"^(?:chỉ đạo|lãnh đạo|triển khai|thực hiện|tổ chức)\s+", "", verb)
        if rest.startswith("gắn với ") and verb:
            return f"{ask(people)} gắn {topic} {rest[4:]}"
        return f"{ask(people)} {rest}"
    if rest.startswith("gắn với ") and subject:
        return f"gắn {without_work(subject)} {rest[4:]}"
    if re.match(r"(?:gắn|hoàn thành|coi|xem|xác định|bố trí|xây dựng)\s", rest) or not subject:
        return f"bảo đảm {rest}" if trigger == "không" and not rest.startswith("hoàn thành") else _completed(rest)
    if re.match(r"thay đổi", rest):
        return f"từng bước thay đổi {subject}"
    return (
        rest
        if named or re.match(r"(?:huy động|thu hút|khuyến khích|phát hiện)\s", rest)
        else f"bảo đảm {subject} {rest}"
    )


def _completed(rest: str) -> str:
    return f"phấn đấu {rest}" if re.match(r"hoàn thành\s.*chỉ tiêu", rest) else rest


def _having(subject: str, people: str, what: Subject, thing: str) -> str:
    """ "chưa có quy chế" and the like: what is to be there is made, placed or brought about, each by its own verb."""
    thing = re.sub(r"^(?:được )", "", thing)
    if what is Subject.PEOPLE:
        return f"quan tâm, hỗ trợ {people} có {thing}" if is_public(people) else f"bảo đảm {people} có {thing}"
    whom = f" cho {without_work(subject)}" if subject and what is not Subject.WORK else ""
    if re.match(
        r"(?:đủ )?(?:công chức|cán bộ|viên chức|kinh phí|nguồn|biên chế|nhân lực|người|trang thiết bị)(?!\w)", thing
    ):
        whom = re.sub(r" được giao$", "", whom)
        return f"bố trí {thing}{whom}"
    if re.match(r"(?:giải pháp|biện pháp|kế hoạch|cơ chế|quy chế|chính sách|chương trình|đề án|quy định)(?!\w)", thing):
        return f"xây dựng {thing}{whom}"
    if re.match(r"(?:văn bản|hướng dẫn)(?!\w)", thing):
        return f"sớm ban hành {thing}{whom}"
    if re.match(r"(?:chuyển biến|sức lan|sự (?:chuyển|lan|đồng|thống)|đột phá|bước)", thing):
        return f"tạo {thing}{' trong ' + without_work(subject) if subject and what is Subject.WORK else ''}"
    return f"phấn đấu có {thing}"


def _fit(subject: str, people: str, verb: str, what: Subject, rest: str) -> str:
    tail = rest if rest.startswith(("bảo đảm", "đảm bảo", "đáp ứng", "theo kịp")) else f"bảo đảm {rest}"
    if what is Subject.PEOPLE:
        if rest.startswith("đáp ứng"):
            return f"nâng cao chất lượng {people} để đáp ứng{rest[7:]}"
        return f"{ask(subject)} {rest}" if verb else f"{ask(people)} {tail}"
    if what is Subject.NONE:
        return tail
    if rest in ("bảo đảm", "đảm bảo"):
        return f"bảo đảm {without_work(subject)}"
    return f"{improve(subject)}, {tail}"


def _passive(subject: str, what: Subject, verb: str) -> str:
    """ "chưa được số hóa đầy đủ" of a thing gives "số hóa đầy đủ" and the thing; of people, who are taught, "cho"
    them; by someone, that someone is asked to."""
    if (care := _CARED.match(verb)) is not None:
        more = verb[care.end() :].strip()
        return (
            f"{care[0]} {more} cho {subject}" if more and not _PLACED.match(more) else f"{care[0]} đến {subject} {more}"
        )
    if what is Subject.PEOPLE and _TEACHING.match(verb):
        return f"{verb} cho {people_of(subject)[0]}"
    if what is Subject.PEOPLE:
        return f"bảo đảm {people_of(subject)[0]} được {verb}"
    if (by := _AGENT.match(verb)) is not None and not _HANDLE.match(verb):
        return f"{ask(by['who'].strip())} {by['what']} {subject}"
    where = PREPOSITION.search(verb)
    head, tail = (verb[: where.start()], verb[where.start() :]) if where else (verb, "")
    return f"{head} {without_work(subject) if head.split()[0] in ('tổ',) else subject}{tail}".replace("  ", " ")


def _sound(phrase: str) -> bool:
    """Whether a phrase reads as a task: it does not name a shortcoming, but where it says to mend one."""
    if not phrase or len(phrase.split()) > _LONGEST:
        return False
    weak = _READS_WEAK.search(phrase)
    return weak is None or _NAMES_WEAK.search(phrase[: weak.start()]) is not None


def _tidy(phrase: str) -> str:
    phrase = re.sub(r"\s+([,.;])", r"\1", " ".join(phrase.split())).strip(" ,.;")
    phrase = re.sub(
        r"\b(\w+) \1\b(?! \1)",
        lambda m: m[1] if m[1] in ("các", "của", "hơn", "việc", "cho", "được", "cường", "số", "đến") else m[0],
        phrase,
    )
    phrase = re.sub(r"\btiến độ (?:công tác|việc) ", "tiến độ ", phrase)
    return re.sub(r"tăng cường (?:công tác )?tăng cường", "tăng cường", phrase)
