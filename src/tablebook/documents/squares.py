"""Square codes looked for on photos and scanned pages: in the child process alone, as the file is somebody's."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from tablebook.documents.file_kinds import shown_ending
from tablebook.errors import UserError

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_PAGES = 40
"""A signed TA has a few pages; of a longer file the first ones are looked at, and it is said."""
MOST_SECONDS = 8.0
"""Looking ends after so long: whoever attaches a paper waits for it."""
_DOTS = 200
_MOST_PIXELS = 12_000_000
"""Of a page or photo as it is looked at: a larger one is made smaller first, and a code on it is still large enough."""
_MOST_LARGER = 7_000_000
"""Only what is smaller than this is also tried at twice its size: it takes four times as long."""
_MOST_CODES, _MOST_LETTERS = 8, 300
"""So much of one page is passed on: a TA sheet has one code, and that has not half as many letters."""


class SquareCode(NamedTuple):
    """What a square code says, and the page on which it stands."""

    page: int
    words: str


class SquareCodes(NamedTuple):
    """All codes found in a file, in the order of its pages; how many pages were looked at, of how many."""

    codes: tuple[SquareCode, ...]
    looked: int
    pages: int


def square_codes(data: bytes, name: str, progress: Callable[[int, int], None]) -> SquareCodes:
    """The codes on a photo or on the pages of a PDF; none where the file is of another kind."""
    kind = shown_ending(data)
    if not kind:
        return SquareCodes((), 0, 0)
    if kind == ".pdf":
        return _on_pages(data, name, progress)
    from tablebook.documents.pictures import grey_picture

    until = time.monotonic() + MOST_SECONDS
    picture = grey_picture(data, name, _MOST_PIXELS)
    found = _read(picture) or next(filter(None, map(_read, _tries(picture, until))), ())
    return SquareCodes(tuple(SquareCode(1, words) for words in found), 1, 1)


def _on_pages(data: bytes, name: str, progress: Callable[[int, int], None]) -> SquareCodes:
    """First every page as it is; then those without a code once more with more care, while there is time."""
    from tablebook.documents.pdf.pages import grey_page, opened_pdf

    until = time.monotonic() + MOST_SECONDS
    document = opened_pdf(data, name)
    pages = len(document)
    found: dict[int, tuple[str, ...]] = {}
    for number in range(1, min(pages, MOST_PAGES) + 1):
        if number > 1 and time.monotonic() > until:
            break
        picture = grey_page(document, number, _DOTS, _MOST_PIXELS)
        found[number] = _read(picture) if picture else ()
        progress(number, pages)
    for number in [one for one, words in found.items() if not words]:
        if time.monotonic() > until:
            break
        picture = grey_page(document, number, _DOTS, _MOST_PIXELS)
        if picture:
            # The other pages of a sheet have no code: once one was found, the quick ways are enough for them.
            thorough = not any(found.values())
            found[number] = next(filter(None, map(_read, _tries(picture, until, thorough))), ())
    document.close()
    codes = tuple(SquareCode(number, words) for number, said in found.items() for words in said)
    return SquareCodes(codes, len(found), pages)


def _read(picture: Image) -> tuple[str, ...]:
    """The words of all codes in a picture, each once; what could not be shown in a sentence is left out of them."""
    try:
        import zxingcpp
    except ImportError as error:
        raise UserError(
            "Square codes cannot be read.", "The part of the program for it is missing.", "Install Tablebook again."
        ) from error

    found = zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode))
    words = ("".join(one if one.isprintable() else " " for one in code.text[:_MOST_LETTERS]) for code in found)
    return tuple(dict.fromkeys(words))[:_MOST_CODES]


def _tries(picture: Image, until: float, thorough: bool = True) -> Iterator[Image]:
    """The picture in other ways, the quick ones first: sharper for a blurred one, smaller for a grainy one, larger for
    a code of few dots. Which of them help was measured on pictures made blurred, grainy, small and slanting."""
    from PIL.Image import Resampling
    from PIL.ImageFilter import GaussianBlur, UnsharpMask

    half = picture.width // 2 or 1, picture.height // 2 or 1
    yield picture.resize(half, Resampling.BICUBIC).filter(UnsharpMask(3, 400, 0))
    yield picture.filter(UnsharpMask(2, 300, 0))
    yield picture.filter(GaussianBlur(1)).filter(UnsharpMask(4, 400, 0))
    if not thorough or picture.width * picture.height > _MOST_LARGER:
        return
    larger = picture.resize((picture.width * 2, picture.height * 2), Resampling.BICUBIC)
    for radius in (3, 5):
        if time.monotonic() > until:
            return
        yield larger.filter(UnsharpMask(radius, 300 if radius == 3 else 400, 0))


def codes_to_plain(found: SquareCodes) -> Any:
    """What was found as plain JSON values."""
    return [[[code.page, code.words] for code in found.codes], found.looked, found.pages]


def codes_from_plain(plain: Any) -> SquareCodes:
    """The inverse of :func:`codes_to_plain`."""
    codes, looked, pages = plain
    return SquareCodes(tuple(SquareCode(*one) for one in codes), looked, pages)
