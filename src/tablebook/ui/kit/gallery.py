"""Every part in every state on one sheet, to be looked at: `python -m tablebook.ui.kit.gallery --shot parts.png`."""

from __future__ import annotations

import argparse
import sys

from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from tablebook.ui.kit import gallery_sheets
from tablebook.ui.kit.app_icon import app_icon
from tablebook.ui.kit.gallery_dialog import sample_dialog
from tablebook.ui.kit.label import Panel, Rule
from tablebook.ui.theme import theme


def make_sheet() -> QWidget:
    """The three columns side by side."""
    sheet = Panel("window")
    row = QHBoxLayout(sheet)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addWidget(gallery_sheets.first())
    row.addWidget(Rule(vertical=True))
    row.addWidget(gallery_sheets.second(), 1)
    row.addWidget(Rule(vertical=True))
    row.addWidget(gallery_sheets.third())
    return sheet


def main(arguments: list[str]) -> int:
    """Show the sheet, or save a picture of it."""
    parser = argparse.ArgumentParser(prog="gallery", description=__doc__)
    parser.add_argument("--shot", help="save a picture here and end")
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--dialog", action="store_true", help="the dialog shell over an empty window")
    parser.add_argument("--size", default="1440x960", help="of the window, as 1280x720")
    options = parser.parse_args(arguments)
    app = QApplication.instance() or QApplication(["gallery"])
    assert isinstance(app, QApplication)
    app.setWindowIcon(app_icon())
    theme().set_scheme("dark" if options.dark else "light")
    theme().set_scale(options.scale)
    theme().apply(app)
    sheet = Panel("window") if options.dialog else make_sheet()
    width, height = (int(part) for part in options.size.split("x"))
    sheet.resize(width, height)
    sheet.show()
    dialog = sample_dialog(sheet) if options.dialog else None
    if dialog is not None:
        dialog.open()
    if not options.shot:
        return app.exec()
    app.processEvents()
    picture = sheet.grab()
    if dialog is not None:
        dialog.render(picture, sheet.mapFromGlobal(dialog.pos()))
    picture.save(options.shot)
    sheet.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
