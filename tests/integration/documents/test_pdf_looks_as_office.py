"""Word files with random marks, printed to PDF by LibreOffice: every letter must look as the Word file says."""

from __future__ import annotations

import random
import shutil
import subprocess
from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX, WD_UNDERLINE
from docx.shared import Pt, RGBColor
from docx.text.run import Run

from tablebook.documents.marked.paper import Look
from tablebook.documents.pdf.marks import read_seen_pdf

WORDS = (
    "the employer shall grant each teacher (10) ten days of paid leave, thirty-two (32) pupils; $1,250 per year "
    "employee's association district board time. Section 12.3 and/or class-size relief: gym, quay, jumpy"
).split()
SHEETS = {"small": (8, False), "usual": (11, True), "large": (14, False)}
SAME = 0.9995  # of all letters


def marked(run: Run, chance: float) -> Look:
    """Gives a run of a Word file a look, and says which."""
    font = run.font
    font.strike = chance < 0.25 or None
    font.double_strike = 0.25 <= chance < 0.3 or None
    font.underline = True if 0.2 < chance < 0.4 else WD_UNDERLINE.DOUBLE if 0.4 < chance < 0.44 else None
    font.bold = 0.3 < chance < 0.5 or None
    font.italic = 0.5 < chance < 0.55 or None
    red, marker = 0.55 < chance < 0.65 or chance < 0.05, 0.65 < chance < 0.72
    if red:
        font.color.rgb = RGBColor(0xC0, 0, 0)
    if marker:
        font.highlight_color = WD_COLOR_INDEX.YELLOW
    return Look(
        strike="single" if font.strike else "double" if font.double_strike else "",
        underline="single" if font.underline is True else "double" if font.underline else "",
        bold=bool(font.bold),
        italic=bool(font.italic),
        colour="#c00000" if red else "",
        highlight="#ffff00" if marker else "",
    )


def written(path: Path, seed: str, size: int, justified: bool) -> list[tuple[str, Look]]:
    """A Word file of many runs; what it says, letter by letter."""
    chance = random.Random(seed)
    document = docx.Document()
    style = document.styles["Normal"]
    style.font.size = Pt(size)
    said: list[tuple[str, Look]] = []
    for _ in range(40):
        paragraph = document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY if justified else None
        for place in range(chance.randint(2, 9)):
            text = " ".join(chance.choices(WORDS, k=chance.choice((1, 1, 2, 3, 8, 25))))
            text = text[: len(text) // 2 + 1] if chance.random() < 0.12 else f" {text}" if place else text
            look = marked(paragraph.add_run(text), chance.random())
            said += [(char, look) for char in text if char.isalnum()]
    document.save(str(path))
    return said


@pytest.mark.parametrize("sheet", SHEETS)
def test_letters_of_a_printed_word_file_look_as_they_were_marked(tmp_path: Path, sheet: str) -> None:
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    said = written(tmp_path / "paper.docx", sheet, *SHEETS[sheet])
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "paper.docx")], capture_output=True, check=True, timeout=120)
    paper = read_seen_pdf((tmp_path / "paper.pdf").read_bytes(), "paper.pdf")
    seen = [
        (char, run.look)
        for block in paper.blocks
        for run in (*block.runs, *(run for row in block.rows for cell in row for run in cell))
        for char in run.text
        if char.isalnum()
    ]
    assert "".join(char for char, _ in seen) == "".join(char for char, _ in said)
    wrong = [(one, other) for one, other in zip(said, seen, strict=True) if one != other]
    assert len(wrong) <= (1 - SAME) * len(said), wrong[:5]
