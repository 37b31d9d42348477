"""The child of a fuzz run: reads case after case as the product's worker does, and says how each went.

A case that ends the process is told by what it did not say: the parent starts a new child behind it.
"""

from __future__ import annotations

import json
import sys
import time
import traceback
from pathlib import Path
from typing import Any

from tablebook.documents.memory import limit_address_space
from tablebook.documents.worker import MOST_MEMORY, answer_to
from tablebook.errors import UserError
from tests.fuzz.mutations import mutated


def read_case(path: Path, verb: str) -> dict[str, Any]:
    """How one reading went: "read", "sentence" for a UserError, or "fault" with the place of any other exception."""
    began = time.perf_counter()
    try:
        answer_to({"verb": verb, "path": str(path)}, lambda page, pages: None)
        went: dict[str, Any] = {"went": "read"}
    except UserError as refusal:
        went = {"went": "sentence", "where": refusal.what if not refusal.what.endswith(".") else ""}
    except (MemoryError, RecursionError) as error:
        went = {"went": "sentence", "where": "", "note": type(error).__name__}
    except Exception as error:  # noqa: BLE001 - every kind of fault is what the run looks for
        frame = traceback.extract_tb(error.__traceback__)[-1]
        went = {
            "went": "fault",
            "where": f"{type(error).__name__}: {error} ({Path(frame.filename).name}:{frame.lineno})",
        }
    return {**went, "seconds": round(time.perf_counter() - began, 3)}


def main() -> None:
    """Takes lines {seed, source, verb, path} and answers each."""
    limit_address_space(MOST_MEMORY + 512 * 1024 * 1024)
    for line in sys.stdin:
        case = json.loads(line)
        path = Path(case["path"])
        path.write_bytes(mutated(Path(case["source"]).read_bytes(), case["seed"]))
        sys.stdout.write(json.dumps(read_case(path, case["verb"])) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
