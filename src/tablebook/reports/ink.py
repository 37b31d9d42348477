"""Colours of the papers and the look of each mark. In black and white every mark is still told apart by its lines."""

from __future__ import annotations

from dataclasses import dataclass

from tablebook.redline.marks import Author, MarkedRun

_COLOUR = {
    "text": "#1D2126",
    "black": "#14171A",
    "secondary": "#4E545B",
    "rule": "#8C8982",
    "union": "#1B5AA6",
    "employer": "#98430F",
}
_GREY = {"text": "#1C1C1C", "black": "#111111", "secondary": "#505050", "rule": "#878787"}
_GREY_PARTY = "#4B4B4B"


class Ink:
    """Names of colours to colours, in colour or for a black-and-white printer."""

    def __init__(self, colour: bool = True) -> None:
        names = _COLOUR if colour else {**_GREY, "union": _GREY_PARTY, "employer": _GREY_PARTY}
        self._colours = {name: _parts(value) for name, value in names.items()}

    def __getitem__(self, name: str) -> tuple[float, float, float]:
        return self._colours[name]


def _parts(value: str) -> tuple[float, float, float]:
    """Red, green and blue from 0 to 1: plain numbers, as colours with transparency make papers larger and slower."""
    red, green, blue = (round(int(value[at : at + 2], 16) / 255, 4) for at in (1, 3, 5))
    return red, green, blue


@dataclass(frozen=True, slots=True)
class Look:
    """How words are drawn: their colour; the lines under and through them and their colour; brackets around them."""

    colour: str = "text"
    under: int = 0
    through: int = 0
    lines: str = "text"
    dotted: bool = False
    bracket: bool = False


PLAIN = Look()


def party_colour(party: str) -> str:
    """The ink of a party's marks; texts of neither side are in text colour."""
    return party if party in ("union", "employer") else "text"


def line_count(party: str) -> int:
    """Union one line, employer two; texts of neither side one, dotted."""
    return 2 if party == "employer" else 1


def dotted(party: str) -> bool:
    """Whether a party's lines are dotted: those of neither side, so that grey print tells them from the union's."""
    return party not in ("union", "employer")


def look_of(run: MarkedRun) -> Look:
    """The look of a marked run."""
    if run.striker is not None:
        party = run.striker.party
        colour = party_colour((run.writer or run.striker).party)
        lines = party_colour(party)
        return Look(colour, 0, line_count(party), lines, dotted(party), bracket=run.writer is not None)
    if run.writer is not None:
        return new_look(run.writer)
    return PLAIN


def new_look(writer: Author) -> Look:
    """The look of words that a party brought."""
    colour = party_colour(writer.party)
    return Look(colour, line_count(writer.party), 0, colour, dotted(writer.party))
