"""What is heard of a mark: the lines under and through words say nothing to an ear, so the words say it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from tablebook.redline.marks import Author, Mark, MarkedRun
from tablebook.reports.tags import Tag, inline

_NAMES = {"union": "Union", "employer": "Employer", "mediator": "Mediator", "neutral": "Neutral"}
_UNDERLINED = "/O/Layout/TextDecorationType/Underline"
_STRUCK = "/O/Layout/TextDecorationType/LineThrough"


def party_name(party: str) -> str:
    """The name of a party's mark; nothing where both or nobody is meant."""
    return _NAMES.get(party, "")


def heard(runs: Sequence[MarkedRun]) -> Iterator[tuple[MarkedRun, Tag | None]]:
    """Each run with the tag of its mark, one for all neighbours of one fate; None for words that nobody changed."""
    for (writer, striker), same in groupby(runs, lambda run: (run.writer, run.striker)):
        fate = list(same)
        tag = tag_of("".join(run.text for run in fate), writer, striker)
        yield from ((run, tag) for run in fate)


def tag_of(words: str, writer: Author | None, striker: Author | None) -> Tag | None:
    """The tag of words with this fate: " struck, Employer E-3: twentieth (20th), end of struck ", with spaces around it
    that hold it apart from marked words beside it."""
    said = " ".join(words.split())
    if not said or (writer is None and striker is None):
        return None
    if striker is None:
        return inline(f" {_by('new', writer)}: {said}, end of new ", _UNDERLINED)
    by = _by("struck", striker)
    if writer is not None:
        by = f"{_by('offered', writer)}, then {by}"
    return inline(f" {by}: {said}, end of struck ", _STRUCK)


def start_tag(mark: Mark, author: Author | None) -> Tag:
    """What is heard of a marked beginning of a paragraph."""
    what = "paragraph split here" if mark is Mark.INSERTED else "joined to the paragraph above"
    return inline(f" {_by(what, author)}: ")


def _by(what: str, author: Author | None) -> str:
    who = " ".join(filter(None, (party_name(author.party), author.label))) if author is not None else ""
    return f"{what}, {who}" if who else what
