"""Whether what one month or quarter alone came to is asked for: "riêng tháng 6", "in June alone"."""

from __future__ import annotations

from assistant.asked.looked_for import looked_for

_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|the month|the quarter|"
    r"that month|q[1-4])"
)
asks_own_alone = looked_for(
    r"\brieng(?: trong| ky bao cao)? (?:thang|quy) \d|\b(?:chi|chi tinh)(?: rieng)?(?: trong)? (?:thang|quy) \d|"
    r"\brieng (?:trong )?ky bao cao thang \d|"
    rf"\b(?:in|during|for|of) {_MONTH}(?: 20\d\d)?(?:,? (?:alone|only|by itself|on its own))\b|"
    rf"\b(?:only|just) (?:in|during) {_MONTH}\b|\b{_MONTH}(?: 20\d\d)? alone\b"
)
