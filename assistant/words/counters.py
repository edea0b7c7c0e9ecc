"""Counting as it is said: a classifier for what reports call by its name ("mấy bộ" of dossiers, "mấy bận" of times),
and plain words for how two numbers stand to each other ("thua mấy điểm", "lên hay xuống")."""

from __future__ import annotations

import re

from ingest.language.guarded import guarded

_MANY = r"(?:mấy|bao nhiêu)"
# "Bộ" of a ministry, of a set of something that is named, and in compounds.
_NAMED = (
    r"(?!,? (?:ngành|và (?:ngành|cơ quan)|chỉ số|chỉ tiêu|tiêu chí|tiêu chuẩn|thủ tục|phận|máy|luật|trưởng|đội|môn|câu|"
    r"tài liệu|quy|sách|dữ liệu|công cụ|mã|nào|bàn|quần|ảnh|phim|đồ|thiết bị|cơ quan|chủ quản|lọc|phát|nhận diện)\b|"
    r"(?-i: [A-ZĐ]))"
)
_OF_FILES = guarded(
    r"\b(?:hồ sơ|giấy tờ|thủ tục|tthc|dịch vụ công|nộp|làm dở|dở dang|trễ|hẹn|đúng hạn|quá hạn|"
    r"trước hạn|trực tuyến|qua mạng|một cửa|"
    r"rút (?:lại|về)|(?:nhận|nhận vào|nhận được|xong|giải quyết|xử lý|trả|tồn|dở)"
    r"(?: được| xong| lại)? (?:mấy|bao nhiêu) bộ)\b",
    re.IGNORECASE,
)
# How many copies are to be handed in is told in "bộ": "phải gửi mấy bộ".
_COPIES = re.compile(
    r"\b(?:phải|cần|được yêu cầu)\b[^?.;]{0,40}\b(?:nộp|gửi|lập|chuẩn bị|làm)\b|\bbộ gốc\b|"
    rf"\b(?:nộp|lập|làm thành) {_MANY} bộ\b|\bhồ sơ (?:đề nghị|xin|xét|dự|thi đua|khen)\b",
    re.IGNORECASE,
)
_FILES = re.compile(rf"\b({_MANY}|số|tổng số|\d[\d.]*) bộ\b{_NAMED}", re.IGNORECASE)
_THE_FILES = re.compile(
    r"\b(những|các) bộ(?= (?:(?:đã |còn |vẫn |thì )*(?:bị|được|không|chưa|đang|nộp|gửi|trễ|quá|đúng|xong|rút|xin|trả|"
    r"còn lại)|đó|này|ấy)\b)",
    re.IGNORECASE,
)
_SET_OF_PAPERS = re.compile(  # "toàn bộ", "đồng bộ hồ sơ" count none
    r"(?<!toàn )(?<!đồng )(?<!nội )(?<!cán )(?<!tiến )\b(?:bộ|tập|xấp) (?:giấy tờ(?: hồ sơ)?|hồ sơ(?: giấy tờ)?)\b",
    re.IGNORECASE,
)
_TIMES = guarded(rf"\b({_MANY}) (?:bận|phen|chập)\b", re.IGNORECASE)
_PEOPLE = re.compile(
    rf"\b({_MANY}) (?:bà con(?: cô bác)?|cô bác|đầu người|mống|anh chị em|nhân mạng|con người)\b", re.IGNORECASE
)
_SESSIONS = guarded(rf"\b({_MANY}) (?:bữa|cữ)(?= (?:họp|đối thoại|tiếp|tập huấn|gặp|tuyên truyền)\b)", re.IGNORECASE)
# A task among tasks: "19 việc chủ chốt", "được giao mấy việc", "mấy việc làm xong".
_TASKS = guarded(
    rf"\b({_MANY}|\d+|những|các|số) (?:đầu )?việc(?= (?:chủ chốt|chính|then chốt|trọng tâm|trọng điểm|ưu tiên|lớn|"
    r"được giao|phải làm)\b)(?: (?:chủ chốt|chính|then chốt|trọng điểm|lớn)\b)?",
    re.IGNORECASE,
)
_WORK = guarded(
    rf"\b({_MANY}|\d+|số) đầu việc\b|\b(?:(được giao|giao|lãnh|ôm|gánh) ({_MANY}) (?:đầu )?việc)\b", re.IGNORECASE
)
# "mấy trên 57 nhiệm vụ" counts tasks as "mấy nhiệm vụ" does.
_OUT_OF = re.compile(
    rf"\b({_MANY}) (?:trên|/) (?:tổng (?:số )?)?(?:(?:số )?\d[\d.]*|{_MANY}) (?=[^\W\d])", re.IGNORECASE
)
# Tasks and models that are done are "hoàn thành" in reports; dossiers are settled.
_DONE = guarded(
    rf"\b(?:làm )?xong(?: được)? (?={_MANY} (?:(?:trên|trong)(?: tổng)?(?: số)? (?:\d+|bao nhiêu|mấy) )?"
    r"(?:nhiệm vụ|mô hình|chỉ tiêu|công trình|nội dung|đầu việc|việc)\b)|"
    r"(?<=nhiệm vụ )(?:làm )?xong\b|(?<=nhiệm vụ đã )(?:làm )?xong\b",
    re.IGNORECASE,
)
_CHILDREN = guarded(
    rf"\b({_MANY}|số) (?:đứa (?:trẻ|nhỏ|bé|con nít)|con nít|trẻ nhỏ|(?:cháu|em) (?:nhỏ|bé)|con trẻ)\b", re.IGNORECASE
)
_TOGETHER = guarded(r"\bgom(?: góp)?(?= )(?! (?:rác|phế|nước)\b)", re.IGNORECASE)
_ADDED = guarded(r"\bdồn (?:chung|lại|hết)\b|\bcộng (?:gộp|chung lại|hết lại)\b|\bvị chi\b", re.IGNORECASE)
# People who are received are "công dân" in reports, and so are those whose petitions they are.
_RECEIVED = guarded(
    rf"\b(tiếp(?: được)? {_MANY} (?:lượt|lần|cuộc|người|bận)) (?:bà con|người dân|dân)\b", re.IGNORECASE
)
_PETITIONERS = re.compile(r"\b(đơn(?: thư| từ)?) (?:của|từ) (?:bà con|người dân|dân)\b", re.IGNORECASE)
_TIME = r"(?=(?:tháng|quý|năm|cùng kỳ|kỳ trước|kỳ rồi)\b)"
_AGAINST = guarded(
    rf"\b(?:chênh|lệch|vênh) (?:với )?{_TIME}|\bso (?=(?:chỉ tiêu|kế hoạch|dự toán|mục tiêu)\b)|\bso {_TIME}",
    re.IGNORECASE,
)
_BEFORE_IT = guarded(r"\b(năm|tháng|quý|kỳ) (?:kế trước|liền kề trước|sát trước|ngay trước)(?: đó)?\b", re.IGNORECASE)
_HALF = re.compile(r"\b(nửa (?:đầu|cuối)) (?=20\d\d\b)", re.IGNORECASE)
_PER_CENT_POINTS = re.compile(r"\bđiểm ?%", re.IGNORECASE)
_UP_OR_DOWN = guarded(
    r"\b(?:(?:đi |có )?lên hay (?:là )?(?:đi )?xuống|(?:đi )?xuống hay (?:là )?(?:đi )?lên|"
    r"(?:nhiều|cao|khá) lên hay (?:là )?"
    r"(?:ít|thấp|kém) đi|(?:có )?thêm hay (?:là )?bớt|bớt hay (?:là )?thêm|tăng hay là giảm|giảm hay là tăng|"
    r"tăng lên hay (?:là )?giảm (?:đi|xuống)|tiến hay lùi|tăng hoặc giảm|tăng/giảm)\b",
    re.IGNORECASE,
)
_APART = guarded(
    rf"\b(?:cách biệt|xê xích|xê dịch|vênh|lệch|so le)(?: nhau| ra| đi)?"
    rf"(?= (?:khoảng |chừng |đến |tới |là )?{_MANY}\b)|"
    rf"\bhơn (?:hay|hoặc) kém(?: nhau)?(?= {_MANY}\b)|\b(?:hơn|thua) nhau(?= {_MANY}\b)",
    re.IGNORECASE,
)
_LESS = re.compile(r"\bthua(?! lỗ\b)(?: kém| sút)?\b|\bkém hơn\b|\bthấp thua\b", re.IGNORECASE)
_MORE = re.compile(r"\b(?:nhỉnh|trội|vượt trội) hơn\b", re.IGNORECASE)
_GRADE = re.compile(r"\b(?:xếp )?hạng,? loại (gì|nào|mấy)\b", re.IGNORECASE)  # a class, and no rank
_DONE_FOR = re.compile(  # who asks for a favour: "tính hộ", "xem giùm em"; what is checked may be households
    r"\b(tính|xem|kiểm tra|soát|cộng|tra|coi|đếm|viết|soạn|liệt kê|kể|tìm|rà|dò|xem lại|tính lại) "
    r"(?:(?:giùm|dùm)(?: (?:em|mình|tôi|tui|anh|chị))?|hộ(?: (?:em|mình|tôi|tui))?(?= (?:cái|nhé|nha|với|xem|coi|ạ)\b|"
    r"\s*[,:?!.]|\s*$))(?!\w)",
    re.IGNORECASE,
)


def counts_files(text: str) -> bool:
    """Whether a text is of dossiers, so that "mấy bộ" counts these."""
    return _OF_FILES.search(text) is not None


def as_counted(text: str, *, of_files: bool = False) -> str:
    """A Vietnamese text with what is counted called by its name, and with the usual words where two numbers are
    compared. `of_files`: it goes on from a question that was of dossiers."""
    text = _SET_OF_PAPERS.sub("hồ sơ", text)
    if (of_files or counts_files(text)) and not _COPIES.search(text):
        text = _THE_FILES.sub(r"\1 hồ sơ", _FILES.sub(r"\1 hồ sơ", text))
    text = _PEOPLE.sub(r"\1 người dân", _TIMES.sub(r"\1 lần", text))
    text = _TASKS.sub(r"\1 nhiệm vụ", _SESSIONS.sub(r"\1 cuộc", text))
    text = _WORK.sub(lambda m: f"{m[1]} nhiệm vụ" if m[1] else f"được giao {m[3]} nhiệm vụ", text)
    text = _OUT_OF.sub(r"\1 ", text)
    text = _DONE.sub(lambda m: "hoàn thành " if m[0].endswith(" ") else "hoàn thành", text)
    text = _CHILDREN.sub(r"\1 trẻ em", _ADDED.sub("cộng lại", _TOGETHER.sub("gộp", text)))
    text = _PETITIONERS.sub(r"\1 của công dân", _RECEIVED.sub(r"\1 công dân", text))
    text = _PER_CENT_POINTS.sub("điểm phần trăm", _HALF.sub(r"\1 năm ", _BEFORE_IT.sub(r"\1 trước", text)))
    text = _LESS.sub("thấp hơn", _APART.sub("chênh nhau", _UP_OR_DOWN.sub("tăng hay giảm", text)))
    text = _AGAINST.sub("so với ", _MORE.sub("cao hơn", text))
    text = _GRADE.sub(r"xếp loại \1", text)
    return _DONE_FOR.sub(r"\1 giúp", text)
