"""Corrections outlive the window: they are kept at each step, and are there when the same file is chosen again."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from tablebook.clock import Clock
from tablebook.documents.contract.corrections import fits, mark_of
from tablebook.jobs.keep_corrections import KeptCorrections
from tablebook.ui import words

if TYPE_CHECKING:
    from tablebook.ui.outline.review import Review

WEEK = 7
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Remembered(QObject):
    """Takes the kept steps again, says so, and keeps every further step."""

    def __init__(self, review: Review, kept: KeptCorrections, clock: Clock) -> None:
        super().__init__(review)
        self._review, self._kept, self._clock = review, kept, clock
        self._mark = mark_of(review.stand.reading)
        self._told = False
        kept.tidy(clock.now())
        self._recall()
        review.stepped.connect(self._keep)
        review.banner.acted.connect(self.start_afresh)

    def _recall(self) -> None:
        kept, now = self._kept.recall(), self._clock.now()
        if kept is None:
            if (other := self._kept.earlier()) is not None:
                day = day_words(other.when, now)
                self._review.tell(f"This is not the file you corrected {_on(day)}.",
                                  f"It has the same name and other content. Your {_count(len(other.steps))} of {day} "
                                  "belong to that file and are not applied.")  # fmt: skip
            return
        day, count = day_words(kept.when, now), len(kept.steps)
        if kept.reading == self._mark and fits(self._review.stand.reading, kept.steps):
            self._review.steps.again(kept.steps)
            are = "is" if count == 1 else "are"
            self._review.tell(f"Your {_count(count)} of {day} {are} applied.", "Ctrl+Z takes back one.", "Start afresh")
        else:
            self._review.tell(
                f"Your {_count(count)} of {day} cannot be applied.",
                "They name their places by counting, and this edition of Tablebook reads the file differently.",
            )

    def _keep(self) -> None:
        self._review.banner.hide()
        try:
            self._kept.keep(self._review.steps.taken, self._mark, self._clock.now())
        except OSError as error:
            if not self._told:
                self._told = True
                why = error.strerror or str(error)
                self._review.say(f"Corrections cannot be kept beyond this window: {why}. Make the book before closing.")

    def start_afresh(self) -> None:
        """Take all steps back; redo brings them again."""
        count = self._review.steps.undo_all()
        self._review.renew()
        self._review.say(f"{_count(count).capitalize()} taken back. Ctrl+Y does them again one by one.")
        self._review.list.tree.setFocus()

    def forget(self) -> None:
        """The book is made: nothing is kept any longer."""
        self._kept.forget()


def day_words(when: datetime, now: datetime) -> str:
    """ "today", "Tuesday" within the last week, else "9 Mar"."""
    days = (now.date() - when.astimezone(now.tzinfo).date()).days
    if days == 0:
        return "today"
    return DAYS[when.astimezone(now.tzinfo).weekday()] if 0 < days < WEEK else words.short_day(when.date(), now.date())


def _on(day: str) -> str:
    return day if day == "today" else f"on {day}"


def _count(steps: int) -> str:
    return words.count(steps, "correction")
