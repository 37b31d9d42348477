"""What stands above the first words of the contract in its file: title page, parties, purpose. The book's outline does
not have it, but a final text may change it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from tablebook.domain.contract import Contract
from tablebook.domain.prose import is_prose
from tablebook.domain.text import Block, same_words
from tablebook.proof.judge import Told
from tablebook.proof.lines import Line, Place
from tablebook.proof.matching import Gap
from tablebook.proof.results import Finding, Kind, Nature
from tablebook.proof.sentences import quoted, sentence
from tablebook.proof.stream import Stream, stream_of_blocks, stream_of_contract

_FIRST = 6
"""So many words on end are taken for the beginning of the contract."""
_NEAR = 100
_HALF = 0.5
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_YEAR = r"(?:19|20)\d\d(?:[-–/](?:\d\d){1,2})?|\d{1,2}[./-]\d{1,2}[./-](?:\d\d){1,2}"
_DATE = re.compile(rf"(?i){_MONTH}|{_YEAR}")
_DATED = re.compile(rf"(?i){_MONTH}|{_YEAR}|\d{{1,2}}(?:st|nd|rd|th)?|to|through|until|and|of|[-–]")


def front_of(blocks: Sequence[Block], *contracts: Contract) -> tuple[Block, ...]:
    """The first blocks of a contract's file, those above its first unit; none where that cannot be told. The first
    unit is looked for as each of the contracts has it."""
    streamed = cache(lambda size: stream_of_blocks(blocks[:size]))
    for contract in contracts:
        first = stream_of_contract(Contract("", contract.articles[:_FIRST])).keys[:_FIRST]
        # A title page is short: the rest is seldom read for it.
        for size in sorted({min(_NEAR, len(blocks)), len(blocks)}) if first else ():
            text = streamed(size)
            for at in range(len(text.keys) - len(first) + 1):
                if text.keys[at : at + len(first)] == first:
                    return tuple(blocks[: text.lines[text.line[at]].block])
    return ()


def is_ours(blocks: Sequence[Block], lines: Sequence[str]) -> bool:
    """Whether what stands above the first unit, or below the last, is only what the assembled agreement has there: one
    or more of these lines and no others."""
    one = "|".join(re.escape(same_words(line)) for line in sorted(lines, key=len, reverse=True))
    said = same_words(" ".join(block.printed for block in blocks))  # on a page two lines may be one paragraph
    return re.fullmatch(rf"(?:{one})(?: (?:{one}))*", said) is not None


def place_of_front(contract: Contract) -> Place:
    """How the place is called: "Above Article 1"."""
    first = contract.articles[0].name if contract.articles else "the first article"
    return Place("", f"Above {first}")


def is_in(front: Sequence[Block], final: Sequence[Block]) -> bool:
    """Whether what a final text has above the contract holds most of it, or says something instead of it: somebody
    may type the articles alone."""
    wanted, there = (Counter(stream_of_blocks(blocks).keys) for blocks in (front, final))
    said = any(is_prose(block.printed) for block in final)
    return bool(wanted) and (said or (wanted & there).total() >= _HALF * wanted.total())


def put_above(final: Stream, end: int, place: Place) -> tuple[list[Told], str]:
    """What a final text has above the first words that the contract has too, up to the word ``end``: what is said
    there is found to be of nobody; the lines of a title page of its own are given back."""
    told: list[Told] = []
    titles: list[str] = []
    for number, words in final.pieces(0, end):
        line = final.lines[number]
        if not is_prose(line.text):
            titles.append(words)
            continue
        start = final.starts[number]
        said = sentence(Kind.UNTRACED, place, "", words, None, Line(""))
        found = Finding(Kind.UNTRACED, Nature.WORDING, place, "", words, said, page=line.page)
        told.append(Told((Gap(0, 0, start, min(end, final.starts[number + 1])),), found))
    return told, " ".join(titles)


def title_page(told: Sequence[Told], place: Place, signed: Stream, final: Stream) -> tuple[list[Told], tuple[str, ...]]:
    """The findings without those of a title page that may be no mistakes, and a sentence on each of these: lines that
    are new or not there and say nothing, and other dates, as the new agreement has another term and no TA says so of
    the title page."""
    kept: list[Told] = []
    dated: list[Finding] = []
    said: list[str] = []
    for one in told:
        if one.finding.place != place:
            kept.append(one)
        elif _only_dates(one.finding):
            dated.append(one.finding)
        elif all(_only_titles(gap, signed, final) for gap in one.spans):
            said.append(one.finding.sentence)
        else:
            kept.append(one)
    if dated:
        new, old = (quoted(" … ".join(words)) for words in ([one.new for one in dated], [one.old for one in dated]))
        said.insert(0, f"{place.name} the dates are others: {new} where the contract had {old}.")
    return kept, tuple(said)


def _only_titles(gap: Gap, signed: Stream, final: Stream) -> bool:
    """Whether whole lines of a title page were put in or left out."""
    text, start, end = (signed, gap.a, gap.b) if gap.a < gap.b else (final, gap.c, gap.d)
    if (gap.a < gap.b) == (gap.c < gap.d) or not (text.begins_line(start) and text.begins_line(end)):
        return False
    return not any(is_prose(text.lines[number].text) for number, _ in text.pieces(start, end))


def _only_dates(found: Finding) -> bool:
    sides = [[word.strip(",.;:()") for word in side.split()] for side in (found.old, found.new)]
    told = all(any(map(_DATE.fullmatch, words)) and all(map(_DATED.fullmatch, filter(None, words))) for words in sides)
    return told and not re.search(r"(?i)\blocal\W*$", found.before)
