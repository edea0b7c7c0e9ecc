"""Near-identical monthly reports of invented communes: `python -m samples.series COUNT FOLDER` writes them as DOCX.

The same sentences with other figures, month after month and commune after commune: what makes a search confuse them.
The figures are drawn from a seed, so that a test can ask for any of them and know the answer.
"""

from __future__ import annotations

import itertools
import random
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from assistant.document import Cell, Letterhead, Signature, Table, write
from ingest.language.periods import from_start_of_year
from samples.compose import document_of
from samples.content import AppendixContent, Content, H, P, T
from samples.documents import CENTRAL
from samples.marked import THOUSANDS

NAMES = (
    "Trạch",
    "Giồng",
    "Kim Sa",
    "Hưng Trạch",
    "Phú Giồng",
    "An Trạch",
    "Long Sa",
    "Bình Giồng",
    "Lạc Sa",
    "Mỹ Trạch",
)
SIDES = ("Thượng", "Hạ", "Đông", "Tây", "Nội", "Ngoại", "Nhất", "Nhị", "Tam", "Tứ")
COMMUNES = tuple(f"xã {name} {side}" for side in SIDES for name in NAMES)
FIELDS = ("Hộ tịch", "Chứng thực", "Đất đai", "Bảo trợ xã hội")


def monthly(commune: str, year: int, month: int, seed: int = 0) -> Content:
    """The report of a commune for a month; figures hang on the four arguments alone."""
    figures = _figures(commune, year, month, seed)
    earlier = _figures(commune, year, month - 1, seed) if month > 1 else None
    name = f"Ủy ban nhân dân {commune}"
    following = date(year + month // 12, month % 12 + 1, 1)
    return Content(
        name=f"de-an-06-{COMMUNES.index(commune) + 1:03d}-{year}-{month:02d}",
        year=year,
        month=month,
        place=commune,
        letterhead=Letterhead(
            superior="",
            issuer=f"Ủy ban nhân dân\n{commune}",
            name=name,
            symbol="BC-UBND",
            number=str(20 * month + COMMUNES.index(commune) % 19),
            day=date(year, month, 25),
            place=commune.removeprefix("xã "),
            kind="báo cáo",
            subject=f"Kết quả triển khai Đề án 06 tháng {month}/{year}",
        ),
        body=_body(commune, month, year, figures, earlier, following),
        notes=_notes(figures),
        documents=CENTRAL,
        appendices=(AppendixContent("Kết quả giải quyết hồ sơ theo lĩnh vực", (_table(figures),)),),
        signature=Signature(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Trịnh Hoài Sa"),
        recipients=("Công an tỉnh Hà Châu", "Đảng ủy, HĐND xã", "Lưu: VT"),
        planted=(),
        spoiled=(),
    )


def reports(count: int, *, year: int = 2025, seed: int = 0) -> Iterator[Content]:
    """`count` reports: all months of a commune, then the next commune; after the last commune the next year."""
    endless = (
        monthly(commune, year + later, month, seed)
        for later in itertools.count()
        for commune in COMMUNES
        for month in range(1, 13)
    )
    return itertools.islice(endless, count)


def _figures(commune: str, year: int, month: int, seed: int) -> dict[str, int]:
    """All counts of a month. Parts add up to their wholes."""
    base = random.Random(f"{seed}/{commune}/{year}")
    size = base.randrange(320, 900)
    people = base.randrange(6000, 14000)
    chance = random.Random(f"{seed}/{commune}/{year}/{month}")
    found = {"activated": round(people * (0.62 + 0.025 * month)) + chance.randrange(60), "people": people}
    for at, field in enumerate(FIELDS):
        received = round(size * (0.36, 0.31, 0.12, 0.21)[at] * chance.uniform(0.85, 1.15))
        late = chance.randrange(0, 4)
        waiting = chance.randrange(0, 12)
        online = round(received * chance.uniform(0.66, 0.92))
        found |= {
            f"{field} received": received,
            f"{field} online": online,
            f"{field} late": late,
            f"{field} in time": received - late - waiting,
            f"{field} waiting": waiting,
        }
    for part in ("received", "online", "late", "in time", "waiting"):
        found[part] = sum(found[f"{field} {part}"] for field in FIELDS)
    found["teams"] = base.randrange(6, 15)
    found["sessions"] = chance.randrange(2, 12)
    found["listeners"] = found["sessions"] * chance.randrange(18, 45)
    found["paid"] = round(found["received"] * chance.uniform(0.4, 0.8))
    found["digital"] = round(found["received"] * chance.uniform(0.8, 1.0))
    found["cards"] = _cards(commune, year, month, seed)
    found["cards so far"] = sum(_cards(commune, year, m, seed) for m in range(1, month + 1))
    return found


def _cards(commune: str, year: int, month: int, seed: int) -> int:
    """Applications for identity cards of one month; the report tells them and those of the year so far."""
    return random.Random(f"{seed}/{commune}/{year}/{month}/cards").randrange(40, 130)


def _count(number: int) -> str:
    """As a report prints it: "05", "386", "1.284"."""
    printed = f"{number:02d}" if 0 < number < 10 else f"{number:,}".replace(",", ".")
    assert number < 1000 or THOUSANDS.fullmatch(printed)
    return printed


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.2f}".replace(".", ",") + "%"


def _body(
    commune: str, month: int, year: int, f: dict[str, int], earlier: dict[str, int] | None, following: date
) -> tuple[H | P | T, ...]:
    compared = ""
    if earlier is not None:
        change = f["received"] - earlier["received"]
        word = "tăng" if change >= 0 else "giảm"
        kind = f"mức {word} hồ sơ TTHC tiếp nhận"
        compared = (
            f", {word} [{_count(abs(change))}|hồ sơ|{kind}|role=change] hồ sơ so với tháng {month - 1}/{year} "
            f"([{_count(earlier['received'])}|hồ sơ|hồ sơ TTHC tiếp nhận|period={year}-{month - 1:02d}|role=previous] "
            "hồ sơ)"
        )
    return (
        P(
            "Thực hiện {qd06|Quyết định số 06/QĐ-TTg ngày 06/01/2022 của Thủ tướng Chính phủ} (Đề án 06), Ủy ban nhân "
            f"dân {commune} báo cáo kết quả tháng {month}/{year} như sau:"
        ),
        H(1, "I. Công tác chỉ đạo, tuyên truyền"),
        P(
            f"Duy trì [{_count(f['teams'])}|tổ|Tổ Đề án 06 ở thôn, ấp] Tổ Đề án 06 ở thôn, ấp. Trong tháng tổ chức "
            f"[{_count(f['sessions'])}|buổi|buổi tuyên truyền] buổi tuyên truyền với "
            f"[{_count(f['listeners'])}|lượt người|lượt người dự tuyên truyền] lượt người tham dự."
        ),
        H(1, "II. Kết quả thực hiện"),
        H(2, "1. Giải quyết thủ tục hành chính"),
        P(
            f"Tiếp nhận [{_count(f['received'])}|hồ sơ|hồ sơ TTHC tiếp nhận] hồ sơ{compared}; trong đó trực tuyến "
            f"[{_count(f['online'])}|hồ sơ|hồ sơ trực tuyến] hồ sơ, đạt "
            f"[{_share(f['online'], f['received'])}|%|tỷ lệ hồ sơ trực tuyến|role=share]^{{hoso}}. "
            f"Số hóa [{_count(f['digital'])}|hồ sơ|hồ sơ được số hóa] hồ sơ, đạt "
            f"[{_share(f['digital'], f['received'])}|%|tỷ lệ số hóa hồ sơ|role=share]. "
            "Kết quả theo lĩnh vực nêu tại Phụ lục."
        ),
        H(2, "2. Định danh điện tử, thanh toán không dùng tiền mặt"),
        P(
            f"Lũy kế đã kích hoạt [{_count(f['activated'])}|tài khoản|tài khoản định danh điện tử đã kích hoạt] tài "
            f"khoản định danh điện tử^{{dinhdanh}}. Thanh toán trực tuyến "
            f"[{_count(f['paid'])}|hồ sơ|hồ sơ thanh toán trực tuyến] hồ sơ."
        ),
        P(
            f"Trong tháng thu nhận [{_count(f['cards'])}|hồ sơ|hồ sơ cấp căn cước] hồ sơ cấp căn cước; lũy kế từ đầu "
            f"năm đã thu nhận [{_count(f['cards so far'])}|hồ sơ|lũy kế hồ sơ cấp căn cước"
            f"|period={from_start_of_year(f'{year}-{month:02d}')}] hồ sơ cấp căn cước."
        ),
        H(1, "III. Hạn chế và nhiệm vụ tháng sau"),
        P(
            f"Trong tháng còn [{_count(f['late'])}|hồ sơ|hồ sơ giải quyết quá hạn] hồ sơ giải quyết quá hạn; người cao "
            f"tuổi còn lúng túng khi nộp hồ sơ trực tuyến. Tháng {following.month}/{following.year}, Ủy ban nhân dân "
            "xã tiếp tục hỗ trợ người dân tại nhà, không để phát sinh hồ sơ quá hạn"
        ),
        H(1, "IV. Kiến nghị, đề xuất"),
        P("Đề nghị Công an tỉnh cấp bổ sung thiết bị thu nhận căn cước." if month % 3 == 0 else "Không."),
    )


def _notes(f: dict[str, int]) -> dict[str, str]:
    return {
        "hoso": f"Đã giải quyết đúng hạn [{_count(f['in time'])}|hồ sơ|hồ sơ giải quyết đúng hạn] hồ sơ, quá hạn "
        f"[{_count(f['late'])}|hồ sơ|hồ sơ giải quyết quá hạn] hồ sơ; đang giải quyết "
        f"[{_count(f['waiting'])}|hồ sơ|hồ sơ đang giải quyết] hồ sơ.",
        "dinhdanh": f"Đạt [{_share(f['activated'], f['people'])}|%|tỷ lệ kích hoạt tài khoản định danh|role=share] "
        f"trong tổng số [{_count(f['people'])}|người|người đủ điều kiện cấp tài khoản định danh] người đủ điều kiện.",
    }


def _table(f: dict[str, int]) -> T:
    parts = ("received", "online", "in time", "late", "waiting")
    rows = [(field, *(_count(f[f"{field} {part}"]) for part in parts)) for field in FIELDS]
    rows.append(("Tổng cộng", *(_count(f[part]) for part in parts)))
    table = Table(
        header=(
            (Cell("Lĩnh vực", rows=2), Cell("Tiếp nhận", columns=2), Cell("Giải quyết", columns=3)),
            (Cell("Tổng số"), Cell("Trực tuyến"), Cell("Đúng hạn"), Cell("Quá hạn"), Cell("Đang giải quyết")),
        ),
        rows=tuple(rows),
        widths=(26, 14, 14, 14, 14, 14),
        total=True,
    )
    return T(table, "", 0, ("", *("hồ sơ",) * 5))


def main(count: int, folder: Path) -> None:
    """Writes `count` reports into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for content in reports(count):
        (folder / f"{content.name}.docx").write_bytes(write(document_of(content)))
    print(f"{count} reports in {folder}")


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
