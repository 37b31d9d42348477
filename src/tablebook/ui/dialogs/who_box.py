"""Choosing a person of the roster, or typing a name where there is none; and a time of the day that can be stamped."""

from __future__ import annotations

import re
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCompleter, QWidget

from tablebook.domain.codes import Party
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.values import Person
from tablebook.ui.kit.field import Field

_TIME = re.compile(r"^(\d{1,2})[:.h ]?(\d{2})$")


def people_of(state: Negotiation, party: Party) -> tuple[Person, ...]:
    """A party's people, those present in the open session first."""
    team = state.teams.get(party)
    people = team.people if team else ()
    session = state.sessions.get(state.open_session or 0)
    here = dict(session.body.present).get(party, ()) if session else ()
    return tuple(sorted(people, key=lambda one: one.name not in here)) if here else people


class WhoField(Field):
    """A name. The first of the roster stands there, or nobody where it is not ``likely``; the others complete as they
    are typed."""

    def __init__(self, label: str, state: Negotiation, party: Party, name: str = "", likely: bool = True) -> None:
        self.people = people_of(state, party)
        super().__init__(label, self.people[0].name if self.people and likely else "", name=name or label)
        completer = QCompleter([one.name for one in self.people], self)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.edit.setCompleter(completer)

    def role(self) -> str:
        """The role the roster gives the named person."""
        return next((one.role for one in self.people if one.name == self.text()), "")


class TimeField(Field):
    """A time of today. Left as it is, it is the moment of the main act; typed or stamped, it stays."""

    stamped = Signal()

    def __init__(self, label: str, now: datetime, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(label, f"{now:%H:%M}", name=name or label, parent=parent)
        self.typed = False
        self._stamp: datetime | None = None
        self.edit.textEdited.connect(self._typed)

    def _typed(self) -> None:
        self.typed = True

    def stamp(self, now: datetime) -> None:
        """Put this moment, to the second."""
        self._stamp, self.typed = now, False
        self.set_text(f"{now:%H:%M}")
        self.stamped.emit()

    def moment(self, now: datetime) -> datetime | None:
        """The moment meant: None for the moment of recording. ValueError when it is no time, or not yet come."""
        if not self.typed:
            return self._stamp
        match = _TIME.match(self.text())
        if match is None or int(match[1]) > 23 or int(match[2]) > 59:
            raise ValueError("Type a time as 14:31.")
        when = now.replace(hour=int(match[1]), minute=int(match[2]), second=0, microsecond=0)
        if when > now:
            raise ValueError(f"It is {now:%H:%M} now. That time has not come yet.")
        return when
