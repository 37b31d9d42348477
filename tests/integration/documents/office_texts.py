"""Run by the Python that LibreOffice brings: the printed paragraphs of Word files, all changes accepted or refused.

Arguments: a folder for its profile, then the files. One JSON line a file: {"accepted": [...], "rejected": [...]}.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from typing import Any

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException


def _value(name: str, value: Any) -> PropertyValue:
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def _lines(text: Any) -> list[str]:
    found: list[str] = []
    parts = text.createEnumeration()
    while parts.hasMoreElements():
        part = parts.nextElement()
        if part.supportsService("com.sun.star.text.TextTable"):
            found += _rows(part)
        else:
            label = part.ListLabelString if part.NumberingIsNumber else ""
            found.append(f"{label} {part.String}".strip() if label else part.String)
    return found


def _rows(table: Any) -> list[str]:
    rows: dict[str, list[str]] = {}
    for name in table.CellNames:
        number = "".join(char for char in name if char.isdigit())
        rows.setdefault(number, []).append(" ".join(_lines(table.getCellByName(name))))
    return ["\t".join(rows[number]) for number in sorted(rows, key=int)]


def _desktop(folder: str) -> tuple[subprocess.Popen[bytes], Any, Any]:
    """LibreOffice with a profile of its own, its desktop, and its dispatcher."""
    pipe = f"tablebook{os.getpid()}"
    command = ["soffice", "--headless", "--norestore", "--nologo", f"-env:UserInstallation=file://{folder}/profile"]
    office = subprocess.Popen([*command, f"--accept=pipe,name={pipe};urp;"], stdout=subprocess.DEVNULL)
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(300):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            with contextlib.suppress(subprocess.TimeoutExpired):
                raise SystemExit(f"LibreOffice ended: {office.wait(0.2)}") from None
        else:
            services = context.ServiceManager
            return (
                office,
                services.createInstanceWithContext("com.sun.star.frame.Desktop", context),
                services.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context),
            )
    raise SystemExit("LibreOffice does not answer.")


def main(folder: str, *files: str) -> None:
    office, desktop, dispatcher = _desktop(folder)
    hidden = (_value("Hidden", True),)
    for file in files:
        found = {}
        for name, command in (("accepted", "AcceptAllTrackedChanges"), ("rejected", "RejectAllTrackedChanges")):
            document = desktop.loadComponentFromURL(uno.systemPathToFileUrl(file), "_blank", 0, hidden)
            dispatcher.executeDispatch(document.CurrentController.Frame, f".uno:{command}", "", 0, ())
            found[name] = [line for line in _lines(document.Text) if line.strip()]
            document.close(True)
        sys.stdout.write(json.dumps(found) + "\n")
    desktop.terminate()
    office.wait()


if __name__ == "__main__":
    main(*sys.argv[1:])
