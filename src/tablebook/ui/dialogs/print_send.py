"""Sending a finished paper to a printer. Slow work: call it off the window's thread."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from tablebook.errors import UserError

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from tablebook.reports.preview import PagePicture

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]

DPI = 300
"""Sharp enough for eight-point type, and small enough for an old printer's memory."""

SECONDS, LOOK_SECONDS = 60, 0.1


def printers() -> tuple[str, ...]:
    """The names of the printers of this computer, the usual one first; none where there is none."""
    from PySide6.QtPrintSupport import QPrinterInfo

    names = list(QPrinterInfo.availablePrinterNames())
    usual = QPrinterInfo.defaultPrinterName()
    if not names and shutil.which("lpstat") and shutil.which("lp"):
        names = _said("lpstat", "-e").split()
        usual = _said("lpstat", "-d").rpartition(":")[2].strip()
    return tuple(sorted(names, key=lambda name: name != usual))


def _said(*command: str) -> str:
    try:
        return subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=False).stdout
    except (OSError, subprocess.TimeoutExpired):
        return ""


def send(
    pdf: bytes,
    printer: str,
    copies: int = 1,
    *,
    title: str = "",
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> None:
    """Print `copies` of a PDF. Where the system prints PDF by itself it gets the file, elsewhere pictures of pages."""
    if shutil.which("lp"):
        _hand_to_system(pdf, printer, copies, title, cancelled)
        return
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    device = QPrinter(QPrinterInfo.printerInfo(printer), QPrinter.PrinterMode.HighResolution)
    paint(pdf, device, copies, title=title, progress=progress, cancelled=cancelled)


def _hand_to_system(pdf: bytes, printer: str, copies: int, title: str, cancelled: Cancelled | None) -> None:
    command = ["lp", "-d", printer, "-n", str(copies), "-t", title or "Tablebook", "-"]
    try:
        handing = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    except OSError as error:
        raise _refused(printer, error.strerror or "") from error
    with handing:
        why = _answer(handing, pdf, cancelled)
    if handing.returncode and not (cancelled is not None and cancelled()):
        raise _refused(printer, why)


def _answer(handing: subprocess.Popen[bytes], pdf: bytes, cancelled: Cancelled | None) -> str:
    """What was said against it. It is ended when a person stops it, or when it says nothing for a minute."""
    paper: bytes | None = pdf
    for _ in range(int(SECONDS / LOOK_SECONDS)):
        try:
            return handing.communicate(paper, LOOK_SECONDS)[1].decode(errors="replace").strip()
        except subprocess.TimeoutExpired:
            paper = None  # communicate goes on with what it was given first
            if cancelled is not None and cancelled():
                break
    handing.kill()
    return f"It did not answer within {SECONDS} seconds."


def _refused(printer: str, why: str) -> UserError:
    return UserError(f"{printer} did not take the paper.", why, "Save it as PDF and print it from there.")


def paint(
    pdf: bytes,
    device: QPrinter,
    copies: int = 1,
    *,
    title: str = "",
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> None:
    """Paint the pages on a printer, the whole paper `copies` times, so that each copy comes out in order."""
    from PySide6.QtGui import QPainter

    from tablebook.ui.dialogs.print_page import image_of

    device.setDocName(title or "Tablebook")
    device.setFullPage(True)
    device.setResolution(DPI)
    painter = QPainter()
    if not painter.begin(device):
        raise _refused(device.printerName() or "The printer", "It could not be opened.")
    first = True
    try:
        for _copy in range(copies):
            for picture in _pages(pdf, device):
                if cancelled is not None and cancelled():
                    device.abort()
                    return
                if not first:
                    device.newPage()
                first = False
                painter.drawImage(painter.viewport(), image_of(picture))
                if progress is not None:
                    progress(picture.number, picture.pages)
    finally:
        painter.end()


def _pages(pdf: bytes, device: QPrinter) -> Iterator[PagePicture]:
    from tablebook.reports.preview import page_pictures

    paper = device.pageLayout().fullRectPixels(DPI)
    return page_pictures(pdf, paper.width())
