"""One comparison by one tool in a process of its own: ``python -m tests.benchmarks.peers TOOL OLD NEW`` prints its
seconds, the memory that it took, and the words it shows as struck or new. The texts hold a paragraph a line."""

from __future__ import annotations

import json
import re
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from tests.benchmarks.memory import most_megabytes

WORD = re.compile(r"\w+(?:[-'’.,:/&@]\w+)*")
Found = tuple[float, int]
"""Seconds, and words shown as struck or new."""


def count(texts: Iterable[str]) -> int:
    """How many words."""
    return sum(len(WORD.findall(text)) for text in texts)


def tablebook(old: str, new: str) -> Found:
    """Ours, paragraph by paragraph."""
    from tablebook.domain.text import paragraph
    from tablebook.redline.compare import compare
    from tablebook.redline.marks import Mark

    began = time.perf_counter()
    ours, theirs = ([paragraph(line) for line in text.split("\n")] for text in (old, new))
    blocks = compare(ours, theirs).blocks
    seconds = time.perf_counter() - began
    return seconds, count(run.text for block in blocks for run in block.runs if run.mark is not Mark.SAME)


def difflib(old: str, new: str) -> Found:
    """Python's own, on words and what stands between them."""
    import difflib

    began = time.perf_counter()
    ours, theirs = (re.findall(r"\w+|\W", text) for text in (old, new))
    found = difflib.SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    seconds = time.perf_counter() - began
    changed = [(ours[a:b], theirs[c:d]) for kind, a, b, c, d in found if kind != "equal"]
    return seconds, count("".join(part) for pair in changed for part in pair)


def redlines(old: str, new: str) -> Found:
    """The package of that name."""
    from redlines import Redlines

    began = time.perf_counter()
    changes = Redlines(old, new).changes
    seconds = time.perf_counter() - began
    return seconds, count(text or "" for change in changes for text in (change.source_text, change.test_text))


def diff_match_patch(old: str, new: str) -> Found:
    """Google's, letter by letter, tidied up for people. A word counts where any of its letters changed."""
    import diff_match_patch as package

    began = time.perf_counter()
    peer = package.diff_match_patch()
    peer.Diff_Timeout = 0
    found = peer.diff_main(old, new)
    peer.diff_cleanupSemantic(found)
    seconds = time.perf_counter() - began
    return seconds, sum(_touched(text, found, side) for text, side in ((old, -1), (new, 1)))


def _touched(text: str, found: Iterable[tuple[int, str]], side: int) -> int:
    changed = bytearray(len(text))
    at = 0
    for kind, part in found:
        if kind in (0, side):
            if kind:
                changed[at : at + len(part)] = b"\1" * len(part)
            at += len(part)
    return sum(any(changed[word.start() : word.end()]) for word in WORD.finditer(text))


def python_redlines(old: str, new: str) -> Found:
    """Docxodus behind python-redlines, which compares Word files: made before, with a paragraph a line."""
    import docx
    from python_redlines import DocxodusEngine

    folder = Path(tempfile.mkdtemp())
    for name, text in (("old", old), ("new", new)):
        document = docx.Document()
        for line in text.split("\n"):
            document.add_paragraph(line)
        document.save(folder / f"{name}.docx")
    engine = DocxodusEngine(target_path=str(folder / "engine"))
    began = time.perf_counter()
    made = engine.run_redline("tool", folder / "old.docx", folder / "new.docx")[0]
    seconds = time.perf_counter() - began
    (folder / "made.docx").write_bytes(made)
    return seconds, _tracked(docx.Document(str(folder / "made.docx")).element.body)


def _tracked(body: object) -> int:
    paths = (".//w:del//w:delText", ".//w:ins//w:t", ".//w:moveFrom//w:t|.//w:moveFrom//w:delText", ".//w:moveTo//w:t")
    found = []
    for path in paths:
        parents: dict[object, list[str]] = {}
        for each in body.xpath(path):  # type: ignore[attr-defined]
            parents.setdefault(each.getparent().getparent(), []).append(each.text or "")
        found.extend("".join(parts) for parts in parents.values())
    return count(found)


TOOLS: dict[str, Callable[[str, str], Found]] = {
    "tablebook": tablebook,
    "difflib": difflib,
    "redlines": redlines,
    "diff-match-patch": diff_match_patch,
    "python-redlines[docxodus]": python_redlines,
}


def main(tool: str, old: str, new: str) -> None:
    """Measure one tool and print what was found as JSON."""
    texts = [Path(name).read_text(encoding="utf-8") for name in (old, new)]
    TOOLS[tool]("One word.", "Two words.")  # what it loads is no part of the comparison
    before = _memory()
    seconds, words = TOOLS[tool](*texts)
    print(json.dumps({"seconds": seconds, "megabytes": _memory() - before, "words": words}))


def _memory() -> float:
    """The most that this process and those it started had in memory, in megabytes."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    return children / 1e6 + most_megabytes() * (1 << 20) / 1e6


if __name__ == "__main__":
    main(*sys.argv[1:])
