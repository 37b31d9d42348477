"""Cross-reference fields in the contract's own file: where Word would show another number than was agreed, or none, the
words stay that the field printed."""

from __future__ import annotations

from pathlib import Path

from tablebook.documents.successor.write import InOwnFile, in_own_file
from tests.unit.documents.test_successor_file import LONG, NUMBERING, counted, head, run_in, taken, xml
from tests.unit.documents.tracked_rules import faults
from tests.unit.documents.word_files import field, p, word_file

MARK = '<w:bookmarkStart w:id="{0}" w:name="_Ref{0}"/>'
NUMBER_OF = "\\r \\h"
END = '<w:bookmarkEnd w:id="{0}"/>'


def contract() -> bytes:
    """Article 1 counts points by itself, and cites two of Article 2's, which Word counts on."""
    marked = [counted(LONG).replace("<w:r>", MARK.format(n) + "<w:r>", 1).replace("</w:p>", END.format(n) + "</w:p>")
              for n in (1, 2)]  # fmt: skip
    body = [head(1, "SCOPE"), run_in("1.1", "Scope", LONG), head(2, "POINTS"), *marked, counted(f"Last: {LONG}")]
    first, second = (field(f"REF _Ref{n} {NUMBER_OF}", f"{n}.") for n in (1, 2))
    body += [head(3, "END"), p("3.1 See point ", first, " and point ", second, f". {LONG}"), p("")]
    return word_file("".join(body), numbering=NUMBERING)


def without_first_point(folder: Path) -> InOwnFile:
    data = contract()
    base = taken(data, folder).by_key
    article = base["2"]
    blocks = tuple(block for block in article.blocks if block.label != "1.")
    return in_own_file(data, base, [("1", base["1"]), ("2", type(article)(
        article.kind, article.number, article.title, blocks, article.page)), ("3", base["3"])])  # fmt: skip


def test_a_reference_to_what_is_gone_or_counted_otherwise_is_its_words(tmp_path: Path) -> None:
    found = without_first_point(tmp_path)
    assert faults(found.data) == []
    assert found.references == ("3",)
    assert "_Ref1 " not in xml(found)
    assert "See point 1. and point 2." in taken(found.data, tmp_path).by_key["3"].blocks[0].text


def test_a_reference_that_word_shows_rightly_stays_a_field(tmp_path: Path) -> None:
    data = contract()
    base = taken(data, tmp_path).by_key
    found = in_own_file(data, base, list(base.items()))
    assert found.references == ()
    assert xml(found).count("REF _Ref") == 2
