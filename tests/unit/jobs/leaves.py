"""An article on leaves in the ways in which contracts number sections, and papers on it as they are typed."""

from __future__ import annotations

from tablebook.domain import fold
from tablebook.domain.codes import Custody, Party
from tablebook.domain.contract import Article, Contract, UnitKind
from tablebook.domain.language import compose, current_blocks
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.record import BookMade, Entry
from tablebook.domain.text import Block, blocks_from_lines, heading, paragraph
from tablebook.jobs.findings.paper_parts import PaperParts, paper_parts
from tablebook.jobs.targets import find_target
from tests.unit.jobs.conftest import START

OPENING = "Leave is granted as this article provides, and not otherwise."
SECTIONS = (
    ("Sick Leave", "Each teacher earns ten (10) days of sick leave a year.", "Unused days are carried over."),
    ("Personal Leave", "Each teacher has two (2) days of personal leave a year."),
    ("Bereavement Leave", "Up to five (5) days of paid leave are granted on a death in the family."),
    ("Study Leave", "Unpaid leave of up to one year may be granted for study."),
    ("Jury Duty", "A teacher called to jury duty suffers no loss of pay."),
)
SICK = "4.1 Sick Leave\nEach teacher earns twelve (12) days of sick leave a year.\nUnused days are carried over."
THREE = "Each teacher has three (3) days of personal leave a year."
_NUMBERS = {"dot": ("4.{}", "4.{}"), "number": ("{}", "{}."), "letter": ("{}", "{}."), "worded": ("{}", "Section {}.")}


def leaves(style: str = "dot") -> Negotiation:
    """A book of Article 4 with sections 4.1 to 4.5, 1 to 5, or A to E."""
    number, label = _NUMBERS[style]
    blocks: list[Block] = [paragraph(OPENING)]
    for at, (title, *texts) in enumerate(SECTIONS):
        one = "ABCDE"[at] if style == "letter" else str(at + 1)
        blocks.append(heading(title, label.format(one), section=number.format(one), level=2))
        blocks += [paragraph(text) for text in texts]
    article = Article(UnitKind.ARTICLE, "4", "Leaves", tuple(blocks))
    body = BookMade("Union", "Board", Party.UNION, Contract("Agreement", (article,)))
    return fold.fold([Entry("one", 1, START, START, Custody.SHARED, "book-made", body)])


def read(state: Negotiation, text: str, old: str | None = None) -> PaperParts:
    """What a typed paper says on Article 4; with ``old`` it is the text before the changes that it marks."""
    before = None if old is None else with_head(blocks_from_lines(old))
    return paper_parts(state, find_target(state, "4"), with_head(blocks_from_lines(text)), before)


def with_head(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks, a first line that names the article read as its heading."""
    if blocks and blocks[0].text.startswith("ARTICLE"):
        label, _, title = blocks[0].text.partition(" - ")
        return (heading(title, f"{label} -"), *blocks[1:])
    return blocks


def result(state: Negotiation, paper: PaperParts) -> list[str]:
    """The lines of the article with the paper's parts in their places."""
    return [block.printed for block in compose(current_blocks(state, "4"), paper.parts)]


def changed(state: Negotiation, paper: PaperParts) -> tuple[list[str], list[str]]:
    """The lines that go and the lines that come."""
    now, then = [block.printed for block in current_blocks(state, "4")], result(state, paper)
    return [line for line in now if line not in then], [line for line in then if line not in now]
