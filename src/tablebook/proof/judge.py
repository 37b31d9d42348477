"""Each difference of the final text put to the TAs: is it of nobody, is a signed change lost, or has it other words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from tablebook.proof import sentences
from tablebook.proof.lines import Place
from tablebook.proof.matching import Gap, Match
from tablebook.proof.moves import Move
from tablebook.proof.results import Finding, Kind, Nature, Source, Sources, source_at
from tablebook.proof.stops import other_stops
from tablebook.proof.stream import Stream
from tablebook.proof.three_way import Region, ThreeWay

_AROUND = 6
_FIGURED = frozenset(
    "january february march april may june july august september october november december $ € £ article section step"
    " appendix level column lane".split()
)
"""Words that a figure behind them belongs to."""


class Told(NamedTuple):
    """A finding with the words it is about: a to b of the signed text, c to d of the final one; several stretches where
    a TA is lost with all its changes."""

    spans: tuple[Gap, ...]
    finding: Finding


_MANY = 6
"""Words on end; fewer stand in many places."""


class Judge:
    """Tells every difference once."""

    def __init__(self, way: ThreeWay, sources: Sources) -> None:
        self.way, self.sources = way, sources
        self.signed, self.final, self.current = way.signed, way.final, way.current
        self.changes = way.from_current.gaps
        self.source_of = {change: self._source(change) for change in self.changes}
        self.lost: dict[Gap, int] = {}  # the changes that are not in the final text, with where they would stand there
        self.told: list[Told] = []
        self._places_changed = {self.signed.place(at) for one in self.changes for at in range(one.c, one.d)}

    def all(self, gaps: list[Gap], moves: list[Move], to_final: Match) -> list[Told]:
        """Every finding, in the order of the signed text."""
        kept = self._kept_places()
        rest = [gap for gap in gaps if not self._keeps_current(gap, kept)]
        for move in moves:
            self._moved(move)
        for gap in rest:
            for piece in self._pieces(gap):
                self._worded(piece)
        self._missing()
        self.told.extend(self._stops(to_final))
        return sorted(self.told, key=lambda one: one.spans)

    # What a TA changed and the final text has as before.

    def _kept_places(self) -> list[Region]:
        """Sections that stand in the final text as in the current contract, though a TA changed them."""
        found = []
        for start, end in dict.fromkeys(self._section(change) for change in self.changes):
            region = self.way.region(start, end)
            if self.way.keeps_current(region):
                self._lose(region)
                found.append(region)
        return found

    def _section(self, change: Gap) -> tuple[int, int]:
        """The first and last word of the section of the signed text that a change is in."""
        text = self.signed
        start = end = min(change.c, max(len(text.keys) - 1, 0))
        place = text.place(start)
        while start and text.place(start - 1) == place:
            start = text.starts[text.line[start - 1]]
        while end < len(text.keys) and text.place(end) == place:
            end = text.starts[text.line[end] + 1]
        return start, end

    def _keeps_current(self, gap: Gap, kept: Iterable[Region]) -> bool:
        if any(one.signed[0] <= gap.a and gap.b <= one.signed[1] for one in kept):
            return True
        region = self.way.region(gap.a, gap.b)
        if not self.way.keeps_current(region):
            return False
        self._lose(region)
        return True

    def _lose(self, region: Region) -> None:
        start, end = region.signed
        for change in self.changes:
            if start <= change.c and change.d <= end:
                self.lost.setdefault(change, region.final[0])

    def _missing(self) -> None:
        """The lost changes: of a TA that is lost with all its changes in a unit one finding, else each its own."""
        groups: dict[tuple[str, str], list[Gap]] = defaultdict(list)
        every: dict[tuple[str, str], int] = defaultdict(int)
        for change in self.changes:
            source = self.source_of[change]
            group = (self.place_of(change).unit, source.label if source else "")
            every[group] += 1
            if change in self.lost:
                groups[group].append(change)
        for group, lost in groups.items():
            source = self.source_of[lost[0]]
            if source and len(lost) > 1 and len(lost) == every[group]:
                self._lost_whole(lost, source)
            else:
                for change in lost:
                    self._lost_one(change)

    def _lost_whole(self, changes: list[Gap], source: Source) -> None:
        places = list(dict.fromkeys(map(self.place_of, changes)))
        place = places[0] if len(places) == 1 else Place(places[0].unit, places[0].name)
        old, new = (
            " … ".join(filter(None, words))
            for words in (
                [self.signed.words(one.c, one.d) for one in changes],
                [self.current.words(one.a, one.b) for one in changes],
            )
        )
        said = sentences.lost(place, source, len(changes))
        at = self.lost[changes[0]]
        spans = tuple(Gap(one.c, one.d, self.lost[one], self.lost[one]) for one in changes)
        found = Finding(Kind.MISSING, Nature.WORDING, place, old, new, said, source, new, page=self.final.page(at))
        self.told.append(Told(spans, found))

    def _lost_one(self, change: Gap) -> None:
        new, old = self.words_of(change)
        source, at = self.source_of[change], self.lost[change]
        place, beside = self.place_of(change), around(self.signed, change.c, change.d)
        line = self.signed.line_at(change.c)
        said = sentences.sentence(Kind.MISSING, place, old, new, source, line, " ".join(beside[0].split()[-3:]))
        found = Finding(Kind.MISSING, Nature.WORDING, place, old, new, said, source, new, *beside, self.final.page(at))
        self.told.append(Told((Gap(change.c, change.d, at, at),), found))

    # Everything else.

    def _pieces(self, gap: Gap) -> Iterator[Gap]:
        """Words left out over the end of an article, or of what one TA changed, are told apart."""
        if gap.c < gap.d:
            yield gap
            return
        for _, words in groupby(range(gap.a, gap.b), self._owner):
            here = list(words)
            yield Gap(here[0], here[-1] + 1, gap.c, gap.c)

    def _owner(self, at: int) -> tuple[str, Source | None]:
        """The unit of a word that is left out, and the TA that changed its section."""
        place = self.signed.place(at)
        if place not in self._places_changed:
            return place.unit, None
        return place.unit, source_at(self.sources, place)

    def _worded(self, gap: Gap) -> None:
        inside = [one for one in self.changes if gap.a <= one.c < one.d <= gap.b] if gap.c == gap.d else []
        if inside and sum(one.d - one.c for one in inside) == gap.b - gap.a:
            for change in inside:
                self.lost.setdefault(change, gap.c)
            return
        if inside:
            self._tell(gap, Kind.MISSING, self.source_of[inside[0]])
            return
        touched = self.way.changed_by_ta(gap.a, gap.b)
        if touched and self._between_places(gap):
            back = self._puts_back(touched, gap)
            self._tell(gap, Kind.MISSING if back else Kind.UNTRACED, self.source_of[touched] if back else None)
            return
        source = self._whose(touched, gap) if touched else None
        self._tell(gap, Kind.ALTERED if source else Kind.UNTRACED, source)

    def _between_places(self, gap: Gap) -> bool:
        """Whether whole lines were put in where one place ends and another begins: no TA on either is theirs."""
        lines = self.signed.begins_line(gap.a) and self.final.begins_line(gap.c) and self.final.begins_line(gap.d)
        inside = 0 < gap.a < len(self.signed.keys)
        return gap.a == gap.b and lines and inside and self.signed.place(gap.a - 1) != self.signed.place(gap.a)

    def _puts_back(self, change: Gap, gap: Gap) -> bool:
        """Whether words that were put in are, but for a few, those that a TA struck there."""
        struck, own = self.current.keys[change.a : change.b], self.final.keys[gap.c : gap.d]
        return len(set(own) & set(struck)) >= _BACK * len(set(own))

    def _tell(self, gap: Gap, kind: Kind, source: Source | None) -> None:
        gap = self._as_read(gap)
        old, new = self.signed.words(gap.a, gap.b), self.final.words(gap.c, gap.d)
        if old.casefold() == new.casefold():
            return  # a numeral whose word before it is another one: that is told by itself
        place = self._place(gap)
        beside = around(self.signed, gap.a, gap.b)
        near = " ".join(beside[0].split()[-3:]) or " ".join(beside[1].split()[:3])
        known = self._known(gap) if kind is Kind.UNTRACED and not old else {}
        said = sentences.sentence(kind, place, old, new, source, self.signed.line_at(gap.a), near, **known)
        region = self.way.region(gap.a, gap.b)
        now = self.current.words(*region.current) if source else old
        page = self.final.page(gap.c if gap.c < gap.d else gap.c - 1)
        self.told.append(Told((gap,), Finding(kind, Nature.WORDING, place, old, new, said, source, now, *beside, page)))

    def _known(self, gap: Gap) -> dict[str, str]:
        """What to say of many words that are put in and stand elsewhere already, or in the current contract alone."""
        own = self.final.keys[gap.c : gap.d]
        if len(own) < _MANY:
            return {}
        if (at := self.signed.find(own)) is not None:
            return {"known": sentences.again(self.signed.place(at))}
        if (at := self.current.find(own)) is not None:
            place = self.current.place(at)
            return {"known": sentences.struck_elsewhere(place, source_at(self.sources, place))}
        return {}

    def _as_read(self, gap: Gap) -> Gap:
        """A figure with what it is a figure of, and a number whole: "July 4" and "thirty-five", not "4" and "five"."""
        if not gap.a * gap.c or gap.a == gap.b or gap.c == gap.d or self.signed.begins_line(gap.a):
            return gap
        before = self.signed.keys[gap.a - 1]
        tied = gap.a - 1 in self.signed.hyphens or gap.c - 1 in self.final.hyphens
        figured = self.signed.keys[gap.a][0].isdigit() and before in _FIGURED
        same = before == self.final.keys[gap.c - 1]
        return Gap(gap.a - 1, gap.b, gap.c - 1, gap.d) if same and (tied or figured) else gap

    def _moved(self, move: Move) -> None:
        at = self.way.before(move.c)
        ends = self.way.region(move.a, move.b), self.way.region(at, at)
        if all(map(self.way.keeps_current, ends)):
            for end in ends:
                self._lose(end)
            return
        change = self.way.changed_by_ta(move.a, move.b)
        source = self._whose(change, Gap(move.a, move.b, move.c, move.d)) if change else None
        place, to = self.signed.place(move.a), self.signed.place(max(at - 1, 0))
        words = self.signed.words(move.a, move.b)
        after = self.final.words(max(move.c - _AROUND, 0), move.c)
        said = sentences.moved(place, to, words, source, after)
        kind = Kind.ALTERED if source else Kind.UNTRACED
        span = Gap(move.a, move.b, move.c, move.d)
        page = self.final.page(move.c)
        found = Finding(
            kind, Nature.MOVED, place, words, self.final.words(move.c, move.d), said, source, words, page=page
        )
        self.told.append(Told((span,), found))
        for edit in move.edits:
            self._tell(edit, kind, source)

    def _stops(self, to_final: Match) -> Iterator[Told]:
        for at, there in other_stops(self.signed, self.final, to_final):
            old, new = self.signed.stops[at], self.final.stops[there]
            before, after = self.signed.words(at, at + 1), self.signed.words(at + 1, at + 2)
            now = self.way.stop_now(at)
            place = self.signed.place(at)
            source = source_at(self.sources, place) if now != old else None
            kind = Kind.UNTRACED if source is None else Kind.MISSING if now == new else Kind.ALTERED
            said = sentences.stop(place, old, new, before, after, source)
            found = Finding(
                kind, Nature.PUNCTUATION, place, old, new, said, source, now or "", before, after,
                self.final.page(there),
            )  # fmt: skip
            yield Told((Gap(at + 1, at + 1, there + 1, there + 1),), found)

    # Where it is, and whose.

    def _whose(self, change: Gap, gap: Gap) -> Source | None:
        """The TA of words in a change that may run on through the texts of several: that of their place, else of their
        unit, else of the change."""
        place = self._place(gap)
        inside = dict.fromkeys(self.signed.place(at) for at in range(change.c, change.d))
        near = (place, *(one for one in inside if one.unit == place.unit))
        return next(filter(None, (source_at(self.sources, one) for one in near)), self.source_of[change])

    def _source(self, change: Gap) -> Source | None:
        text, span = (self.signed, (change.c, change.d)) if change.c < change.d else (self.current, change[:2])
        places = dict.fromkeys(text.place(at) for at in range(*span))
        return next(filter(None, (source_at(self.sources, place) for place in places)), None)

    def words_of(self, change: Gap) -> tuple[str, str]:
        """What stood there before a change, and what it brought; a number whole."""
        a, b, c, d = change
        if a < b and c < d and a and c and (c - 1 in self.signed.hyphens or a - 1 in self.current.hyphens):
            a, c = a - 1, c - 1
        return self.current.words(a, b), self.signed.words(c, d)

    def place_of(self, change: Gap) -> Place:
        """Where a change of the current contract is."""
        return self.signed.place(change.c) if change.c < change.d else self.current.place(change.a)

    def _place(self, gap: Gap) -> Place:
        """Where a difference is; words that were put in stand with the words before them."""
        if gap.a < gap.b:
            return self.signed.place(gap.a)
        return self.signed.place(gap.a - 1 if gap.a else 0)


_BACK = 0.7
"""Of the words that were put in."""


def around(text: Stream, start: int, end: int) -> tuple[str, str]:
    """The words of the same line before and after a stretch."""
    if not text.keys:
        return "", ""
    before, after = max(start - 1, 0), min(end, len(text.keys) - 1)
    low = max(text.starts[text.line[before]], start - _AROUND)
    high = min(text.starts[text.line[after] + 1], end + _AROUND)
    return text.words(low, start), text.words(end, high)
