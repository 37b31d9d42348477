"""Text on the chrome: a label in a style and colour role, a line with an icon, a rule."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from tablebook.ui.kit.icons import paint_icon
from tablebook.ui.kit.painting import follow
from tablebook.ui.kit.spacing import space
from tablebook.ui.theme import theme


class Label(QLabel):
    """Words in one type style and colour role; wrapped or on one line, never elided."""

    def __init__(
        self, text: str = "", style: str = "body", role: str = "text", wrap: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._style, self._role = style, role
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        theme().changed.connect(self._dress)
        self._dress()

    def set_look(self, style: str = "", role: str = "") -> None:
        """Change style or role, keeping what is not given."""
        self._style, self._role = style or self._style, role or self._role
        self._dress()

    def _dress(self) -> None:
        self.setFont(theme().font(self._style))
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.WindowText, theme().color(self._role))
        self.setPalette(palette)


class Icon(QWidget):
    """An icon alone; give it an accessible name or it is decoration."""

    def __init__(self, name: str, role: str = "secondary", size: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._role, self._size = name, role, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow(self)

    def set_icon(self, name: str, role: str = "") -> None:
        """Show another icon, or the same in another role."""
        self._name, self._role = name, role or self._role
        self.update()

    def sizeHint(self) -> QSize:
        """A square at the text scale."""
        px = theme().px(self._size)
        return QSize(px, px)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon, if there is one."""
        if self._name:
            painter = QPainter(self)
            paint_icon(painter, QRectF(self.rect()), self._name, self._role)
            painter.end()


class IconLine(QWidget):
    """Icon and sentence: the row in which checks, facts and reasons are told."""

    def __init__(
        self,
        icon: str,
        text: str,
        role: str = "secondary",
        style: str = "body",
        text_role: str = "",
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.icon = Icon(icon, role, 16)
        self.label = Label(text, style, text_role or role, wrap)
        row = space(QHBoxLayout(self), spacing=8)
        row.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignTop if wrap else Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.label, 1)
        self.set_line(icon, text, role, text_role)

    def set_line(self, icon: str, text: str, role: str = "secondary", text_role: str = "") -> None:
        """Say something else."""
        self.icon.set_icon(icon, role)
        self.icon.setVisible(bool(icon))
        self.label.setText(text)
        self.label.set_look(role=text_role or role)


class Rule(QFrame):
    """One line of one pixel between two things."""

    def __init__(self, vertical: bool = False, role: str = "line", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role = role
        if vertical:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)
        theme().changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill the pixel."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().color(self._role))
        painter.end()


class Panel(QWidget):
    """A plain surface in a colour role (window, panel, page, private_tint); put a layout in it."""

    def __init__(self, role: str = "panel", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.role = role
        theme().changed.connect(self.update)

    def set_role(self, role: str) -> None:
        """Change the surface."""
        self.role = role
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill the surface."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().color(self.role))
        painter.end()
