"""Enter the count of a vote, place by place: numbers only, and who counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from tablebook.domain.cautions import Caution
from tablebook.domain.ratification import Vote
from tablebook.domain.vote_cautions import cautions_for_vote
from tablebook.domain.vote_count import tallies
from tablebook.domain.vote_words import count_of_words
from tablebook.domain.voting import TallyEntered
from tablebook.jobs.ratify.count import enter_tallies
from tablebook.ui.desk import Desk
from tablebook.ui.kit.field import Field, LineEdit
from tablebook.ui.kit.label import Label
from tablebook.ui.kit.spacing import space
from tablebook.ui.ratify.record_dialog import RecordDialog
from tablebook.ui.ratify.vote_steps import shown_vote
from tablebook.ui.theme import theme

if TYPE_CHECKING:
    from tablebook.ui.ratify.stage import Ratify

_FIGURE = 92
"""The width of a box for a figure: the names of places need the room."""
FIGURES = (
    ("issued", "Issued"),
    ("yes", "Yes"),
    ("no", "No"),
    ("abstain", "Abstain"),
    ("void", "Void"),
    ("challenged", "Challenged"),
)


def show(stage: Ratify) -> None:
    """The count of the latest vote by ballots."""
    vote = shown_vote(stage.desk.state)
    if vote is None:
        stage.desk.say("No vote is set up yet.", "info")
        return
    TallyDialog(stage.desk, vote, stage.window()).open()


class TallyDialog(RecordDialog):
    """A row for each place. A row that is left empty is not recorded; one that is counted again says why."""

    def __init__(self, desk: Desk, vote: Vote, parent: QWidget | None = None) -> None:
        super().__init__(
            desk,
            f"Count: {vote.body.vote}",
            "Cast is yes, no, abstain and void together. Challenged ballots are "
            "set aside and not among them. Nobody’s vote is entered.",
            parent=parent,
        )
        self.vote = vote
        self.held = tallies(vote)
        self.places = vote.body.places or ("",)
        self.boxes: dict[tuple[str, str], LineEdit] = {}
        self.cast: dict[str, Label] = {}
        self.tellers = Field("Tellers", hint="with commas between")
        self.again = Field("Why it is counted again", hint="kept with the count")
        self.body.addWidget(self._make_grid())
        self.body.addWidget(self.tellers)
        self.body.addWidget(self.again)
        self.tellers.changed.connect(self.check)
        self.again.changed.connect(self.check)
        self.ready("Record the count")

    def _make_grid(self) -> QWidget:
        made = QWidget()
        grid = space(QGridLayout(made), spacing=8)
        grid.setColumnStretch(0, 1)
        for at, (_, said) in enumerate((*FIGURES, ("cast", "Cast"))):
            grid.addWidget(Label(said, "small_medium", "secondary"), 0, at + 1)
        for line, place in enumerate(self.places, start=1):
            grid.addWidget(Label(place or "All together", "body_medium", wrap=True), line, 0)
            old = self.held.get(place)
            for at, (key, said) in enumerate(FIGURES):
                box = LineEdit(str(getattr(old, key)) if old else "")
                box.setAccessibleName(f"{said}, {place or 'all together'}")
                box.setAlignment(Qt.AlignmentFlag.AlignRight)
                box.setMaximumWidth(theme().px(_FIGURE))
                box.textChanged.connect(self.check)
                grid.addWidget(box, line, at + 1)
                self.boxes[place, key] = box
            self.cast[place] = Label("", "body_bold")
            self.cast[place].setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(self.cast[place], line, len(FIGURES) + 1)
        return made

    def _row(self, place: str) -> dict[str, int | None] | None:
        """The figures of a place; None where the row is empty."""
        typed = {key: self.boxes[place, key].text() for key, _ in FIGURES}
        return {key: count_of_words(text) for key, text in typed.items()} if any(typed.values()) else None

    def counts(self) -> tuple[TallyEntered, ...]:
        """The counts that are new or other than those on record; when nothing is wrong."""
        names = tuple(one.strip() for one in self.tellers.text().split(",") if one.strip())
        found = []
        for place in self.places:
            row = self._row(place)
            if row is None:
                continue
            figures = {key: value or 0 for key, value in row.items()}
            old = self.held.get(place)
            if old and all(getattr(old, key) == value for key, value in figures.items()):
                continue
            cast = sum(figures[key] for key in ("yes", "no", "abstain", "void"))
            found.append(
                TallyEntered(
                    self.vote.body.vote,
                    cast=cast,
                    place=place,
                    tellers=names or (old.tellers if old else ()),
                    counted_at=self.desk.now().isoformat(),
                    reason=self.again.text() if old else "",
                    **figures,
                )
            )
        return tuple(found)

    def wrong(self) -> str:
        """What is no number, or more than there can be."""
        why = ""
        for place in self.places:
            row = self._row(place) or {}
            bad = next((key for key, value in row.items() if value is None), "")
            figures = {key: value or 0 for key, value in row.items()}
            cast = sum(figures.get(key, 0) for key in ("yes", "no", "abstain", "void"))
            self.cast[place].setText(str(cast) if row else "")
            if bad:
                why = why or f"{dict(FIGURES)[bad]}{f' at {place}' if place else ''} is no number."
            elif row and cast > figures["issued"]:
                why = (
                    why or f"{cast} ballots were cast{f' at {place}' if place else ''}, and {figures['issued']} issued."
                )
        changed = () if why else self.counts()
        again = any(self.held.get(one.place) for one in changed)
        self.again.setVisible(again)
        if again and not self.again.text():
            why = "Say why it is counted again."
        elif not why and not changed:
            why = "Type the figures of a place."
        return why

    def told(self) -> str:
        """How many ballots are recorded now."""
        return f"{sum(one.cast for one in self.counts())} ballots cast in what is recorded now."

    def cautions(self) -> tuple[Caution, ...]:
        """Counts that come early, or tell how single members voted."""
        state, now = self.desk.state, self.desk.now()
        return tuple(caution for one in self.counts() for caution in cautions_for_vote(state, one, now))

    def record(self) -> None:
        """Every row that is new or other than before."""
        self.act(enter_tallies, self.counts(), reasons=self.reasons.reasons)
