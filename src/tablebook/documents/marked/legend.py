"""The paper's own legend: "Deletions are struck through, additions underlined", "Key: new words, words taken out".

A legend is read as a row of signs: words for a meaning, words for a marking, names of a side, and words that are
themselves printed in a marking. Meanings and markings that stand together are paired.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field
from typing import Any

from tablebook.documents.marked.colours import NAMES, colour_name
from tablebook.documents.marked.legend_words import MARKINGS, MEANINGS, NOTE, OPENS, PARTIES, PATTERN, SAMPLE, SPEAKS
from tablebook.documents.marked.paper import Look, SeenBlock, SeenPaper, SeenRun
from tablebook.domain.dataclass import dataclass
from tablebook.domain.instruction_words import instructions
from tablebook.redline.marks import Mark

_OPENS_WITH_A_COLOUR = re.compile(
    rf"\W*(?:{'|'.join(NAMES)})\s*(?:[=:–—]|(?:text|words?|language|type|font|ink)\b)", re.I
)
_TEXT = re.compile(r"\b(?i:shall)\b|^\s*(?:(?i:section|sec\.|§)\s*(?:\d|[A-Z]\b)|\d+\.\d|\(?[A-Za-z\d]{1,3}[.)]\s)")
"""Contract text, or what is to be done with it."""
_LONGEST = 60
_NEAR_THE_TOP = 16


@dataclass(slots=True)
class Rule:
    """One line of a legend: what a marking means, and whose it is where the paper says so."""

    look: dict[str, object] = field(default_factory=dict)
    meaning: Mark = Mark.SAME
    party: str = ""

    @property
    def sign(self) -> str:
        """The characters that mark, where the marking is no look."""
        return str(self.look.get("sign", ""))

    def fits(self, look: Look) -> bool:
        """Whether a look has all that the rule names; a colour fits by its name."""
        return (
            bool(self.look)
            and not self.sign
            and all(self._fits(look, name, value) for name, value in self.look.items())
        )

    @staticmethod
    def _fits(look: Look, name: str, value: object) -> bool:
        if name == "colour":
            return colour_name(look.colour) == value
        if name == "highlight":
            return bool(look.highlight) and value in ("any", colour_name(look.highlight))
        if name in ("strike", "underline"):
            return bool(getattr(look, name)) and (value != "double" or getattr(look, name) == "double")
        return bool(getattr(look, name) == value)


@dataclass(frozen=True, slots=True)
class Legend:
    """The rules of a paper, and the positions of the blocks that only state them."""

    rules: tuple[Rule, ...] = ()
    blocks: frozenset[int] = frozenset()


def read_legend(seen: SeenPaper) -> Legend:
    """The legend of a paper, wherever it stands: near the top, at the end, or in the page's head."""
    filled = [index for index, block in enumerate(seen.blocks) if block.text.strip()]
    places = {*filled[:_NEAR_THE_TOP], *filled[-4:]}
    rules: list[Rule] = []
    blocks: set[int] = set()
    for index in sorted(filled):
        block = seen.blocks[index]
        named = bool(OPENS.match(block.text))
        if not named and index not in places:
            continue
        found = _rules_of(block, named=named)
        if found:
            rules += found
            blocks.add(index)
    for line in seen.page_heads:
        rules += _rules_of(SeenBlock((SeenRun(line),)), named=False)
    return Legend(tuple(rules), frozenset(blocks))


def _rules_of(block: SeenBlock, *, named: bool) -> list[Rule]:
    """The rules that a block states, none where it is no legend."""
    runs = [run for row in block.rows for cell in row for run in (*cell, SeenRun(". "))] or list(block.runs)
    text = "".join(run.text for run in runs)
    if len(text.split()) > _LONGEST or block.label or _TEXT.search(text) or _orders(text):
        return []
    signs = list(_signs(runs, named=named))
    rules = [rule for sentence in _sentences(signs) for rule in _paired(sentence)]
    telling = [
        rule for rule in rules if named or any(name != "colour" for name in rule.look) or _all_rules(text, rules)
    ]
    return telling if len(telling) == len(rules) else []


def _orders(text: str) -> bool:
    """Whether a line tells what to do with words or sections: "Strike “two” and insert “three”"."""
    return any(one.sections or one.old for one in instructions(text))


def _all_rules(text: str, rules: list[Rule]) -> bool:
    """Whether a line that only names colours says little else: "Union proposals in blue, District in red"."""
    return len(text.split()) <= (20 if _OPENS_WITH_A_COLOUR.match(text) else 8) * len(rules)


Sign = tuple[str, Any, int]


def _signs(runs: list[SeenRun], *, named: bool) -> Iterator[Sign]:
    """The signs of a block in order: ("meaning" | "look" | "party" | "stop", value, position)."""
    text = "".join(run.text for run in runs)
    yield from sorted([*_spoken(text), *_shown(runs, named=named)], key=lambda sign: (sign[2], sign[0] != "look"))


def _spoken(text: str) -> Iterator[Sign]:
    for stop in re.finditer(r"[.;\n]", text):
        yield "stop", "", stop.start()
    for match in PATTERN.finditer(text):
        kind = match.lastgroup or ""
        number = int(kind[1:])
        if kind[0] == "n":
            yield "meaning", MEANINGS[number][0], match.start()
        elif kind[0] == "p":
            yield "party", PARTIES[number][0], match.start()
        else:
            name, value, _ = MARKINGS[number]
            yield "look", {name: value or NAMES[match.group().lower()]}, match.start()


def _shown(runs: list[SeenRun], *, named: bool) -> Iterator[Sign]:
    """Words of the legend that are printed in a marking of their own."""
    looks = {_plain(run.look) for run in runs if run.text.strip()}
    base = set.intersection(*map(set, looks)) if len(looks) > 1 else set()
    at = 0
    for run in runs:
        features = dict(set(_plain(run.look)) - base)
        sample = bool(SAMPLE.fullmatch(run.text) and SPEAKS.search(run.text))
        if len(looks) == 1:
            sample = sample and bool(set(features) - {"italic", "bold"})
        if set(features) - {"italic"} and run.text.strip() and (sample or (named and len(looks) > 1)):
            yield "look", features, at
        at += len(run.text)


def _plain(look: Look) -> tuple[tuple[str, object], ...]:
    named = {
        "strike": look.strike and "single",
        "underline": look.underline and "single",
        "bold": look.bold,
        "italic": look.italic,
        "colour": colour_name(look.colour),
        "highlight": colour_name(look.highlight),
    }
    return tuple((name, value) for name, value in named.items() if value)


def _sentences(signs: list[Sign]) -> Iterator[list[Sign]]:
    sentence: list[Sign] = []
    for sign in signs:
        if sign[0] == "stop":
            yield sentence
            sentence = []
        else:
            sentence.append(sign)
    yield sentence


def _paired(signs: list[Sign]) -> list[Rule]:
    """The rules of one sentence. Signs of one kind that stand together are one group; groups are paired in turn."""
    groups: list[tuple[bool, list[Sign]]] = []
    for sign in signs:
        is_look = sign[0] == "look"
        if groups and groups[-1][0] == is_look:
            groups[-1][1].append(sign)
        else:
            groups.append((is_look, [sign]))
    if len(groups) == 2 and (both := _respectively(groups)):
        return both
    rules: list[Rule] = []
    for at in range(0, len(groups) - 1, 2):
        (first_is_look, first), (_, second) = groups[at], groups[at + 1]
        rule = _rule(first, second) if first_is_look else _rule(second, first)
        rules += [rule] if rule else []
    return rules


def _respectively(groups: list[tuple[bool, list[Sign]]]) -> list[Rule]:
    """ "Deletions and additions are struck and underlined": as many markings as meanings, in order."""
    looks, said = (groups[0][1], groups[1][1]) if groups[0][0] else (groups[1][1], groups[0][1])
    meanings = [sign for sign in said if sign[0] == "meaning"]
    if len(looks) != len(meanings) or {sign[1] for sign in meanings} != {Mark.INSERTED, Mark.DELETED}:
        return []
    return [rule for look, meaning in zip(looks, meanings, strict=True) if (rule := _rule([look], [meaning]))]


def _rule(looks: list[Sign], said: list[Sign]) -> Rule | None:
    features: dict[str, object] = {}
    for _, look, _ in looks:
        features |= look
    if "highlight" in features and isinstance(features.get("colour"), str):
        features["highlight"] = features.pop("colour")
    parties = [str(value) for kind, value, _ in said if kind == "party"]
    meanings = [value for kind, value, _ in said if kind == "meaning"]
    meaning = next((mark for mark in (NOTE, Mark.DELETED, Mark.INSERTED, Mark.SAME) if mark in meanings), None)
    if meaning is None and not parties:
        return None
    fate = Mark.SAME if meaning == NOTE else Mark(meaning or Mark.INSERTED)
    return Rule(features, fate, parties[0] if parties else "")
