"""The verb that betters a subject: "nâng cao" an ability, "đẩy nhanh" a pace; and who is asked to do better."""

from __future__ import annotations

import re

from assistant.draft.nounphrases import Subject, kind, without_work

HEADS = (
    (r"tiến độ", "đẩy nhanh"),
    ((
        r"năng lực|khả năng|trình độ|kỹ năng|nhận thức|chất lượng|hiệu quả|ý thức|tỷ lệ|tỉ lệ|chỉ số|điểm|số điểm"
        r"|mức độ|trách nhiệm|vai trò|tinh thần|kết quả|thu nhập|năng suất|giá trị|kinh nghiệm|kiến thức"
    ), "nâng cao"),
    (r"nội dung|hình thức|phương pháp|cách làm|phương thức", "đổi mới"),
    (r"thái độ|tác phong|phong cách|lề lối", "chấn chỉnh"),
    (r"nguồn lực|kinh phí|nhân lực|ngân sách|nguồn vốn|nguồn kinh phí|biên chế", "bố trí, huy động"),
    (r"cơ sở vật chất|hạ tầng|trang thiết bị|thiết bị|hệ thống (?!văn bản|pháp luật|quy định)|phần mềm|đường truyền"
     r"|trụ sở|phòng học|trường lớp", "đầu tư, nâng cấp"),
    (r"hồ sơ|dữ liệu|cơ sở dữ liệu", "hoàn thiện"),
    (r"quy định|quy chế|cơ chế|chính sách|văn bản|hệ thống|thể chế|quy trình|cơ cấu|pháp luật", "rà soát, hoàn thiện"),
    (r"thời gian", "rút ngắn"),
    (r"chế độ", "thực hiện nghiêm"),
    (r"báo cáo$", "thực hiện nghiêm chế độ"),
    (r"báo cáo|trang thông tin|cổng thông tin|tin, bài|số liệu", "nâng cao chất lượng"),
    (r"mô hình|phong trào|cuộc vận động|hợp tác xã|tổ|câu lạc bộ|dịch vụ", "nâng cao chất lượng"),
    (r"môi trường|điều kiện", "cải thiện"),
    (r"số lượng|số|thu (?:ngân sách|thuế|phí|nội địa)", "tăng"),
    (r"tình trạng|tư tưởng|tâm lý|bệnh|hiện tượng", "khắc phục"),
    ((
        r"công tác|việc|hoạt động|sự|tuyên truyền|phối hợp|kiểm tra|giám sát|đối thoại|đôn đốc|hướng dẫn"
        r"|tập huấn|bồi dưỡng|liên kết|quản lý"
    ), "tăng cường"),
)  # fmt: skip
_PUBLIC = re.compile(
    r"(?:các\s+|những\s+)?(?:người dân|người cao tuổi|người nghèo|nhân dân|doanh nghiệp|quần chúng|hộ|bà con|công dân"
    r"|học sinh|thanh niên|hội viên|đoàn viên)(?!\w)",
    re.IGNORECASE,
)


def is_public(people: str) -> bool:
    """Whether people are the public, who is helped and not told."""
    return _PUBLIC.match(people) is not None


def ask(people: str) -> str:
    """Who is told to do better: offices and officials are required to, the public is helped to."""
    if re.fullmatch(r"(?:toàn )?(?:tỉnh|huyện|xã|phường|thị xã|thành phố)", people, re.IGNORECASE):
        return "tập trung"  # the issuer itself
    if re.match(
        r"(?:các )?(?:bộ|trung ương|(?:văn phòng )?chính phủ|cấp trên|cơ quan cấp trên|cấp có thẩm quyền)(?!\w)",
        people,
        re.IGNORECASE,
    ):
        return f"kiến nghị {people}"
    return f"{'tuyên truyền, hướng dẫn' if is_public(people) else 'yêu cầu'} {people}"


def head_verb(subject: str) -> str:
    """The verb of a subject's head; "" where its head is none that is known."""
    for pattern, verb in HEADS:
        if re.match(rf"(?:các |những )?(?:{pattern})(?!\w)", subject, re.IGNORECASE):
            return verb
    return ""


def improve(subject: str) -> str:
    """A subject under the verb that betters it: "công tác kiểm tra" gives "tăng cường công tác kiểm tra"."""
    if not subject:
        return "tổ chức thực hiện"
    if kind(subject) is Subject.PEOPLE and is_public(subject):
        return f"quan tâm, hỗ trợ {subject}"
    if kind(subject) is Subject.PEOPLE:
        return f"nâng cao chất lượng, hiệu quả hoạt động của {subject}"
    verb = head_verb(subject)
    if verb == "tăng cường" and re.match(r"(?:công tác |việc )?(?:tăng cường|nâng cao|đẩy mạnh|cải thiện)\s", subject):
        return re.sub(r"^(?:công tác|việc) ", "", subject)
    return f"{verb or 'tập trung cải thiện'} {without_work(subject)}"
