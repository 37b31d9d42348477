"""Two ways out where a text cites a section that is being struck: pass it on a condition, or cite another section."""

from __future__ import annotations

import re
from dataclasses import replace

from tablebook.domain.negotiation import Negotiation
from tablebook.domain.positions import live_passes
from tablebook.domain.text import Block, Run


def stays_condition(number: str) -> str:
    """The condition that makes the citation good: the section is not struck."""
    return f"Section {number} stays as it is in the current contract."


def section_beside(state: Negotiation, number: str) -> str:
    """The nearest section of the same article that nobody strikes, the one before first; "" where there is none."""
    home = state.contract.find(number)
    if home is None:
        return ""
    numbers = [section.number for section in state.items[home[0]].article.sections]
    struck = {part.place for one in live_passes(state, home[0]) for part in one.body.parts if part.deleted}
    at = numbers.index(number) if number in numbers else len(numbers)
    nearest = (*reversed(numbers[:at]), *numbers[at + 1 :])
    return next((one for one in nearest if one not in struck), "")


def cite_instead(block: Block, number: str, other: str) -> Block:
    """The block with "Section `other`" wherever it cited "Section `number`"; bold and italic stay."""
    cited = re.compile(rf"\b(Section\s+){re.escape(number)}(?!\.?\d)")

    def changed(words: str) -> str:
        return cited.sub(rf"\g<1>{other}", words)

    if block.rows:
        return replace(block, rows=tuple(tuple(changed(cell) for cell in row) for row in block.rows))
    runs = tuple(Run(changed(run.text), run.bold, run.italic) for run in block.runs)
    made = replace(block, runs=runs)
    return made if made != block or not cited.search(block.text) else block.with_text(changed(block.text))
