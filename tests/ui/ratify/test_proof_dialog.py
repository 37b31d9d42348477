"""A final contract held against the signed texts: findings and traced changes, by F3, with the words in their place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from tablebook.domain.text import BlockKind
from tablebook.jobs.assemble import save_agreement
from tablebook.jobs.print_paper import print_paper
from tablebook.jobs.sheets.agreement import ta_sheet
from tablebook.proof.lines import Place
from tablebook.proof.results import ColouredLine, ColouredRun, Finding, Kind, Nature, Standing
from tablebook.ui.ratify import proof_page
from tablebook.ui.ratify.proof_page import ROWS, ProofDialog
from tablebook.ui.ratify.proof_rows import proof_rows
from tests.ui.ratify.conftest import TOTAL, Office, texts_of

At = Callable[..., Office]


def typed(here: Office, folder: Path, *changes: tuple[str, str]) -> Path:
    """The agreement as somebody typed it, with these changes."""
    path = folder / "typed.txt"
    here.act(save_agreement, path, tracked=False, page="letter")
    words = path.read_text("utf-8")
    for old, new in changes:
        assert old in words
        words = words.replace(old, new, 1)
    path.write_text(words, "utf-8")
    return path


def proved(here: Office, path: Path) -> Any:
    proof_page.prove(here.stage, path)
    return here.dialog()


def test_findings_are_gone_through_by_f3(office: At, tmp_path: Path) -> None:
    here = office(TOTAL)
    path = typed(here, tmp_path, ("twenty (20) days", "thirty (20) days"), ("half time or more", "full time"))
    before, dialog = here.entries(), proved(here, path)
    count = len(dialog.findings)
    assert 2 <= count <= ROWS
    assert dialog.switch.segments()[0].text() == f"Differs {count}"
    here.until(lambda: dialog.at == 0)
    seen = [dialog.where.text()]
    for _ in range(count - 1):
        here.press("F3")
        seen.append(dialog.where.text())
    assert dialog.at == count - 1
    assert {finding.place.name for finding in dialog.findings} == set(seen)
    here.press("F3")
    assert dialog.at == 0, "after the last comes the first"
    here.press("Shift+F3")
    assert dialog.at == count - 1
    assert [card for card in dialog.cards if card.show_button.accessibleName().startswith("Show: ")] == dialog.cards
    here.press("Esc")
    here.until(lambda: not dialog.isVisible())
    assert here.entries() == before


def test_in_large_text_what_is_asked_for_comes_into_sight(office: At, tmp_path: Path) -> None:
    """The page stands below the list there: F3 and “Show” seemed to do nothing."""
    here = office(TOTAL, (1280, 720), 2.0)
    path = typed(here, tmp_path, ("twenty (20) days", "thirty (20) days"), ("half time or more", "full time"))
    dialog = proved(here, path)
    here.until(lambda: dialog.at == 0)

    def sees_the_page() -> bool:
        top = dialog.where.mapTo(dialog.scroller.viewport(), QPoint(0, 0)).y()
        return bool(0 <= top < dialog.scroller.viewport().height() // 3)

    assert not sees_the_page()
    here.press("F3")
    here.until(sees_the_page)
    assert dialog.at == 1
    dialog.scroller.verticalScrollBar().setValue(0)
    dialog.cards[0].show_button.click()
    here.until(sees_the_page)
    assert dialog.at == 0
    here.press("Esc")


def test_what_is_wrong_is_framed_with_its_sentence(office: At, tmp_path: Path) -> None:
    here = office(TOTAL)
    dialog = proved(here, typed(here, tmp_path, ("half time or more", "full time")))
    lines = [one for one in dialog.found.proof.lines if one.place.unit == dialog.findings[0].place.unit]
    shown = proof_rows(lines, dialog.findings)
    pairs = zip(shown.places, lines, strict=True)
    noted = {row for (row, _), line in pairs if any(r.finding == 0 for r in line.runs)}
    assert len(noted) == 1
    note = shown.rows[noted.pop()].note
    assert note is not None
    assert note.text.startswith(dialog.findings[0].sentence)
    wrong = {run.standing for line in lines for run in line.runs} - {Standing.CURRENT, Standing.TRACED, Standing.STRUCK}
    assert wrong
    here.press("Esc")


def test_each_traced_change_leads_to_its_words(office: At, tmp_path: Path) -> None:
    here = office(TOTAL)
    dialog = proved(here, typed(here, tmp_path))
    assert not dialog.findings
    assert "matches" in dialog.subtitle.text()
    assert dialog.switch.value == "traced"
    assert dialog.list.isVisible()
    assert dialog.list.model().rowCount() == len(dialog.traces) > 100
    here.press("F3")
    assert dialog.list.currentIndex().row() == 1
    assert dialog.where.text() == dialog.traces[1].place.name
    here.press("Esc")


def test_thousands_of_findings_are_shown_in_parts(office: At, tmp_path: Path) -> None:
    here = office(TOTAL)
    first = proved(here, typed(here, tmp_path, ("half time or more", "full time")))
    found = first.found
    here.press("Esc")
    here.until(lambda: QApplication.activeModalWidget() is None)
    many = replace(found, proof=replace(found.proof, findings=found.proof.findings[:1] * 2000))
    dialog = ProofDialog(here.desk, many, here.window)
    dialog.open()
    here.dialog()
    assert len(dialog.cards) == ROWS
    assert dialog._more.text() == f"Show {ROWS} of {2000 - ROWS} more"
    dialog._more.click()
    assert len(dialog.cards) == 2 * ROWS
    here.press("Shift+F3")
    assert dialog.at == 2 * ROWS - 1
    here.press("F3")
    assert dialog.at == 2 * ROWS, "going on shows the next"
    assert len(dialog.cards) == 3 * ROWS
    here.press("Esc")


def test_a_file_that_is_no_contract_is_refused_in_the_window(office: At, tmp_path: Path) -> None:
    here = office(TOTAL)
    path = tmp_path / "recipe.txt"
    path.write_text("Two eggs, a cup of flour, a pinch of salt.", "utf-8")
    proof_page.prove(here.stage, path)
    here.until(lambda: here.refused)
    assert here.refused[-1].what == "recipe.txt is neither the contract nor one of the TAs."


def test_a_table_is_a_table_with_each_sentence_once() -> None:
    place = Place("appendix a", "Appendix A", "")
    wrong = ColouredRun("51,000", Standing.ALTERED, None, 0, gone=True)
    lines = [
        ColouredLine(place, (ColouredRun("Salaries"),), True),
        *(
            ColouredLine(place, runs, False, cell, 2)
            for cell, runs in {
                (0, 0): (ColouredRun("Step"),),
                (0, 1): (ColouredRun("BA"),),
                (1, 0): (ColouredRun("1"),),
                (1, 1): (wrong, ColouredRun(" 52,000", Standing.ALTERED, None, 0)),
                (2, 0): (ColouredRun("2"),),
            }.items()
        ),
        ColouredLine(place, (ColouredRun("More", Standing.UNTRACED, None, 0),), False, None, 3),
    ]
    finding = Finding(Kind.ALTERED, Nature.WORDING, place, "51,000", "52,000", "One cell differs.")
    shown = proof_rows(lines, [finding])
    head, table, after = shown.rows
    assert [row.block.kind for row in shown.rows] == [BlockKind.HEADING, BlockKind.TABLE, BlockKind.PARAGRAPH]
    assert [["".join(run.text for run in cell) for cell in row] for row in table.block.rows] == [
        ["Step", "BA"],
        ["1", "51,000 52,000"],
        ["2", ""],
    ]
    assert shown.places == ((0, None), (1, (0, 0)), (1, (0, 1)), (1, (1, 0)), (1, (1, 1)), (1, (2, 0)), (2, None))
    words = "".join(run.text for run in table.block.all_runs)
    assert head.note is None
    assert table.note is not None
    assert "".join(words[flag.start : flag.end] for flag in table.note.flags) == "51,000 52,000"
    assert table.note.text == "One cell differs."
    assert after.note is not None
    assert after.note.text == ""
    assert after.note.flags


def test_a_sheet_is_told_as_a_person_lists_it(office: At, tmp_path: Path) -> None:
    here = office(TOTAL)
    state = here.desk.state
    agreement = state.agreements["TA 12"]
    path = tmp_path / "ta12.pdf"
    print_paper(ta_sheet(state, agreement.body, here.desk.now(), agreement), path)
    dialog = proved(here, path)
    said = dialog.found.summary
    assert "ta12.pdf is TA 12 on Article 12.1, Article 12.2" in said
    assert said.count(" and Article") == 1
    assert "0 changes" not in texts_of(dialog)
    assert not dialog.switch.isVisible(), "two counts of none say nothing"
    here.press("Esc")
    here.until(lambda: QApplication.activeModalWidget() is None)
