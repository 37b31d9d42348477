"""Article 12 of the sample negotiation: the contract's text and each pass as a whole article."""

from __future__ import annotations

import json
from pathlib import Path

from tablebook.domain.text import Block, blocks_from_lines, heading
from tablebook.redline.marks import Author

TITLES = {
    "12.1": "Class size limits",
    "12.2": "Relief when a limit is exceeded",
    "12.3": "Combination classes",
    "12.4": "Caseload of specialists",
    "12.5": "Reporting",
}


def contract(sample: Path) -> dict[str, str]:
    """The current language of each section, from the sample's contract."""
    text = (sample / "contract.md").read_text(encoding="utf-8")
    article = text.split("## Article 12. Class Size and Caseload\n")[1].split("\n## ")[0]
    sections = [part.split("\n", 1) for part in article.split("### ")[1:]]
    return {head.split(" ")[0]: body.strip().replace("\n\n", "\n") for head, body in sections}


def blocks(sections: dict[str, str]) -> tuple[Block, ...]:
    """The article from its sections."""
    found: list[Block] = []
    for number, title in TITLES.items():
        found.append(heading(title, number, section=number))
        found.extend(blocks_from_lines(sections[number]))
    return tuple(found)


def passes(sample: Path) -> list[tuple[Author, tuple[Block, ...]]]:
    """Every pass in order; what a pass leaves out stands as it was last passed."""
    events = json.loads((sample / "events.json").read_text(encoding="utf-8"))["events"]
    standing = contract(sample)
    found = []
    for event in events:
        if event["kind"] == "pass" and event.get("article") == "12":
            standing |= event["text"]
            found.append((Author(event["party"], event["label"]), blocks(standing)))
    return found
