"""Two editions of a real agreement by article: paragraphs out of printed lines, without footers and REV lines."""

from __future__ import annotations

import re
from pathlib import Path

from tablebook.domain.text import Block, paragraph, split_label

_HEADING = re.compile(r"ARTICLE (\d+[AB]?)\s*[-–—]\s*\S")
_FURNITURE = re.compile(r".*IAFF-KFFA.*Collective Bargaining|(REV|NEW) *:|\d+$|/+$")
_OPENS = re.compile(r"Section\s*\d+|\([A-Z]\)\s|\d{1,2}\.\s")


def articles(folder: Path) -> dict[str, list[Block]]:
    """The paragraphs of each article by its number, up to the letters of agreement."""
    text = (folder / "agreement-unmarked.txt").read_text(encoding="utf-8").replace("\f", "\n")
    found: dict[str, list[list[str]]] = {}
    parts: list[list[str]] | None = None
    body = re.split(r"(?m)^\s*PREAMBLE\s*$", text)[-1]
    for printed in body.splitlines():
        line = " ".join(printed.lstrip("#").split())
        if line.startswith("LETTER OF AGREEMENT"):
            break
        if heading := _HEADING.match(line):
            parts = found.setdefault(heading[1], [])
            parts.extend(([line], []))
        elif parts is None or _FURNITURE.match(line):
            continue
        elif not line or _OPENS.match(line):
            parts.append([line] if line else [])
        else:
            parts[-1].append(line)
    return {number: [_block(" ".join(lines)) for lines in parts if lines] for number, parts in found.items()}


def _block(text: str) -> Block:
    label, rest = split_label(text)
    return paragraph(rest, label)
