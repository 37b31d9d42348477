"""The mark of a party: union is a circle with U, employer a square with E. Shape and letter say it without colour."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from tablebook.ui.kit.painting import follow, line_of_text
from tablebook.ui.theme import theme

LETTERS = {"union": "U", "employer": "E", "joint": "J", "mediator": "M", "neutral": "N"}
NAMES = {"union": "Union", "employer": "Employer", "joint": "Joint", "mediator": "Mediator", "neutral": "Neutral"}


def party_role(side: str) -> str:
    """The colour role of a party; only union and employer have hues of their own."""
    return side if side in ("union", "employer") else "secondary"


def paint_party_mark(
    painter: QPainter, rect: QRectF, side: str, letter: bool = True, hollow: bool = False, role: str = ""
) -> None:
    """Fill `rect` (a square) with the mark. Without `letter` it is the small mark; `hollow` means withdrawn or held."""
    look = theme()
    color = look.color(role or party_role(side))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width = max(1.5, rect.width() / 9) if hollow else 0
    painter.setPen(QPen(color, width) if hollow else Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush if hollow else color)
    shape = rect.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    if side == "employer":
        corner = max(1.0, rect.width() / 14)
        painter.drawRoundedRect(shape, corner, corner)
    elif side == "union":
        painter.drawEllipse(shape)
    else:
        painter.drawRoundedRect(shape, rect.width() / 3, rect.width() / 3)
    if letter:
        font = QFont(look.font("small_strong"))
        font.setPixelSize(max(6, round(rect.width() * 0.6)))
        font.setWeight(QFont.Weight.Bold)
        painter.setFont(font)
        painter.setPen(color if hollow else look.color("on_ink"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, LETTERS.get(side, "?"))
    painter.restore()


def paint_pass_label(painter: QPainter, rect: QRectF, side: str, label: str, style: str = "small_strong") -> float:
    """Small mark and label ("U-3") from the left of `rect`; gives back the width used."""
    look = theme()
    mark = look.px(9)
    top = rect.center().y() - mark / 2
    paint_party_mark(painter, QRectF(rect.left(), top, mark, mark), side, letter=False)
    gap = mark + look.px(4)
    return gap + line_of_text(painter, rect.adjusted(gap, 0, 0, 0), label, style, party_role(side))


class PartyMark(QWidget):
    """The mark as a widget of `size` pixels at 100 %."""

    def __init__(self, side: str, size: int = 20, letter: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.side, self.size_px, self.letter = side, size, letter
        self.setAccessibleName(NAMES.get(side, side))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow(self)

    def sizeHint(self) -> QSize:
        """A square at the text scale."""
        px = theme().px(self.size_px)
        return QSize(px, px)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the mark."""
        painter = QPainter(self)
        paint_party_mark(painter, QRectF(self.rect()), self.side, self.letter)
        painter.end()
