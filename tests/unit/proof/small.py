"""A small contract with one TA on it, and final texts of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tablebook.domain.contract import Article, Contract, UnitKind
from tablebook.domain.text import Block, heading, paragraph, table
from tablebook.proof.prove import prove
from tablebook.proof.results import Proof, Source

SIZE = "Class size in kindergarten is at most twenty-two (22) students, and no class is larger without notice."
RELIEF = "When a limit is exceeded, the District shall provide an aide within ten (10) working days."
PAY = "Overtime is paid at one and one-half times the hourly rate. It is paid monthly. The Union is told of it by mail."
ROWS = (("Step", "BA", "MA"), ("1", "45,210", "48,300"), ("2", "46,020", "49,120"), ("3", "47,115", "50,230"))

CURRENT = Contract(
    "",
    (
        Article(
            UnitKind.ARTICLE,
            "12",
            "Class Size",
            (
                heading("Limits", "12.1", section="12.1", level=2),
                paragraph(SIZE),
                heading("Relief", "12.2", section="12.2", level=2),
                paragraph(RELIEF),
            ),
        ),
        Article(
            UnitKind.ARTICLE,
            "20",
            "Pay",
            (
                heading("Overtime", "20.1", section="20.1", level=2),
                paragraph(PAY),
                paragraph("Employees are paid on the last day of each month.", "a."),
                paragraph("The District shall not withhold pay without written consent.", "b."),
            ),
        ),
        Article(UnitKind.APPENDIX, "A", "Salary Schedule", (table(ROWS),)),
    ),
)

TA = Source("E-2", "TA 12.1", 2)
SOURCES = {("12", "12.1"): TA}


def with_block(contract: Contract, unit: int, at: int, *blocks: Block) -> Contract:
    """The contract with one block replaced by these."""
    units = list(contract.articles)
    old = units[unit].blocks
    units[unit] = replace(units[unit], blocks=(*old[:at], *blocks, *old[at + 1 :]))
    return Contract("", tuple(units))


SIGNED = with_block(
    CURRENT, 0, 1, paragraph(SIZE.replace("twenty-two (22)", "twenty-one (21)").replace("notice", "written notice"))
)


def typed(contract: Contract) -> list[Block]:
    """The contract as somebody types it."""
    return [
        block for unit in contract.articles for block in (heading(f"{unit.name}: {unit.title}".upper()), *unit.blocks)
    ]


def proof_of(final: Contract | Sequence[Block], in_colour: bool = False) -> Proof:
    """The proof of a final text against the TA."""
    blocks = typed(final) if isinstance(final, Contract) else final
    return prove(CURRENT, SIGNED, blocks, SOURCES, in_colour=in_colour)
