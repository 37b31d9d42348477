"""The signed text in runs, for paper and window: what each TA changed, and where the final text has it otherwise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from tablebook.proof.judge import Judge, Told
from tablebook.proof.results import ColouredLine, ColouredRun, Finding, Kind, Nature, Standing
from tablebook.proof.stream import Stream

_STANDING = {Kind.UNTRACED: Standing.UNTRACED, Kind.MISSING: Standing.MISSING, Kind.ALTERED: Standing.ALTERED}
_CURRENT = ColouredRun("")


def coloured(judge: Judge, told: Sequence[Told]) -> tuple[ColouredLine, ...]:
    """Every line of the signed text. Words that a TA struck stand where they stood, words of the final text that should
    not be there where they are; both between the signed words, which are all there in their order."""
    signed = judge.signed
    fates, beside = [_CURRENT] * len(signed.keys), _Beside()
    for change in judge.changes:
        source = judge.source_of[change]
        standing = Standing.TRACED if source else Standing.UNTRACED
        fates[change.c : change.d] = [ColouredRun("", standing, source)] * (change.d - change.c)
        beside.put(
            change.c, judge.current.words(change.a, change.b), ColouredRun("", Standing.STRUCK, source, gone=True)
        )
    for number, one in enumerate(told):
        _find(judge, one, number, fates, beside)
    return tuple(_lines(signed, fates, beside))


class _Beside:
    """Words that are not in the signed text, by the word they stand in front of; those of ``ends`` stand at the end of
    the line before it."""

    def __init__(self) -> None:
        self.runs: dict[int, list[ColouredRun]] = defaultdict(list)
        self.ends: dict[int, list[ColouredRun]] = defaultdict(list)

    def put(self, at: int, words: str, run: ColouredRun, ending: bool = False) -> None:
        if words:
            here = self.ends if ending else self.runs
            here[at].append(ColouredRun(words, run.standing, run.source, run.finding, run.gone))


def _find(judge: Judge, one: Told, number: int, fates: list[ColouredRun], beside: _Beside) -> None:
    found: Finding = one.finding
    standing = _STANDING[found.kind]
    for span in one.spans:
        gone = found.nature is not Nature.PUNCTUATION
        run = ColouredRun("", standing, found.source, number, gone)
        fates[span.a : span.b] = [run] * (span.b - span.a)
        words = judge.final.words(span.c, span.d)
        at = judge.way.before(span.c) if found.nature is Nature.MOVED else span.b
        if found.kind is Kind.MISSING and span.c == span.d:
            words = next((judge.current.words(c.a, c.b) for c in judge.changes if (c.c, c.d) == span[:2]), "")
        goes_on = span.a < span.b or (span.c < span.d and not judge.final.begins_line(span.c))
        ending = bool(at) and at == span.b and goes_on and judge.signed.begins_line(at)
        beside.put(at, words, ColouredRun("", standing, found.source, number), ending)


def _lines(signed: Stream, fates: Sequence[ColouredRun], beside: _Beside) -> Iterator[ColouredLine]:
    for number, line in enumerate(signed.lines):
        first, end = signed.starts[number], signed.starts[number + 1]
        runs: list[ColouredRun] = []
        spots = signed.spots(number)
        begin = 0
        for at in range(first, end):
            for extra in beside.runs.pop(at, ()):
                runs.append(ColouredRun(f"{extra.text} ", extra.standing, extra.source, extra.finding, extra.gone))
            stop = spots[at + 1 - first][0] if at + 1 < end else len(line.text)
            _add(runs, line.text[begin:stop], fates[at])
            begin = stop
        after = beside.ends.pop(end, []) if first < end else []
        if end == len(signed.keys):
            after += beside.runs.pop(end, ())
        runs += [ColouredRun(f" {one.text}", one.standing, one.source, one.finding, one.gone) for one in after]
        yield ColouredLine(line.place, tuple(runs), line.heading, line.cell, line.block)


def _add(runs: list[ColouredRun], text: str, fate: ColouredRun) -> None:
    """The next words of the text, in one run with those before that are alike."""
    last = runs[-1] if runs else None
    new = ColouredRun(text, fate.standing, fate.source, fate.finding, fate.gone)
    if last and (last.standing, last.source, last.finding, last.gone) == (
        new.standing,
        new.source,
        new.finding,
        new.gone,
    ):
        runs[-1] = ColouredRun(last.text + text, last.standing, last.source, last.finding, last.gone)
    else:
        runs.append(new)
