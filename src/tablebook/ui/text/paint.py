"""Draws a page in three layers: tints and bars under the words, the words by Qt, lines and brackets over them.

Free functions fed with a painter, a laid-out document and a frozen look, so that a page can be drawn on anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QAbstractTextDocumentLayout, QColor, QPainter, QPalette, QTextDocument

from tablebook.domain.text import BlockKind
from tablebook.ui.text.geometry import Piece, band_of, pieces_of
from tablebook.ui.text.look import PageLook
from tablebook.ui.text.paint_grid import grid
from tablebook.ui.text.paint_marks import brackets, dashes, strike, tint, underline
from tablebook.ui.text.paint_sides import bar, chip, fold, label, margin_label, note, paragraph_break
from tablebook.ui.text.rows import Ink, Placed, Span, ink_of


def visible(document: QTextDocument, placed: Sequence[Placed], look: PageLook, clip: QRectF) -> list[Placed]:
    """The rows that reach into `clip`, found by halving."""
    low, high = 0, len(placed)
    while low < high:
        middle = (low + high) // 2
        if band_of(document, placed[middle], look).bottom + look.px(60) + placed[middle].row.pad < clip.top():
            low = middle + 1
        else:
            high = middle
    found = []
    for each in placed[low:]:
        if band_of(document, each, look).top - look.px(30) > clip.bottom():
            break
        found.append(each)
    return found


def paint_below(
    painter: QPainter, document: QTextDocument, placed: Iterable[Placed], look: PageLook, width: float
) -> None:
    """Tints behind fresh words, lines of tables, bars at the margin, the ground of folds."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for each in placed:
        if each.row.fold:
            fold(painter, document, each, look, width)
            continue
        if each.row.block.kind is BlockKind.TABLE:
            grid(painter, document, each, look)
        for number, spans in each.spans.items():
            block = document.findBlockByNumber(number)
            for span in spans:
                if span.ink.fresh or span.ink.flag:
                    for piece in pieces_of(document, block, span, look):
                        tint(painter, piece, _ground(span.ink, fresh_party(each) or "", look), span.ink.bracketed, look)
        _bars(painter, document, each, look)
    painter.restore()


def _ground(ink: Ink, side: str, look: PageLook) -> QColor:
    if ink.flag:
        return look.color("problem_tint" if ink.flag == "unmarked" else "attention_tint")
    return look.tint(ink.actor or side)


def fresh_party(each: Placed) -> str | None:
    """Whose bar stands at a row: who changed it since the last pass; None without such a change."""
    block = each.row.block
    actor = next((ink_of(run).actor for run in block.all_runs if run.fresh and ink_of(run).actor), None)
    if not block.fresh and actor is None:
        return None
    return block.margin_author.party if block.margin_author else actor or "joint"


def _bars(painter: QPainter, document: QTextDocument, each: Placed, look: PageLook) -> None:
    side = fresh_party(each)
    if side is None:
        return
    changed: tuple[int, ...] = ()
    if each.row.block.kind is BlockKind.TABLE:
        changed = tuple(number for number, spans in each.spans.items() if any(s.ink.fresh for s in spans))
    band = band_of(document, each, look, changed)
    left = document.rootFrame().frameFormat().leftMargin()
    bar(painter, left - look.left + look.bar, band, side, look)


def paint_above(
    painter: QPainter, document: QTextDocument, placed: Iterable[Placed], look: PageLook, width: float
) -> None:
    """Lines under and through the words, brackets, labels, chips, notes and the labels in the right margin."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for each in placed:
        if each.row.fold:
            continue
        label(painter, document, each, look)
        paragraph_break(painter, document, each, look)
        for number, spans in each.spans.items():
            block = document.findBlockByNumber(number)
            for span in spans:
                for piece in pieces_of(document, block, span, look):
                    lines(painter, piece, span, look)
        chip(painter, document, each, look)
        note(painter, document, each, look, width)
        if look.margin_labels:
            margin_label(painter, document, each, look, width)
    painter.restore()


def lines(painter: QPainter, piece: Piece, span: Span, look: PageLook) -> None:
    """The lines of one piece of a span: one for the union, two for the employer, grey for what is joint."""
    ink = span.ink
    color = look.party(ink.actor)
    count = 2 if ink.actor == "employer" else 1
    if ink.flag == "unmarked" and not ink.striker:
        underline(painter, piece, look.color("problem"), 1, look, 2.0)
    elif ink.flag == "dead":
        dashes(painter, piece, look.color("attention"), look)
    elif ink.writer and not ink.striker:
        underline(painter, piece, color, count, look)
    if ink.striker:
        strike(painter, piece, color, count, look)
    if ink.bracketed:
        brackets(painter, piece, color, look)


def paint_page(
    painter: QPainter, document: QTextDocument, placed: Sequence[Placed], look: PageLook, size: QRectF
) -> None:
    """A whole page on any device, without a widget: ground, marks, words, lines."""
    width = size.width() - document.rootFrame().frameFormat().leftMargin() - look.right
    painter.fillRect(size, look.color("page"))
    shown = visible(document, placed, look, size)
    paint_below(painter, document, shown, look, width)
    context = QAbstractTextDocumentLayout.PaintContext()
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Text, look.color("text"))
    context.palette = palette
    context.clip = size
    document.documentLayout().draw(painter, context)
    paint_above(painter, document, shown, look, width)
