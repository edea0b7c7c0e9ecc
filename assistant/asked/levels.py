"""The levels of administration that a question speaks of: of the commune, of the district, of both."""

from __future__ import annotations

import re

from ingest.language.guarded import guarded
from ingest.language.letters import UPPER

SCOPE = guarded(
    r"\bcap (xa|huyen|tinh|trung uong)\b|(commune|district|provincial|province|central)[ -]level|"
    r"(?:at|of) the (commune|district|province)s?\b|\b(?:by|in|at) (?:the |all )?(commune|district)s\b|"
    # whose desk it is says at which level: "bộ phận một cửa huyện", "the district's one-stop shop"
    r"\b(?:ben|phia|duoi|khoi|tuyen) (?:cac |o )?(xa)\b|\b(?:ben|phia|tuyen) (huyen|tinh)\b|"
    r"\btren (huyen|tinh)\b"
    r"(?= (?:thi|xu ly|giai quyet|nhan|tiep|lam|duoc|co|la|may|bao|con|tra|va|lan|duoi|o)\b|\W*$)|"
    r"\b(?:mot cua|tiep nhan va tra ket qua)(?: (?:hien dai|dien tu))?(?: cua| o| tai)? (xa|huyen|tinh)\b(?! va| lan)|"
    r"\b(commune|district|provinc(?:e|ial))(?:[’']?s?[’']?)(?: own)? one[- ](?:stop|door)\b"
)
SCOPE_NAMES = {"commune": "xa", "district": "huyen", "provincial": "tinh", "province": "tinh", "central": "trung uong"}
LEVEL_PAIR = re.compile(
    r"\b(?:ca|gop|cong)(?: ca| het| chung)? (?:cap |o |tren |duoi |ben |phia )*(tinh|huyen|xa) "
    r"(?:lan|va|voi|cung|cung voi) "
    r"(?:cap |o |tren |duoi |ben |phia |cac |ca )*(tinh|huyen|xa)\b|"
    r"\b(tinh|huyen|xa) ?(?:lan|\+|&) ?(?:ca )?(?:cap |o |tren |duoi |ben |phia |cac )*(tinh|huyen|xa)\b|"
    r"\b(?:o|tai) (?:cap )?(tinh|huyen|xa) (?:so voi|va) (?:o|tai) (?:cap )?(tinh|huyen|xa)\b(?! \w+ (?:nao|cua))|"
    r"\btren (huyen|tinh),? (?:lan |va )?duoi (xa|huyen)\b|\bduoi (xa|huyen),? (?:lan |va )?tren (huyen|tinh)\b|"
    r"\b(tinh|huyen|xa) (?:hay|hoac) (?:la )?(?:cap |o |tren |duoi |ben |phia )*(tinh|huyen|xa)\b|"
    r"\b(?:hai|2|ca hai) cap\b|"
    r"both levels|both (?:the )?(?:district|commune|provincial|province)s?(?: level)? and (?:the )?(?:district|"
    r"commune|provincial|province)|(district|commune|provincial)(?:[- ]level)? (?:or|and|versus|vs) (?:at )?"
    r"(?:the )?(district|commune|provincial)[- ]levels?|"
    r"(?<!which )(?<!what )(?<!any )(?<!each )(?<!a )\b(?:the )?(district|commune|province) or (?:the )?"
    r"(district|commune|province)(?=\W*$)"
)
BOTH_LEVELS = re.compile(
    r"\b(?:taking |taken |at |across |for )?(?:the )?(?:both|two) levels\b(?: together| combined)?"
)
_NAMED = re.compile(rf"(?i:bên|phía|dưới|trên|khối|tuyến)(?: các| ở)? (?:xã|huyện|tỉnh) [{UPPER}]\w")


def names_unit(text: str) -> bool:
    """Whether a text opens with one unit by its name ("bên huyện Đồng Lau"), and with no level."""
    return _NAMED.match(text) is not None
