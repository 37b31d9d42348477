"""Marks that are typed as signs in a text file: ~~struck~~ with **new**, <del> and <ins>, CriticMarkup's {--old--} and
{++new++}. Signs count in pairs only; one without its fellow stays a word, and is told of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tablebook.documents.marked.paper import Look, SeenRun
from tablebook.documents.reading import Warning_
from tablebook.domain.dataclass import dataclass
from tablebook.domain.phrases import shorten
from tablebook.domain.text import Run

_CERTAIN = (
    r"\{~~(?P<old_a>.*?)~>(?P<new_a>.*?)~~\}|\{--(?P<old_b>.+?)--\}|\{\+\+(?P<new_b>.+?)\+\+\}|\{>>.*?<<\}"
    r"|<(?:del|s|strike)\b[^>]*>(?P<old_c>.*?)</(?:del|s|strike)\s*>|<ins\b[^>]*>(?P<new_c>.*?)</ins\s*>"
)
_TILDES = r"~~(?=\S)(?P<old_d>.+?)~~"
_PLUS = r"\+\+(?=\S)(?P<new_e>.+?)(?<=\S)\+\+"
_NEW = (
    r"\*\*(?=\S)(?P<bold>.+?)(?<=\S)\*\*|(?<![\w_])__(?=[^\s_])(?P<new_d>.+?)(?<=[^\s_])__(?![\w_])"
    rf"|{_PLUS}"
)
_LONE = re.compile(r"~~|\{--|--\}|\{\+\+|\+\+\}|</?(?:del|ins|strike)\b[^>]*>", re.I)


@dataclass(frozen=True, slots=True)
class TypedMarks:
    """The signs that count as marks on one paper."""

    pattern: re.Pattern[str]

    def stand_in(self, text: str) -> bool:
        """Whether a text has marked words."""
        return self.pattern.search(text) is not None

    def looked(self, runs: Sequence[Run]) -> Iterator[SeenRun]:
        """Words with their signs taken off and seen as struck or as new."""
        text = "".join(run.text for run in runs)
        at = 0
        for match in self.pattern.finditer(text):
            yield from _between(runs, at, match.start(), "")
            for name in sorted((name for name, words in match.groupdict().items() if words), key=match.start):
                yield from _between(runs, match.start(name), match.end(name), name.partition("_")[0])
            at = match.end()
        yield from _between(runs, at, len(text), "")

    def lone(self, texts: Sequence[str]) -> tuple[Warning_, ...]:
        """Says which signs have no fellow in their paragraph: what they meant to mark was read as it stands."""
        for text in texts:
            if _LONE.search(self.pattern.sub("", text)):
                words = shorten(text, 80)
                message = (
                    f"A sign that marks words has no second one in its paragraph, and was read as words: “{words}”."
                )
                return (Warning_("marks-without-pair", None, message),)
        return ()


def typed_marks(texts: Sequence[str], *, markdown: bool) -> TypedMarks:
    """The signs that this paper uses. In plain text ~~ is a mark in pairs, and ** beside it."""
    tilded = any(re.search(_TILDES, text) for text in texts)
    if markdown:
        parts = [_TILDES, *([_PLUS] if tilded else [])]
    else:
        parts = [_TILDES, _NEW] if tilded else []
    return TypedMarks(re.compile("|".join((_CERTAIN, *parts)), re.I))


def _between(runs: Sequence[Run], start: int, end: int, mark: str) -> Iterator[SeenRun]:
    """The letters from ``start`` to ``end`` in the style of their runs, marked as "old", "new" or "bold"."""
    place = 0
    for run in runs:
        words = run.text[max(start - place, 0) : max(end - place, 0)]
        place += len(run.text)
        if words:
            yield SeenRun(
                words,
                Look(
                    strike="single" if mark == "old" else "",
                    underline="single" if mark == "new" else "",
                    bold=run.bold or mark == "bold",
                    italic=run.italic,
                ),
            )
