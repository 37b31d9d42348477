"""Pictures of the text views with Article 12 of the sample, to be looked at beside the design's pictures.

    python tests/ui/text/gallery.py --view redline --shot out.png [--dark] [--scale 1.5] [--size 722x720]

Views: redline, clean, side, draft. The words and passes come from the sample negotiation beside the repository.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
SAMPLE = ROOT.parent / "shared" / "data" / "sample"

from tablebook.domain.text import Block, blocks_from_lines, heading, sections_of  # noqa: E402
from tablebook.redline.marks import Author  # noqa: E402


def article(number: str) -> tuple[Block, ...]:
    """One article of the sample contract."""
    text = (SAMPLE / "contract.md").read_text(encoding="utf-8")
    body = re.search(rf"^## Article {number}\. .*?$(.*?)(?=^## )", text, re.MULTILINE | re.DOTALL)
    assert body is not None
    blocks: list[Block] = []
    for line in filter(None, map(str.strip, body.group(1).splitlines())):
        head = re.match(r"### (\S+) (.*)", line)
        if head:
            blocks.append(heading(head.group(2), head.group(1), section=head.group(1)))
        else:
            blocks += blocks_from_lines(line)
    return tuple(blocks)


def passes(number: str, last: str) -> list[tuple[Author, tuple[Block, ...]]]:
    """The article after each pass up to the one with the label `last`."""
    events = json.loads((SAMPLE / "events.json").read_text(encoding="utf-8"))["events"]
    text, found = article(number), []
    for event in events:
        if event["kind"] != "pass" or event.get("article") != number or not event.get("text"):
            continue
        made: list[Block] = []
        for section, blocks in sections_of(text).items():
            new = event["text"].get(section)
            made += blocks if new is None else [blocks[0], *blocks_from_lines(new)]
        text = tuple(made)
        found.append((Author(event["party"], event["label"]), text))
        if event["label"] == last:
            break
    return found


def redline_view():  # type: ignore[no-untyped-def]
    """As in the picture "negotiate": U-3 against the current contract."""
    from tablebook.redline.layers import layers
    from tablebook.ui.text.redline_page import RedlinePage
    from tablebook.ui.text.rows import ta_chip

    page = RedlinePage()
    blocks = layers(article("12"), passes("12", "U-3")).blocks
    page.show_blocks(blocks, chips={"12.3": ta_chip("TA’d 2 Mar 16:05"), "12.5": ta_chip("TA’d 2 Mar 16:20")})
    return page


def clean_view():  # type: ignore[no-untyped-def]
    """U-3 as it reads."""
    from tablebook.ui.text.clean_page import CleanPage

    page = CleanPage()
    page.show_text(passes("12", "U-3")[-1][1])
    return page


def side_view():  # type: ignore[no-untyped-def]
    """As in the picture "side-by-side": U-3 and E-3, with the findings of the received paper."""
    from tablebook.redline.compare import compare
    from tablebook.ui.text.rows import Flag, Note
    from tablebook.ui.text.side_by_side import SideBySide
    from tablebook.ui.text.side_titles import SideTitle

    (_, ours), (author, theirs) = passes("12", "E-3")[-2:]
    blocks = compare(ours, theirs, author, fresh=True).blocks

    def flag(at: int, words: str) -> Flag:
        start = "".join(run.text for run in blocks[at].runs).index(words)
        return Flag(start, start + len(words), "unmarked")

    notes = {
        3: Note("E-2 offered 25. Regressive.", "attention", "trending-down"),
        4: Note("Not marked in their file", "problem", "eye-off", flags=(flag(4, "thirty (30)"),)),
        7: Note("", "problem", flags=(flag(7, "may"),)),
    }
    side = SideBySide()
    titles = (
        SideTitle("union", "U-3", "ours, passed 9 Mar 13:24"),
        SideTitle("employer", "E-3", "theirs, received 9 Mar 14:31"),
    )
    side.show_texts(blocks, *titles, notes=notes)
    return side


def draft_view():  # type: ignore[no-untyped-def]
    """As in the picture "caucus-draft": U-4 begun from E-3, its redline since E-3 beside it."""
    from tablebook.redline.compare import compare
    from tablebook.ui.text.draft_edits import Place
    from tablebook.ui.text.draft_panes import DraftPanes
    from tablebook.ui.text.rows import locked_chip

    base = passes("12", "E-3")[-1][1]
    draft = list(base)
    for at, old, new in ((1, "twentieth (20th)", "fifteenth (15th)"), (2, "twenty-four (24)", "twenty-two (22)")):
        draft[at] = draft[at].with_text(draft[at].text.replace(old, new))
    panes = DraftPanes(lambda blocks: compare(base, blocks, Author("union", "U-4"), fresh=True).blocks)
    panes.show_blocks(draft, locked={"12.3": locked_chip(), "12.5": locked_chip()})
    panes.editor.select(Place(3, -1, 6), Place(3, -1, 6))
    return panes


def framed(view):  # type: ignore[no-untyped-def]
    """The view over its legend."""
    from PySide6.QtWidgets import QVBoxLayout, QWidget

    from tablebook.ui.text.legend import LAYERS, Legend, two_texts

    whole = QWidget()
    stack = QVBoxLayout(whole)
    stack.setContentsMargins(0, 0, 0, 0)
    stack.setSpacing(0)
    if hasattr(view, "controls"):
        stack.addWidget(view.controls)
    stack.addWidget(view, 1)
    stack.addWidget(Legend(two_texts("employer") if hasattr(view, "gutter") else LAYERS))
    return whole


def main() -> int:
    """Make one picture."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--view", choices=("redline", "clean", "side", "draft"), default="redline")
    options.add_argument("--shot", type=Path, required=True)
    options.add_argument("--size", default="722x720")
    options.add_argument("--scale", type=float, default=1.0)
    options.add_argument("--dark", action="store_true")
    options.add_argument("--step", type=int, default=0, help="go to this change first")
    given = options.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from tablebook.ui.theme import theme

    app = QApplication(sys.argv[:1])
    theme().set_scheme("dark" if given.dark else "light")
    theme().set_scale(given.scale)
    theme().apply(app)
    view = {"redline": redline_view, "clean": clean_view, "side": side_view, "draft": draft_view}[given.view]()
    whole = framed(view)
    whole.resize(*map(int, given.size.split("x")))
    whole.show()
    app.processEvents()
    for _ in range(given.step):
        view.next_change()
    app.processEvents()
    return 0 if whole.grab().save(str(given.shot)) else 1


if __name__ == "__main__":
    sys.exit(main())
