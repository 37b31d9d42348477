"""Pages as pictures, for the live preview beside a print dialog. Slow work: call it off the window's thread."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from threading import Lock
from typing import Any

_PDFIUM = Lock()  # the PDF library must not be entered by two threads at once


@dataclass(frozen=True, slots=True)
class PagePicture:
    """One page as raw pixels: 3 bytes for each, red, green, blue, rows from the top without padding."""

    number: int
    pages: int
    width: int
    height: int
    rgb: bytes

    def png(self) -> bytes:
        """The same as a PNG file."""
        from PIL import Image

        file = BytesIO()
        Image.frombytes("RGB", (self.width, self.height), self.rgb).save(file, "PNG")
        return file.getvalue()


def page_pictures(pdf: bytes, width: int, first: int = 1, last: int | None = None) -> Iterator[PagePicture]:
    """Pictures of the pages from ``first`` to ``last``, ``width`` pixels wide, drawn one at a time as they are asked
    for."""
    import pypdfium2

    with _PDFIUM:
        document = pypdfium2.PdfDocument(pdf)
        count = len(document)
    try:
        for number in range(first, min(last or count, count) + 1):
            with _PDFIUM:
                picture = _picture(document[number - 1], number, count, width)
            yield picture
    finally:
        with _PDFIUM:
            document.close()


def _picture(page: Any, number: int, count: int, width: int) -> PagePicture:
    bitmap = page.render(scale=width / page.get_width(), rev_byteorder=True, prefer_bgrx=False)
    stride, rows, channels = bitmap.stride, bitmap.height, bitmap.n_channels
    raw = bytes(bitmap.buffer)
    line = bitmap.width * channels
    packed = b"".join(raw[row * stride : row * stride + line] for row in range(rows))
    if channels == 4:
        packed = b"".join(packed[index : index + 3] for index in range(0, len(packed), 4))
    bitmap.close()
    page.close()
    return PagePicture(number, count, line // channels, rows, packed)
