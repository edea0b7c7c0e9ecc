"""Which report is meant by what a person calls it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ingest.language.fold import fold
from vectorstore.catalog import Row
from vectorstore.errors import UnknownReport


def called(name: str, rows: Mapping[str, Row]) -> str:
    """The id that is meant by an id, the beginning of one, or a file name with or without its suffix.

    `rows` are the reports of the store by their ids. A file name goes before the beginning of an id.

    Raises: UnknownReport, for none and for several.
    """
    if name in rows:
        return name
    wanted = fold(name.strip())
    named = [row.id for row in rows.values() if wanted in (fold(row.original_name), fold(Path(row.original_name).stem))]
    found = named or [row.id for row in rows.values() if wanted and row.id.startswith(wanted)]
    if len(found) == 1:
        return found[0]
    if found:
        raise UnknownReport(f"“{name[:80]}” chỉ nhiều báo cáo: {', '.join(found[:5])}.", "Ghi mã dài hơn.")
    raise UnknownReport(f"Không có báo cáo “{name[:80]}” trong kho.", "Xem các mã bằng `baocao reports`.")
