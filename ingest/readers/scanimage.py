"""What can be seen on the image of a page before any letter is read: slant, ruling lines, ink, weight of strokes."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

Mask = NDArray[np.bool_]
Span = tuple[int, int, int, int]

_LONGEST_GAP = 0.01  # of the length of the window, for breaks in a scanned rule
_THICKEST = 14


def stretched(grey: Image.Image) -> Image.Image:
    """A faint page with its ink made black and its paper white; an empty or a good one as it is."""
    low, high = (int(v) for v in np.percentile(np.asarray(grey)[::4, ::4], (0.3, 90)))
    if low < 90 or high - low < 25:
        return grey
    return grey.point([min(255, max(0, round((v - low) * 255 / (high - low)))) for v in range(256)])


def ink(grey: Image.Image, dpi: int) -> Mask:
    """Where there is ink: darker than the paper around it, so that an uneven lamp does no harm."""
    paper = grey.filter(ImageFilter.BoxBlur(dpi // 8))
    limit = np.asarray(paper.point([max(0, round(v * 0.82 - 8)) for v in range(256)]))
    dark: Mask = np.asarray(grey) < limit
    return dark.copy()


def slant(dark: Mask) -> float:
    """The angle in degrees, counter-clockwise, that straightens the lines of text; 0 where it cannot be told."""
    step = max(1, max(dark.shape) // 1200)
    small = Image.fromarray((dark[::step, ::step] * np.uint8(255)).astype(np.uint8))
    if not 0.002 < float(np.asarray(small).mean()) / 255 < 0.5:
        return 0.0

    def sharpness(angle: float) -> float:
        rows = np.asarray(small.rotate(angle, resample=Image.Resampling.NEAREST), dtype=np.float64).sum(axis=1)
        return float(np.square(np.diff(rows)).sum())

    best = max((a * 0.5 for a in range(-8, 9)), key=sharpness)
    best = max((best + a * 0.1 for a in range(-5, 6)), key=sharpness)
    return round(best, 2) if abs(best) > 0.05 and sharpness(best) > 1.02 * sharpness(0.0) else 0.0


def _windows(dark: Mask, length: int) -> Mask:
    """Along each row, what lies in a stretch of `length` pixels that is nearly all ink."""
    rows, columns = dark.shape
    if columns <= length:
        return np.zeros_like(dark)
    total = np.zeros((rows, columns + 1), dtype=np.int32)
    np.cumsum(dark, axis=1, out=total[:, 1:])
    full = (total[:, length:] - total[:, :-length]) >= length * (1 - _LONGEST_GAP) - 1
    counts = np.zeros((rows, columns + 1), dtype=np.int32)
    np.cumsum(full, axis=1, out=counts[:, 1 : full.shape[1] + 1])
    counts[:, full.shape[1] + 1 :] = counts[:, full.shape[1] : full.shape[1] + 1]
    starts = np.maximum(np.arange(columns) - length + 1, 0)
    ends = np.minimum(np.arange(columns) + 1, columns)
    reach: Mask = (counts[:, ends] - counts[:, starts]) > 0
    return reach & dark


def _across(dark: Mask, length: int) -> list[Span]:
    """The horizontal rules, at least `length` long, as x0, y0, x1, y1 in pixels."""
    # A rule that still slants a little is seen as one when neighbouring rows are laid together.
    thick = dark.copy()
    thick[1:] |= dark[:-1]
    thick[:-1] |= dark[1:]
    runs = _windows(thick, length)
    spans: list[list[int]] = []
    open_spans: list[list[int]] = []
    for y in np.flatnonzero(runs.any(axis=1)).tolist():
        edges = np.flatnonzero(np.diff(np.concatenate(([0], runs[y].astype(np.int8), [0]))))
        open_spans = [s for s in open_spans if y - s[3] <= 2]
        for a, b in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
            for s in open_spans:
                if a <= s[2] + 2 and b >= s[0] - 2:
                    s[0], s[2], s[3] = min(s[0], a), max(s[2], b), y
                    break
            else:
                spans.append([a, y, b, y])
                open_spans.append(spans[-1])
    return [(s[0], s[1], s[2], s[3]) for s in spans if s[3] - s[1] <= _THICKEST and s[2] - s[0] >= length]


def rules(dark: Mask, dpi: int) -> tuple[list[Span], list[Span]]:
    """The horizontal and the vertical ruling lines as x0, y0, x1, y1 in pixels; strokes of letters are shorter."""
    across = _across(dark, int(dpi * 0.4))
    down = [(y0, x0, y1, x1) for x0, y0, x1, y1 in _across(np.ascontiguousarray(dark.T), int(dpi * 0.22))]
    # An upright run counts where it meets a horizontal one; the stem of a large letter does not.
    kept = [
        v
        for v in down
        if any(h[0] - 8 <= (v[0] + v[2]) / 2 <= h[2] + 8 and v[1] - 12 <= h[1] and h[3] <= v[3] + 12 for h in across)
    ]
    return across, kept


def without(grey: Image.Image, spans: list[Span], margin: int = 3) -> Image.Image:
    """The image with these rectangles painted as paper."""
    pixels = np.asarray(grey).copy()
    paper = int(np.percentile(pixels[::8, ::8], 75))
    for x0, y0, x1, y1 in spans:
        pixels[max(y0 - margin, 0) : y1 + margin + 1, max(x0 - margin, 0) : x1 + margin + 1] = paper
    return Image.fromarray(pixels)


def erase(dark: Mask, spans: list[Span], margin: int = 3) -> None:
    """Takes the ink out of these rectangles, in place."""
    for x0, y0, x1, y1 in spans:
        dark[max(y0 - margin, 0) : y1 + margin + 1, max(x0 - margin, 0) : x1 + margin + 1] = False


def rotated(dark: Mask, angle: float) -> Mask:
    """The ink turned about the middle by an angle in degrees, counter-clockwise."""
    turned = Image.fromarray(dark.astype(np.uint8)).rotate(angle, resample=Image.Resampling.NEAREST)
    mask: Mask = np.array(turned, dtype=bool)
    return mask


def stroke(dark: Mask, span: Span) -> float:
    """The usual width in pixels of the strokes in a rectangle: the median length of runs of ink, long ones left out."""
    x0, y0, x1, y1 = span
    part = dark[max(y0, 0) : y1, max(x0, 0) : x1]
    if part.size == 0:
        return 0.0
    padded = np.zeros((part.shape[0], part.shape[1] + 2), dtype=np.int8)
    padded[:, 1:-1] = part
    edges = np.diff(padded, axis=1)
    lengths = np.nonzero(edges == -1)[1] - np.nonzero(edges == 1)[1]
    lengths = lengths[lengths < 0.4 * (y1 - y0)]
    return float(np.median(lengths)) if lengths.size else 0.0


def blobs(dark: Mask, span: Span) -> list[Span]:
    """The runs of inked columns in a rectangle, each with its own top and bottom, left to right."""
    x0, y0, x1, y1 = (max(v, 0) for v in span)
    part = dark[y0:y1, x0:x1]
    if part.size == 0:
        return []
    columns = part.any(axis=0)
    edges = np.flatnonzero(np.diff(np.concatenate(([0], columns.astype(np.int8), [0]))))
    found = []
    for a, b in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        rows = np.flatnonzero(part[:, a:b].any(axis=1))
        found.append((x0 + a, y0 + int(rows[0]), x0 + b, y0 + int(rows[-1]) + 1))
    return found
