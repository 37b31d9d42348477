"""What stands beside the words: bars, printed labels, pass labels in the margin, chips, notes, frames and folds."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QTextDocument

from tablebook.domain.text import BlockKind
from tablebook.redline.marks import Mark
from tablebook.ui.kit.chip import chip_size, paint_chip
from tablebook.ui.kit.icons import paint_icon
from tablebook.ui.text.formats import label_font, label_parts, label_width, runs_in
from tablebook.ui.text.geometry import Band, Piece, band_of, baseline, lines_of, origin
from tablebook.ui.text.look import PageLook
from tablebook.ui.text.paint_marks import strike, underline
from tablebook.ui.text.rows import Placed
from tablebook.ui.text.spacing import TABLE_EDGE, note_height


def bar(painter: QPainter, left: float, band: Band, side: str, look: PageLook) -> None:
    """The bar at the margin: one of 4 px for the union, two of 2 px for the employer, one grey for joint words."""
    color, height = look.party(side), band.bottom - band.top
    thin = look.px(1.6)
    stripes = [(0.0, look.px(4))] if side != "employer" else [(0.0, thin), (look.px(4) - thin + look.px(0.8), thin)]
    for at, width in stripes:
        painter.fillRect(QRectF(left + at, band.top, width, height), color)


def label(painter: QPainter, document: QTextDocument, each: Placed, look: PageLook) -> None:
    """The printed label, right-aligned in the hanging gutter or running in before a head, with its own marks."""
    block = each.row.block
    if block.kind is BlockKind.TABLE or not (parts := label_parts(block)):
        return
    band = band_of(document, each, look)
    metrics = QFontMetricsF(label_font(block, look))
    x = band.left if runs_in(block) else _text_left(document, each) - look.px(11) - label_width(block, look)
    painter.setFont(label_font(block, look))
    quiet = look.color("text" if runs_in(block) else "secondary")
    for text, ink in parts:
        width = metrics.horizontalAdvance(text)
        painter.setPen(quiet if ink.plain else look.words(ink.writer or ink.striker))
        painter.drawText(QPointF(x, band.first_baseline), text)
        piece = Piece(x, x + width, band.first_baseline, True, True)
        count = 2 if ink.actor == "employer" else 1
        if ink.striker:
            strike(painter, piece, look.party(ink.striker), count, look)
        elif ink.writer:
            underline(painter, piece, look.party(ink.writer), count, look)
        x += width + look.px(5)


def paragraph_break(painter: QPainter, document: QTextDocument, each: Placed, look: PageLook) -> None:
    """A pilcrow where only the paragraph's beginning is new (split here) or struck (joined to the one above)."""
    block = each.row.block
    if block.start.mark is Mark.SAME or all(run.mark is not Mark.SAME for run in block.all_runs):
        return
    band, font = band_of(document, each, look), look.book
    width = QFontMetricsF(font).horizontalAdvance("¶")
    actor = block.start.striker or block.start.writer
    side = actor.party if actor else "joint"
    x = _text_left(document, each) - (label_width(block, look) + look.px(13) if block.label else 0) - width - look.px(4)
    painter.setFont(font)
    painter.setPen(look.words(side))
    painter.drawText(QPointF(x, band.first_baseline), "¶")
    piece, count = Piece(x, x + width, band.first_baseline, True, True), 2 if side == "employer" else 1
    draw = strike if block.start.striker else underline
    draw(painter, piece, look.party(side), count, look)


def _text_left(document: QTextDocument, each: Placed) -> float:
    """Where the words of a paragraph begin."""
    block = document.findBlockByNumber(each.first)
    first = next(lines_of(block), None)
    return origin(document, block).x() + (first.x() if first is not None else 0.0)


def chip(painter: QPainter, document: QTextDocument, each: Placed, look: PageLook) -> None:
    """The chip of a section after the last word of its head; on a full line it moves under the page label."""
    made = each.row.chip
    if made is None:
        return
    block = document.findBlockByNumber(each.first)
    at, line = origin(document, block), list(lines_of(block))[-1]
    x = at.x() + line.x() + line.naturalTextWidth() + look.px(12)
    size = chip_size(made)
    painter.save()
    paint_chip(painter, QPointF(round(x), round(baseline(at, line) - look.px(5) - size.height() / 2)), made)
    painter.restore()


def margin_label(painter: QPainter, document: QTextDocument, each: Placed, look: PageLook, width: float) -> None:
    """The label of the pass that changed a row last, right-aligned in the right margin; under it, that it restored."""
    author = each.row.block.margin_author
    if author is None or not author.label:
        return
    band = band_of(document, each, look)
    right = document.rootFrame().frameFormat().leftMargin() + width + look.right - look.px(20)
    painter.setFont(look.label)
    painter.setPen(look.party(author.party))
    metrics, below = QFontMetricsF(look.label), band.bottom - band.first_baseline > look.line
    for line, words in enumerate([author.label, "restored"] if each.row.block.restores and below else [author.label]):
        down = band.first_baseline - look.px(1) + line * metrics.height()
        painter.drawText(QPointF(right - metrics.horizontalAdvance(words), down), words)


def note(painter: QPainter, document: QTextDocument, each: Placed, look: PageLook, width: float) -> None:
    """The sentence under a paragraph, with its icon, and the frame round both."""
    made = each.row.note
    if made is None:
        return
    band = band_of(document, each, look)
    edge = look.px(TABLE_EDGE) if each.row.block.rows else 0.0
    band = band._replace(top=band.top - edge, bottom=band.bottom + edge)
    color, page_left = look.color(made.tone), document.rootFrame().frameFormat().leftMargin()
    under = note_height(made, width, look)
    if made.framed:
        wide = look.px(34 if look.margin_labels else 30)
        frame = QRectF(page_left - wide, band.top - look.px(4), width + wide + look.px(16), 0)
        frame.setBottom(band.bottom + under)
        painter.setPen(QPen(color, look.px(1.3)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame, look.px(6), look.px(6))
    if not made.text:
        return
    left, icon = _text_left(document, each), look.px(14)
    line = look.px(20)
    if made.icon:
        paint_icon(painter, QRectF(left, band.bottom + (line - icon) / 2, icon, icon), made.icon, made.tone)
        left += look.px(20)
    painter.setFont(look.note)
    painter.setPen(color)
    room = QRectF(left, band.bottom + look.px(2), page_left + width - left, under)
    painter.drawText(room, int(Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap), made.text)


def fold(painter: QPainter, document: QTextDocument, each: Placed, look: PageLook, width: float) -> None:
    """The closed fold: a quiet row with a chevron; its words are text like any other."""
    rect = fold_rect(document, each, look, width)
    painter.setPen(QPen(look.color("line"), 1))
    painter.setBrush(look.color("panel"))
    painter.drawRoundedRect(rect, look.px(6), look.px(6))
    icon = look.px(14)
    paint_icon(painter, QRectF(rect.left() + look.px(12), rect.center().y() - icon / 2, icon, icon), "chevrons-up-down")


def fold_rect(document: QTextDocument, each: Placed, look: PageLook, width: float) -> QRectF:
    """The room of a fold: 36 px high, a little wider than the words."""
    band = band_of(document, each, look)
    left = document.rootFrame().frameFormat().leftMargin() - look.px(14)
    return QRectF(left, band.first_baseline - look.px(4.5) - look.px(18), width + look.px(26), look.px(36))
