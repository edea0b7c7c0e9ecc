"""What is told of the whole area or body that a report is of: "trong năm toàn huyện tiếp 386 lượt".

Where a question names no part, such a figure is meant and not one of its parts, which are often told in words nearer to
those of the question.
"""

from __future__ import annotations

import re

from ingest.ledgers import Figure

OF_EVERYWHERE = 0.1
REACH = 60  # characters before a figure, in which it is said of what it is told
_EVERYWHERE = re.compile(
    r"\b(?:toàn|cả) (?:huyện|tỉnh|thành phố|quận|thị xã|thị trấn|xã|phường|đặc khu|địa bàn|ngành|cơ quan|sở)\b"
    r"[^;:()\d]*$",
    re.IGNORECASE,
)


def is_of_everywhere(figure: Figure, text: str) -> bool:
    """Whether the words right before a figure of a text say that it is of the whole."""
    before = text[max(0, figure.at - REACH) : figure.at]
    return ("oàn " in before or "ả " in before) and _EVERYWHERE.search(before) is not None
