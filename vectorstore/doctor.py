"""Checks of a store: whether catalogue, original files and indexes agree."""

from __future__ import annotations

from collections.abc import Mapping

from vectorstore.catalog import Catalog
from vectorstore.checks import Check
from vectorstore.dense import DenseSearch
from vectorstore.errors import StoreDamaged
from vectorstore.originals import Originals, content_hash


def examine(catalog: Catalog, originals: Originals, dense: DenseSearch, identity: Mapping[str, str]) -> list[Check]:
    """The checks, in the order in which a person would look."""
    return [
        _file(catalog),
        _originals(catalog, originals),
        _embedder(catalog, identity),
        _words(catalog),
        _vectors(catalog, dense),
    ]


def _file(catalog: Catalog) -> Check:
    said = catalog.check()
    good = said == "ok"
    return Check("catalog", good, "Tệp kho nguyên vẹn." if good else f"Tệp kho bị hỏng: {said}.")


def _originals(catalog: Catalog, originals: Originals) -> Check:
    bad = []
    rows = catalog.rows()
    for row in rows:
        path = originals.path(row.original)
        if not path.is_file() or content_hash(path.read_bytes()) != row.original.partition(".")[0]:
            bad.append(row.original_name)
    if bad:
        return Check(
            "originals", False, f"Tệp gốc thiếu hoặc bị sửa: {', '.join(bad[:5])}; đọc lại bằng `baocao ingest`."
        )
    return Check("originals", True, f"Đủ {len(rows)} tệp gốc, đúng nội dung.")


def _embedder(catalog: Catalog, identity: Mapping[str, str]) -> Check:
    recorded = {name: catalog.fact(name) for name in identity}
    if recorded["embedder"] is None or recorded == dict(identity):
        return Check("embedder", True, f"Mô hình nhúng {identity['embedder']}, {identity['embedder_dimension']} chiều.")
    return Check(
        "embedder",
        False,
        f"Chỉ mục lập bằng {recorded['embedder']}, cấu hình là {identity['embedder']}; chạy `baocao rebuild`.",
    )


def _words(catalog: Catalog) -> Check:
    there, wanted = catalog.count_words(), catalog.count_passages()
    good = there == wanted
    detail = f"Chỉ mục từ khóa có {there} trên {wanted} đoạn"
    return Check("keywords", good, f"{detail}." if good else f"{detail}; chạy `baocao rebuild`.")


def _vectors(catalog: Catalog, dense: DenseSearch) -> Check:
    wanted = catalog.count_passages()
    try:
        there = dense.index().count()
    except StoreDamaged as error:
        return Check("vectors", False, f"{error.message} {error.hint}")
    good = there == wanted
    detail = f"Chỉ mục véc-tơ có {there} trên {wanted} đoạn"
    return Check("vectors", good, f"{detail}." if good else f"{detail}; chạy `baocao rebuild`.")
