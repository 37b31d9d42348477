"""What somebody put on a PDF in a viewer: highlight, strike-out, underline and lines, which mark words; typed notes and
drawings, which can only be told; and links, whose lines mark nothing."""

from __future__ import annotations

import ctypes
import re
from dataclasses import field
from typing import Any

import pypdfium2.raw as pdfium_c

from tablebook.documents.pdf.paths import Box, Matrix, Rule, hex_colour
from tablebook.domain.dataclass import dataclass

_KINDS = {
    pdfium_c.FPDF_ANNOT_HIGHLIGHT: "highlight",
    pdfium_c.FPDF_ANNOT_STRIKEOUT: "strike",
    pdfium_c.FPDF_ANNOT_UNDERLINE: "underline",
    pdfium_c.FPDF_ANNOT_SQUIGGLY: "underline",
}
_TYPED = {pdfium_c.FPDF_ANNOT_FREETEXT, pdfium_c.FPDF_ANNOT_CARET, pdfium_c.FPDF_ANNOT_TEXT}
_DRAWN = {pdfium_c.FPDF_ANNOT_INK, pdfium_c.FPDF_ANNOT_STAMP, pdfium_c.FPDF_ANNOT_SQUARE, pdfium_c.FPDF_ANNOT_CIRCLE}
_DRAWN |= {pdfium_c.FPDF_ANNOT_POLYGON, pdfium_c.FPDF_ANNOT_POLYLINE}
_UNSEEN = 1 << 1 | 1 << 5  # flags: hidden, not shown on screen
_MOST = 5_000
_PAINT = re.compile(r"((?:\d*\.?\d+\s+){1,4})(rg|RG|g|G|k|K)\b")


@dataclass(slots=True)
class Notes:
    """What is put on a page: (kind, box with its colour) of each marking, level lines, the boxes of links, the words of
    typed notes, and whether something is drawn or stamped."""

    marks: list[tuple[str, Box]] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    links: list[Box] = field(default_factory=list)
    typed: list[str] = field(default_factory=list)
    drawn: bool = False


def notes_on(page: Any, shown: Matrix) -> Notes:
    """The markings, lines, links and notes on a page (a raw handle)."""
    notes = Notes()
    for index in range(min(pdfium_c.FPDFPage_GetAnnotCount(page), _MOST)):
        note = pdfium_c.FPDFPage_GetAnnot(page, index)
        if not note:
            continue
        kind = pdfium_c.FPDFAnnot_GetSubtype(note)
        if kind == pdfium_c.FPDF_ANNOT_LINK:
            _link(note, shown, notes)
        elif not pdfium_c.FPDFAnnot_GetFlags(note) & _UNSEEN:
            _note(note, kind, shown, notes)
        pdfium_c.FPDFPage_CloseAnnot(note)
    return notes


def _link(note: Any, shown: Matrix, notes: Notes) -> None:
    rect = pdfium_c.FS_RECTF()
    if pdfium_c.FPDFAnnot_GetRect(note, rect):
        notes.links.append(_shown(((rect.left, rect.bottom), (rect.right, rect.top)), shown))


def _note(note: Any, kind: int, shown: Matrix, notes: Notes) -> None:
    if kind in _KINDS:
        colour = _colour(note) or ("#ffff00" if _KINDS[kind] == "highlight" else "#000000")
        notes.marks += [(_KINDS[kind], box._replace(colour=colour)) for box in _quads(note, shown)]
    elif kind == pdfium_c.FPDF_ANNOT_LINE:
        _line(note, shown, notes)
    elif kind in _TYPED:
        notes.typed += [words] if (words := _contents(note)) else []
    notes.drawn = notes.drawn or kind in _DRAWN


def _line(note: Any, shown: Matrix, notes: Notes) -> None:
    """A line drawn over words is as good as a strike; one that does not run level is a drawing."""
    start, end = pdfium_c.FS_POINTF(), pdfium_c.FS_POINTF()
    if not pdfium_c.FPDFAnnot_GetLine(note, start, end):
        return
    box = _shown(((start.x, start.y), (end.x, end.y)), shown)
    if box.bottom - box.top <= 0.04 * (box.right - box.left) + 1:
        notes.rules.append(Rule(box.left, box.right, (box.top + box.bottom) / 2, 1.0, _colour(note) or "#000000"))
    else:
        notes.drawn = True


def _contents(note: Any) -> str:
    length = pdfium_c.FPDFAnnot_GetStringValue(note, b"Contents", None, 0)
    if not 2 < length < 20_000:
        return ""
    buffer = (ctypes.c_ushort * (length // 2 + 1))()
    pdfium_c.FPDFAnnot_GetStringValue(note, b"Contents", buffer, length)
    return " ".join(bytes(buffer)[: length - 2].decode("utf-16-le", errors="replace").split())


def _quads(note: Any, shown: Matrix) -> list[Box]:
    quad = pdfium_c.FS_QUADPOINTSF()
    boxes = []
    for index in range(pdfium_c.FPDFAnnot_CountAttachmentPoints(note)):
        if pdfium_c.FPDFAnnot_GetAttachmentPoints(note, index, quad):
            corners = ((quad.x1, quad.y1), (quad.x2, quad.y2), (quad.x3, quad.y3), (quad.x4, quad.y4))
            boxes.append(_shown(corners, shown))
    return boxes


def _shown(points: tuple[tuple[float, float], ...], shown: Matrix) -> Box:
    a, b, c, d, e, f = shown
    across = [a * x + c * y + e for x, y in points]
    down = [b * x + d * y + f for x, y in points]
    return Box(min(across), max(across), min(down), max(down))


def _colour(note: Any) -> str:
    """The marking's colour: its own entry, or where the library does not tell that, what its picture paints with."""
    parts = tuple(ctypes.c_uint() for _ in range(4))
    if pdfium_c.FPDFAnnot_GetColor(note, pdfium_c.FPDFANNOT_COLORTYPE_Color, *parts):
        return hex_colour(*(part.value for part in parts[:3]))
    length = pdfium_c.FPDFAnnot_GetAP(note, pdfium_c.FPDF_ANNOT_APPEARANCEMODE_NORMAL, None, 0)
    if not 2 < length < 200_000:
        return ""
    buffer = (ctypes.c_ushort * (length // 2 + 1))()
    pdfium_c.FPDFAnnot_GetAP(note, pdfium_c.FPDF_ANNOT_APPEARANCEMODE_NORMAL, buffer, length)
    match = _PAINT.search(bytes(buffer).decode("utf-16-le", errors="replace"))
    return _painted([float(part) for part in match[1].split()]) if match else ""


def _painted(parts: list[float]) -> str:
    if len(parts) == 4:
        cyan, magenta, yellow, black = parts
        parts = [(1 - min(1.0, part + black)) for part in (cyan, magenta, yellow)]
    if len(parts) == 1:
        parts = parts * 3
    red, green, blue = (max(0, min(255, round(part * 255))) for part in parts[:3]) if len(parts) == 3 else (0, 0, 0)
    return hex_colour(red, green, blue)
