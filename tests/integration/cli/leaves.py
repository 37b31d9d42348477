"""A small contract with an article on leaves, in plain text, and what an assembled agreement says of a section."""

from __future__ import annotations

import re
from pathlib import Path

from tests.integration.cli.conftest import Cli

CONTRACT = """AGREEMENT

between the Maple Valley Education Association

and the Maple Valley School District

July 1, 2023 to June 30, 2026

ARTICLE 1 - RECOGNITION

1.1 Unit

The District recognizes the Association as the representative of all teachers, counselors and nurses.

ARTICLE 2 - SAVINGS

2.1 Invalid Provisions

If a provision of this Agreement is held invalid by a court, that provision shall have no effect.

2.2 Negotiation

The parties shall meet within ten (10) days to negotiate a replacement.

ARTICLE 3 - CLASS SIZE

3.1 Limits

No class shall have more than twenty-four (24) students, also where Section 4.4 grants leave.

ARTICLE 4 - LEAVES

Leave is granted as this article provides, and not otherwise.

4.1 Sick Leave

Each teacher earns ten (10) days of sick leave a year.

4.2 Personal Leave

Each teacher has two (2) days of personal leave a year.

4.3 Bereavement Leave

Up to five (5) days of paid leave are granted on the death of a member of the family.

4.4 Study Leave

Unpaid leave of up to one year may be granted for study.

4.5 Jury Duty

A teacher called to jury duty suffers no loss of pay.
"""


def leaves_book(cli: Cli, folder: Path, ending: str = "txt", contract: str = CONTRACT) -> Path:
    """A fresh book of the small contract."""
    file, book = folder / f"contract.{ending}", folder / "leaves.tablebook"
    text = contract if ending == "txt" else re.sub(r"(?m)^(ARTICLE|\d\.\d) ", r"## \1 ", contract)
    file.write_text(text, encoding="utf-8")
    names = ("--union", "Maple Valley Education Association", "--employer", "Maple Valley School District")
    said = cli("new", book, "--contract", file, *names, "--we", "union")
    assert said.code == 0, said.err
    return book


def agreed(cli: Cli, book: Path, article: str, file: Path) -> str:
    """Pass a paper on an article and agree on it; what passing it said."""
    said = cli("pass", book, "--article", article, "--from", "union", "--file", file, "--label", "U-1")
    assert said.code == 0, said.err
    done = cli("agree", book, "--article", article, "--label", "U-1")
    assert done.code == 0, done.err
    return said.err


def assembled(cli: Cli, book: Path, code: int = 0) -> str:
    """The words of the assembled agreement from Article 1 on; ``code`` is what the command must give back."""
    out = book.with_name("agreement.txt")
    said = cli("assemble", book, "-o", out)
    assert said.code == code, said.err
    words = " ".join(out.read_text("utf-8").split())
    return words[words.index("ARTICLE 1") :]


def confirm(cli: Cli, book: Path) -> int:
    """Confirm the first result that waits for it; the exit code."""
    lines = [one for one in cli("ready", book, "--json").json["lines"] if not one["settled"]]
    number = next(i for i, one in enumerate(lines, 1) if one["act"] == "confirm-result")
    return cli("settle", book, "--line", number, "--words", "as shown", "--by", "Dana Marsh").code
