"""Where a book lies, and what that means for it."""

from __future__ import annotations

import os
from pathlib import Path

_SERVICES = (
    ("OneDrive", ("onedrive",)),
    ("Dropbox", ("dropbox",)),
    ("iCloud", ("mobile documents", "com~apple~clouddocs", "icloud drive", "iclouddrive")),
    ("Google Drive", ("google drive", "googledrive", "my drive", "drivefs")),
)
_VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")


def warnings_for(path: Path) -> tuple[str, ...]:
    """What a person should know about the folder, in sentences."""
    service = synchronised_by(path)
    if not service:
        return ()
    told = (
        f"This book lies in a {service} folder. {service} copies files while they are being written, which can damage "
        f"a book or leave two that differ, and it sends them out of this computer. Move the book to a folder that "
        "stays here."
    )
    return (told,)


def synchronised_by(path: Path) -> str:
    """The name of the service that keeps copies of this folder elsewhere, or empty."""
    absolute = path.absolute()
    for variable in _VARIABLES:
        root = os.environ.get(variable)
        if root and absolute.is_relative_to(root):
            return "OneDrive"
    for part in absolute.parent.parts:
        lowered = part.lower()
        for service, names in _SERVICES:
            if any(lowered == name or lowered.startswith((f"{name} - ", f"{name}-", f"{name} (")) for name in names):
                return service
    return ""
