"""The window: Welcome or one book, and the acts that belong to the window itself."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from tablebook.errors import UserError
from tablebook.preferences import Preferences
from tablebook.ui.alt_key import AltKey
from tablebook.ui.bridge import Bridge
from tablebook.ui.desk import Desk
from tablebook.ui.first_frame import paint_first_frame

if TYPE_CHECKING:
    from tablebook.clock import Clock
    from tablebook.ui.actions import Actions
    from tablebook.ui.kit.message import MessageBar
    from tablebook.ui.stages.negotiate import Negotiate
    from tablebook.ui.welcome import Welcome
    from tablebook.ui.workspace import Workspace

LEAST, USUAL = (900, 600), (1440, 900)


class MainWindow(QMainWindow):
    """One book a window."""

    painted = Signal()
    """Once, after the first paint: what is heavy may begin."""
    ready = Signal()
    """Once, when the keys work."""

    def __init__(self, preferences: Preferences, clock: Clock) -> None:
        super().__init__()
        self.preferences = preferences
        self.bridge = Bridge(clock, self)
        self.desk = Desk(self.bridge, preferences, self)
        self.pages = QStackedWidget()
        self.setCentralWidget(self.pages)
        self.setWindowTitle("Tablebook")
        self.setMinimumSize(*LEAST)
        self.resize(*USUAL)
        self._was_painted = False
        self._alt = AltKey(self)
        self._start: Path | None = None
        self._restore_place()
        self._connect()

    def _connect(self) -> None:
        self._alt.alone.connect(self._toggle_menus)
        self.desk.said.connect(self.say)
        self.desk.refused.connect(self.refuse)
        self.desk.opened.connect(self._opened)
        self.desk.changed.connect(lambda _: self._enable())
        self.desk.chosen.connect(lambda _: self._enable())

    # What is heavy is imported and made when it is first needed: the first paint needs none of it

    @cached_property
    def acts(self) -> Actions:
        """What can be done here."""
        from tablebook.ui.actions import Actions

        return Actions(self)

    @cached_property
    def welcome(self) -> Welcome:
        """The first page."""
        from tablebook.ui.welcome import Welcome

        page = Welcome(self.preferences, self.bridge.clock.now())
        page.asked.connect(self.acts.run)
        page.book_asked.connect(lambda path: self.open_book(Path(path)))
        self.pages.addWidget(page)
        return page

    @cached_property
    def workspace(self) -> Workspace:
        """An open book."""
        from tablebook.ui.workspace import Workspace

        page = Workspace(self.desk)
        page.asked.connect(self.acts.run)
        page.record.copy_asked.connect(lambda path: self.open_book(Path(path)))
        self.pages.addWidget(page)
        return page

    @cached_property
    def message(self) -> MessageBar:
        """The short message at the bottom."""
        from tablebook.ui.kit.message import MessageBar

        # Above the status line, and above what is typed in at the foot of a page.
        return MessageBar(self.pages, 30 + 64 + 8)

    def made(self, page: str) -> bool:
        """Whether a page was needed so far."""
        return page in self.__dict__

    def show_welcome(self) -> None:
        """Show the first page, with the keyboard on it."""
        self.pages.setCurrentWidget(self.welcome)
        self.welcome.focus_first()

    # The book

    def open_book(self, path: Path) -> None:
        """Open a book; the panes fill when it is there."""
        if self.made("welcome"):
            self.welcome.show_error("", "")
        self.pages.setCurrentWidget(self.workspace)
        self.bridge.open(path, failed=self._not_opened)

    def start(self, path: Path | None) -> None:
        """What the first paint leads to: a book, or the first page."""
        self._start = path
        if self._was_painted:
            self._go_on()

    def _not_opened(self, error: UserError) -> None:
        if self.bridge.facts is None:
            self.show_welcome()
            self.welcome.show_error(error.what, f"{error.why} {error.todo}".strip())
        else:
            self.refuse(error)

    def _opened(self) -> None:
        from tablebook.ui.book_acts import remember_book

        self.setWindowTitle(f"{remember_book(self)} – Tablebook")
        self.workspace.go_stage(self.workspace.stage)
        self._fit()
        self._enable()
        self.negotiate.focus_list()

    @property
    def negotiate(self) -> Negotiate:
        """The stage at the table; asking for it shows it."""
        page = cast("Negotiate", self.workspace.stage_page("negotiate"))
        if self.workspace.stack.currentWidget() is not page:  # a text being received lies over the stage
            self.go_stage("negotiate")
        return page

    # Showing

    def go_stage(self, name: str) -> None:
        """Show a stage."""
        self.workspace.go_stage(name)

    def say(self, text: str, icon: str = "circle-check") -> None:
        """A short message at the bottom."""
        role = {"circle-check": "ta", "info": "secondary"}.get(icon, "attention")
        self.message.show_message(text, icon, role)

    def refuse(self, error: UserError) -> None:
        """An act that could not be done: what, why, what to do."""
        self.message.show_message(str(error), "circle-alert", "problem")

    def _enable(self) -> None:
        self.workspace.bar.set_reasons({act: self.acts.reason(act) for act in ("pass", "receive", "agree", "caucus")})

    def _fit(self) -> None:
        if not self.made("workspace"):
            return
        from tablebook.ui.theme import theme

        effective = self.width() / theme().scale
        self.workspace.bar.set_room(effective)
        page = self.workspace.stages.get("negotiate")
        if page is not None:
            cast("Negotiate", page).set_room(effective)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold what has no room."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The first time the bare frame; from then on the pages cover it."""
        super().paintEvent(event)
        if self.pages.count() == 0:
            paint_first_frame(self, self.preferences["theme"], self.preferences["text_scale"], self._start is not None)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self._after_paint)

    def _after_paint(self) -> None:
        self.painted.emit()
        from tablebook.ui.theme import theme

        theme().changed.connect(self._fit)
        self._go_on()
        self.acts.install()
        self.menuBar().setVisible(self.menuBar().isNativeMenuBar())
        self.ready.emit()

    def _go_on(self) -> None:
        """Dress the program, then show what it was started for."""
        if self._start is not None:
            self.open_book(self._start)
        elif self.pages.count() == 0:
            self.show_welcome()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt alone opens the menu bar, as elsewhere; Esc sends the message away."""
        if event.key() == Qt.Key.Key_Alt and not event.isAutoRepeat():
            self._alt.press()
        if event.key() == Qt.Key.Key_Escape and self.made("message") and self.message.isVisible():
            self.message.hide()
            return
        super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Alt came up."""
        if event.key() == Qt.Key.Key_Alt and not event.isAutoRepeat():
            self._alt.release()
        super().keyReleaseEvent(event)

    def _toggle_menus(self) -> None:
        """Show the menu bar, or hide it the next time."""
        bar = self.menuBar()
        bar.setVisible(not bar.isVisible())
        if bar.isVisible() and bar.actions():
            bar.setActiveAction(bar.actions()[0])

    # The window itself

    def _restore_place(self) -> None:
        place = self.preferences["window"]
        if place:
            self.restoreGeometry(QByteArray.fromBase64(place.encode("ascii", "replace")))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Everything typed is handed to the book's thread before it ends."""
        if self.made("workspace") and "negotiate" in self.workspace.stages:
            cast("Negotiate", self.workspace.stages["negotiate"]).save_now()
        if self.bridge.facts is not None:
            from tablebook.ui.book_acts import remember_book

            remember_book(self)
        self.preferences["window"] = self.saveGeometry().toBase64().toStdString()
        self.bridge.close()
        super().closeEvent(event)
