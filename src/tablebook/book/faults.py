"""What went wrong with the file, as a sentence. Sorted by the driver's error codes, never by its words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlcipher3 import dbapi2 as driver

from tablebook.book.connection import DriverError
from tablebook.errors import StorageError, UserError

_KEPT = "Everything recorded before is whole; this last step was not recorded."


def not_a_book(path: Path) -> UserError:
    """The file is something else."""
    return UserError(
        f"“{path.name}” is not a bargaining book.",
        "It is another kind of file, or it was renamed.",
        "Choose a file that Tablebook made (its name ends in .tablebook).",
    )


def damaged(path: Path) -> StorageError:
    """The file is a book, and parts of it cannot be read."""
    return StorageError(
        f"“{path.name}” is damaged.",
        "Parts of the file cannot be read; it may have been copied half, or the disk is failing.",
        "Nothing was changed. Copy the file to a safe place as it is, then open your last backup.",
    )


def from_newer(path: Path) -> UserError:
    """The file says more than this program knows."""
    return UserError(
        f"“{path.name}” was made by a newer Tablebook.",
        "This version does not know everything that is in it, so it does not touch it.",
        "Install the newer version on this computer and open the book there.",
    )


def from_sqlite(error: DriverError, path: Path) -> UserError:
    """The driver's error as a sentence for people."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == driver.SQLITE_NOTADB:
        return not_a_book(path)
    if code == driver.SQLITE_CORRUPT:
        return damaged(path)
    if code == driver.SQLITE_FULL:
        return StorageError("The disk is full.", _KEPT, f"Free some space in “{path.parent}”, then do it again.")
    if code in (driver.SQLITE_IOERR, driver.SQLITE_CANTOPEN) and not path.exists():
        return gone(path)
    if code == driver.SQLITE_IOERR:
        return StorageError(
            f"The disk did not answer while working on “{path.name}”.",
            _KEPT,
            "Look whether the drive is still plugged in and not full, then do it again; make a backup soon.",
        )
    if code in (driver.SQLITE_READONLY, driver.SQLITE_PERM, driver.SQLITE_AUTH, driver.SQLITE_CANTOPEN):
        return no_rights(path)
    if code in (driver.SQLITE_BUSY, driver.SQLITE_LOCKED):
        return StorageError(
            f"Another program is using “{path.name}”.", _KEPT, "Close the other program, then do it again."
        )
    return StorageError(
        f"The file of “{path.name}” could not be worked on.",
        f"The storage says: {error}. {_KEPT}",
        "Make a copy of the file, then open the book again.",
    )


def gone(path: Path) -> StorageError:
    """The file, or the drive it is on, is no longer there."""
    return StorageError(
        f"“{path.name}” is no longer there.",
        f"“{path.absolute().parent}” or the drive it is on was taken away, or the file was moved.",
        "Plug the drive in again, or open the book where it is now.",
    )


def no_rights(path: Path) -> UserError:
    """The person may not read or write there."""
    return UserError(
        f"“{path.name}” cannot be opened here.",
        "You have no rights to this file or its folder, or the folder is read-only.",
        "Copy the book to a folder of your own and open the copy. Nothing was changed.",
    )


def from_os(error: OSError, path: Path) -> UserError:
    """The operating system's error as a sentence for people, by its number."""
    import errno

    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return StorageError("The disk is full.", "", f"Free some space in “{path.parent}”, then do it again.")
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return UserError(
            f"“{path.parent}” cannot be written to.",
            "You have no rights to this folder, or it is read-only.",
            "Choose a folder of your own. Nothing was changed.",
        )
    if error.errno == errno.ENAMETOOLONG:
        return UserError("The file's name is too long.", "This disk does not take it.", "Choose a shorter name.")
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return UserError(
            f"The folder “{path.parent}” does not exist.", "", "Choose another folder, or make this one first."
        )
    return StorageError(
        f"“{path.name}” could not be written.", f"The system says: {error.strerror}.", "Choose another folder."
    )


@contextmanager
def spoken(path: Path) -> Iterator[None]:
    """Turn the driver's errors inside the block into sentences about this path."""
    try:
        yield
    except DriverError as error:
        raise from_sqlite(error, path) from error
