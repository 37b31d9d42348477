"""Buttons: one primary per view, the rest quiet. The word is a verb with its object; the key stands at its right."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from tablebook.ui.kit.icons import paint_icon
from tablebook.ui.kit.painting import box, follow, line_of_text, text_width
from tablebook.ui.theme import theme

# kind -> (words, fill at rest, fill under the mouse, fill pressed, outline)
KINDS = {
    "default": ("text", "page", "hover", "neutral", "strong"),
    "primary": ("on_ink", "ink", "ink", "ink", ""),
    "ghost": ("secondary", "", "hover", "neutral", ""),
    "plain": ("text", "", "hover", "neutral", ""),
    "danger": ("problem", "page", "hover", "neutral", "strong"),
    "private": ("private", "private_tint", "private_tint", "private_tint", ""),
}
PADDING = 11
ICON = 16
GAP = 7


class Button(QPushButton):
    """A push button of the design. `size` is its height at 100 %: 32, 28 in cards, 36 in footers."""

    ring_radius = 6

    def __init__(
        self,
        text: str,
        icon: str = "",
        kind: str = "default",
        key: str = "",
        size: int = 32,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.kind, self.icon_name, self.key, self.size_px = kind, icon, key, size
        self._verb = ""
        self._key_shown = True
        self._reason = ""
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.set_words(text)
        follow(self)

    def set_words(self, text: str, icon: str | None = None) -> None:
        """Say another act."""
        self.setText(text.replace("&", "&&"))
        self.words = text
        self.icon_name = self.icon_name if icon is None else icon
        self._tell()

    def set_working(self, verb: str) -> None:
        """While it works the button says what it does ("Freezing") and takes no clicks; "" ends it."""
        self._verb = verb
        self.setEnabled(not verb and not self._reason)
        self._tell()

    def set_reason(self, why: str) -> None:
        """Switch the button off for a reason, which is to stand beside it; "" switches it on again."""
        self._reason = why
        self.setEnabled(not why and not self._verb)
        self._tell()

    def reason(self) -> str:
        """Why it is off, or ""."""
        return self._reason

    def set_key_shown(self, shown: bool) -> None:
        """Drop the key hint (it stays in the tooltip) when room is short, or show it again."""
        self._key_shown = shown
        self._tell()

    def _tell(self) -> None:
        self.setAccessibleName(self._verb or self.words)
        self.setAccessibleDescription(". ".join(part for part in (self._reason, self.key) if part))
        hint = self._reason or (f"{self.words} ({self.key})" if self.key and not self._key_shown else "")
        self.setToolTip(hint)
        self.updateGeometry()
        self.update()

    def _style(self) -> str:
        return "body_bold" if self.kind in ("primary", "plain") else "body_medium"

    def _hint(self) -> str:
        return self.key if self._key_shown and not self._verb else ""

    def sizeHint(self) -> QSize:
        """Icon, word and key with their gaps."""
        px = theme().px
        width = 2 * px(PADDING) + round(text_width(self._verb or self.words, self._style()) + 0.5)
        if self.icon_name or self._verb:
            width += px(ICON) + (px(GAP) if self.words else 0)
        if self._hint():
            width += px(8) + round(text_width(self._hint(), "tag") + 0.5)
        return QSize(max(width, px(28)), px(self.size_px))

    def minimumSizeHint(self) -> QSize:
        """A button is never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it as Space does; with Ctrl the key belongs to the dialog."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        ):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, icon or arc, word, key."""
        painter = QPainter(self)
        words = self._paint_ground(painter)
        self._paint_words(painter, words)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> str:
        """Fill and outline for the present state; gives back the role of the words on it."""
        words, rest, hover, pressed, line = KINDS[self.kind]
        rect, radius = QRectF(self.rect()), theme().px(6)
        if self._verb:
            box(painter, rect, radius, "page", "strong")
            return "text"
        if not self.isEnabled():
            box(painter, rect, radius, "" if self.kind == "ghost" else "neutral")
            return "tertiary"
        lit = self.underMouse() or self.isDown()
        fill = pressed if self.isDown() else hover if self.underMouse() else rest
        box(painter, rect, radius, fill, line)
        if lit and self.kind in ("primary", "private"):
            painter.setOpacity(0.16 if self.isDown() else 0.08)
            box(painter, rect, radius, words)
            painter.setOpacity(1)
        return words

    def _paint_words(self, painter: QPainter, role: str) -> None:
        px = theme().px
        rect = QRectF(self.rect())
        left = rect.left() + (rect.width() - self.sizeHint().width()) / 2 + px(PADDING)
        if not self.words and not self._verb:
            paint_icon(painter, QRectF(0, 0, px(ICON), px(ICON)).translated(
                (rect.width() - px(ICON)) / 2, (rect.height() - px(ICON)) / 2), self.icon_name, role)  # fmt: skip
            return
        if self._verb or self.icon_name:
            spot = QRectF(left, 0, px(ICON), rect.height())
            if self._verb:
                _paint_arc(painter, spot)
            else:
                paint_icon(painter, spot, self.icon_name, "secondary" if role == "text" else role)
            left += px(ICON) + px(GAP)
        text = self._verb or self.words
        left += line_of_text(painter, QRectF(left, 0, rect.width(), rect.height()), text, self._style(), role)
        if self._hint():
            hint = role if self.kind in ("primary", "private") else "tertiary"
            line_of_text(painter, QRectF(left + px(8), 0, rect.width(), rect.height()), self._hint(), "tag", hint)


def _paint_arc(painter: QPainter, spot: QRectF) -> None:
    """The open circle of something under way. It does not turn: nothing here moves but the text cursor."""
    px = theme().px(12)
    circle = QRectF(spot.center().x() - px / 2, spot.center().y() - px / 2, px, px)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme().color("control"), theme().px(2)))
    painter.drawArc(circle, 30 * 16, 250 * 16)
    painter.restore()
