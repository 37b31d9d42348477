"""Photos and scans kept as pictures: painted for the window, in the child process alone. No word in them is read."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

from tablebook.documents.sheets import PageSheet
from tablebook.errors import UserError

_FORMATS = ("PNG", "JPEG")
_MOST_PIXELS = 120_000_000
"""A page of A3 at 900 dots an inch has fewer; a picture that claims more is not unpacked."""
_DOTS = 72 / 200


def picture_sheet(data: bytes, name: str, width: int) -> PageSheet:
    """A photo or a scan as a sheet of the given width in pixels, turned the way it was taken."""
    across = max(16, min(width, 4000))
    # a large photo is unpacked at the size it is shown
    picture = _unpacked(data, name, "RGB", (across, across * 3))
    size = picture.width * _DOTS, picture.height * _DOTS
    picture.thumbnail((across, across * 4))
    stream = BytesIO()
    picture.save(stream, format="PNG", compress_level=1)  # it goes through a pipe, not to a disk
    return PageSheet(stream.getvalue(), *size, ())


def grey_picture(data: bytes, name: str, most_pixels: int) -> Image.Image:
    """A photo or a scan in grey, made smaller where it has more than so many pixels."""
    picture = _unpacked(data, name, "L", None)
    much = picture.width * picture.height / most_pixels
    if much > 1:
        picture.thumbnail((int(picture.width / much**0.5), int(picture.height / much**0.5)))
    return picture


def _unpacked(data: bytes, name: str, mode: str, size: tuple[int, int] | None) -> Image.Image:
    try:
        with Image.open(BytesIO(data), formats=_FORMATS) as found:
            if found.width * found.height > _MOST_PIXELS:
                raise _unshown(name, f"It claims {found.width:,} by {found.height:,} dots.")
            found.draft(mode, size)
            return ImageOps.exif_transpose(found).convert(mode)
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError) as error:
        raise _unshown(name, "The picture is damaged or made in an unusual way.") from error


def _unshown(name: str, why: str) -> UserError:
    return UserError(f"{name} cannot be shown.", why, "Open it with another program.")
