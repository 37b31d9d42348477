"""Make the sample negotiation: the story that ships with the program, told through the same jobs a person's clicks
call, with the clock put to each moment of the story."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from tablebook.book.book import Book
from tablebook.clock import FixedClock
from tablebook.documents.read import read_contract
from tablebook.domain.codes import Party
from tablebook.errors import UserError
from tablebook.ids import SeededIds
from tablebook.jobs.new_book import Who, make_book
from tablebook.jobs.sample_acts import Telling, tell
from tablebook.jobs.sample_packet import write_for_members
from tablebook.jobs.sample_plan import keep_plan
from tablebook.jobs.sample_votes import ratification_events, tell_ratification
from tablebook.paths import books_folder, resources

Story = dict[str, Any]
Progress = Callable[[int, int], None]

ORIGIN = "lakeview"
"""The one installation that writes the sample."""


def sample_folder() -> Path:
    """Where the sample's contract, story, plan and papers lie."""
    return resources() / "sample"


def load_story() -> Story:
    """The story as written down: what the negotiation is, its events in order, and the state it must end in."""
    story: Story = json.loads((sample_folder() / "events.json").read_text(encoding="utf-8"))
    return story


def story_time(text: str, story: Story) -> datetime:
    """A moment of the story from words; without an offset it is in the story's own."""
    moment = datetime.fromisoformat(text)
    if moment.utcoffset() is None:
        moment = datetime.fromisoformat(f"{moment.isoformat()}{story['negotiation']['utc_offset']}")
    return moment


def make_sample(path: Path, until: datetime | None = None, progress: Progress | None = None) -> Book:
    """The sample as a new book, open and with its clock at the last moment: to the total TA, or up to a moment of its
    story. A later moment goes on through the vote, the board and the signing."""
    story = load_story()
    events = [e for e in story["events"] if until is None or datetime.fromisoformat(e["at"]) <= until]
    clock = FixedClock(datetime.fromisoformat(story["events"][0]["at"]).replace(hour=8, minute=0))
    facts = story["negotiation"]
    who = Who(facts["union"], facts["employer"], Party(facts["we"]), facts["kind"], facts["term"], fictional=True)
    source = sample_folder() / facts["contract"]
    contract = read_contract(source).contract
    book = make_book(path, contract, who, clock=clock, ids=SeededIds(), origin=ORIGIN, source=source)
    try:
        keep_plan(book, json.loads((sample_folder() / "plan.json").read_text(encoding="utf-8")))
        telling = Telling(book, clock, sample_folder())
        tell(telling, events, progress)
        write_for_members(book, clock, sample_folder(), until)
        tell_ratification(book, clock, ratification_events(sample_folder(), until))
        if until is not None:
            clock.put(until)
    except BaseException:
        book.close()
        path.unlink(missing_ok=True)
        raise
    return book


def made_books_folder() -> Path:
    """The folder of the person's books, made where it is not there yet."""
    folder = books_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise UserError(
            f"The folder {folder} cannot be made.",
            f"{problem.strerror or problem}.",
            "Make it by hand, or open a book of your own.",
        ) from problem
    return folder


def free_sample_path() -> Path:
    """A name among the person's books that no file has yet."""
    folder = made_books_folder()
    path, count = folder / "Lakeview sample.tablebook", 2
    while path.exists():
        path, count = folder / f"Lakeview sample {count}.tablebook", count + 1
    return path
