"""The most memory that this process had. Loads nothing of the program, so that a measured child can ask it."""

from __future__ import annotations

import sys
from pathlib import Path


def most_megabytes() -> float:
    """In megabytes; 0 where the system does not tell.

    Linux counts what a process was started from as its own in the usual figure, and tells its own in another one.
    """
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text(encoding="ascii").splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    try:
        import resource
    except ImportError:
        return 0.0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1 << 20)
