"""How long an agreement of 300 pages takes to be assembled in its own Word file and read again, beside one reading."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from random import Random

from tablebook.documents.read import read_contract
from tablebook.documents.successor.write import in_own_file, tracked_file
from tablebook.domain.successor import assemble
from tests.benchmarks.measured import Measured, best
from tests.benchmarks.test_reading import long_paper
from tests.integration.documents.districts.printing import as_word
from tests.unit.domain.any_tas import any_tas

ROUNDS = 3
AT = datetime(2027, 6, 1, tzinfo=UTC)


def test_an_agreement_of_300_pages(measured: Measured, tmp_path: Path) -> None:
    path = as_word(long_paper(7), tmp_path / "long.docx")
    contract = read_contract(path).contract
    assert sum(len(block.text.split()) for one in contract.articles for block in one.blocks) > 300 * 400
    reading = best(lambda: read_contract(path), ROUNDS)
    state = any_tas(contract, Random(4), 20).table.state
    measured(
        "the fold's successor of 300 pages", best(lambda: assemble(state), ROUNDS), floor=reading, limit=2 * reading
    )
    successor, data = assemble(state), path.read_bytes()
    order = [(unit.key, unit.article) for unit in successor.units]
    took = best(lambda: in_own_file(data, contract.by_key, order), ROUNDS)
    measured("300 pages assembled and read again", took, floor=reading, limit=5 * reading)
    clean = in_own_file(data, contract.by_key, order)
    marked = best(lambda: tracked_file(data, clean, lambda units: ("TAs", AT)), 1)
    measured("300 pages with tracked changes", marked, floor=reading, limit=10 * reading)
