"""Hard reports of many offices, made: the DOCX, and what a faithful reading of it holds.

Every seed gives another report with another habit: how headings are numbered and marked, where note markers stand,
notes that begin anew on each page, column codes, headers of one to three rows, row headers merged over rows, tables
that run over landscape pages, nested and unruled tables. All words and names are invented.
"""

from __future__ import annotations

import io
import random
import zipfile
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

UNITS = ("Bình Lạc", "Vĩnh Tường Hạ", "An Khê Đông", "Tân Hưng Tây", "Phú Mậu", "Lương Xá", "Cẩm Đường", "Trung Nghĩa")
ACTS = (
    "ban hành {n} văn bản chỉ đạo, hướng dẫn", "tổ chức {n} cuộc kiểm tra tại {m} cơ quan, đơn vị",
    "tiếp {n} lượt công dân với {m} vụ việc", "tiếp nhận {k} hồ sơ, giải quyết đúng hạn {k} hồ sơ, đạt {p}%",
    "mở {n} lớp tập huấn cho {m} cán bộ, công chức", "cấp {k} chữ ký số cho cán bộ, công chức các xã",
    "rà soát {m} thủ tục, kiến nghị đơn giản hóa {n} thủ tục", "giải ngân {k} triệu đồng, đạt {p}% kế hoạch vốn giao",
    "hòa giải thành {n}/{m} vụ việc, đạt tỷ lệ {p}%", "xây dựng {n} mô hình “Dân vận khéo” trên các lĩnh vực",
)  # fmt: skip
LINKS = ("; đồng thời, ", "; qua đó, đã ", ", trong đó ", "; bên cạnh đó, ")
TOPICS = (
    "Công tác lãnh đạo, chỉ đạo", "Công tác tiếp công dân, xử lý đơn thư", "Cải cách thủ tục hành chính",
    "Công tác tuyên truyền, phổ biến, giáo dục pháp luật và vận động nhân dân tham gia các phong trào thi đua yêu nước",
    "Thực hiện dân chủ ở cơ sở", "Chuyển đổi số", "Quản lý tài chính, tài sản công", "Kỷ luật, kỷ cương hành chính",
    "Phối hợp với Mặt trận Tổ quốc và các đoàn thể", "Kết quả giải quyết khiếu nại, tố cáo",
)  # fmt: skip
PARTS = ("TÌNH HÌNH CHUNG", "KẾT QUẢ THỰC HIỆN", "ĐÁNH GIÁ CHUNG", "PHƯƠNG HƯỚNG, NHIỆM VỤ TRỌNG TÂM", "KIẾN NGHỊ, ĐỀ XUẤT")
DOCS = ("Kế hoạch số {n}/KH-UBND ngày {d} của Ủy ban nhân dân huyện về {t}", "Công văn số {k}/UBND-NC ngày {d} về {t}",
        "Quyết định số {k}/QĐ-UBND ngày {d} ban hành quy chế {t}")  # fmt: skip
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")


@dataclass(slots=True)
class Truth:
    """What a faithful reading holds: section ids, notes as (anchor word, text), tables as rows of cells, words."""

    sections: list[str] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    tables: list[dict[tuple[int, int], str]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Habit:
    """How an office writes."""

    after_stop: bool
    automatic: bool
    restart: bool
    brackets: bool
    deep: bool
    size: int
    split_rows: bool
    merged_rows: bool
    noted_cells: bool
    long_notes: bool
    tight: bool


class Maker:
    """One report in the making."""

    def __init__(self, seed: int, pages: int = 0) -> None:
        self.chance = random.Random(seed)
        pick = self.chance.random
        self.habit = Habit(pick() < 0.4, pick() < 0.3, pick() < 0.25, pick() < 0.2, pick() < 0.5, 28 if pick() < 0.7 else 26,
            pick() < 0.5, pick() < 0.5, pick() < 0.4, pick() < 0.4, pick() < 0.4)
        self.truth = Truth()
        self.body: list[str] = []
        self.notes: list[str] = []
        self.long_appendix = pages

    # --- words ---------------------------------------------------------------------------------------------------

    def sentence(self, clauses: int = 3) -> str:
        c = self.chance
        said = [c.choice(ACTS).format(n=f"{c.randint(2, 99):02d}", m=c.randint(11, 250),
                k=f"{c.randint(1000, 99999):,}".replace(",", "."), p=f"{c.randint(70, 99)},{c.randint(10, 99)}")
                for _ in range(clauses)]  # fmt: skip
        out = f"Trong kỳ, UBND xã {c.choice(UNITS)} đã {said[0]}"
        for more in said[1:]:
            out += c.choice(LINKS) + more
        return out

    def cited(self) -> str:
        c = self.chance
        date = f"{c.randint(1, 28):02d}/{c.randint(1, 12)}/2025"
        return c.choice(DOCS).format(n=c.randint(10, 400), k=c.randint(100, 4000), d=date, t=c.choice(TOPICS).lower())

    # --- runs and paragraphs -------------------------------------------------------------------------------------

    def run(self, text: str, marks: str = "", size: int = 0) -> str:
        half = size or self.habit.size
        rpr = f'<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>{marks}<w:sz w:val="{half}"/>'
        return f'<w:r><w:rPr>{rpr}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'

    def para(self, *runs: str, look: str = "", keep: bool = True) -> None:
        self.body.append(f'<w:p><w:pPr>{look or (TIGHT if self.habit.tight else LOOK)}</w:pPr>{"".join(runs)}</w:p>')

    def note(self, anchor: str, sentences: int) -> str:
        """A marker's run; its note is written down."""
        number = len(self.notes) + 1
        text = "; ".join(self.cited() for _ in range(sentences)) + "."
        lines = [text]
        if self.habit.long_notes and sentences > 2:
            lines += [f"- {self.cited()};" for _ in range(self.chance.randint(2, 9))]
            text = "\n".join(lines)
        self.truth.notes.append((anchor, text))
        self.truth.words += text.split()
        self.notes.append(
            f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/><w:jc w:val="both"/></w:pPr>'
            f'<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>{self.run(" " + lines[0], size=20)}</w:p>'
            + "".join(f"<w:p><w:pPr><w:jc w:val=\"both\"/></w:pPr>{self.run(line, size=20)}</w:p>" for line in lines[1:])
            + "</w:footnote>"
        )
        style = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
        mark = f'<w:r>{style}<w:footnoteReference w:id="{number}"/></w:r>'
        if self.habit.brackets:
            return f"<w:r>{style}<w:t>(</w:t></w:r>{mark}<w:r>{style}<w:t>)</w:t></w:r>"
        return mark

    def prose(self, noted: int, lead: str = "") -> None:
        """A paragraph of sentences, some with a note."""
        runs = []
        for i in range(self.chance.randint(2, 4)):
            text = (lead if i == 0 else " ") + self.sentence()
            self.truth.words += text.split()
            anchor = text.split()[-1]
            if i < noted:
                long = self.chance.choice((1, 1, 2, 7))
                if self.habit.after_stop:
                    runs += [self.run(text + "."), self.note(anchor, long)]
                else:
                    runs += [self.run(text), self.note(anchor, long), self.run(".")]
            else:
                runs.append(self.run(text + "."))
        self.para(*runs)

    def heading(self, number: str, text: str, section: str, marks: str) -> None:
        self.truth.sections.append(section)
        self.truth.words += [*number.split(), *text.split()]
        if self.habit.automatic:
            level = 0 if number[0] in "IV" else number.count(".")
            look = TIGHT if self.habit.tight else LOOK
            self.para(self.run(text, marks), look=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>{look}')
        else:
            self.para(self.run(f"{number} {text}", marks))

    # --- tables --------------------------------------------------------------------------------------------------

    def cell(self, text: str, width: int, marks: str = "", more: str = "", note: str = "") -> str:
        jc = '<w:jc w:val="center"/>' if len(text) < 12 or marks else ""
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{more}</w:tcPr>'
            f'<w:p><w:pPr>{jc}</w:pPr>{self.run(text, marks, 24) if text else ""}{note}</w:p></w:tc>'
        )

    def table(self, header: int, rows: int, *, codes: bool, groups: bool, total: int, ruled: bool = True) -> None:
        """A table with a header of that many rows, and how it should be read."""
        c = self.chance
        cells: dict[tuple[int, int], str] = {}
        figures = 4 if header < 3 else 8
        widths = [700, 2400, *([(total - 3100) // figures] * figures)]
        out: list[str] = []
        bold = "<w:b/>"

        def put(row: int, column: int, text: str) -> str:
            cells[row, column] = text
            self.truth.words += text.split()
            return text

        def head(row: int, fields: list[tuple[int, int, str, str]]) -> None:
            """Fields are (column, span, text, vertical merge: "" | "restart" | "continue")."""
            made = ""
            for column, span, text, merge in fields:
                more = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
                if merge:
                    more += "<w:vMerge/>" if merge == "continue" else '<w:vMerge w:val="restart"/>'
                if text:
                    put(row, column, text)
                made += self.cell(text, sum(widths[column : column + span]), bold, more)
            out.append(f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{made}</w:tr>")

        names = ["Kỳ trước chuyển sang", "Tiếp nhận trong kỳ", "Đã giải quyết", "Chưa giải quyết", "Đúng hạn", "Quá hạn",
                 "Trực tuyến", "Trực tiếp"]  # fmt: skip
        if header == 1:
            head(0, [(0, 1, "TT", ""), (1, 1, "Đơn vị", ""), *((k + 2, 1, names[k], "") for k in range(figures))])
        elif header == 2:
            head(0, [(0, 1, "TT", "restart"), (1, 1, "Đơn vị", "restart"), (2, 2, "Số đơn phải giải quyết", ""), (4, 2, "Kết quả giải quyết", "")])
            head(1, [(0, 1, "", "continue"), (1, 1, "", "continue"), *((k + 2, 1, names[k], "") for k in range(4))])
        else:
            head(0, [(0, 1, "TT", "restart"), (1, 1, "Đơn vị", "restart"), (2, 8, "Tình hình xử lý hồ sơ", "")])
            head(1, [(0, 1, "", "continue"), (1, 1, "", "continue"), (2, 4, "Đơn thư", ""), (6, 4, "Thủ tục hành chính", "")])
            head(2, [(0, 1, "", "continue"), (1, 1, "", "continue"), *((k + 2, 1, names[k], "") for k in range(8))])
        at = header
        if codes:
            texts = ["MS", "A", *(f"{k + 1}={k + 2}+{k + 3}" if k == 0 else f"{k + 1}" for k in range(figures))]
            out.append("<w:tr>" + "".join(self.cell(put(at, k, t), widths[k]) for k, t in enumerate(texts)) + "</w:tr>")
            at += 1
        for row in range(rows):
            if groups and row % 9 == 0:
                text = put(at, 0, f"{ROMAN[row // 9 % 8]}. Cụm thi đua số {row // 9 + 1}")
                out.append("<w:tr>" + self.cell(text, sum(widths), bold, f'<w:gridSpan w:val="{len(widths)}"/>') + "</w:tr>")
                at += 1
            if self.habit.merged_rows:
                first = row % 3 == 0
                text = put(at, 0, f"Cụm {row // 3 + 1}") if first else ""
                made = self.cell(text, widths[0], "", '<w:vMerge w:val="restart"/>' if first else "<w:vMerge/>")
            else:
                made = self.cell(put(at, 0, f"{row + 1}"), widths[0])
            name = f"UBND xã {c.choice(UNITS)}" + c.choice(("", " (trước sắp xếp là thị trấn)", f" và {c.choice(UNITS)} {c.choice(UNITS)}"))
            noted = self.habit.noted_cells and row % 11 == 4
            made += self.cell(put(at, 1, name), widths[1], note=self.note(name.split()[-1], 1) if noted else "")
            for k in range(figures):
                value = c.choice((f"{c.randint(1, 99):02d}", f"{c.randint(1000, 99999):,}".replace(",", "."), f"{c.randint(40, 99)},{c.randint(1, 9)}%", "", "-"))
                made += self.cell(put(at, k + 2, value), widths[k + 2])
            whole = "" if self.habit.split_rows else "<w:trPr><w:cantSplit/></w:trPr>"
            out.append(f"<w:tr>{whole}{made}</w:tr>")
            at += 1
        last = self.cell(put(at, 0, "Tổng cộng"), widths[0] + widths[1], bold, '<w:gridSpan w:val="2"/>')
        for k in range(figures):
            last += self.cell(put(at, k + 2, f"{c.randint(1000, 99999):,}".replace(",", ".")), widths[k + 2], bold)
        out.append(f"<w:tr>{last}</w:tr>")
        sides = "".join(f'<w:{s} w:val="single" w:sz="4"/>' for s in ("top", "left", "bottom", "right", "insideH", "insideV"))
        grid = "".join(f'<w:gridCol w:w="{w}"/>' for w in widths)
        borders = f"<w:tblBorders>{sides}</w:tblBorders>" if ruled else ""
        self.body.append(
            f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>{borders}<w:tblLayout w:type="fixed"/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{''.join(out)}</w:tbl>"
        )
        self.truth.tables.append(cells)

    # --- the whole -----------------------------------------------------------------------------------------------

    def make(self) -> bytes:
        """The DOCX."""
        self._head()
        c, habit = self.chance, self.habit
        for part in range(c.randint(3, 5)):
            self.heading(f"{ROMAN[part]}.", PARTS[part], ROMAN[part], "<w:b/>")
            if part == 0:
                self.prose(1)
            for k, topic in enumerate(c.sample(TOPICS, c.randint(2, 3)), 1):
                section = f"{ROMAN[part]}.{k}"
                self.heading(f"{k}.", topic, section, "<w:b/>")
                if habit.deep:
                    for j in range(1, 3):
                        self.heading(f"{k}.{j}.", c.choice(TOPICS), f"{section}.{j}", "<w:b/><w:i/>")
                        self.prose(c.randint(0, 2))
                else:
                    self.prose(c.randint(0, 3))
                    self.prose(c.randint(0, 1), "- ")
                if part == 1 and k == 1:
                    self.caption("Bảng 1. Kết quả xử lý đơn")
                    self.table(c.choice((1, 2)), 6, codes=c.random() < 0.5, groups=False, total=9000)
        self._foot()
        self._appendix()
        return self._package()

    def caption(self, text: str) -> None:
        self.truth.words += text.split()
        self.para(self.run(text, "<w:b/>"), look='<w:jc w:val="center"/><w:keepNext/>')

    def _head(self) -> None:
        place = "huyện Cẩm Lạc"
        left = ("ỦY BAN NHÂN DÂN", "HUYỆN CẨM LẠC", "Số: 215/BC-UBND")
        right = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Cẩm Lạc, ngày 14 tháng 11 năm 2025")
        looks = (("", "<w:b/>", ""), ("<w:b/>", "<w:b/>", "<w:i/>"))
        made = ""
        for lines, marks, width in ((left, looks[0], 3700), (right, looks[1], 5700)):
            inner = "".join(f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr>{self.run(t, m, 25)}</w:p>' for t, m in zip(lines, marks, strict=True))
            made += f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{inner}</w:tc>'
            self.truth.words += " ".join(lines).split()
        self.body.append(
            '<w:tbl><w:tblPr><w:tblW w:w="9400" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="3700"/>'
            f'<w:gridCol w:w="5700"/></w:tblGrid><w:tr>{made}</w:tr></w:tbl>'
        )
        for text in ("BÁO CÁO", f"Kết quả công tác dân vận chính quyền năm 2025 trên địa bàn {place}"):
            self.truth.words += text.split()
            self.para(self.run(text, "<w:b/>"), look='<w:spacing w:before="120"/><w:jc w:val="center"/>')

    def _foot(self) -> None:
        text = f"Trên đây là báo cáo kết quả công tác dân vận chính quyền năm 2025 của Ủy ban nhân dân huyện Cẩm Lạc./."
        self.truth.words += text.split()
        self.para(self.run(text))
        left = (("Nơi nhận:", "<w:b/><w:i/>"), ("- UBND tỉnh;", ""), ("- Thường trực Huyện ủy;", ""), ("- Lưu: VT, NC.", ""))
        right = (("TM. ỦY BAN NHÂN DÂN", "<w:b/>"), ("KT. CHỦ TỊCH", "<w:b/>"), ("PHÓ CHỦ TỊCH", "<w:b/>"), ("", ""), ("Trần Quốc Lâm", "<w:b/>"))
        made = ""
        for lines, jc, size in ((left, "left", 22), (right, "center", 28)):
            inner = "".join(f'<w:p><w:pPr><w:jc w:val="{jc}"/></w:pPr>{self.run(t, m, size)}</w:p>' for t, m in lines)
            made += f'<w:tc><w:tcPr><w:tcW w:w="4700" w:type="dxa"/></w:tcPr>{inner}</w:tc>'
            self.truth.words += " ".join(t for t, _ in lines).split()
        self.body.append(
            '<w:tbl><w:tblPr><w:tblW w:w="9400" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="4700"/>'
            f'<w:gridCol w:w="4700"/></w:tblGrid><w:tr>{made}</w:tr></w:tbl>'
        )

    def _appendix(self) -> None:
        c = self.chance
        self.body.append(f'<w:p><w:pPr>{SECTION.format(size=PORTRAIT, footnotes=self._restart())}</w:pPr></w:p>')
        for k, title in enumerate(("TỔNG HỢP KẾT QUẢ XỬ LÝ ĐƠN", "TỔNG HỢP TÌNH HÌNH GIẢI QUYẾT HỒ SƠ"), 1):
            for i, text in enumerate((f"Phụ lục {ROMAN[k - 1]}", title)):
                if i == 0:
                    self.truth.sections.append(text)
                self.truth.words += text.split()
                look = '<w:jc w:val="center"/>' + ("<w:pageBreakBefore/>" if k > 1 and i == 0 else "")
                self.para(self.run(text, "<w:b/>"), look=look)
            rows = self.long_appendix * 9 if self.long_appendix else c.randint(12, 40)
            self.table(c.choice((2, 3)), rows, codes=c.random() < 0.6, groups=c.random() < 0.5, total=14000)

    def _restart(self) -> str:
        return '<w:footnotePr><w:numRestart w:val="eachPage"/></w:footnotePr>' if self.habit.restart else ""

    def _package(self) -> bytes:
        final = SECTION.format(size=LANDSCAPE, footnotes=self._restart())
        separator = '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
        files = {
            "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
            + "".join(f'<Override PartName="/word/{n}.xml" ContentType="{WORD}.{k}+xml"/>' for n, k in (("document", "document.main"), ("footnotes", "footnotes"), ("styles", "styles"), ("numbering", "numbering"), ("header1", "header")))
            + "</Types>",
            "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">' + "".join(f'<Relationship Id="{i}" Type="{OFFICE}/{t}" Target="{n}.xml"/>' for i, t, n in (("r1", "footnotes", "footnotes"), ("r2", "styles", "styles"), ("r3", "header", "header1"), ("r4", "numbering", "numbering"))) + "</Relationships>",
            "word/document.xml": f"<w:document {W} {R}><w:body>{''.join(self.body)}{final}</w:body></w:document>",
            "word/footnotes.xml": f"<w:footnotes {W}>{separator}{''.join(self.notes)}</w:footnotes>",
            "word/styles.xml": STYLES,
            "word/header1.xml": HEADER,
            "word/numbering.xml": NUMBERING,
        }  # fmt: skip
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in files.items():
                archive.writestr(name, content)
        return out.getvalue()


LOOK = '<w:spacing w:before="60" w:after="60"/><w:ind w:firstLine="720"/><w:jc w:val="both"/>'
TIGHT = '<w:spacing w:line="340" w:lineRule="exact"/><w:ind w:firstLine="567"/><w:jc w:val="both"/>'
PORTRAIT = '<w:pgSz w:w="11906" w:h="16838"/>'
LANDSCAPE = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="r3"/>{footnotes}{size}'
    '<w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701" w:header="567" w:footer="567"/><w:titlePg/></w:sectPr>'
)
STYLES = (
    f'<w:styles {W}><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="FootnoteText"><w:name w:val="footnote text"/></w:style>'
    '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>'
    '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style></w:styles>'
)
NUMBERING = (
    f'<w:numbering {W}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>'
    + "".join(
        f'<w:lvl w:ilvl="{k}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:suff w:val="space"/><w:lvlText w:val="{text}"/></w:lvl>'
        for k, (form, text) in enumerate((("upperRoman", "%1."), ("decimal", "%2."), ("decimal", "%2.%3.")))
    )
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)
HEADER = (
    f'<w:hdr {W}><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r>'
    '<w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>'
)
