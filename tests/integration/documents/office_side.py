"""Run by the Python that LibreOffice brings: opens files, settles all tracked changes, and saves them as Word files.

Arguments: the pipe's name, then triples of input, action ("accept", "reject" or "keep") and output.
"""

from __future__ import annotations

import sys
import threading
from typing import Any

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException


def _value(name: str, value: Any) -> PropertyValue:
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def _connected(resolver: Any, pipe: str) -> Any:
    """LibreOffice opens its pipe when it has started: asked again until it has."""
    pause = threading.Event()
    for _ in range(600):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            pause.wait(0.1)
    raise SystemExit("LibreOffice did not start.")


def main(pipe: str, *jobs: str) -> None:
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    context = _connected(resolver, pipe)
    services = context.ServiceManager
    desktop = services.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    dispatcher = services.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
    for source, action, target in zip(jobs[::3], jobs[1::3], jobs[2::3], strict=True):
        url = uno.systemPathToFileUrl(source)
        # Repair is refused: a file that needs it does not open.
        document = desktop.loadComponentFromURL(
            url, "_blank", 0, (_value("Hidden", True), _value("RepairPackage", False))
        )
        if document is None:
            raise SystemExit(f"cannot be opened: {source}")
        if action != "keep":
            command = ".uno:AcceptAllTrackedChanges" if action == "accept" else ".uno:RejectAllTrackedChanges"
            dispatcher.executeDispatch(document.CurrentController.Frame, command, "", 0, ())
        document.storeToURL(uno.systemPathToFileUrl(target), (_value("FilterName", "MS Word 2007 XML"),))
        document.close(True)


if __name__ == "__main__":
    main(*sys.argv[1:])
