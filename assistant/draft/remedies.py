"""What answers a state that is named outright: "chậm", "thấp", "hình thức", "xuống cấp", "kiêm nhiệm", "tăng" …

Each remedy gets the subject, what follows the state, and whether the subject was named just before, and gives a verb
phrase; "" where it has none.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.draft.nounphrases import Subject, done_to, kind, people_of, running, without_work
from assistant.draft.verbs import ask, head_verb, improve

_RESOURCE = re.compile(
    r"(?:nguồn )?(?:kinh phí|nguồn lực|nhân lực|ngân sách|nguồn vốn|cơ sở vật chất|biên chế|hạ tầng)", re.IGNORECASE
)
_STAFF = re.compile(
    r"(?:các |đội ngũ |số )*(?:cán bộ|công chức|viên chức|giáo viên|bác sĩ|y sĩ|biên chế|nhân lực|nhân sự|lực lượng"
    r"|trang thiết bị|cơ sở vật chất|kinh phí|thuốc|phòng học)",
    re.IGNORECASE,
)
_BAD = re.compile(
    r"(?:tồn đọng|quá hạn|trễ hạn|vi phạm|hộ nghèo|tái nghèo|tội phạm|tai nạn|khiếu kiện|sai phạm|tệ nạn|ca mắc|bỏ học"
    r"|nợ|khiếu nại|tố cáo|thất thoát|cháy|ô nhiễm|ly hôn|tảo hôn|suy dinh dưỡng|thất nghiệp|lấn chiếm"
    r"|tạm ngừng|giải thể|phá sản)"
)
_NATURE = re.compile(
    r"(?:giá|thời tiết|mưa|lũ|hạn|xâm nhập mặn|dịch bệnh|dịch|thiên tai|thị trường|biến đổi khí hậu|tình hình dịch)",
    re.IGNORECASE,
)
_QUALITY_OF = re.compile(r"^(?P<n>.{4,}?)\s+(?P<q>hiệu quả|chất lượng|kết quả|tỷ lệ|năng lực|ý thức|nhận thức)$")
_ABILITY_OF = re.compile(
    r"^(?P<n>.{4,}?)\s+(?P<q>(?:hiểu biết|nhận thức|năng lực|trình độ|ý thức|kỹ năng|kiến thức|kinh nghiệm|tinh thần)"
    r"(?:\s.+)?)$"
)
_OF = re.compile(r"\s(?:so với|ở|tại|trong|theo|cho|đối với|với|và|,)\s|\s,")
_STATE_OF_MIND = re.compile(
    r"^(?:tâm lý|tư tưởng|thái độ|bệnh|sợ|ngại|nể nang|trông chờ|ỷ lại|đùn đẩy|né tránh|đi muộn|đi trễ|về sớm|gây"
    r"|sách nhiễu|cửa quyền|quan liêu|lơ là|chủ quan|thờ ơ|bằng lòng)"
)
_Rule = Callable[[str, str], str]


def quality_of(subject: str) -> str:
    """ "hợp tác xã hoạt động hiệu quả" gives "hiệu quả hoạt động của hợp tác xã"; else ""."""
    of = _ABILITY_OF.match(subject)
    if of is not None and kind(of["n"]) is Subject.PEOPLE:
        return f"{of['q']} của {of['n']}"
    found = _QUALITY_OF.match(subject)
    if found is None or kind(subject) is Subject.NONE or re.match(r"(?:tỷ lệ|chất lượng|hiệu quả)", subject):
        return ""
    owner = running(found["n"]) or without_work(found["n"])
    return (
        f"{found['q']} {owner}" if found["q"] in ("hiệu quả", "chất lượng", "kết quả") else f"{found['q']} của {owner}"
    )


def raised(subject: str) -> str:
    """A quality, an ability or a share under "nâng cao"; of what has none its quality."""
    inner = quality_of(subject)
    if inner:
        return f"nâng cao {inner}"
    if running(subject):
        return f"nâng cao hiệu quả {running(subject)}"
    verb, what = head_verb(subject), kind(subject)
    if verb in ("nâng cao", "đẩy nhanh", "tăng", "đầu tư, nâng cấp", "bố trí, huy động", "nâng cao chất lượng"):
        return improve(subject)
    if what is Subject.PEOPLE:
        return improve(subject)
    if re.match(r"(?:độ|mức|sức|tính|sự)\s", subject):
        return f"nâng cao {without_work(subject)}"
    return f"nâng cao chất lượng, hiệu quả {without_work(subject)}"


def _hard(subject: str, rest: str) -> str:
    if re.match(r"(?:về|ở|trong)\s", rest) and kind(subject) is not Subject.PEOPLE:
        what = (
            f" trong {without_work(subject)}" if kind(subject) is Subject.WORK else f" của {subject}" if subject else ""
        )
        return f"tháo gỡ khó khăn, vướng mắc {rest}{what}"
    if _RESOURCE.match(subject):
        return f"ưu tiên bố trí {subject}"
    if kind(subject) is Subject.PEOPLE:
        return f"tháo gỡ khó khăn, vướng mắc cho {people_of(subject)[0]}"
    if kind(subject) is Subject.NONE:
        return ""
    if kind(subject) is Subject.THING:
        return f"tháo gỡ khó khăn về {re.sub('^điều kiện về ', '', subject)}"
    return f"tháo gỡ khó khăn, vướng mắc trong {without_work(subject)}"


def _difficult(subject: str, rest: str) -> str:
    if kind(subject) is Subject.PEOPLE:
        return f"hỗ trợ {people_of(subject)[0]} {rest}"
    return f"tháo gỡ khó khăn để {rest} {subject}" if len(rest.split()) <= 4 else f"tháo gỡ khó khăn trong {rest}"


def _unsteady(subject: str, rest: str) -> str:
    if head_verb(subject) == "rà soát, hoàn thiện" or not subject:
        return improve(subject) if subject else ""
    return f"bảo đảm {people_of(subject)[0] if kind(subject) is Subject.PEOPLE else subject} ổn định"


def _limited(subject: str, rest: str) -> str:
    if rest and re.match(r"(?:về|trong|ở|tại|khi)\s", rest) and kind(subject) is Subject.PEOPLE:
        return f"nâng cao năng lực của {people_of(subject)[0]} {rest}"
    return raised(subject)


def _complicated(subject: str, rest: str) -> str:
    if re.match(r"tình hình|an ninh|trật tự|tội phạm|(?:số |các )?(?:vụ|đối tượng)", subject) or _BAD.search(subject):
        return _watched(subject, rest)
    if kind(subject) is Subject.WORK:
        return f"tháo gỡ khó khăn, vướng mắc trong {without_work(subject)}"
    return f"đơn giản hóa {subject.split(' có ')[-1]}"


def _lack(subject: str, rest: str) -> str:
    what = kind(subject)
    rest = re.sub(r"^(?:và|,)\s+", "và ", rest)
    if rest.startswith("và ") and subject:
        better = "nâng cấp" if head_verb(subject) == "đầu tư, nâng cấp" else "nâng cao chất lượng"
        return f"bổ sung, {better} {subject}"
    if (
        re.match(r"(?:sự |việc )?(?:phối hợp|liên kết|gắn kết|kiểm tra|giám sát|quan tâm)", rest)
        and what is not Subject.PEOPLE
    ):
        return f"tăng cường {re.sub('^(?:sự|việc) ', '', rest)}"
    if not rest or rest.startswith(("so với", ",", "về ")):
        return f"bổ sung đủ {subject}" if _STAFF.match(subject) or what is not Subject.WORK else improve(subject)
    if what is Subject.PEOPLE and re.match(r"(?:kỹ năng|kinh nghiệm|kiến thức|hiểu biết)", rest):
        return f"bồi dưỡng {rest} cho {people_of(subject)[0]}"
    if what is Subject.PEOPLE:
        return (
            f"nâng cao {rest} của {people_of(subject)[0]}"
            if re.match(r"(?:tinh thần|trách nhiệm|ý thức|quyết tâm|tính|năng lực)", rest)
            else f"{ask(people_of(subject)[0])} {rest} hơn"
            if re.match(r"(?:chủ động|quyết liệt|gương mẫu|sâu sát|quan tâm|kiên quyết)$", rest)
            else f"{ask(people_of(subject)[0])} {rest}"
            if re.match(r"(?:kiểm tra|đôn đốc|quan tâm|giám sát|hướng dẫn|phối hợp|chủ động)", rest)
            else f"bổ sung {rest} cho {people_of(subject)[0]}"
        )
    whole = head_verb(subject) == "đầu tư, nâng cấp"  # what lacks is a part of it
    return f"bổ sung {rest}" + (
        f" cho {without_work(subject)}" if subject and what is not Subject.WORK and not whole else ""
    )


def _few(subject: str, rest: str) -> str:
    rest = re.sub(r",.*$", "", rest) if rest.startswith((",", "quy mô")) else rest
    if rest.startswith("người "):
        return f"thu hút thêm {rest}"
    if rest:
        return f"tăng cường {re.sub('^được ', '', rest)}"
    if re.match(r"(?:các )?(?:số|tỷ lệ|lượng)\s", subject):
        return f"tăng {subject}"
    if head_verb(subject) == "nâng cao":
        return improve(subject)
    if _STAFF.match(subject):
        return f"bố trí đủ {re.sub(' được giao$', '', subject)}"
    return (
        f"phát triển thêm {subject}"
        if kind(subject) in (Subject.THING, Subject.HANDLED)
        else f"tăng số lượng {subject}"
    )


def _mainly(subject: str, rest: str) -> str:
    if re.match(r"(?:tập trung )?(?:ở|tại|vào|trong|thuộc)\s", rest) or not rest:
        return ""
    if "kiêm nhiệm" in rest:
        return _busy(subject, "")
    if re.match(r"(?:phát sinh|xuất phát|là do|do)(?!\w)", rest):
        return (
            f"rà soát, khắc phục từ khâu {re.sub('^(?:phát sinh|xuất phát) (?:trong|từ)? ?(?:quá trình )?', '', rest)}"
        )
    if re.match(r"(?:tập trung |làm )?(?:theo|dựa vào|phụ thuộc|trông chờ)\s", rest):
        return f"chủ động hơn trong {without_work(subject) or 'tổ chức thực hiện'}, không chỉ {rest}"
    only = re.sub("^(?:là|dừng ở) ", "", rest)
    if kind(subject) is Subject.WORK and head_verb(subject):
        return f"{improve(subject)}, không chỉ {only}"
    return f"đa dạng hóa hình thức thực hiện, không chỉ {only}"


def _busy(subject: str, rest: str) -> str:
    people = people_of(subject)[0] if subject else "cán bộ, công chức"
    return f"bố trí, phân công hợp lý {people}, hạn chế kiêm nhiệm {rest or 'nhiều việc'}"


def _slow(subject: str, rest: str) -> str:
    what = kind(subject)
    tail = "" if not rest or rest.startswith((",", "so với")) else f" {rest}"
    if what is Subject.PEOPLE and rest.startswith("tiến độ"):
        return f"{ask(people_of(subject)[0])} bảo đảm tiến độ"
    if what in (Subject.WORK, Subject.THING, Subject.HANDLED) and tail and not _OF.match(tail):
        return f"kịp thời {re.sub('^ được ', '', tail).strip()} {subject}"
    if tail.startswith(" được "):
        return f"kịp thời {tail[6:]} {subject}"
    if what is Subject.NONE:
        return f"đẩy nhanh tiến độ{tail}" if tail else ""
    if what is Subject.PEOPLE:
        people, verb = people_of(subject)
        return f"{ask(people)} {verb}{tail} nhanh hơn, đúng thời hạn".replace("  ", " ")
    verb, thing = done_to(subject)
    if verb:
        return f"đẩy nhanh tiến độ {verb} {thing}{tail}"
    bare = without_work(subject)
    return f"đẩy nhanh {bare}{tail}" if head_verb(subject) == "đẩy nhanh" else f"đẩy nhanh tiến độ {bare}{tail}"


def _long(subject: str, rest: str) -> str:
    if head_verb(subject) in ("rút ngắn", "đẩy nhanh"):
        return improve(subject)
    return f"không để {without_work(subject)} kéo dài" if subject else ""


def _late(subject: str, rest: str) -> str:
    verb, thing = done_to(subject)
    return f"{verb or 'thực hiện'} {thing} đúng thời hạn" if thing else ""


def _less(subject: str, rest: str) -> str:
    return f"kéo giảm {subject}" if _BAD.search(subject) else raised(subject)


def _grown(subject: str, rest: str) -> str:
    if re.match(r"khối lượng|số lượng công việc", subject):
        return f"phân công hợp lý {subject}"
    if _NATURE.match(subject):
        return _facing(subject)
    if re.search(r"tồn đọng|còn tồn|tồn$", subject):
        return f"giải quyết dứt điểm {subject}, không để tăng thêm"
    if _BAD.search(subject):
        return f"kéo giảm {re.sub('^tình hình ', '', subject)}"
    return _watched(subject, rest)


def _watched(subject: str, rest: str) -> str:
    return f"chủ động nắm, kiểm soát {subject}" if subject else ""


def _high(subject: str, rest: str) -> str:
    if re.match(r"khối lượng|số lượng công việc", subject):
        return f"phân công hợp lý {subject}"
    if _NATURE.match(subject):
        return _facing(subject)
    if re.match(r"(?:các )?(?:yêu cầu|đòi hỏi|tiêu chuẩn|kỳ vọng)", subject):
        return f"đáp ứng {subject}"
    return f"{'kéo giảm' if _BAD.search(subject) else 'giảm'} {subject}" if subject else ""


def _worn(subject: str, rest: str) -> str:
    thing = re.sub(r"\s+(?:đã|cũ|được đầu tư.*)$", "", subject)
    return f"đầu tư, nâng cấp {thing}" if thing else ""


def _real(subject: str, rest: str) -> str:
    name = re.sub(r"^sự ", "việc ", running(subject) or subject)
    return f"đưa {name} đi vào thực chất" if name else ""


def _poor(subject: str, rest: str) -> str:
    verb = head_verb(subject)
    return (
        improve(subject)
        if verb in ("đổi mới", "nâng cao chất lượng", "nâng cao")
        else f"nâng cao chất lượng {without_work(subject)}"
    )


def _facing(subject: str) -> str:
    if subject.startswith("giá"):
        return f"chủ động có giải pháp ứng phó với biến động của {subject}"
    return f"chủ động phòng, chống, ứng phó với {subject}"


def objective(subject: str, state: str) -> str:
    """What answers a condition that no one can mend: "địa bàn rộng", "dân cư phân tán"."""
    if _NATURE.match(subject):
        return _facing(subject)
    return f"chủ động có giải pháp phù hợp với điều kiện {subject} {state}" if subject else ""


def _mind(subject: str, state: str) -> str:
    what = kind(subject)
    if what is Subject.PEOPLE and re.match(r"(?:tâm lý|tư tưởng|bệnh|thái độ)", state):
        return f"khắc phục {state} của {people_of(subject)[0]}"
    if what is Subject.PEOPLE:
        return f"khắc phục tình trạng {people_of(subject)[0]} {state}"
    noun = "" if re.match(r"(?:tâm lý|tư tưởng|bệnh|thái độ)", state) else "tình trạng "
    return f"khắc phục {noun}{state}"


def state_of_mind(subject: str, state: str) -> str:
    """What answers a failing of people: "ngại va chạm", "tâm lý trông chờ"; "" where the state is none."""
    return _mind(subject, state) if _STATE_OF_MIND.match(state) else ""


REMEDIES: tuple[tuple[re.Pattern[str], _Rule], ...] = tuple(
    (re.compile(rf"^(?:{pattern})(?!\w)", re.IGNORECASE), rule)
    for pattern, rule in (
        (r"chậm", _slow),
        (r"trễ|muộn", _late),
        (r"(?:phải )?(?:đảm nhận|đảm nhiệm|kiêm) nhiều", lambda s, r: _busy(s, f"nhiều {r}".strip())),
        (r"(?:rất |khá |tương đối )?(?:thấp|yếu kém|yếu|kém|khiêm tốn)", lambda s, r: raised(s)),
        (r"(?:có (?:chiều|xu) hướng )?(?:gia tăng|tăng cao|tăng(?: nhiều| mạnh| nhanh)?)|diễn biến phức tạp", _grown),
        (r"tiềm ẩn", _watched),
        (r"cao|lớn|nhiều(?=\s*$)|phổ biến", _high),
        (r"hạn hẹp|eo hẹp", lambda s, r: f"ưu tiên bố trí {s}" if _RESOURCE.match(s) else improve(s)),
        (r"(?:nhiều )?hạn chế", _limited),
        (r"(?:gặp |có )?(?:nhiều |không ít )?"
         r"(?:khó khăn|vướng mắc|trở ngại|vướng)(?:, (?:vướng mắc|khó khăn))?", _hard),
        (r"khó", _difficult),
        (r"(?:thường xuyên|hay|liên tục) hỏng", _worn),
        (r"(?:thường xuyên|hay|liên tục) (?:thay đổi|biến động)|thay đổi (?:qua|liên tục|nhiều lần)"
         r"|(?:có )?nhiều thay đổi", _unsteady),
        (r"dàn trải|tràn lan", lambda s, r: f"{improve(s)} theo hướng có trọng tâm, trọng điểm"),
        (r"(?:mang (?:tính|nặng tính) )?(?:hình thức|đối phó|chiếu lệ|qua loa|thời điểm|thời vụ)|làm qua loa", _real),
        (r"(?:rất |khá )?(?:sơ sài|nghèo nàn|nghèo|chung chung|đơn điệu|sơ lược)", _poor),
        (r"(?:đã |bị )?(?:xuống cấp|cũ|lạc hậu|lỗi thời|hư hỏng|chật hẹp)", _worn),
        (r"quá tải", lambda s, r: f"giảm tải cho {s}" if s else ""),
        (r"(?:rất )?(?:lúng túng|bỡ ngỡ|bị động)",
         lambda s, r: f"hướng dẫn, hỗ trợ kịp thời {people_of(s)[0] if kind(s) is Subject.PEOPLE else s} {r}"),
        (r"thiếu", _lack),
        (r"ít", _few),
        (r"nặng về", lambda s, r: f"khắc phục tình trạng nặng về {r}"),
        (r"thiên về", lambda s, r: f"đa dạng hóa hình thức {without_work(s)}, không chỉ {r}"),
        (r"chủ yếu", _mainly),
        (r"kiêm nhiệm", _busy),
        (r"mất nhiều", lambda s, r: f"rút ngắn {r} {without_work(s)}"),
        (r"kéo dài", _long),
        (r"lỏng lẻo|buông lỏng", lambda s, r: f"siết chặt {without_work(re.sub(' trước đây', '', s))}"),
        (r"(?:nhiều )?(?:bất cập|chồng chéo|mâu thuẫn)",
         lambda s, r: f"rà soát, khắc phục bất cập trong {without_work(s)}"),
        (r"phức tạp|rườm rà", _complicated),
        (r"sụt giảm|giảm|tụt", _less),
        (r"mỏng", lambda s, r: f"bổ sung {s}" if s else ""),
        (r"trông chờ|ỷ lại|đùn đẩy|né tránh", lambda s, r: ""),
    )
)  # fmt: skip
