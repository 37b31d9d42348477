"""Seen and read papers as plain JSON values, to cross from the worker to the program.

Only what is seen and the keys cross: all else of a read paper follows from them and is worked out again.
"""

from __future__ import annotations

from dataclasses import astuple
from typing import Any

from tablebook.documents.marked.meaning import read_with
from tablebook.documents.marked.paper import Key, Look, ReadPaper, SeenBlock, SeenPaper, SeenRun
from tablebook.documents.reading import Warning_
from tablebook.domain.text import BlockKind
from tablebook.redline.marks import Mark

Plain = Any


def seen_to_plain(seen: SeenPaper) -> Plain:
    """A seen paper. Looks are kept once each, and named by their place in the list."""
    looks: dict[Look, int] = {Look(): 0}

    def number(look: Look) -> int:
        return looks.setdefault(look, len(looks))

    def runs(found: tuple[SeenRun, ...]) -> Plain:
        return [[run.text, number(run.look)] for run in found]

    blocks = [
        {
            "runs": runs(block.runs),
            "kind": str(block.kind),
            "rest": [block.label, block.section, block.level, block.page, block.source, block.old_label, block.centred],
            "rows": [[runs(cell) for cell in row] for row in block.rows],
            "row_looks": [number(look) for look in block.row_looks],
            "cell_looks": [[number(look) for look in row] for row in block.cell_looks],
            "mark": number(block.mark_look),
            "box": list(block.box) if block.box else None,
        }
        for block in seen.blocks
    ]
    return {
        "name": seen.name,
        "blocks": blocks,
        "looks": [list(astuple(look)) for look in looks],
        "pages": seen.pages,
        "page_heads": list(seen.page_heads),
        "warnings": [list(astuple(warning)) for warning in seen.warnings],
    }


def seen_from_plain(plain: Plain) -> SeenPaper:
    """The inverse of :func:`seen_to_plain`."""
    looks = [Look(*look) for look in plain["looks"]]

    def runs(found: Plain) -> tuple[SeenRun, ...]:
        return tuple(SeenRun(text, looks[number]) for text, number in found)

    def block(one: Plain) -> SeenBlock:
        label, section, level, page, source, old_label, centred = one["rest"]
        return SeenBlock(
            runs(one["runs"]),
            BlockKind(one["kind"]),
            label,
            section,
            level,
            tuple(tuple(runs(cell) for cell in row) for row in one["rows"]),
            tuple(looks[number] for number in one["row_looks"]),
            tuple(tuple(looks[number] for number in row) for row in one["cell_looks"]),
            looks[one["mark"]],
            page,
            source,
            old_label,
            centred,
            tuple(one["box"]) if one["box"] else None,
        )

    return SeenPaper(
        plain["name"],
        tuple(map(block, plain["blocks"])),
        plain["pages"],
        tuple(plain["page_heads"]),
        tuple(Warning_(*warning) for warning in plain["warnings"]),
    )


def keys_to_plain(keys: tuple[Key, ...]) -> Plain:
    """The keys of a paper."""
    return [
        [key.name, list(astuple(key.look)), str(key.meaning), key.why, key.party, key.words, key.reason, key.sign]
        for key in keys
    ]


def keys_from_plain(plain: Plain) -> tuple[Key, ...]:
    """The inverse of :func:`keys_to_plain`."""
    return tuple(Key(name, Look(*look), Mark(meaning), *rest) for name, look, meaning, *rest in plain)


def paper_to_plain(paper: ReadPaper) -> Plain:
    """A read paper."""
    return {"seen": seen_to_plain(paper.seen), "keys": keys_to_plain(paper.keys)}


def paper_from_plain(plain: Plain) -> ReadPaper:
    """The inverse of :func:`paper_to_plain`."""
    return read_with(seen_from_plain(plain["seen"]), keys_from_plain(plain["keys"]))
