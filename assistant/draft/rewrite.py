"""A limitation turned into what is to be done: "còn X" and "chưa X" become directions, by rules of the language alone.

A limitation has a subject and one or more predicates. Each predicate is told by its trigger ("chưa", "còn", "thiếu",
"ít", "chủ yếu", "chậm", "giảm" …) and turned by the rule of that trigger into a verb phrase that begins with a small
letter. The words are those of the limitation; what the rules add is given here and names no figure, document or place.
"""

from __future__ import annotations

import re

from assistant.draft.nounphrases import (
    Subject,
    kind,
    lower_first,
    people_of,
    plain_subject,
    without_hedges,
    without_work,
)
from assistant.draft.remedies import REMEDIES
from assistant.draft.verbs import ask, head_verb, improve

_TRIGGERS = (
    r"chưa(?!\s+(?:qua|kể)(?!\w))|không(?!\s+(?:dùng tiền|gian|khí|ngừng|những|chỉ|phụ thuộc))"
    r"|thiếu(?!\s+(?:nhi|niên))|ít(?!\s+nhất)"
    r"|chủ yếu|nặng về|thiên về|kiêm nhiệm|mất nhiều|gặp (?:nhiều )?(?:khó khăn|vướng mắc)|kéo dài|bị động"
    r"|còn(?!\s+(?:lại|hạn(?!\s*(?:chế|hẹp)))\b)"
    r"|chậm(?=\s+(?:giải|ban|triển|thực|công|cập|báo|trả|thanh|tham|hoàn|xử)\w*)|(?:chậm|giảm|tăng"
    r"|hạn chế|lúng túng|bất cập|thấp|yếu|phức tạp|rườm rà)(?=\s*(?:$|so với|hạng|bậc|\d|,))"
)
_TRIGGER = re.compile(rf"(?<!\w)(?P<t>{_TRIGGERS})(?!\w)", re.IGNORECASE)
_TAIL = re.compile(
    r"[,\s]+(?:dẫn đến|dẫn tới|làm cho|làm ảnh hưởng|gây (?!dựng)|ảnh hưởng (?:không nhỏ|lớn"
    r"|trực tiếp)?|trong khi|mặc dù|nguyên nhân|do\s|vì\s).*$",
    re.IGNORECASE | re.DOTALL,
)
_WHERE = re.compile(
    r"[,\s]+(?:(?:chủ yếu )?tập trung (?:chủ yếu )?(?:ở|tại|vào|trong)|nhất là|đặc biệt là"
    r"|so với (?!yêu cầu))\s[^,;]*(?=$|[,;])|\s+so với yêu cầu(?=$|[,;])",
    re.IGNORECASE,
)
_SPLIT = re.compile(r",\s+(?:và\s+)?|\s+(?:và|nhưng|mà)\s+(?=(?:còn|chưa)\s)", re.IGNORECASE)
_FOLLOWS = re.compile(r",?\s+(?:nên(?!\s+(?:móng|tảng))|vì vậy|vì thế|do đó|do vậy|cho nên)\s+", re.IGNORECASE)
_OPENING = re.compile(
    r"^(?:(?:về|đối với)\s[^:,;]{3,70}:\s+|(?:theo|qua)\s[^,;:]{3,90},\s+"
    r"|nguyên nhân(?:\s[^,;:]{0,60}?)?\s+(?:là\s+)?(?:do|vì)\s+(?:các khó khăn,? vướng mắc như:?\s*)?)",
    re.IGNORECASE,
)
_REACHED = re.compile(
    r",?\s+(?:hiện\s+|mới\s+|chỉ\s+|đã\s+|đang\s+)*(?:đạt|là|chiếm|bằng|ở mức)\s+\d[\d.,/]*\s*%?(?:[^,;]*)",
    re.IGNORECASE,
)
_NEAR = 7  # words before a trigger that may be a subject of its own
_INTENSIFIER = re.compile(
    r"^(?:thật sự|thực sự|hoàn toàn|hẳn|mấy|lắm|kịp(?! thời)|thể|bao giờ|được thật sự|thật|đến mức)\s+", re.IGNORECASE
)
_QUALITY = (
    "quyết liệt|kịp thời|sâu sát|sâu sắc|sâu rộng|sâu|thường xuyên|chặt chẽ|đồng bộ|đồng đều|cao|tốt|đầy đủ"
    "|nghiêm túc|nghiêm|hiệu quả"
    "|rõ nét|rõ ràng|rõ|phong phú|đa dạng|linh hoạt|chủ động|toàn diện|sát sao|sát|đúng mức|ổn định"
    "|thống nhất|triệt để|dứt điểm"
    "|nhanh|mạnh|mạnh mẽ|bền vững|thiết thực|cụ thể|tích cực|nhiệt tình|gương mẫu|trách nhiệm"
    "|liên tục|bài bản|chuyên nghiệp|chuyên sâu"
    "|nhiều|hợp lý|khoa học|nhịp nhàng|thông suốt|đều|tương xứng|thỏa đáng|hài hòa|minh bạch"
    "|đạt yêu cầu|như mong muốn|thuận lợi|tự giác"
)
_ADJECTIVE = re.compile(
    rf"^(?P<a>(?:{_QUALITY})(?:(?:,\s+|\s+và\s+)(?:{_QUALITY}))*)(?!\w)(?P<r>.*)$", re.IGNORECASE | re.DOTALL
)
_MANNER = {
    "quyết liệt",
    "sâu sát",
    "sâu sắc",
    "sâu rộng",
    "phong phú",
    "đa dạng",
    "linh hoạt",
    "thiết thực",
    "chuyên nghiệp",
}
_NO_MORE = {"dứt điểm", "đúng mức", "đạt yêu cầu", "triệt để", "thỏa đáng", "tương xứng", "như mong muốn"}
_FIT = re.compile(r"^(?:đúng|phù hợp|bảo đảm|đảm bảo|đáp ứng|gắn|theo kịp)(?!\w)", re.IGNORECASE)
_HANDLE = re.compile(
    r"^(?P<v>giải quyết|xử lý|khắc phục|hoàn thành|thu hồi|số hóa|số hoá|cập nhật|trả lời|ban hành"
    r"|triển khai|thực hiện|kết nối|đồng bộ|bàn giao"
    r"|công khai|niêm yết)(?!\w)(?P<r>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_PREPOSITION = re.compile(r"\s+(?=(?:trong|tại|ở|theo|cho|đối với|bằng|qua|từ|về|so với|giữa|vào|đến)\s)")
_TEACHING = re.compile(r"^(?:bồi dưỡng|tập huấn|đào tạo|trang bị|hướng dẫn|cập nhật kiến thức|hỗ trợ)(?!\w)")


def directions_of(text: str) -> list[str]:
    """What is to be done about a limitation or a cause, one verb phrase a predicate; never empty."""
    body = without_hedges(re.sub(r"\([^)]*\)", "", " ".join(text.split())).strip(" .;:,"))
    body = _measured(_OPENING.sub("", body))
    out: list[str] = []
    subject = ""
    for part in _FOLLOWS.split(body):
        found, subject = _predicates(_cut(part), subject)
        out += found
        if out:
            break
    if not out:
        topic = plain_subject(_cut(body))
        topic = topic if len(topic.split()) <= 16 else topic.split(", ")[0]
        out.append(
            improve(topic)
            if kind(topic) is Subject.WORK
            else f"chủ động tháo gỡ khó khăn, vướng mắc đối với {re.sub('^là ', '', topic)}"
        )
    tidy = [_tidy(phrase) for phrase in out]
    return [p for i, p in enumerate(tidy) if p not in tidy[:i] and not any(o != p and o.startswith(p) for o in tidy)]


def _measured(body: str) -> str:
    """A limitation without the figures it is measured by; a share that is only told by its figure is one that is
    low."""
    bare = _REACHED.sub("", body)
    if (
        bare != body
        and _TRIGGER.search(bare) is None
        and re.match(r"(?:tỷ lệ|tỉ lệ|chỉ số|mức độ|kết quả)\s", bare, re.IGNORECASE)
    ):
        return f"{bare} còn thấp"
    return bare


def _predicates(body: str, subject: str) -> tuple[list[str], str]:
    out: list[str] = []
    for segment in _segments(body):
        found = _TRIGGER.search(segment)
        if found is None:
            if not out:
                whole = plain_subject(segment)
                subject = people_of(whole)[0] if kind(whole) is Subject.PEOPLE else re.sub(r"\s+đang\s.*$", "", whole)
            continue
        own = plain_subject(segment[: found.start()])
        if own:
            subject = own
        phrase = _turn(subject, found["t"].lower(), segment[found.end() :].strip())
        if phrase:
            out.append(phrase)
    return out, subject


def _segments(body: str) -> list[str]:
    """The predicates of a sentence: cut at a comma where what stands before has its trigger and what follows has one
    soon."""
    pieces, start = [], 0
    for comma in _SPLIT.finditer(body):
        ahead = _TRIGGER.search(body, comma.end())
        if (
            ahead is None
            or len(body[comma.end() : ahead.start()].split()) > _NEAR
            or "," in body[comma.end() : ahead.start()]
        ):
            continue
        soon = body[comma.end() : ahead.start()].strip()
        if soon and not plain_subject(soon):
            soon = ""
        if soon and _TRIGGER.search(body, start, comma.start()) is None:
            continue
        pieces.append(body[start : comma.start()])
        start = comma.end()
    return [*pieces, body[start:]]


def _turn(subject: str, trigger: str, rest: str) -> str:
    if trigger == "còn" and (inner := _TRIGGER.match(rest)) is not None:
        return _turn(subject, inner["t"].lower(), rest[inner.end() :].strip())
    if trigger == "còn":
        rest = _INTENSIFIER.sub("", rest)
        for pattern, rule in REMEDIES:
            if (found := pattern.match(rest)) is not None:
                return rule(subject, rest[found.end() :].strip())
        return _existing(subject, rest)
    if trigger in ("chưa", "không"):
        return _not_yet(subject, rest, trigger)
    for pattern, rule in REMEDIES:
        if pattern.match(trigger):
            return rule(subject, rest)
    return ""


def _not_yet(subject: str, rest: str, trigger: str) -> str:
    if (
        measured := re.search(r"\s(?P<n>hiệu quả|chất lượng|kết quả|tỷ lệ|ý thức|nhận thức)$", subject)
    ) and rest.startswith("cao"):
        return f"nâng cao {measured['n']} {without_work(subject[: measured.start()])}"
    if gained := re.match(
        r"(?:đạt|phát huy|mang lại|có)(?: được)? (?:nhiều )?hiệu quả(?: cao nhất| cao| như mong muốn| rõ rệt)?", rest
    ):
        return f"nâng cao hiệu quả {without_work(subject)}{rest[gained.end() :]}"
    while (bare := _INTENSIFIER.sub("", rest)) != rest:
        rest = bare
    what = kind(subject)
    if rest.startswith("được "):
        inner = rest[4:].strip()
        if _ADJECTIVE.match(inner) and not _HANDLE.match(inner):
            rest = inner
        else:
            return _passive(subject, what, inner)
    people, verb = people_of(subject) if what is Subject.PEOPLE else (subject, "")
    if (adjective := _ADJECTIVE.match(rest)) is not None and not adjective["r"].strip().startswith(("tiến hành",)):
        return _better(people, verb, what, adjective["a"], adjective["r"])
    if _FIT.match(rest) and not rest.startswith("gắn"):
        tail = rest if rest.startswith(("bảo đảm", "đảm bảo", "đáp ứng")) else f"bảo đảm {rest}"
        if what is Subject.PEOPLE:
            return f"{ask(subject)} {rest}" if verb else f"{ask(people)} {tail}"
        if what is Subject.NONE:
            return tail
        return f"{improve(subject)}, {tail}"
    if what in (Subject.HANDLED, Subject.THING) and _HANDLE.match(rest):
        return _passive(subject, what, rest)
    rest = re.sub(r"^(?P<v>\w+(?: \w+)?) được (?=\w)", r"\g<v> ", rest)
    rest = re.sub(r"^(?P<v>quan tâm|chú trọng|chú ý|đầu tư|dành) nhiều (?=đến|tới|cho)", r"\g<v> nhiều hơn ", rest)
    rest = re.sub(r"^dành nhiều (?P<n>thời gian|nguồn lực|kinh phí) (?=cho|để)", r"dành nhiều \g<n> hơn ", rest)
    if what is Subject.PEOPLE:
        if not verb:
            return f"{ask(people)} {rest}"
        topic = re.sub(r"^(?:chỉ đạo|lãnh đạo|triển khai|thực hiện|tổ chức)\s+", "", verb)
        if rest.startswith("gắn với "):
            return f"{ask(people)} gắn {topic} {rest[4:]}"
        return f"{ask(people)} {rest}"
    if rest.startswith("gắn với ") and subject:
        return f"gắn {without_work(subject)} {rest[4:]}"
    if rest.startswith("gắn ") and subject:
        return rest
    if re.match(r"(?:có|tạo|đạt|hình thành|phát huy|khai thác)(?!\w)", rest):
        return f"phấn đấu {rest}"
    return rest if trigger == "chưa" or what is Subject.WORK else f"bảo đảm {rest}"


def _passive(subject: str, what: Subject, verb: str) -> str:
    """ "chưa được số hóa đầy đủ" of a thing gives "số hóa đầy đủ" and the thing; of people, who are taught, "cho"
    them."""
    if what is Subject.PEOPLE and _TEACHING.match(verb):
        return f"{verb} cho {people_of(subject)[0]}"
    if what is Subject.PEOPLE:
        return f"bảo đảm {people_of(subject)[0]} được {verb}"
    where = _PREPOSITION.search(verb)
    head, tail = (verb[: where.start()], verb[where.start() :]) if where else (verb, "")
    return f"{head} {without_work(subject) if head.split()[0] in ('tổ',) else subject}{tail}".replace("  ", " ")


def _better(people: str, verb: str, what: Subject, adjective: str, rest: str) -> str:
    adjective = adjective.strip()
    low = adjective.lower()
    more = adjective if low in _NO_MORE else f"{adjective} hơn"
    tail = rest if rest[:1] in (" ", "") else f" {rest}"
    if low == "nhiều":
        return f"tăng cường {rest.strip()}" if rest.strip() else improve(people)
    if low.startswith("thường xuyên") and re.match(r"\s+\w", rest) and not _PREPOSITION.match(rest):
        return f"{ask(people)} thường xuyên{rest}" if what is Subject.PEOPLE else f"thường xuyên{rest}"
    if what is Subject.PEOPLE and low in ("đồng đều", "cao", "đồng bộ", "ổn định"):
        return (
            f"nâng cao chất lượng {people}, bảo đảm {more}{tail}" if low != "cao" else f"nâng cao chất lượng {people}"
        )
    if what is Subject.PEOPLE:
        return f"{ask(people)}{' ' + verb if verb else ''} {more}{tail}"
    if what is Subject.NONE:
        return f"thực hiện {more}{tail}"
    if low == "cao":
        return (
            f"nâng cao {without_work(people)}{tail}"
            if not head_verb(people).startswith("nâng cao")
            else f"{improve(people)}{tail}"
        )
    if low == "hiệu quả":
        return f"nâng cao hiệu quả {without_work(people)}{tail}"
    if low == "tốt":
        return f"thực hiện tốt hơn {people}{tail}"
    joint = " theo hướng" if low.split(",")[0] in _MANNER else ", bảo đảm"
    return f"{improve(people)}{joint} {more}{tail}"


def _existing(subject: str, rest: str) -> str:
    """What is still there and should not be: "còn hồ sơ trễ hạn", "để xảy ra …"."""
    rest = re.sub(
        r"^(?:có |xảy ra |để xảy ra |diễn ra |tồn tại )?(?:tình trạng |hiện tượng )?", "", _INTENSIFIER.sub("", rest)
    ).strip()
    if not rest:
        return improve(subject)
    rest = lower_first(rest)
    what = kind(subject)
    if what is Subject.NONE:
        inner = _TRIGGER.search(rest)
        if inner is not None and inner["t"].lower() == "chưa" and inner.start():
            return _not_yet(plain_subject(rest[: inner.start()]), rest[inner.end() :].strip(), "chưa")
        return f"khắc phục tình trạng {plain_subject(rest)}"
    if what is Subject.HANDLED:
        return f"khắc phục tình trạng {re.sub('^các ', '', subject)} {rest}"
    if what is Subject.PEOPLE:
        return f"khắc phục tình trạng {people_of(subject)[0]} {rest}"
    return f"khắc phục tình trạng {rest} {'trong' if what is Subject.WORK else 'của'} {without_work(subject)}"


def _cut(text: str) -> str:
    """Without what follows from it or stands beside it: ", nên …", "do …", ", dẫn đến …", and a purpose after "để"."""
    text = _TAIL.sub("", text)
    for where in reversed(list(_WHERE.finditer(text))):
        after = where.end() if _TRIGGER.search(text, where.end()) else len(text)
        text = text[: where.start()] + text[after:]
    cut = text.strip(" ,.;")
    return re.sub(r"\s+để\s+.*$", "", cut) if len(cut.split()) > 8 else cut


def _tidy(phrase: str) -> str:
    phrase = re.sub(r"\s+([,.;])", r"\1", " ".join(phrase.split())).strip(" ,.;")
    phrase = re.sub(
        r"\b(\w+) \1\b(?! \1)",
        lambda m: m[1] if m[1] in ("các", "của", "hơn", "việc", "cho", "được", "cường") else m[0],
        phrase,
    )
    return re.sub(r"tăng cường (?:công tác )?tăng cường", "tăng cường", phrase)
