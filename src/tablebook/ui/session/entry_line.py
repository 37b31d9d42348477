"""The entry line: one line of talk, recorded by Enter with the time of its first key. It is never switched off while
somebody may be talking, and what is half typed survives everything."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property
from typing import Any, cast

from PySide6.QtCore import QEvent, QRectF, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QWidget

from tablebook.domain.codes import Channel
from tablebook.domain.negotiation import Negotiation
from tablebook.errors import UserError
from tablebook.ui.desk import Desk
from tablebook.ui.kit.field import LineEdit
from tablebook.ui.kit.icons import paint_icon
from tablebook.ui.theme import theme

KEEP_AFTER_MS = 400
RECORDS = "Type what is said. Enter records it with the time."


def places_of(state: Negotiation) -> list[str]:
    """Everything that can stand after @: articles and sections, as they are cited, with their titles."""
    found = []
    for key, item in state.items.items():
        found.append(f"@{key.replace(' ', '')}  {item.article.title}")
        found.extend(f"@{section.number}  {section.title}".rstrip() for section in item.article.sections)
    return found


class EntryLine(LineEdit):
    """Enter records and empties; Up within two minutes mends the last line; Esc ends the mending."""

    told = Signal(str)
    """A sentence to be shown beside the line: why it was not recorded, or that a line is being mended."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("", height=38, parent=parent)
        self.desk = desk
        self.channel = Channel.TABLE
        self.mending = False
        self._first_key: datetime | None = None
        self._before = ""
        self._aside = ""
        self._keep = QTimer(self)
        self._keep.setSingleShot(True)
        self._keep.setInterval(KEEP_AFTER_MS)
        self._keep.timeout.connect(self.save_now)
        self.textEdited.connect(self._edited)
        self.setTextMargins(theme().px(8), 0, theme().px(32), 0)
        self.renew()

    @cached_property
    def _completer(self) -> QCompleter:
        """The places after @; made with the first one."""
        completer = QCompleter(self)
        completer.setModel(QStringListModel(completer))
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchStartsWith)
        completer.setMaxVisibleItems(8)
        completer.setWidget(self)
        completer.activated.connect(self._complete)
        return completer

    @cached_property
    def _popup(self) -> QAbstractItemView:
        return cast(QAbstractItemView, self._completer.popup())

    def _offers(self) -> bool:
        """Whether places are offered at this moment."""
        return "_completer" in self.__dict__ and self._popup.isVisible()

    # What it is for now

    @property
    def private(self) -> bool:
        """Whether what is typed stays in the plan."""
        return self.desk.our_caucus

    def renew(self) -> None:
        """Say by word and colour whether a line will be recorded or stay private."""
        self.setToolTip("")
        self.setAccessibleDescription("")
        if self.private:
            self.setPlaceholderText("Private note, stays in the plan")
            self.setAccessibleName("Private note, stays in the plan")
        elif not self.desk.writable:
            self.setPlaceholderText("This book is open for reading only")
            self.setAccessibleName("Entry line, reading only")
        else:
            self.setPlaceholderText("Type what is said")
            self.setToolTip(RECORDS)
            self.setAccessibleDescription(RECORDS)
            self.setAccessibleName("Entry line. Enter records what is typed with the time.")
        self.update()

    def _dress(self) -> None:
        super()._dress()
        self.setTextMargins(theme().px(8), 0, theme().px(32), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The box, the Enter sign or a lock; plum outline while private."""
        super().paintEvent(event)
        px, painter = theme().px, QPainter(self)
        rect = QRectF(self.rect())
        role = "private" if self.private else "tertiary"
        paint_icon(
            painter,
            QRectF(rect.right() - px(28), 0, px(16), rect.height()),
            "lock" if self.private else "corner-down-left",
            role,
        )
        if self.private:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            width = 2 if self.hasFocus() else 1
            painter.setPen(QPen(theme().color("private"), width))
            painter.drawRoundedRect(rect.adjusted(width / 2, width / 2, -width / 2, -width / 2), px(6), px(6))
        painter.end()

    # Typing

    def _edited(self, text: str) -> None:
        if not text:
            self._first_key = None
        elif self._first_key is None:
            self._first_key = self.desk.now()
        if not self._keep.isActive() and not self.mending:
            self._keep.start()
        self._offer_places()

    def begin(self, line: str) -> None:
        """Put a line that is begun there, to be finished and recorded; what was half typed comes back after it."""
        if self.mending:
            self._stop_mending()
        self._aside = self._aside or self.text()
        self.setText(line)
        self._first_key = self.desk.now()
        self._keep.start()
        self.setCursorPosition(len(line))

    def restore(self) -> None:
        """Bring back what was half typed when the program ended. A window that only reads leaves it to the window that
        writes: there it is being typed."""
        if not self.desk.writable:
            return
        self.desk.bridge.run(_kept_line, then=self._restored)

    def _restored(self, kept: Any) -> None:
        if kept.text and not self.text():
            self.setText(kept.text)
            self._first_key = kept.first_key_at
            self.told.emit("This was half typed when the book was closed.")

    def save_now(self) -> None:
        """Keep what is half typed."""
        self._keep.stop()
        if self.desk.writable and not self.mending:
            self.desk.bridge.run(_keep_line, self.text(), self._first_key)

    def event(self, event: QEvent) -> bool:
        """Tab takes the offered place before Qt moves the keyboard on with it. A stroke in the empty line is the key
        that finds an article: nobody says one, and it would stand in the record for good."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.text() == "/" and not self.text():
                event.ignore()
                return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Tab:
            if self._offers():
                self._complete(self._completer.currentCompletion())
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Up and Esc are ours; the rest is typing."""
        key = event.key()
        if self._offers() and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._popup.currentIndex().isValid():
                self._complete(self._completer.currentCompletion())
                return
            self._popup.hide()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.record()
        elif key == Qt.Key.Key_Up and not event.modifiers():
            self.mend()
        elif key == Qt.Key.Key_Escape and self.mending:
            self._stop_mending()
        else:
            super().keyPressEvent(event)

    # Recording

    def record(self) -> None:
        """Record the line; it is empty at once, and comes back if it could not be recorded."""
        typed = self.text()
        if not typed.strip():
            return
        first_key, mending = self._first_key, self.mending
        self._stop_mending()
        self.setText(self._aside)
        self._first_key = self.desk.now() if self._aside else None
        self._aside = ""
        self._keep.stop()
        self.told.emit("")

        def failed(error: UserError) -> None:
            if not self.text():
                self.setText(typed)
                self._first_key = first_key
            self.told.emit(str(error))

        if mending:
            self.desk.bridge.run(_mend, typed, failed=failed)
        else:
            self.desk.bridge.run(_note, typed, first_key, self.channel, failed=failed)

    def mend(self) -> None:
        """Take the last line back into the box, if it is not over two minutes old."""
        from tablebook.jobs.note import can_mend

        entry = can_mend(self.desk.state, self.desk.now())
        if self.mending or self.private:
            return
        if entry is None:
            self.told.emit("The last line is over two minutes old. Add a correction in History.")
            return
        self._before = self.text()
        self.mending = True
        self.setText(getattr(entry.body, "text", ""))
        self.told.emit("Mending the last line. Esc leaves it as it was.")

    def _stop_mending(self) -> None:
        if self.mending:
            self.mending = False
            self.setText(self._before)
            self._before = ""
            self.told.emit("")

    # @

    def _offer_places(self) -> None:
        head = self.text()[: self.cursorPosition()]
        token = head.rsplit(" ", 1)[-1]
        if not token.startswith("@"):
            if self._offers():
                self._popup.hide()
            return
        model = self._completer.model()
        assert isinstance(model, QStringListModel)
        if not model.rowCount() or model.rowCount() != len(places_of(self.desk.state)):
            model.setStringList(places_of(self.desk.state))
        self._completer.setCompletionPrefix(token)
        exact = self._completer.currentCompletion().split("  ")[0]
        if self._completer.completionCount() == 0 or (self._completer.completionCount() == 1 and exact == token):
            self._popup.hide()
            return
        self._completer.complete()

    def _complete(self, chosen: str) -> None:
        place = chosen.split("  ")[0]
        at = self.cursorPosition()
        head, tail = self.text()[:at], self.text()[at:]
        start = len(head) - len(head.rsplit(" ", 1)[-1])
        self._popup.hide()
        self.setText(f"{head[:start]}{place} {tail.lstrip()}")
        self.setCursorPosition(start + len(place) + 1)
        self._edited(self.text())


def _kept_line(book: Any) -> Any:
    return book.plan.note_line()


def _keep_line(book: Any, text: str, first_key: datetime | None) -> None:
    book.plan.save_note_line(text, first_key)


def _note(book: Any, typed: str, first_key: datetime | None, channel: Channel) -> Any:
    """Record first, then forget the half-typed line: a crash between the two keeps the words twice, never not once."""
    from tablebook.jobs.note import take_note

    changed = take_note(book, typed, first_key, channel)
    book.plan.save_note_line("")
    return changed


def _mend(book: Any, text: str) -> Any:
    from tablebook.jobs.note import mend_last_note

    return mend_last_note(book, text)
