"""Which kind of paper a file is, by its bytes first, and a plain sentence for those that cannot be read."""

from __future__ import annotations

import struct
import zipfile
import zlib
from enum import StrEnum
from io import BytesIO
from pathlib import Path

from tablebook.errors import UserError

LARGEST = 100 * 1024 * 1024
LARGEST_TEXT = 20 * 1024 * 1024
_UNPACKED = 300 * 1024 * 1024
# What the library raises for packages that are broken in one way or another.
BROKEN_ZIP = (
    zipfile.BadZipFile, zlib.error, struct.error, ValueError, RuntimeError, OSError, EOFError, NotImplementedError,
)  # fmt: skip
_READABLE = "Tablebook reads Word files (.docx), PDF files with text, text and Markdown files."


_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"BM")


def is_picture(path: Path) -> bool:
    """Whether a file is a photo or a scan without text, by its first bytes."""
    try:
        with path.open("rb") as file:
            head = file.read(16)
    except OSError:
        return False  # what is wrong with it is said by whoever reads it
    webp = head.startswith(b"RIFF") and head[8:12] == b"WEBP"
    return head.startswith(_PICTURES) or webp or head[4:12] in (b"ftypheic", b"ftypheix", b"ftypmif1")


_SHOWN = {b"\x89PNG": ".png", b"\xff\xd8\xff": ".jpg"}


def shown_ending(data: bytes) -> str:
    """The ending of a file whose pages can be shown, by its first bytes; "" for any other."""
    if b"%PDF-" in data[:1024]:
        return ".pdf"
    return next((end for start, end in _SHOWN.items() if data.startswith(start)), "")


class FileKind(StrEnum):
    """The kinds of paper that can be read."""

    DOCX = "docx"
    PDF = "pdf"
    MARKDOWN = "md"
    TEXT = "txt"


def opened(path: Path) -> tuple[FileKind, bytes]:
    """The kind and the bytes of a file, or UserError."""
    data = _bytes(path)
    name = path.name
    if not data.strip(b"\0 \r\n\t\f\xef\xbb\xbf\xff\xfe"):
        raise UserError(f"{name} is empty.", "There is nothing in the file.", "Choose another file.")
    if b"%PDF-" in data[:1024]:
        return FileKind.PDF, data
    if data.startswith(b"PK"):
        return _zipped(name, data)
    _refuse_foreign(name, data)
    if len(data) > LARGEST_TEXT:
        raise _too_large(name, len(data), LARGEST_TEXT)
    return (FileKind.MARKDOWN if path.suffix.lower() in (".md", ".markdown") else FileKind.TEXT), data


def _bytes(path: Path) -> bytes:
    name = path.name
    try:
        if path.is_dir():
            raise UserError(f"{name} is a folder.", _READABLE, "Choose a file in it.")
        size = path.stat().st_size
        if size > LARGEST:
            raise _too_large(name, size, LARGEST)
        return path.read_bytes()
    except FileNotFoundError:
        raise UserError(f"{name} was not found.", f"There is no file {path}.", "Choose another file.") from None
    except PermissionError:
        raise UserError(
            f"{name} cannot be opened.",
            "You have no right to read it.",
            "Copy it to your own folder, or ask its owner.",
        ) from None
    except OSError as error:
        raise UserError(f"{name} cannot be opened.", str(error.strerror or error), "Choose another file.") from error


def _too_large(name: str, size: int, limit: int) -> UserError:
    return UserError(
        f"{name} is too large.",
        f"It has {size // 1048576} MB; the largest that is read has {limit // 1048576} MB.",
        "Save it without its pictures, or as text.",
    )


def _zipped(name: str, data: bytes) -> tuple[FileKind, bytes]:
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            sizes = {info.filename: info.file_size for info in package.infolist()}
    except BROKEN_ZIP as error:
        raise UserError(
            f"{name} is damaged.",
            "Its Word package cannot be opened.",
            "Ask for the file again, or save it again in Word.",
        ) from error
    if "word/document.xml" not in sizes:
        raise UserError(f"{name} is no Word file.", _READABLE, "Save the paper as .docx and choose it again.")
    if sum(sizes.values()) > _UNPACKED:
        raise UserError(
            f"{name} is too large.",
            f"Unpacked it has over {_UNPACKED // 1048576} MB.",
            "Save it again in Word without its pictures.",
        )
    return FileKind.DOCX, data


def _refuse_foreign(name: str, data: bytes) -> None:
    """Raise UserError for programs, pictures, old Word files and other bytes that are no text."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise UserError(
            f"{name} cannot be read.",
            "It is an old Word file (.doc) or a Word file protected by a password.",
            "Open it in Word and save it as .docx without a password.",
        )
    if data.startswith((b"{\\rtf",)):
        raise UserError(f"{name} is an RTF file.", _READABLE, "Open it in Word and save it as .docx.")
    head = data[:8192]
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return
    strange = sum(byte < 9 or 13 < byte < 32 for byte in head)
    zeros = head.count(0)
    wide = zeros > len(head) // 5 and abs(head[0::2].count(0) - head[1::2].count(0)) > zeros * 0.8
    if data.startswith((b"MZ", b"\x7fELF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8")) or (
        strange > len(head) // 50 and not wide
    ):
        raise UserError(f"{name} is no paper that can be read.", _READABLE, "Choose another file.")
