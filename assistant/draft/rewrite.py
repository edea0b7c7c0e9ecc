"""A limitation turned into what is to be done: "còn X" and "chưa X" become directions, by rules of the language alone.

A limitation has a subject and one or more predicates. Each predicate is told by its trigger ("chưa", "còn", "thiếu",
"ít", "chủ yếu", "chậm", "giảm" …) and turned by the rule of that trigger into a verb phrase that begins with a small
letter. The words are those of the limitation; what the rules add is given here and names no figure, document or place.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.draft.nounphrases import (
    Subject,
    kind,
    lower_first,
    people_of,
    plain_subject,
    without_hedges,
    without_work,
)

_TRIGGERS = (
    r"chưa(?!\s+(?:qua|kể)(?!\w))|không(?!\s+(?:dùng tiền|gian|khí|ngừng|những|chỉ|phụ thuộc))"
    r"|thiếu(?!\s+(?:nhi|niên))|ít(?!\s+nhất)"
    r"|chủ yếu|nặng về|thiên về|kiêm nhiệm|mất nhiều|gặp (?:nhiều )?(?:khó khăn|vướng mắc)|kéo dài|bị động"
    r"|còn(?!\s+(?:lại|hạn(?!\s*(?:chế|hẹp)))\b)"
    r"|(?:chậm|giảm|tăng|hạn chế|lúng túng|bất cập|thấp|yếu|phức tạp|rườm rà)(?=\s*(?:$|so với|hạng|bậc|\d|,))"
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
_HEADS = (
    (r"tiến độ", "đẩy nhanh"),
    ((
        r"năng lực|khả năng|trình độ|kỹ năng|nhận thức|chất lượng|hiệu quả|ý thức|tỷ lệ|tỉ lệ|chỉ số"
        r"|mức độ|trách nhiệm|vai trò|tinh thần|kết quả"
    ), "nâng cao"),
    (r"nội dung|hình thức|phương pháp|cách làm", "đổi mới"),
    (r"nguồn lực|kinh phí|nhân lực|ngân sách|nguồn vốn|biên chế", "bố trí, huy động"),
    (r"cơ sở vật chất|hạ tầng|trang thiết bị|hệ thống|phần mềm|đường truyền", "đầu tư, nâng cấp"),
    (r"hồ sơ|dữ liệu|cơ sở dữ liệu", "hoàn thiện"),
    (r"quy định|cơ chế|chính sách|văn bản|thể chế|quy trình", "rà soát, hoàn thiện"),
    (r"thời gian", "rút ngắn"),
    (r"báo cáo", "thực hiện nghiêm chế độ"),
    (r"mô hình|phong trào|cuộc vận động", "nâng cao chất lượng"),
    ((
        r"công tác|việc|hoạt động|sự|tuyên truyền|phối hợp|kiểm tra|giám sát|đối thoại|đôn đốc|hướng dẫn"
        r"|tập huấn|bồi dưỡng"
    ), "tăng cường"),
)  # fmt: skip
_RESOURCE = re.compile(
    r"(?:kinh phí|nguồn lực|nhân lực|ngân sách|nguồn vốn|cơ sở vật chất|biên chế|hạ tầng)", re.IGNORECASE
)
_BAD = re.compile(
    r"(?:tồn đọng|quá hạn|trễ hạn|vi phạm|hộ nghèo|tội phạm|tai nạn|khiếu kiện|sai phạm|tệ nạn)", re.IGNORECASE
)


def directions_of(text: str) -> list[str]:
    """What is to be done about a limitation or a cause, one verb phrase a predicate; never empty."""
    body = without_hedges(re.sub(r"\([^)]*\)", "", " ".join(text.split())).strip(" .;:,"))
    body = re.sub(r"^(?:về|đối với)\s[^:,;]{3,70}:\s+", "", body, flags=re.IGNORECASE)
    out: list[str] = []
    subject = ""
    for part in _FOLLOWS.split(body):
        found, subject = _predicates(_cut(part), subject)
        out += found
        if out:
            break
    if not out:
        topic = plain_subject(_cut(body))
        topic = topic if len(topic.split()) <= 16 else topic.split(",")[0]
        out.append(
            _improve(topic)
            if kind(topic) is Subject.WORK
            else f"chủ động tháo gỡ khó khăn, vướng mắc đối với {re.sub('^là ', '', topic)}"
        )
    tidy = [_tidy(phrase) for phrase in out]
    return [p for i, p in enumerate(tidy) if p not in tidy[:i] and not any(o != p and o.startswith(p) for o in tidy)]


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
        for pattern, rule in _STILL:
            if (found := pattern.match(rest)) is not None:
                return rule(subject, rest[found.end() :].strip())
        return _existing(subject, rest)
    if trigger in ("chưa", "không"):
        return _not_yet(subject, rest, trigger)
    for pattern, rule in _STILL:
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
            return f"{_ask(subject)} {rest}" if verb else f"{_ask(people)} {tail}"
        if what is Subject.NONE:
            return tail
        return f"{_improve(subject)}, {tail}"
    if what in (Subject.HANDLED, Subject.THING) and _HANDLE.match(rest):
        return _passive(subject, what, rest)
    rest = re.sub(r"^(?P<v>\w+(?: \w+)?) được (?=\w)", r"\g<v> ", rest)
    rest = re.sub(r"^(?P<v>quan tâm|chú trọng|chú ý|đầu tư|dành) nhiều (?=đến|tới|cho)", r"\g<v> nhiều hơn ", rest)
    rest = re.sub(r"^dành nhiều (?P<n>thời gian|nguồn lực|kinh phí) (?=cho|để)", r"dành nhiều \g<n> hơn ", rest)
    if what is Subject.PEOPLE:
        if not verb:
            return f"{_ask(people)} {rest}"
        topic = re.sub(r"^(?:chỉ đạo|lãnh đạo|triển khai|thực hiện|tổ chức)\s+", "", verb)
        if rest.startswith("gắn với "):
            return f"{_ask(people)} gắn {topic} {rest[4:]}"
        return f"{_ask(people)} {rest}"
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
        return f"tăng cường {rest.strip()}" if rest.strip() else _improve(people)
    if low.startswith("thường xuyên") and re.match(r"\s+\w", rest) and not _PREPOSITION.match(rest):
        return f"{_ask(people)} thường xuyên{rest}" if what is Subject.PEOPLE else f"thường xuyên{rest}"
    if what is Subject.PEOPLE and low in ("đồng đều", "cao", "đồng bộ", "ổn định"):
        return (
            f"nâng cao chất lượng {people}, bảo đảm {more}{tail}" if low != "cao" else f"nâng cao chất lượng {people}"
        )
    if what is Subject.PEOPLE:
        return f"{_ask(people)}{' ' + verb if verb else ''} {more}{tail}"
    if what is Subject.NONE:
        return f"thực hiện {more}{tail}"
    if low == "cao":
        return (
            f"nâng cao {without_work(people)}{tail}"
            if not _head(people).startswith("nâng cao")
            else f"{_improve(people)}{tail}"
        )
    if low == "hiệu quả":
        return f"nâng cao hiệu quả {without_work(people)}{tail}"
    if low == "tốt":
        return f"thực hiện tốt hơn {people}{tail}"
    joint = " theo hướng" if low.split(",")[0] in _MANNER else ", bảo đảm"
    return f"{_improve(people)}{joint} {more}{tail}"


def _ask(people: str) -> str:
    """Who is told to do better: offices and officials are required to, the public is helped to."""
    public = re.match(
        r"(?:các\s+)?(?:người dân|nhân dân|doanh nghiệp|quần chúng|hộ|bà con|công dân)(?!\w)", people, re.IGNORECASE
    )
    return f"{'tuyên truyền, hướng dẫn' if public else 'yêu cầu'} {people}"


def _head(subject: str) -> str:
    for pattern, verb in _HEADS:
        if re.match(rf"(?:các )?(?:{pattern})(?!\w)", subject, re.IGNORECASE):
            return verb
    return "tập trung thực hiện"


def _improve(subject: str) -> str:
    """A subject under the verb that betters it: "công tác kiểm tra" gives "tăng cường công tác kiểm tra"."""
    if not subject:
        return "tổ chức thực hiện"
    verb = _head(subject)
    if verb == "tập trung thực hiện" and kind(subject) is Subject.PEOPLE:
        return f"yêu cầu {subject} thực hiện"
    return f"{verb} {without_work(subject)}"


def _existing(subject: str, rest: str) -> str:
    """What is still there and should not be: "còn hồ sơ trễ hạn", "để xảy ra …"."""
    rest = re.sub(
        r"^(?:có |xảy ra |để xảy ra |diễn ra |tồn tại )?(?:tình trạng |hiện tượng )?", "", _INTENSIFIER.sub("", rest)
    ).strip()
    if not rest:
        return _improve(subject)
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


_Rule = Callable[[str, str], str]


def _resources(subject: str) -> str:
    return (
        f"ưu tiên bố trí {subject}"
        if _RESOURCE.match(subject)
        else f"tháo gỡ khó khăn về {re.sub('^điều kiện về ', '', subject)}"
        if kind(subject) is Subject.THING
        else f"tháo gỡ khó khăn trong {without_work(subject)}"
    )


def _limited(subject: str) -> str:
    if kind(subject) is not Subject.PEOPLE and _head(subject) == "nâng cao":
        return f"nâng cao {without_work(subject)}"
    return f"nâng cao hiệu quả {without_work(subject)}" if kind(subject) is Subject.WORK else _improve(subject)


def _complicated(subject: str) -> str:
    if kind(subject) is Subject.WORK:
        return f"tháo gỡ khó khăn trong {without_work(subject)}"
    return f"đơn giản hóa {subject.split(' có ')[-1]}"


def _lack(subject: str, rest: str) -> str:
    if not rest:
        return f"bảo đảm đủ {subject}"
    what = kind(subject)
    if what is Subject.PEOPLE and re.match(r"(?:kỹ năng|kinh nghiệm|kiến thức|hiểu biết)", rest):
        return f"bồi dưỡng {rest} cho {people_of(subject)[0]}"
    if what is Subject.PEOPLE:
        return (
            f"nâng cao {rest} của {people_of(subject)[0]}"
            if re.match(r"(?:tinh thần|trách nhiệm|chủ động|quyết tâm|tính)", rest)
            else f"bổ sung {rest} cho {people_of(subject)[0]}"
        )
    if re.match(r"(?:chủ động|chặt chẽ|đồng bộ|thống nhất|kịp thời)", rest):
        return f"{_improve(subject)}, bảo đảm {rest}"
    return f"bổ sung {rest}" + (f" cho {without_work(subject)}" if subject and what is not Subject.WORK else "")


def _mainly(subject: str, rest: str) -> str:
    if re.match(r"(?:tập trung )?(?:ở|tại|vào|trong|thuộc)\s", rest) or not rest:
        return ""
    if "kiêm nhiệm" in rest:
        return _busy(subject, "")
    if re.match(r"(?:phát sinh|xuất phát|là do|do)(?!\w)", rest):
        return f"rà soát, khắc phục từ khâu {re.sub('^(?:phát sinh|xuất phát) (?:trong|từ)? ?', '', rest)}"
    if re.match(r"(?:tập trung |làm )?(?:theo|dựa vào|phụ thuộc|trông chờ)\s", rest):
        return f"chủ động hơn trong {without_work(subject) or 'tổ chức thực hiện'}, không chỉ {rest}"
    return f"đa dạng hóa hình thức thực hiện, không chỉ {re.sub('^là ', '', rest)}"


def _busy(subject: str, rest: str) -> str:
    people = people_of(subject)[0] if subject else "cán bộ, công chức"
    return f"bố trí, phân công hợp lý {people}, hạn chế kiêm nhiệm {rest or 'nhiều việc'}"


def _slow(subject: str, rest: str) -> str:
    what = kind(subject)
    if what is Subject.PEOPLE:
        people, verb = people_of(subject)
        return f"yêu cầu {people} {verb or rest} nhanh hơn, đúng thời hạn".replace("  ", " ")
    tail = f" {rest}" if rest and not rest.startswith(",") else ""
    return (
        f"đẩy nhanh {without_work(subject)}{tail}"
        if _head(subject) == "đẩy nhanh"
        else f"đẩy nhanh tiến độ {without_work(subject)}{tail}"
    )


def _less(subject: str, rest: str) -> str:
    return f"kéo giảm {subject}" if _BAD.search(subject) else f"nâng cao {without_work(subject)}"


def _grown(subject: str, rest: str) -> str:
    if re.search(r"tồn đọng|tồn", subject):
        return f"giải quyết dứt điểm {subject}, không để tăng thêm"
    return f"kéo giảm {subject}" if _BAD.search(subject) else f"kiểm soát {subject}"


_STILL: tuple[tuple[re.Pattern[str], _Rule], ...] = tuple(
    (re.compile(rf"^(?:{pattern})(?!\w)", re.IGNORECASE), rule)
    for pattern, rule in (
        (r"chậm", _slow),
        (r"thấp|yếu kém|yếu|khiêm tốn", lambda s, r: f"nâng cao {without_work(s)}"),
        (r"cao|lớn|nhiều(?=\s*$)|phổ biến", lambda s, r: f"kéo giảm {s}"),
        (r"hạn hẹp|eo hẹp", lambda s, r: f"ưu tiên bố trí {s}" if _RESOURCE.match(s) else _improve(s)),
        (r"(?:nhiều )?hạn chế", lambda s, r: _limited(s)),
        (r"(?:gặp )?(?:nhiều )?(?:khó khăn|vướng mắc|trở ngại)", lambda s, r: _resources(s)),
        (r"dàn trải|tràn lan", lambda s, r: f"{_improve(s)} theo hướng có trọng tâm, trọng điểm"),
        (r"(?:mang tính )?hình thức", lambda s, r: f"{_improve(s)} đi vào thực chất"),
        (r"lúng túng|bỡ ngỡ|bị động", lambda s, r: f"hướng dẫn, hỗ trợ kịp thời {people_of(s)[0]}"),
        (r"thiếu", _lack),
        (r"ít", lambda s, r: f"tăng cường {r}" if r else f"tăng số lượng {s}"),
        (r"nặng về", lambda s, r: f"khắc phục tình trạng nặng về {r}"),
        (r"thiên về", lambda s, r: f"đa dạng hóa hình thức {without_work(s)}, không chỉ {r}"),
        (r"chủ yếu", _mainly),
        (r"kiêm nhiệm", _busy),
        (r"mất nhiều", lambda s, r: f"rút ngắn {r} {without_work(s)}"),
        (r"kéo dài", lambda s, r: f"rút ngắn {s}" if s.startswith("thời gian") else f"không để {s} kéo dài"),
        (r"lỏng lẻo|buông lỏng", lambda s, r: f"siết chặt {without_work(s)}"),
        (r"bất cập|chồng chéo", lambda s, r: f"rà soát, khắc phục bất cập trong {without_work(s)}"),
        ((
            r"phức tạp|rườm rà"
        ), lambda s, r: _complicated(s)),
        (r"giảm", _less),
        (r"tăng", _grown),
    )
)  # fmt: skip
