"""What part of a report a heading opens: limitations, causes, directions, proposals, strengths, by their usual names.

The names are those that such reports use for one thing (hạn chế, tồn tại, khó khăn vướng mắc, những mặt chưa làm được).
A name counts at the head of a heading or of a run-in label ("+ Tồn tại, hạn chế: …"), never inside a sentence.
"""

from __future__ import annotations

import re
from enum import StrEnum

from ingest.language.fold import fold


class Part(StrEnum):
    """The parts of a report that the desk reads from."""

    LIMITATION = "limitation"
    CAUSE = "cause"
    DIRECTION = "direction"
    PROPOSAL = "proposal"
    STRENGTH = "strength"
    MIXED = "mixed"
    SETTING = "setting"
    OTHER = "other"


_LEAD = (
    r"^(?:\W*(?:[ivxlc]+|\d+(?:\.\d+)*|[a-z])[.)/]\s*)?(?:(?:nhung|mot so|mot vai|cac|mat|ve|doi voi"
    r"|danh gia|noi dung|van de|diem|trach nhiem ve|ben canh)\s+)*"
)
_WEAK = (
    r"(?:ton tai|han che|kho khan|vuong mac|khuyet diem|yeu kem|bat cap|thieu sot|ton dong"
    r"|(?:mat |viec |noi dung )?(?:con )?chua (?:lam duoc|dat duoc|dat)|con (?:ton tai|han che)|mat con)"
)
_PATTERNS = (
    (Part.OTHER, _LEAD + r"nguyen nhan (?:cua )?(?:nhung |cac )?(?:uu diem|ket qua|thanh tuu|mat dat)"),
    (Part.CAUSE, _LEAD + r"nguyen nhan"),
    (Part.CAUSE, r"^\W*trach nhiem ve (?:nhung |cac )?" + _WEAK),
    (Part.SETTING, _LEAD + r"(?:dac diem|tinh hinh chung|boi canh|thuan loi|yeu to)"),
    (Part.DIRECTION, _LEAD + (
        r"(?:phuong huong|nhiem vu|giai phap|trong tam|chuong trinh cong tac|ke hoach cong tac|du kien"
        r"|muc tieu, nhiem vu)"
    )),
    (Part.PROPOSAL, _LEAD + r"(?:de xuat|kien nghi)(?!.*(?:phan anh|khieu nai|to cao|cua cong dan|cu tri))"),
    (Part.MIXED, _LEAD + r"(?:uu diem|ket qua dat duoc|mat (?:lam|dat) duoc|dat duoc)\W.*" + _WEAK),
    (Part.LIMITATION, _LEAD + _WEAK),
    (Part.STRENGTH, _LEAD + r"(?:uu diem|mat (?:lam|dat) duoc|ket qua dat duoc|ket qua noi bat|dat duoc|thuan loi)"),
    (Part.MIXED, _LEAD + r"(?:danh gia chung|nhan xet|danh gia)$"),
)  # fmt: skip
_COMPILED = tuple((part, re.compile(pattern)) for part, pattern in _PATTERNS)
_DONE = re.compile(r"^\W*(?:ket qua|cong tac|tinh hinh|viec)\s")
LABEL = re.compile(r"^(?P<mark>\s*(?:[-+*•–]|\(?\d{1,2}[.)]|[a-zđ][.)]))?\s*(?P<label>[^:.;\d]{3,90}?)\s*:(?=\s|$)")


def part_of(heading: str) -> Part | None:
    """The part that a heading or label opens, None where it names no part."""
    folded = fold(heading).strip()
    if _DONE.match(folded):
        return None
    for part, pattern in _COMPILED:
        if pattern.match(folded):
            return part
    return None
