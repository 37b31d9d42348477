"""Every place of the program a person can be in, and the keys that lead there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget

from tablebook.ui import dialogs
from tablebook.ui.crash import Stopped
from tablebook.ui.dialogs.crashed import Back, show_back, show_fault
from tablebook.ui.outline.review import Review
from tests.end_to_end.person import Person

DATA = Path(__file__).parents[1] / "data"
TABLE, BETWEEN = "2027-03-09T14:31", "2027-03-16T12:59"


@dataclass(frozen=True, slots=True)
class Place:
    """A moment of the sample, an article, and the keys pressed there."""

    keys: tuple[str, ...] = ()
    article: str = "12"
    moment: str = TABLE


DIALOGS = {
    "pass": Place(("F5",)),
    "agree": Place(("F7",)),
    "hold": Place(("Ctrl+H",)),
    "withdraw": Place(("Ctrl+Shift+B",)),
    "reject": Place(("Ctrl+Shift+N",)),
    "reopen": Place(("Ctrl+Shift+O",), "9"),
    "correct": Place(("Ctrl+Shift+R",)),
    "print": Place(("Ctrl+P",)),
    "open session": Place(("Ctrl+Shift+E",), moment=BETWEEN),
    "close session": Place(("Ctrl+Shift+E",)),
    "palette": Place(("Ctrl+K",)),
    "preferences": Place(("Ctrl+,",)),
    "keys": Place(("F1",)),
}
RATIFYING = {
    "set-up": "2027-04-15T10:50",
    "tally": "2027-04-25T17:15",
    "challenges": "2027-04-25T17:15",
    "certify": "2027-04-25T17:15",
    "who": "2027-04-15T10:50",
    "board": "2027-04-25T17:25",
    "executed": "2027-05-04T19:45",
    "back": "2027-04-25T17:15",
    "dispute": "2027-04-15T10:50",
    "conforming": "2027-04-15T10:50",
    "compare": "2027-04-15T10:50",
    "words": "2027-04-15T10:50",
    "letter": "2027-04-15T10:50",
    "cost": "2027-04-15T10:50",
    "preview": "2027-04-15T10:50",
    "sheet": "2027-04-25T17:25",
    "assemble": "2027-04-15T10:50",
}
"""What the Ratify stage can be asked for, and a moment of the sample when it makes sense."""

VIEWS = {
    "redline": Place(("Ctrl+Shift+1",)),
    "side by side": Place(("Ctrl+Shift+2",)),
    "clean": Place(("Ctrl+Shift+3",)),
    "history": Place(("Ctrl+Shift+4",)),
    "draft": Place(("Ctrl+D",)),
    "draft in our caucus": Place(("F8", "Ctrl+D")),
    "not opened": Place(article="1"),
    "receive": Place(("F6",)),
    "prepare": Place(("Ctrl+1",)),
    "ratify": Place(("Ctrl+3",)),
    "ratify before the vote": Place(("Ctrl+3",), moment="2027-04-15T10:50"),
    "ratify with a count": Place(("Ctrl+3",), moment="2027-04-25T17:25"),
    "resolve": Place(("Ctrl+4",)),
    "change": Place(("Ctrl+5",)),
    "no session": Place(moment=BETWEEN),
}


def go(person: Person, place: Place) -> None:
    """Choose the article and press the keys."""
    person.settled()
    person.window.desk.choose(place.article)
    person.settled()
    for key in place.keys:
        person.press(key)
        person.settled()
        person.settled()


def go_dialog(person: Person, name: str) -> QWidget:
    """Open a dialog by its keys and wait until it has the keyboard."""
    go(person, DIALOGS[name])
    return opened(person)


def go_ratifying(person: Person, wanted: str) -> QWidget:
    """Open a dialog of the Ratify stage."""
    go(person, Place(("Ctrl+3",), moment=RATIFYING[wanted]))
    stage: Any = person.window.workspace.stage_page("ratify")
    person.until(lambda: stage.view is not None and not stage.look.busy and not stage.pages.busy)
    stage.ask(wanted)
    return opened(person)


def opened(person: Person) -> QWidget:
    """The dialog that lies over the window, with the keyboard on it and its slow parts there."""

    def there() -> bool:
        top = QApplication.activeWindow()
        return top is not None and top is not person.window and QApplication.focusWidget() is not None

    person.until(there)
    top = QApplication.activeWindow()
    assert top is not None
    work: Any = getattr(getattr(top, "preview", None), "work", None)
    person.until(lambda: work is None or not work.busy)
    person.settled()
    return top


def crash_dialogs() -> dict[str, Callable[[Person, Path], object]]:
    """What is shown after a fault, and after a start that follows a hard stop."""

    def fault(person: Person, folder: Path) -> object:
        report = folder / "fault.txt"
        report.write_text("A report", "utf-8")
        return show_fault(person.window, "ValueError", True, report)

    def back(person: Person, folder: Path) -> object:
        facts = person.window.bridge.facts
        assert facts is not None
        show_back(person.window, Stopped(facts.path, person.clock.now()))
        return next(one for one in QApplication.topLevelWidgets() if isinstance(one, Back) and one.isVisible())

    return {"fault": fault, "back": back}


def review_of(person: Person, files: list[Path], name: str = "or-lane-paa/agreement.txt") -> Review:
    """The outline of a real contract, with a doubt."""
    files.append(DATA / name)
    dialogs.show(person.window, "new_negotiation")
    person.until(lambda: isinstance(person.window.pages.currentWidget(), Review))
    page = person.window.pages.currentWidget()
    assert isinstance(page, Review)
    return page


def stops(top: QWidget) -> list[QWidget]:
    """What Tab has to come to: every control that is shown, on, and takes the keyboard by Tab."""
    found = []
    for one in top.findChildren(QWidget):
        takes = one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.focusProxy() is None
        other = isinstance(one, QAbstractButton) and one.group() is not None and not one.isChecked()  # arrows reach it
        if (
            takes
            and not other
            and one.isEnabled()
            and one.isVisibleTo(top)
            and one.window() is top
            and not isinstance(one, QScrollArea)
        ):
            found.append(one)
    return found


def name_of(widget: QWidget) -> str:
    """What a screen reader says of a control."""
    return widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")


def described(widget: QWidget) -> str:
    """A control for the sentence of a failed test."""
    chain = []
    at: QWidget | None = widget
    while at is not None and len(chain) < 4:
        chain.append(type(at).__name__)
        at = at.parentWidget()
    return f"{name_of(widget) or '(no name)'} [{' in '.join(chain)}]"
