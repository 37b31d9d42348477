"""Invented proposals marked by hand in many ways, made of one text whose old and new words are known."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tests.unit.documents.word import BLUE, BOLD, RED, STRUCK, UNDER, p, r, row, table

GREEN = '<w:color w:val="00B050"/>'
YELLOW = '<w:highlight w:val="yellow"/>'
# [old|new] is changed; *words* are bold and _words_ underlined for reasons of their own.
HEADED = (
    "# ARTICLE 9 LEAVES",
    "# 9.1 Sick leave",
    "Each educator shall have [ten (10)|twelve (12)] days of sick leave, and the *Principal* shall keep the count.",
    "Unused days [|of every kind ]carry over[ without limit|].",
    "# 9.2 Personal leave",
    "An educator may take [two|three] days [for personal business|] on [five (5) days’|twenty-four hours’] notice.",
    "[|The District shall grant a leave for the day of a religious holiday without loss of pay.]",
    "[Leave may not be taken on the day before a holiday.|]",
    "# 9.3 Bereavement",
    "See https://example.org/leave for the form. A leave of five (5) days follows a death in the family.",
    "a. spouse, child or parent;",
    "b. grandparent[, aunt or uncle|];",
)


@dataclass(frozen=True)
class Style:
    """How a paper marks: the look of old and of new words, signs around them, its headings, and its legend."""

    name: str
    old: str
    new: str
    legend: str = ""
    heading: str = BOLD
    brackets: bool = False
    capitals: bool = False


STYLES = (
    Style("struck, underlined", STRUCK, UNDER),
    Style("struck, underlined, headings underlined", STRUCK, UNDER, heading=BOLD + UNDER),
    Style("struck, bold", STRUCK, BOLD),
    Style("struck, bold, headings plain", STRUCK, BOLD, heading=""),
    Style("struck, bold and underlined", STRUCK, BOLD + UNDER),
    Style("struck, red", STRUCK, RED),
    Style("struck in red, underlined in red", STRUCK + RED, UNDER + RED),
    Style("struck in red, bold in blue", STRUCK + RED, BOLD + BLUE),
    Style("struck in red, blue", STRUCK + RED, BLUE),
    Style("twice struck, twice underlined", "<w:dstrike/>", '<w:u w:val="double"/>'),
    Style("struck, highlighted", STRUCK, YELLOW),
    Style("struck, italic", STRUCK, "<w:i/>"),
    Style("struck, underlined and highlighted", STRUCK, UNDER + YELLOW),
    Style("red, blue by legend", RED, BLUE, "Words to be deleted are in red; new words are in blue."),
    Style("red and bold by legend", RED, BOLD, "Red = deleted. Bold = new."),
    Style("brackets and bold by legend", "", BOLD, "[Brackets] = deleted; bold = added", brackets=True),
    Style("brackets and capitals by legend", "", "", "New language in CAPS, deletions in [brackets]", "", True, True),
    Style("highlights by legend", '<w:highlight w:val="red"/>', '<w:highlight w:val="green"/>',
          "Red highlight: language removed. Green highlight: language added."),
    Style("legend the other way round", UNDER, STRUCK, "Underlined words are removed and struck words are added."),
)  # fmt: skip


def paper(style: Style, header: tuple[str, ...] = ("District Counter 2, March 4, 2027 6:15 PM",)) -> str:
    """The body of a Word file marked in a style."""
    parts = [p(r(line, BOLD)) for line in header]
    if style.legend:
        parts.append(p(style.legend))
    for line in HEADED:
        if line.startswith("# "):
            parts.append(p(r(line[2:], style.heading)))
        else:
            parts.append(p(*runs(line, style)))
    parts.append(table(row(p(r("Step", BOLD)), p(r("Days", BOLD))), row("1", p(*runs("[ten|twelve]", style)))))
    return "".join(parts)


def runs(line: str, style: Style) -> list[str]:
    """The runs of a line: old words beside new ones, a blank between the two as people type it."""
    found: list[str] = []
    for piece in re.split(r"(\[[^\]]*\]|\*[^*]+\*|https?://\S+)", line):
        change = re.fullmatch(r"\[([^|]*)\|(.*)\]", piece)
        if change:
            found += changed(change[1], change[2], style)
        elif piece.startswith("*"):
            found.append(r(piece.strip("*"), BOLD if style.new not in (BOLD, "") else ""))
        elif piece.startswith("http"):
            found.append(r(piece, '<w:color w:val="0563C1"/><w:u w:val="single"/>'))
        elif piece:
            found.append(r(piece))
    return found


def changed(old: str, new: str, style: Style) -> list[str]:
    found: list[str] = []
    if old:
        found.append(r(f"[{old}]" if style.brackets else old, style.old))
    if old and new and not new.startswith(" "):
        found.append(r(" "))
    if new:
        found.append(r(new.upper() if style.capitals else new, style.new))
    return found


def text(*, new: bool, capitals: bool = False) -> list[str]:
    """The lines of one of the two texts that the paper holds."""
    found = []
    for line in (*HEADED, "Step\tDays", "1\t[ten|twelve]"):
        words = re.sub(
            r"\[([^|\]]*)\|([^\]]*)\]",
            lambda match: (match[2].upper() if capitals else match[2]) if new else match[1],
            line,
        )
        words = words.removeprefix("# ").replace("*", "").replace(" .", ".").strip()
        if words:
            found.append(re.sub(r" {2,}", " ", words))
    return found
