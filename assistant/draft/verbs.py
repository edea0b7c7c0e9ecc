"""The verb that betters a subject: "nâng cao" an ability, "đẩy nhanh" a pace; and who is asked to do better."""

from __future__ import annotations

import re

from assistant.draft.nounphrases import Subject, kind, without_work

HEADS = (
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


def ask(people: str) -> str:
    """Who is told to do better: offices and officials are required to, the public is helped to."""
    if re.fullmatch(r"(?:toàn )?(?:tỉnh|huyện|xã|phường|thị xã|thành phố)", people, re.IGNORECASE):
        return "tập trung"  # the issuer itself
    public = re.match(
        r"(?:các\s+)?(?:người dân|nhân dân|doanh nghiệp|quần chúng|hộ|bà con|công dân)(?!\w)", people, re.IGNORECASE
    )
    return f"{'tuyên truyền, hướng dẫn' if public else 'yêu cầu'} {people}"


def head_verb(subject: str) -> str:
    """The verb of a subject's head."""
    for pattern, verb in HEADS:
        if re.match(rf"(?:các )?(?:{pattern})(?!\w)", subject, re.IGNORECASE):
            return verb
    return "tập trung thực hiện"


def improve(subject: str) -> str:
    """A subject under the verb that betters it: "công tác kiểm tra" gives "tăng cường công tác kiểm tra"."""
    if not subject:
        return "tổ chức thực hiện"
    verb = head_verb(subject)
    if verb == "tập trung thực hiện" and kind(subject) is Subject.PEOPLE:
        return f"yêu cầu {subject} thực hiện"
    return f"{verb} {without_work(subject)}"
