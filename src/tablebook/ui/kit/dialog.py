"""The shell of every dialog: what it is about at the top, one body, checks and the main act at the bottom."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QHideEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QBoxLayout, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from tablebook.ui.kit.button import Button
from tablebook.ui.kit.corners import cut_corners
from tablebook.ui.kit.label import IconLine, Label, Panel, Rule
from tablebook.ui.kit.painting import box
from tablebook.ui.kit.scrim import Scrim
from tablebook.ui.kit.scroll import ScrollArea
from tablebook.ui.kit.spacing import space
from tablebook.ui.theme import theme

WIDTH = 1080
BESIDE = 900  # effective width under which the side pane goes below the body
LET_GO_MS = 30_000
"""So long a closed dialog stays: what it has asked for may still come back to it."""
LINE = 110  # effective width under which the footer's line cannot be read beside the buttons


def _lowest(window: QWidget | None) -> QWidget | None:
    """What all dialogs lie over: one that is asked for by another has the room of the window, not of that dialog."""
    while window is not None and (parent := window.parentWidget()) is not None:
        window = parent.window()
    return window


class DialogShell(QDialog):
    """Window-modal, over a shade. Fill `.body` (a column); `set_main` names the act that Ctrl+Enter does.

    Esc and the cross close it and record nothing.
    """

    def __init__(
        self, title: str, subtitle: str = "", width: int = WIDTH, cancel: str = "Cancel", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setWindowTitle(title)
        self._width = width
        self._scrim: Scrim | None = None
        self.main: Button | None = None
        self.side: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)
        self._parts = (self._make_header(title, subtitle), Rule(), Rule(), self._make_footer(cancel))
        for part in self._parts:
            self._column.addWidget(part)
        self._column.insertWidget(2, self._make_middle(), 1)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self._do_main)
        theme().changed.connect(self._place)
        self.finished.connect(self._leave_later)

    def _leave_later(self) -> None:
        """Go for good after a while: every closed dialog would be laid out again with each change of the look."""
        QTimer.singleShot(LET_GO_MS, self, self._let_go)

    def _let_go(self) -> None:
        if not self.isVisible():
            self.deleteLater()

    def _make_header(self, title: str, subtitle: str) -> QWidget:
        self.title = Label(title, "panel_title", wrap=True)
        self.subtitle = Label(subtitle, "body", "secondary", wrap=True)
        self.close_button = Button("", "x", kind="ghost", size=28)
        self.close_button.setAccessibleName("Close")
        self.close_button.setToolTip("Close (Esc)")
        self.close_button.clicked.connect(self.reject)
        header = QWidget()
        words = space(QVBoxLayout(), spacing=3)
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        if not subtitle:
            self.subtitle.hide()
        row = space(QHBoxLayout(header), (28, 16, 18, 14), 16)
        row.addLayout(words, 1)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignVCenter)
        return header

    def _make_middle(self) -> QWidget:
        content = QWidget()
        self._content = content
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight, content)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.setSpacing(0)
        self.body = space(QVBoxLayout(), (28, 20, 28, 20), 14)
        self._beside.addLayout(self.body, 1)
        self.scroller = ScrollArea(content)
        return self.scroller

    def _make_footer(self, cancel: str) -> QWidget:
        footer = QWidget()
        self.line = IconLine("", "", "secondary", wrap=True)
        self.cancel_button = Button(cancel, key="Esc", size=36)
        self.cancel_button.clicked.connect(self.reject)
        self._buttons = space(QHBoxLayout(), spacing=10)
        self._buttons.addStretch(1)
        self._buttons.addWidget(self.cancel_button)
        row = self._foot = space(QHBoxLayout(footer), (28, 13, 24, 13), 16)
        row.addWidget(self.line, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(self._buttons)
        return footer

    def set_title(self, title: str, subtitle: str = "") -> None:
        """Change the two lines at the top."""
        self.setWindowTitle(title)
        self.title.setText(title)
        self.subtitle.setText(subtitle)
        self.subtitle.setVisible(bool(subtitle))

    def set_footer(self, text: str, icon: str = "", role: str = "secondary") -> None:
        """What the checks say, or why the main act is off."""
        self.line.set_line(icon, text, role, "secondary")
        self.line.setVisible(bool(text) or self._foot.direction() is QBoxLayout.Direction.LeftToRight)

    def set_side(self, widget: QWidget, width: int = 386) -> None:
        """A pane on window ground at the right, as the paper they will get; below the body when it is narrow."""
        self.side = Panel("window")
        row = space(QVBoxLayout(self.side), (24, 20, 24, 20), 10)
        row.addWidget(widget)
        self._side_width = width
        self._side_rule = Rule(vertical=True)
        self._beside.addWidget(self._side_rule)
        self._beside.addWidget(self.side)

    def add_button(self, button: Button) -> Button:
        """Another act, between Cancel and the main act."""
        at = self._buttons.count() - (1 if self.main else 0)
        self._buttons.insertWidget(at, button)
        return button

    def set_main(self, words: str, icon: str = "") -> Button:
        """The one primary button at the right end of the footer; Ctrl+Enter presses it."""
        if self.main is None:
            self.main = Button(words, icon, kind="primary", key="Ctrl+Enter", size=36)
            self._buttons.addWidget(self.main)
        else:
            self.main.set_words(words, icon)
        return self.main

    def _do_main(self) -> None:
        if self.main is not None and self.main.isEnabled():
            self.main.click()

    def open(self) -> None:
        """Open it over its window; a second press while the first dialog was on its way opens no second one."""
        parent = self.parentWidget()
        others = parent.findChildren(type(self), options=Qt.FindChildOption.FindDirectChildrenOnly) if parent else []
        first = next((one for one in others if one is not self and type(one) is type(self) and one.isVisible()), None)
        if first is not None:
            self.done(int(QDialog.DialogCode.Rejected))
            self.deleteLater()
            first.activateWindow()  # a dialog that goes gives the keyboard to the window below
            return
        super().open()

    def showEvent(self, event: QShowEvent) -> None:
        """Shade the window, take the middle of it, and put the keyboard on the first field."""
        window = self._over()
        if window is not None and self._scrim is None:
            self._scrim = Scrim(window)
            window.installEventFilter(self)
        self._place()
        super().showEvent(event)
        first = self._first_field()
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the shade away."""
        if self._scrim is not None:
            self._scrim.hide()
            self._scrim.deleteLater()
            self._scrim = None
        super().hideEvent(event)

    def _over(self) -> QWidget | None:
        parent = self.parentWidget()
        return parent.window() if parent is not None else None

    def _first_field(self) -> QWidget | None:
        content = self._content
        chain = [widget for widget in content.findChildren(QWidget) if widget.focusPolicy() & Qt.FocusPolicy.TabFocus]
        return next((widget for widget in chain if widget.isEnabled() and widget.isVisibleTo(content)), self.main)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle of the window as it changes."""
        if watched is self._over() and event.type() in (QEvent.Type.Resize, QEvent.Type.Move) and self.isVisible():
            self._place()
        return False

    def _place(self) -> None:
        """As wide as designed, as tall as needed, never larger than the window it lies over."""
        px = theme().px
        window = self._over()
        lowest = _lowest(window)
        room = lowest.size() if lowest is not None else self.screen().availableSize()
        width = min(px(self._width), room.width() - 2 * px(12))
        narrow = width / theme().scale < BESIDE
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._beside.setDirection(direction)
        if self.side is not None:
            self.side.setMaximumWidth(16777215 if narrow else px(self._side_width))
            self.side.setMinimumWidth(0 if narrow else px(self._side_width))
            self._side_rule.setVisible(not narrow)
        self._fit_footer(width)
        self.resize(width, min(self._wanted_height(width), room.height() - 2 * px(12)))
        self._centre()

    def _fit_footer(self, width: int) -> None:
        """The keys stand on the buttons where there is room; else their tooltips name them. Where even then too little
        is left for the line, it stands above the buttons."""
        items = [self._buttons.itemAt(at) for at in range(self._buttons.count())]
        buttons = [one for item in items if item is not None and isinstance(one := item.widget(), Button)]
        room = width - theme().px(28 + 24 + 16 + LINE) - self._buttons.spacing() * (len(buttons) - 1)
        for keys in (True, False):
            for button in buttons:
                button.set_key_shown(keys)
            fits = sum(button.sizeHint().width() for button in buttons) <= room
            if fits:
                break
        way = QBoxLayout.Direction
        self._foot.setDirection(way.LeftToRight if fits else way.TopToBottom)
        self.line.setVisible(fits or bool(self.line.label.text()))
        for part in (self._parts[-1], self):  # the dialog may be as narrow as its footer is from now on
            if (layout := part.layout()) is not None:
                layout.activate()

    def grow(self) -> None:
        """Taller where the body now asks for more, never smaller: nothing jumps, and the keyboard stays in sight."""
        before = self.height()
        self._place()
        if self.height() < before:
            self.resize(self.width(), before)
        focused = self.focusWidget()
        if focused is not None and self._content.isAncestorOf(focused):
            self.scroller.ensureWidgetVisible(focused, 8, 24)

    def _centre(self) -> None:
        window = self._over()
        if window is not None:
            middle = window.mapToGlobal(window.rect().center())
            self.move(middle.x() - self.width() // 2, middle.y() - self.height() // 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stay in the middle also where the layout asks for more room than was planned."""
        super().resizeEvent(event)
        cut_corners(self, theme().px(10))
        self._centre()

    def _wanted_height(self, width: int) -> int:
        """Header, footer and the whole body at this width."""
        inner = width - 2
        self._column.activate()
        layout = self._beside
        body = layout.totalHeightForWidth(inner) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
        rest = 0
        for part in self._parts:
            rest += max(part.heightForWidth(inner) if part.hasHeightForWidth() else 0, part.sizeHint().height(), 1)
        return rest + body + 2

    def sizeHint(self) -> QSize:
        """As designed."""
        return QSize(theme().px(self._width), self._wanted_height(theme().px(self._width)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The header moves the dialog, as a title bar would."""
        handle = self.windowHandle()
        if event.button() == Qt.MouseButton.LeftButton and event.position().y() < theme().px(76) and handle is not None:
            handle.startSystemMove()
        super().mousePressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The sheet with its corners of 10."""
        painter = QPainter(self)
        box(painter, QRectF(self.rect()), theme().px(10), "panel", "strong")
        painter.end()
