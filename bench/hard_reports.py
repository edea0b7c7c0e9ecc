"""Hard reports of many offices, made: the DOCX, and what a faithful reading of it holds.

Every seed gives another report with another habit: how headings are numbered, where note markers stand, notes that
begin anew on each page or run over pages, column codes, headers of one to three rows, cells merged over rows, rows torn
by a page break, notes in cells, appendices in landscape. All words and names are invented.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from bench import word_file as word

UNITS = ("Bình Lạc", "Vĩnh Tường Hạ", "An Khê Đông", "Tân Hưng Tây", "Phú Mậu", "Lương Xá", "Cẩm Đường", "Trung Nghĩa")
ACTS = (
    "ban hành {n} văn bản chỉ đạo, hướng dẫn",
    "tổ chức {n} cuộc kiểm tra tại {m} cơ quan, đơn vị",
    "tiếp {n} lượt công dân với {m} vụ việc",
    "tiếp nhận {k} hồ sơ, giải quyết đúng hạn {k} hồ sơ, đạt {p}%",
    "mở {n} lớp tập huấn cho {m} cán bộ, công chức",
    "cấp {k} chữ ký số cho cán bộ, công chức các xã",
    "rà soát {m} thủ tục, kiến nghị đơn giản hóa {n} thủ tục",
    "giải ngân {k} triệu đồng, đạt {p}% kế hoạch vốn giao",
    "hòa giải thành {n}/{m} vụ việc, đạt tỷ lệ {p}%",
    "xây dựng {n} mô hình “Dân vận khéo” trên các lĩnh vực",
)
LINKS = ("; đồng thời, ", "; qua đó, đã ", ", trong đó ", "; bên cạnh đó, ")
TOPICS = (
    "Công tác lãnh đạo, chỉ đạo",
    "Công tác tiếp công dân, xử lý đơn thư",
    "Cải cách thủ tục hành chính",
    "Công tác tuyên truyền, phổ biến, giáo dục pháp luật và vận động nhân dân tham gia các phong trào thi đua yêu nước",
    "Thực hiện dân chủ ở cơ sở",
    "Chuyển đổi số",
    "Quản lý tài chính, tài sản công",
    "Kỷ luật, kỷ cương hành chính",
    "Phối hợp với Mặt trận Tổ quốc và các đoàn thể",
    "Kết quả giải quyết khiếu nại, tố cáo",
)
PARTS = ("TÌNH HÌNH CHUNG", "KẾT QUẢ THỰC HIỆN", "ĐÁNH GIÁ CHUNG", "PHƯƠNG HƯỚNG, NHIỆM VỤ", "KIẾN NGHỊ, ĐỀ XUẤT")
CITED = (
    "Kế hoạch số {n}/KH-UBND ngày {d} của Ủy ban nhân dân huyện về {t}",
    "Công văn số {k}/UBND-NC ngày {d} về {t}",
    "Quyết định số {k}/QĐ-UBND ngày {d} ban hành quy chế {t}",
)
COLUMNS = (
    "Kỳ trước chuyển sang",
    "Tiếp nhận trong kỳ",
    "Đã giải quyết",
    "Chưa giải quyết",
    "Đúng hạn",
    "Quá hạn",
    "Trực tuyến",
    "Trực tiếp",
)
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")
BOLD, ITALIC = "<w:b/>", "<w:i/>"
CENTRED = '<w:jc w:val="center"/>'
LOOSE = '<w:spacing w:before="60" w:after="60"/><w:ind w:firstLine="720"/><w:jc w:val="both"/>'
TIGHT = '<w:spacing w:line="340" w:lineRule="exact"/><w:ind w:firstLine="567"/><w:jc w:val="both"/>'


@dataclass(slots=True)
class Truth:
    """What a faithful reading holds: section ids, notes as (anchor word, text), the cells of tables, all words."""

    sections: list[str] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    tables: list[dict[tuple[int, int], str]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)


class Habit:
    """How an office writes."""

    def __init__(self, chance: random.Random) -> None:
        def often(share: float) -> bool:
            return chance.random() < share

        self.marker_after_stop = often(0.4)
        self.automatic_numbers = often(0.3)
        self.notes_anew = often(0.25)
        self.brackets = often(0.2)
        self.deep = often(0.5)
        self.size = 28 if often(0.7) else 26
        self.torn_rows = often(0.5)
        self.merged_rows = often(0.5)
        self.noted_cells = often(0.4)
        self.long_notes = often(0.4)
        self.tight = often(0.4)

    def __str__(self) -> str:
        return ", ".join(name for name, value in vars(self).items() if value is True) or "plain"


class Maker:
    """One report in the making; `rows` is the length of the tables in its appendix, by default a few pages."""

    def __init__(self, seed: int, rows: int = 0) -> None:
        self.chance = random.Random(seed)
        self.habit = Habit(self.chance)
        self.truth = Truth()
        self.rows = rows
        self._body: list[str] = []
        self._notes: list[str] = []

    def make(self) -> bytes:
        """The DOCX; `truth` is whole after it."""
        chance = self.chance
        self._head()
        for part in range(chance.randint(3, 5)):
            self._heading(f"{ROMAN[part]}.", PARTS[part], ROMAN[part], BOLD)
            if part == 0:
                self._prose(1)
            for k, topic in enumerate(chance.sample(TOPICS, chance.randint(2, 3)), 1):
                self._topic(k, topic, f"{ROMAN[part]}.{k}")
                if part == 1 and k == 1:
                    self._line("Bảng 1. Kết quả xử lý đơn", BOLD, CENTRED + "<w:keepNext/>")
                    Ruled(self, chance.choice((1, 2)), 9000).make(6, codes=chance.random() < 0.5, groups=False)
        self._foot()
        self._appendix()
        self._body.append(word.section(word.LANDSCAPE, self.habit.notes_anew))
        return word.package(self._body, self._notes)

    def run(self, text: str, marks: str = "", size: int = 0) -> str:
        """A run, its words counted."""
        self.truth.words += text.split()
        return word.run(text, marks, size or self.habit.size)

    def add(self, block: str) -> None:
        """Puts a block to the body."""
        self._body.append(block)

    def note(self, anchor: str, sentences: int) -> str:
        """A marker's run; its note is written down."""
        number = len(self._notes) + 1
        lines = ["; ".join(self._cited() for _ in range(sentences)) + "."]
        if self.habit.long_notes and sentences > 2:
            lines += [f"- {self._cited()};" for _ in range(self.chance.randint(2, 9))]
        self.truth.notes.append((anchor, "\n".join(lines)))
        self.truth.words += " ".join(lines).split()
        self._notes.append(word.note(number, lines, 20))
        mark = f'<w:r>{word.MARKER}<w:footnoteReference w:id="{number}"/></w:r>'
        if not self.habit.brackets:
            return mark
        return f"<w:r>{word.MARKER}<w:t>(</w:t></w:r>{mark}<w:r>{word.MARKER}<w:t>)</w:t></w:r>"

    def _looks(self) -> str:
        return TIGHT if self.habit.tight else LOOSE

    def _line(self, text: str, marks: str, looks: str) -> None:
        self.add(word.paragraph([self.run(text, marks)], looks))

    def _topic(self, number: int, topic: str, section: str) -> None:
        chance = self.chance
        self._heading(f"{number}.", topic, section, BOLD)
        if not self.habit.deep:
            self._prose(chance.randint(0, 3))
            self._prose(chance.randint(0, 1), "- ")
            return
        for k in range(1, 3):
            self._heading(f"{number}.{k}.", chance.choice(TOPICS), f"{section}.{k}", BOLD + ITALIC)
            self._prose(chance.randint(0, 2))

    def _heading(self, number: str, text: str, section: str, marks: str) -> None:
        self.truth.sections.append(section)
        if not self.habit.automatic_numbers:
            self._line(f"{number} {text}", marks, self._looks())
            return
        self.truth.words += number.split()
        level = 0 if number[0] in "IV" else number.count(".")
        numbered = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'
        self._line(text, marks, numbered + self._looks())

    def _prose(self, noted: int, lead: str = "") -> None:
        """A paragraph of sentences, the first of them with notes."""
        runs = []
        for i in range(self.chance.randint(2, 4)):
            text = (lead if i == 0 else " ") + self._sentence()
            runs.append(self.run(text))
            if i < noted:
                mark = self.note(text.split()[-1], self.chance.choice((1, 1, 2, 7)))
                stop = self.run(".")
                runs += [stop, mark] if self.habit.marker_after_stop else [mark, stop]
            else:
                runs.append(self.run("."))
        self.add(word.paragraph(runs, self._looks()))

    def _sentence(self) -> str:
        chance = self.chance
        said = [
            chance.choice(ACTS).format(
                n=f"{chance.randint(2, 99):02d}",
                m=chance.randint(11, 250),
                k=thousands(chance.randint(1000, 99999)),
                p=f"{chance.randint(70, 99)},{chance.randint(10, 99)}",
            )
            for _ in range(3)
        ]
        head = f"Trong kỳ, UBND xã {chance.choice(UNITS)} đã {said[0]}"
        return head + "".join(chance.choice(LINKS) + more for more in said[1:])

    def _cited(self) -> str:
        chance = self.chance
        date = f"{chance.randint(1, 28):02d}/{chance.randint(1, 12)}/2025"
        number, other = chance.randint(10, 400), chance.randint(100, 4000)
        return chance.choice(CITED).format(n=number, k=other, d=date, t=chance.choice(TOPICS).lower())

    def _two_columns(self, left: list[tuple[str, str]], right: list[tuple[str, str]], jc: str, size: int) -> None:
        """A table without rulings, as letterheads and signatures are set."""
        cells = []
        for lines, align, width in ((left, jc, 4000), (right, "center", 5400)):
            looks = f'<w:jc w:val="{align}"/>'
            cells.append(word.cell("".join(word.paragraph([self.run(t, m, size)], looks) for t, m in lines), width))
        self.add(word.table([f"<w:tr>{''.join(cells)}</w:tr>"], (4000, 5400), ruled=False))

    def _head(self) -> None:
        left = [("ỦY BAN NHÂN DÂN", BOLD), ("HUYỆN CẨM LẠC", BOLD), ("Số: 215/BC-UBND", "")]
        right = [("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", BOLD), ("Độc lập - Tự do - Hạnh phúc", BOLD)]
        self._two_columns(left, [*right, ("Cẩm Lạc, ngày 14 tháng 11 năm 2025", ITALIC)], "center", 25)
        for text in ("BÁO CÁO", "Kết quả công tác dân vận chính quyền năm 2025 trên địa bàn huyện Cẩm Lạc"):
            self._line(text, BOLD, '<w:spacing w:before="120"/>' + CENTRED)

    def _foot(self) -> None:
        text = "Trên đây là báo cáo kết quả công tác dân vận chính quyền năm 2025 của Ủy ban nhân dân huyện Cẩm Lạc./."
        self._line(text, "", self._looks())
        left = [("Nơi nhận:", BOLD + ITALIC), ("- UBND tỉnh;", ""), ("- Thường trực Huyện ủy;", ""), ("- Lưu: VT.", "")]
        right = [("TM. ỦY BAN NHÂN DÂN", BOLD), ("KT. CHỦ TỊCH", BOLD), ("PHÓ CHỦ TỊCH", BOLD), ("", "")]
        self._two_columns(left, [*right, ("Trần Quốc Lâm", BOLD)], "left", 24)

    def _appendix(self) -> None:
        chance = self.chance
        self.add(f"<w:p><w:pPr>{word.section(word.PORTRAIT, self.habit.notes_anew)}</w:pPr></w:p>")
        for k, title in enumerate(("TỔNG HỢP KẾT QUẢ XỬ LÝ ĐƠN", "TỔNG HỢP TÌNH HÌNH GIẢI QUYẾT HỒ SƠ")):
            name = f"Phụ lục {ROMAN[k]}"
            self.truth.sections.append(name)
            self._line(name, BOLD, CENTRED + ("<w:pageBreakBefore/>" if k else ""))
            self._line(title, BOLD, CENTRED)
            rows = self.rows or chance.randint(12, 40)
            codes, groups = chance.random() < 0.6, chance.random() < 0.5
            Ruled(self, chance.choice((2, 3)), 14000).make(rows, codes=codes, groups=groups)


class Ruled:
    """A ruled table in the making, with a header of one to three rows; `total` is its width in twips."""

    def __init__(self, maker: Maker, header: int, total: int) -> None:
        self.maker = maker
        self.header = header
        self.figures = 4 if header < 3 else 8
        self.widths = [700, 2400, *([(total - 3100) // self.figures] * self.figures)]
        self.cells: dict[tuple[int, int], str] = {}
        self.rows: list[str] = []

    def make(self, rows: int, *, codes: bool, groups: bool) -> None:
        """Puts the table to the report and its cells to what should be read."""
        self._head()
        if codes:
            numbers = ["1=2+3", *(str(k) for k in range(2, self.figures + 1))]
            self._row([self._cell(k, text) for k, text in enumerate(["MS", "A", *numbers])])
        for row in range(rows):
            if groups and row % 9 == 0:
                text = f"{ROMAN[row // 9 % 8]}. Cụm thi đua số {row // 9 + 1}"
                self._row([self._cell(0, text, BOLD, span=len(self.widths))])
            self._data(row)
        sums = [thousands(self.maker.chance.randint(1000, 99999)) for _ in range(self.figures)]
        last = [self._cell(k + 2, text, BOLD) for k, text in enumerate(sums)]
        self._row([self._cell(0, "Tổng cộng", BOLD, span=2), *last])
        self.maker.add(word.table(self.rows, self.widths))
        self.maker.truth.tables.append(self.cells)

    def _head(self) -> None:
        names = [(k + 2, 1, COLUMNS[k]) for k in range(self.figures)]
        levels = {
            1: [names],
            2: [[(2, 2, "Số đơn phải giải quyết"), (4, 2, "Kết quả giải quyết")], names],
            3: [[(2, 8, "Tình hình xử lý hồ sơ")], [(2, 4, "Đơn thư"), (6, 4, "Thủ tục hành chính")], names],
        }[self.header]
        for level, fields in enumerate(levels):
            merge = "" if len(levels) == 1 else "continue" if level else "restart"
            made = [self._cell(k, "" if level else text, BOLD, merge=merge) for k, text in enumerate(("TT", "Đơn vị"))]
            made += [self._cell(column, text, BOLD, span=span) for column, span, text in fields]
            self._row(made, "<w:cantSplit/><w:tblHeader/>")

    def _data(self, row: int) -> None:
        chance, habit = self.maker.chance, self.maker.habit
        if habit.merged_rows:
            first = row % 3 == 0
            made = [self._cell(0, f"Cụm {row // 3 + 1}" if first else "", merge="restart" if first else "continue")]
        else:
            made = [self._cell(0, str(row + 1))]
        more = ("", " (trước sắp xếp là thị trấn)", f" và {chance.choice(UNITS)} {chance.choice(UNITS)}")
        name = f"UBND xã {chance.choice(UNITS)}{chance.choice(more)}"
        made.append(self._cell(1, name, noted=habit.noted_cells and row % 11 == 4))
        for k in range(self.figures):
            share = f"{chance.randint(40, 99)},{chance.randint(1, 9)}%"
            values = (f"{chance.randint(1, 99):02d}", thousands(chance.randint(1000, 99999)), share, "", "-")
            made.append(self._cell(k + 2, chance.choice(values)))
        self._row(made, "" if habit.torn_rows else "<w:cantSplit/>")

    def _cell(
        self, column: int, text: str, marks: str = "", *, span: int = 1, merge: str = "", noted: bool = False
    ) -> str:
        """A cell of the row in the making; `merge` is how it is merged with those above and below it."""
        if merge != "continue":
            self.cells[len(self.rows), column] = text
        more = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
        more += {"": "", "continue": "<w:vMerge/>", "restart": '<w:vMerge w:val="restart"/>'}[merge]
        runs = [self.maker.run(text, marks, 24)] if text else []
        if noted:
            runs.append(self.maker.note(text.split()[-1], 1))
        looks = CENTRED if len(text) < 12 or marks else ""
        return word.cell(word.paragraph(runs, looks), sum(self.widths[column : column + span]), more)

    def _row(self, cells: list[str], more: str = "") -> None:
        self.rows.append(f"<w:tr><w:trPr>{more}</w:trPr>{''.join(cells)}</w:tr>")


def thousands(value: int) -> str:
    """A number with points between its thousands."""
    return f"{value:,}".replace(",", ".")
