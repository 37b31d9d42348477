"""tablebook sample: the fictional negotiation that ships with the program."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from tablebook.cli import answer
from tablebook.errors import UserError


def verb(open_window: Callable[[list[str]], int]) -> Callable[..., int]:
    """The verb; without --to the book opens in the window that is given."""

    def sample(
        to: Annotated[
            Path | None, typer.Option(help="Where to make it; without it, it is made and opened.", readable=False)
        ] = None,
        until: Annotated[str | None, typer.Option(help="Stop the story at this moment, as 2027-03-09T14:02.")] = None,
    ) -> int:
        """Make the sample negotiation to its total TA, or up to a moment of its story; 2027-05-06T18:00 is its end."""
        from tablebook.jobs.sample import free_sample_path, load_story, make_sample, story_time

        story = load_story()
        try:
            moment = story_time(until, story) if until else None
        except ValueError:
            raise UserError(f"“{until}” is not a time.", "", "Write it as 2027-03-09T14:02.") from None
        path = to or free_sample_path()
        make_sample(path, moment, answer.progress("Telling the story: entry")).close()
        if to is not None:
            answer.say(str(path))
            return 0
        return open_window([str(path)])

    return sample
