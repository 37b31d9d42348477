"""Errors as they happen when a contract is typed again, planted one by one, each with what must be found of it."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from tablebook.domain.contract import Contract
from tablebook.domain.text import Block, BlockKind, paragraph

Spot = tuple[int, int]
"""The position of a unit in the contract, and of a block in the unit."""


@dataclass(frozen=True)
class Planted:
    """One error: its kind, the unit it is in, and words that must be among those told as left out, and put in."""

    kind: str
    unit: str
    old: str = ""
    new: str = ""


class Garden:
    """A contract in which errors are planted, never two near each other."""

    def __init__(self, contract: Contract, seed: int, taken: frozenset[Spot] = frozenset()) -> None:
        self.units = list(contract.articles)
        self.keys = contract.keys
        self.dice = random.Random(seed)
        self.taken = set(taken)
        self.planted: list[Planted] = []

    @property
    def contract(self) -> Contract:
        return Contract("", tuple(self.units))

    def spots(self, fits: Callable[[Block], bool]) -> list[Spot]:
        """Blocks that are far from every planted error, in no order."""
        free = [
            (u, b)
            for u, unit in enumerate(self.units)
            for b, block in enumerate(unit.blocks)
            if fits(block) and not any((u, b + near) in self.taken for near in range(-2, 3))
        ]
        self.dice.shuffle(free)
        return free

    def block(self, spot: Spot) -> Block:
        return self.units[spot[0]].blocks[spot[1]]

    def put(self, spot: Spot, blocks: tuple[Block, ...], kind: str, old: str = "", new: str = "") -> None:
        u, b = spot
        unit = self.units[u]
        self.taken = {(w, c + (len(blocks) - 1) * (w == u and c > b)) for w, c in self.taken}
        self.units[u] = replace(unit, blocks=(*unit.blocks[:b], *blocks, *unit.blocks[b + 1 :]))
        self.taken.update((u, b + n) for n in range(max(len(blocks), 1)))
        self.planted.append(Planted(kind, self.keys[u], old, new))


def _prose(block: Block) -> bool:
    return block.kind is BlockKind.PARAGRAPH and len(block.text.split()) >= 14


def _swap(
    garden: Garden,
    kind: str,
    pattern: str,
    other: Callable[[re.Match[str]], str],
    fits: Callable[[Block], bool] = _prose,
) -> bool:
    """The first match of a pattern in some paragraph becomes other words."""
    for spot in garden.spots(lambda block: fits(block) and re.search(pattern, block.text) is not None):
        block = garden.block(spot)
        found = list(re.finditer(pattern, block.text))
        match = garden.dice.choice(found)
        words = other(match)
        if words == match[0]:
            continue
        text = block.text[: match.start()] + words + block.text[match.end() :]
        garden.put(spot, (block.with_text(re.sub(r"  +", " ", text)),), kind, match[0].strip(), words.strip())
        return True
    return False


def _digit(match: re.Match[str]) -> str:
    text = match[0]
    at = next(i for i in reversed(range(len(text))) if text[i].isdigit())
    return f"{text[:at]}{(int(text[at]) + 3) % 10}{text[at + 1 :]}"


MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
NUMBERS = {
    "two": "three",
    "three": "five",
    "five": "six",
    "ten": "twelve",
    "thirty": "forty",
    "one": "two",
    "four": "five",
    "fifteen": "fourteen",
}
PARTIES = ("Association|Union", "Employer|District|Board|College|Agency|State|Department")


def dropped_word(garden: Garden) -> bool:
    return _swap(
        garden,
        "dropped word",
        r"(?<=[a-z] )(?:reasonable|written|regular|additional|full|other|such|only) (?=[a-z])",
        lambda _: "",
    )


def dropped_not(garden: Garden) -> bool:
    return _swap(garden, "dropped not", r"(?<=[a-z] )not (?=[a-z])", lambda _: "")


def digit(garden: Garden) -> bool:
    return _swap(garden, "digit", r"(?<=\()\d{1,3}(?=\))|(?<=[a-z] )\d{1,2}(?= [a-z])", _digit)


def date(garden: Garden) -> bool:
    return _swap(garden, "date", rf"(?:{MONTHS}) \d{{1,2}}\b", _digit)


def year(garden: Garden) -> bool:
    return _swap(garden, "year", r"\b20\d\d\b", _digit)


def month(garden: Garden) -> bool:
    return _swap(garden, "month", rf"\b(?:{MONTHS})(?= \d)", lambda m: "March" if m[0] != "March" else "June")


def money(garden: Garden) -> bool:
    return _swap(garden, "money", r"\$[\d,]*\d(?:\.\d\d)?", _digit)


def percent(garden: Garden) -> bool:
    return _swap(garden, "percent", r"\d+(?:\.\d+)?(?=\s?%)", _digit)


def number_word(garden: Garden) -> bool:
    return _swap(garden, "number word", rf"(?<=[a-z] )(?:{'|'.join(NUMBERS)})(?= [(a-z])", lambda m: NUMBERS[m[0]])


def shall_may(garden: Garden) -> bool:
    return _swap(garden, "shall to may", r"(?<= )shall(?= )", lambda _: "may")


def and_or(garden: Garden) -> bool:
    return _swap(garden, "or to and", r"(?<=[a-z] )or(?= [a-z])", lambda _: "and")


_ACTS = r"(?= (?:shall|may|will|and|or|has))"


def party(garden: Garden) -> bool:
    """The other party's name."""
    union, employer = PARTIES
    return _swap(garden, "party swapped", rf"(?<=[Tt]he )(?:{union}){_ACTS}", lambda _: "Employers") or _swap(
        garden, "party swapped", rf"(?<=[Tt]he )(?:{employer}){_ACTS}", lambda _: "Association members"
    )


def reference(garden: Garden) -> bool:
    return _swap(garden, "cross-reference", r"(?<=[a-z] )(?:Article|Section) \d+(?:\.\d+)?\b", _digit)


def typo(garden: Garden) -> bool:
    return _swap(
        garden,
        "two letters changed places",
        r"\b(?:employees|grievance|agreement|schedule|position)\b",
        lambda m: m[0][0] + m[0][2] + m[0][1] + m[0][3:],
    )


def cell(garden: Garden) -> bool:
    """A figure in a table."""
    for spot in garden.spots(lambda block: block.kind is BlockKind.TABLE and len(block.rows) > 2):
        block = garden.block(spot)
        cells = [
            (r, c)
            for r, row in enumerate(block.rows)
            for c, text in enumerate(row)
            if c and r and re.fullmatch(r"\$?\d[\d,]*(?:\.\d+)?", text)
        ]
        if cells:
            r, c = garden.dice.choice(cells)
            old = block.rows[r][c]
            new = _digit(re.match(r".*", old, re.S))  # type: ignore[arg-type]
            rows = [list(row) for row in block.rows]
            rows[r][c] = new
            garden.put(
                spot, (replace(block, rows=tuple(map(tuple, rows))),), "table cell", old.strip("$"), new.strip("$")
            )
            return True
    return False


def _sentences(block: Block) -> list[str]:
    return [one for one in re.split(r"(?<=[a-z]\.) (?=[A-Z])", block.text) if one.strip()]


def _several(least: int) -> Callable[[Block], bool]:
    return lambda block: (
        _prose(block) and len(s := _sentences(block)) >= least and all(len(one.split()) > 7 for one in s)
    )


def sentence_moved(garden: Garden) -> bool:
    for spot in garden.spots(_several(3)):
        said = _sentences(garden.block(spot))
        moved = said.pop(1)
        garden.put(spot, (garden.block(spot).with_text(" ".join([*said, moved])),), "sentence moved")
        return True
    return False


def sentence_lost(garden: Garden) -> bool:
    for spot in garden.spots(_several(3)):
        said = _sentences(garden.block(spot))
        lost = said.pop(1)
        garden.put(spot, (garden.block(spot).with_text(" ".join(said)),), "sentence lost", " ".join(lost.split()[1:5]))
        return True
    return False


def extra_sentence(garden: Garden) -> bool:
    for spot in garden.spots(_several(2)):
        said = _sentences(garden.block(spot))
        extra = "Overtime of this kind is paid at the discretion of the superintendent alone."
        garden.put(
            spot,
            (garden.block(spot).with_text(" ".join([said[0], extra, *said[1:]])),),
            "extra sentence",
            "",
            "discretion of the superintendent",
        )
        return True
    return False


def paragraph_lost(garden: Garden) -> bool:
    for spot in garden.spots(lambda block: _prose(block) and not block.section):
        lost = garden.block(spot).text
        garden.put(spot, (), "paragraph lost", " ".join(lost.split()[3:7]))
        return True
    return False


def paragraph_doubled(garden: Garden) -> bool:
    for spot in garden.spots(lambda block: _prose(block) and not block.section):
        block = garden.block(spot)
        garden.put(spot, (block, block), "paragraph doubled", "", " ".join(block.text.split()[3:7]))
        return True
    return False


def paragraph_moved(garden: Garden) -> bool:
    for spot in garden.spots(lambda block: _prose(block) and not block.section and not block.label):
        u, b = spot
        unit = garden.units[u]
        if b + 6 < len(unit.blocks) and not any((u, b + n) in garden.taken for n in range(9)):
            block = garden.block(spot)
            blocks = (*unit.blocks[:b], *unit.blocks[b + 1 : b + 5], block, *unit.blocks[b + 5 :])
            garden.units[u] = replace(unit, blocks=blocks)
            garden.taken.update((u, b + n) for n in range(6))
            garden.planted.append(Planted("paragraph moved", garden.keys[u]))
            return True
    return False


def heading_changed(garden: Garden) -> bool:
    for spot in garden.spots(lambda block: block.kind is BlockKind.HEADING and len(block.text.split()) >= 2):
        block = garden.block(spot)
        words = block.text.split()
        new = block.with_text(" ".join(["Emergency", *words[1:]]))
        garden.put(spot, (new,), "heading changed", words[0].strip(".,:"), "Emergency")
        return True
    return False


def new_paragraph(garden: Garden) -> bool:
    for spot in garden.spots(lambda block: _prose(block)):
        extra = paragraph("Members of the unit accept assignments outside of the school year without additional pay.")
        garden.put(spot, (garden.block(spot), extra), "paragraph put in", "", "outside of the school year")
        return True
    return False


KINDS: tuple[Callable[[Garden], bool], ...] = (
    dropped_word, dropped_not, digit, date, year, month, money, percent, number_word, shall_may, and_or, party,
    reference, typo, cell, sentence_moved, sentence_lost, extra_sentence, paragraph_lost, paragraph_doubled,
    paragraph_moved, heading_changed, new_paragraph,
)  # fmt: skip
"""Twenty-three ways to mistype a contract; each says whether it found a place."""
