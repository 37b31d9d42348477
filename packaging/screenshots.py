#!/usr/bin/env python3
"""Make the guide's pictures anew, from the sample: .venv/bin/python packaging/screenshots.py [NAME ...]"""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication

from camera import BOOKS, Camera
from tablebook.jobs.sample import sample_folder

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "guide" / "images"
PACKET, COUNTED, CERTIFIED = "2027-04-15T09:12", "2027-04-25T17:15", "2027-04-25T17:25"
AT_TABLE, BEFORE_PASS = "2027-03-09T14:02", "2027-03-09T15:09:30"
Steps = Callable[[Camera], object]


@dataclass(frozen=True, slots=True)
class Picture:
    """A moment of the story (none: no book), an article, and what is done there before the picture is taken."""

    name: str
    until: str = AT_TABLE
    steps: Steps = lambda camera: None
    article: str = "12"
    size: tuple[int, int] = (1440, 900)
    look: str = "light"
    scale: float = 1.0
    draft: tuple[str, str, str] | None = None

    def take(self) -> Path:
        """Take it; gives back its file."""
        camera = Camera(self.until, self.size, self.look, self.scale, self.draft)
        try:
            if self.until:
                camera.article(self.article)
            self.steps(camera)
            path = FOLDER / f"{self.name}.png"
            camera.shoot(path)
            return path
        finally:
            camera.close()


def keys(*pressed: str) -> Steps:
    """Press keys."""
    return lambda camera: camera.press(*pressed)


def recent_book(camera: Camera) -> None:
    """Open a book and close it again, so that it stands among the recent ones."""
    camera.press("Ctrl+W")


def outline(camera: Camera) -> None:
    """The sample's contract as it is looked over before the book is made."""
    _look_over(camera, sample_folder() / "contract.docx")


def outline_of_pdf(camera: Camera) -> None:
    """The same contract as a PDF, with its own page beside the outline."""
    from contract_pdf import print_contract

    BOOKS.mkdir(parents=True, exist_ok=True)
    _look_over(camera, print_contract(sample_folder() / "contract.docx", BOOKS / "Lakeview 2024-27 agreement.pdf"))


def _look_over(camera: Camera, contract: Path) -> None:
    from tablebook.ui.dialogs import new_negotiation

    new_negotiation.show(camera.window, contract)
    camera.wait(lambda: type(camera.window.pages.currentWidget()).__name__ == "Review", "The outline")
    camera.settle(1500)


def received(camera: Camera) -> None:
    """Their counter as a Word file, compared before it is recorded."""
    camera.press("F6")
    screen = camera.find("ReceiveScreen")
    screen._take_way("file")
    screen.words.file.read(sample_folder() / "papers" / "Class Size counter clean.docx")
    camera.wait(lambda: screen.found and not screen.work.busy, "The comparison")


def palette(camera: Camera) -> None:
    """The palette with a word typed."""
    camera.press("Ctrl+K")
    camera.write("relief")


def ratified(*wanted: str) -> Steps:
    """The Ratify stage, and what it is asked for."""

    def steps(camera: Camera) -> None:
        camera.press("Ctrl+3")
        stage: Any = camera.window.workspace.stage_page("ratify")
        camera.wait(lambda: stage.view and not stage.look.busy and not stage.pages.busy, "The stage")
        for one in wanted:
            stage.ask(one)
            camera.settle(1500)

    return steps


def proved(camera: Camera) -> None:
    """A final contract with a few words that no TA has, held against the signed texts."""
    from tablebook.jobs.assemble import save_agreement
    from tablebook.ui.ratify import proof_page

    ratified()(camera)
    stage: Any = camera.window.workspace.stage_page("ratify")
    typed, done = BOOKS / "Lakeview 2027-30 agreement.txt", list[object]()
    camera.window.bridge.run(save_agreement, typed, tracked=False, page="letter", then=done.append)
    camera.wait(lambda: done, "The agreement")
    words = typed.read_text("utf-8")
    for old, new in (("twenty (20) days", "thirty (20) days"), ("half time or more", "more than half time")):
        words = words.replace(old, new, 1)
    typed.write_text(words, "utf-8")
    proof_page.prove(stage, typed)
    camera.wait(QApplication.activeModalWidget, "The proof")
    camera.settle(1000)


def signed(camera: Camera) -> None:
    """The TA dialog with our signature given and theirs still to come."""
    camera.press("F7", "Space")


def passed(camera: Camera) -> None:
    """The pass dialog with the page that the other side will get."""
    camera.press("F5")
    preview = camera.find("PagePreview")
    camera.wait(lambda: preview.pages and not preview.work.busy, "The page")


DRAFT = ("12", "U-4", "2027-03-09T15:10")

PICTURES = (
    Picture("welcome", steps=recent_book),
    Picture("new-negotiation", until="", steps=outline),
    Picture("new-negotiation-dark", until="", steps=outline_of_pdf, look="dark"),
    Picture("open-session", until="2027-03-09T13:04", steps=keys("Ctrl+Shift+E")),
    Picture("negotiate"),
    Picture("negotiate-dark", look="dark"),
    Picture("negotiate-large-text", size=(1280, 720), scale=1.5),
    Picture("side-by-side", until="2027-03-09T14:32", steps=keys("Ctrl+Shift+2")),
    Picture("history", until="2027-03-09T16:50", steps=keys("Ctrl+Shift+4")),
    Picture("receive", until="2027-03-09T14:30:59", steps=received),
    Picture("receive-dark", until="2027-03-09T14:30:59", steps=received, look="dark"),
    Picture("receive-large-text", until="2027-03-09T14:30:59", steps=received, size=(1280, 720), scale=1.5),
    Picture("draft", until="2027-03-09T14:48", steps=keys("Ctrl+D"), draft=DRAFT),
    Picture("pass", until=BEFORE_PASS, steps=passed, draft=DRAFT),
    Picture("ta", until="2027-04-13T22:14", steps=signed),
    Picture("close-session", until="2027-03-09T16:51", steps=keys("Ctrl+Shift+E")),
    Picture("palette", steps=palette),
    Picture("privacy", steps=keys("F9")),
    Picture("ratify", until=PACKET, steps=ratified()),
    Picture("ratify-large-text", until=PACKET, steps=ratified(), size=(1280, 720), scale=1.5),
    Picture("plain-words", until=PACKET, steps=ratified("words")),
    Picture("count", until=COUNTED, steps=ratified("tally")),
    Picture("ratify-dark", until=CERTIFIED, steps=ratified(), look="dark"),
    Picture("proof", until=CERTIFIED, steps=proved),
)


def main(names: list[str]) -> int:
    """Take the named pictures, or all."""
    known = {picture.name for picture in PICTURES}
    if unknown := sorted(set(names) - known):
        print(f"No picture is called {', '.join(unknown)}. There are: {', '.join(sorted(known))}.", file=sys.stderr)
        return 2
    for picture in PICTURES:
        if not names or picture.name in names:
            path = picture.take()
            print(f"{path.stat().st_size // 1024:4} kB  {path.name}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
