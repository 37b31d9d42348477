"""Paper on the scene: a sheet in points on which printed words can be found; a page of a PDF as a picture."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from tablebook.documents.contract.places import Printed
from tablebook.documents.sheets import PageSheet
from tablebook.ui.theme import theme
from tablebook.ui.tokens import DARK, LIGHT


def paper_color() -> QColor:
    """Paper stays paper: pictures are dark on light whatever the window looks like."""
    paper = theme().color("paper")
    return paper if paper.lightness() > 128 else QColor(DARK.paper)


class Paper(QGraphicsItem):
    """A sheet with printed words that can be found on it. ``tinted`` lies under the words in the tone of a finding."""

    def __init__(self, size: QSizeF, printed: Printed) -> None:
        super().__init__()
        self.size, self.printed = size, printed
        self.tinted = QRectF()

    def boundingRect(self) -> QRectF:
        """The whole sheet."""
        return QRectF(0, 0, self.size.width(), self.size.height())

    def rects(self, found: range) -> list[QRectF]:
        """The boxes of the words or lines with these numbers, one for each printed line."""
        raise NotImplementedError

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """The ground and its edge."""
        painter.fillRect(self.boundingRect(), paper_color())
        painter.fillRect(self.tinted, QColor(LIGHT.attention_tint))
        painter.setPen(theme().color("strong"))
        painter.drawRect(self.boundingRect())


class PicturePaper(Paper):
    """A page as the child process painted it. The picture may be replaced by a finer one."""

    def __init__(self, sheet: PageSheet) -> None:
        super().__init__(QSizeF(sheet.width, sheet.height), Printed([word.text for word in sheet.words]))
        self._words = sheet.words
        self.picture = QPixmap()
        self.picture.loadFromData(sheet.png)

    @property
    def pixels(self) -> int:
        """How many the picture holds."""
        return self.picture.width() * self.picture.height()

    def rects(self, found: range) -> list[QRectF]:
        """Neighbouring words on one line are one box; the last one goes on to the end of its line."""
        lines: list[QRectF] = []
        for at in range(found.start, len(self._words)):
            word = self._words[at]
            box = QRectF(word.left, word.top, word.right - word.left, word.bottom - word.top)
            level = lines and lines[-1].top() < box.center().y() < lines[-1].bottom()
            if level and box.left() > lines[-1].left():
                lines[-1] = lines[-1].united(box)
            elif at < found.stop:
                lines.append(box)
            else:
                break
        return lines

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """The picture on the paper's colour: white becomes paper, ink stays ink."""
        super().paint(painter, option, widget)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        painter.drawPixmap(self.boundingRect(), self.picture, QRectF(self.picture.rect()))
        painter.restore()
