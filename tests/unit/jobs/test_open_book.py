"""Opening a book by the computer's clock, or by its story's."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from tablebook.jobs import note
from tablebook.jobs.open_book import open_book
from tablebook.jobs.sample import load_story, make_sample, story_time


def test_the_sample_goes_on_at_the_moment_where_its_story_stops(tmp_path: Path) -> None:
    path = tmp_path / "Sample.tablebook"
    story = load_story()
    make_sample(path, story_time("2027-03-09T14:02", story)).close()
    with open_book(path) as book:
        last = max(entry.recorded for entry in book.entries)
        assert timedelta(0) <= book.clock.now() - last < timedelta(minutes=1)
        note.take_note(book, "@12.2 DM ? By day or by semester?")
        assert timedelta(0) <= book.entries[-1].at - last < timedelta(minutes=1)
        assert book.negotiation.session_of.get(book.entries[-1].id) == 6
