"""Small PDF files written by hand, for what no office program would write."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Page:
    """A page: `show` puts text at a place (points from the bottom left), `rule` draws a line."""

    width: float = 595
    height: float = 842
    rotate: int = 0
    content: list[str] = field(default_factory=list)
    stamped: list[tuple[str, float, float, str]] = field(default_factory=list)

    def show(self, x: float, y: float, text: str, size: float = 13, font: str = "F1", extra: str = "") -> Page:
        shown = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        self.content.append(f"{extra} BT /{font} {size} Tf 1 0 0 1 {x} {y} Tm ({shown}) Tj ET")
        return self

    def stamp(self, x: float, y: float, text: str, kind: str = "Widget") -> Page:
        """Text in an annotation on the page, as signing programs put a document's number and day."""
        self.stamped.append((kind, x, y, text))
        return self

    def upwards(self, x: float, y: float, text: str, size: float = 13) -> Page:
        self.content.append(f"BT /F1 {size} Tf 0 1 -1 0 {x} {y} Tm ({text}) Tj ET")
        return self

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> Page:
        self.content.append(f"0.5 w {x0} {y0} m {x1} {y1} l S")
        return self

    def grid(self, xs: list[float], ys: list[float]) -> Page:
        for x in xs:
            self.rule(x, ys[0], x, ys[-1])
        for y in ys:
            self.rule(xs[0], y, xs[-1], y)
        return self


def make_pdf(pages: list[Page], encrypt: bool = False) -> bytes:
    """The pages as a PDF; `encrypt` adds a password that nobody has."""
    objects: list[bytes] = []
    count = len(pages)
    kids = " ".join(f"{5 + 2 * i} 0 R" for i in range(count))
    objects.append(b"<< /Type /Catalog /Pages 2 0 R >>")
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode())
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>")
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Bold /Encoding /WinAnsiEncoding >>")
    extra: list[bytes] = []
    first_extra = 5 + 2 * count
    for i, page in enumerate(pages):
        notes = []
        for kind, x, y, text in page.stamped:
            shown = f"BT /F1 13 Tf 2 2 Td ({text}) Tj ET".encode("cp1252")
            box = 10 + 7 * len(text)
            number = first_extra + len(extra)
            extra.append(
                f"<< /Type /Annot /Subtype /{kind} /F 4 /Rect [{x} {y} {x + box} {y + 16}] "
                f"/AP << /N {number + 1} 0 R >> >>".encode()
            )
            extra.append(
                b"<< /Type /XObject /Subtype /Form /BBox [0 0 %d 16] /Resources << /Font << /F1 3 0 R >> >> "
                b"/Length %d >>\nstream\n%s\nendstream" % (box, len(shown), shown)
            )
            notes.append(f"{number} 0 R")
        resources = "<< /Font << /F1 3 0 R /F2 4 0 R >> >>"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {page.width} {page.height}] /Rotate {page.rotate} "
            f"/Resources {resources} /Contents {6 + 2 * i} 0 R /Annots [{' '.join(notes)}] >>".encode()
        )
        stream = "\n".join(page.content).encode("cp1252")
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    objects += extra
    trailer = b""
    if encrypt:
        objects.append(b"<< /Filter /Standard /V 1 /R 2 /P -44 /O <" + b"4e" * 32 + b"> /U <" + b"5f" * 32 + b"> >>")
        trailer = b"/Encrypt %d 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]" % len(
            objects
        )
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start)
    return bytes(out)
