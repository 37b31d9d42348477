"""The open places as cards, each with the missing field inside it, so that it is closed on the spot."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from tablebook.ui import words
from tablebook.ui.desk import Desk
from tablebook.ui.dialogs.open_session_times import moment_of
from tablebook.ui.folders import ask_file
from tablebook.ui.kit.button import Button
from tablebook.ui.kit.drop_down import DropDown
from tablebook.ui.kit.field import LineEdit
from tablebook.ui.kit.finding import FindingCard

if TYPE_CHECKING:
    from tablebook.jobs.session_review import OpenPlace

Act = Callable[..., None]


class _Box(LineEdit):
    """A small field of a card: Enter presses the card's button."""

    def __init__(self, name: str, placeholder: str, text: str = "", width: int = 150) -> None:
        super().__init__(text, height=28)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setMinimumWidth(width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Plain Enter stays in the card; with Ctrl it belongs to the dialog."""
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self.returnPressed.emit()
            event.accept()
        else:
            super().keyPressEvent(event)


def _card(place: OpenPlace, icon: str) -> FindingCard:
    return FindingCard(place.title, place.text, icon, "attention")


def _people(desk: Desk, first: str = "") -> list[tuple[str, str]]:
    names = [person.name for team in desk.state.teams.values() for person in team.people]
    if first and first not in names:
        names.insert(0, first)
    return [(name, name) for name in names]


def _button(words_: str, act: Callable[[], object], icon: str = "", kind: str = "default") -> Button:
    button = Button(words_, icon, kind, size=28)
    button.clicked.connect(lambda _=False: act())
    return button


def _caucus(place: OpenPlace, desk: Desk, act: Act) -> QWidget:
    from tablebook.jobs.sessions import end_caucus

    card = _card(place, "door-open")
    when = place.when or desk.now()
    other = _Box("Back at another time", "Other time", width=110)

    def at_other() -> None:
        moment = moment_of("today", other.text(), desk.now())
        if moment is None:
            other.set_tone("wrong")
        else:
            act(end_caucus, moment)

    other.returnPressed.connect(at_other)
    card.add_action(_button(f"Back at {words.clock(when)}", lambda: act(end_caucus, when), "check"))
    card.add_action(other)
    return card


def _promise(place: OpenPlace, desk: Desk, act: Act) -> QWidget:
    from tablebook.jobs.close_places import owe_promise

    card = _card(place, "hand")
    people = _people(desk, place.who)
    owner = DropDown(people, place.who, "Owner", "Owner of the promise", 28) if people else None
    typed = _Box("Owner of the promise", "Owner", place.who) if owner is None else None
    due = _Box("Due", "By when", width=130)

    def keep() -> None:
        act(owe_promise, place.entry, owner.value if owner else typed.text() if typed else "", due.text())

    due.returnPressed.connect(keep)
    card.add_action(owner or typed or QWidget())
    card.add_action(due)
    card.add_action(_button("Keep", keep))
    return card


def _paper(place: OpenPlace, desk: Desk, act: Act) -> QWidget:
    from tablebook.jobs.close_places import attach_paper, no_paper

    card = _card(place, "paperclip")
    why = _Box("Why there is no paper", "None exists, because", width=190)

    def choose() -> None:
        kinds = "Papers (*.pdf *.png *.jpg *.jpeg *.docx);;All files (*)"
        if path := ask_file(card, "Photo or scan of the paper", kinds):
            act(attach_paper, place.entry, path)

    why.returnPressed.connect(lambda: act(no_paper, place.entry, why.text()))
    card.add_action(_button("Add photo or scan", choose, "camera"))
    card.add_action(why)
    return card


def _speaker(place: OpenPlace, desk: Desk, act: Act) -> QWidget:
    from tablebook.jobs.close_places import name_speaker

    card = _card(place, "user")
    people = _people(desk)
    who: Any = DropDown(people, name="Who spoke", size=28) if people else _Box("Who spoke", "Name")
    card.add_action(who)
    card.add_action(_button("Set", lambda: act(name_speaker, place.entry, who.value if people else who.text())))
    return card


def _here(place: OpenPlace, desk: Desk, act: Act) -> QWidget:
    from tablebook.jobs.close_places import add_present

    card = _card(place, "users")
    card.add_action(_button(f"{place.who} was here", lambda: act(add_present, place.who), "check"))
    return card


def _prepared(place: OpenPlace, desk: Desk, act: Act) -> QWidget:
    from tablebook.jobs.pass_text import void

    card = _card(place, "send")
    card.add_action(_button("Void it, its label is free again", lambda: act(void, place.entry, "not handed over"), "x"))
    return card


CARDS: dict[str, Callable[[OpenPlace, Desk, Act], QWidget]] = {
    "caucus": _caucus,
    "promise": _promise,
    "paper": _paper,
    "speaker": _speaker,
    "here": _here,
    "prepared": _prepared,
}
