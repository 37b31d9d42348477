"""A fuzz run: mutated real files of each kind, read in a child, with every way it can go counted.

``python -m tests.fuzz.run [--cases N] [--seed S] [--formats docx,pdf] [--verbs contract,text]`` prints the table.
A verb is what the product's worker is asked for; the cases go round the verbs and the sources of a format.
"""

from __future__ import annotations

import argparse
import json
import queue
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tablebook.documents import foreign
from tablebook.errors import UserError
from tests.fuzz.mutations import mutated
from tests.fuzz.sources import sources

ROOT = Path(__file__).resolve().parents[2]
MOST_SECONDS = foreign.MOST_SECONDS
_CASES_A_CHILD = 1000
_PROVED_EVERY = 500


@dataclass
class Tally:
    """How the cases of one format went. ``bad`` holds what must not be: a seed and what it did."""

    went: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0
    bad: list[str] = field(default_factory=list)

    @property
    def cases(self) -> int:
        """How many cases there were."""
        return self.went.total()


class Child:
    """The reading process; it is ended when a case takes longer than the product would wait."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.fuzz.batch"], cwd=ROOT, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        self._said: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._reader = threading.Thread(target=self._listen, daemon=True)
        self._reader.start()
        self.cases = 0

    def _listen(self) -> None:
        for line in self._process.stdout or ():
            self._said.put(line)
        self._said.put("")

    def ask(self, case: dict[str, str]) -> dict[str, Any]:
        """How the case went: the child's answer, or "died", or "hung"."""
        self.cases += 1
        try:
            assert self._process.stdin is not None
            self._process.stdin.write(json.dumps(case) + "\n")
            self._process.stdin.flush()
            line = self._said.get(timeout=MOST_SECONDS)
        except queue.Empty:
            return {"went": "hung", "seconds": MOST_SECONDS}
        except BrokenPipeError:
            line = ""
        return json.loads(line) if line else {"went": "died", "seconds": 0.0}

    def close(self) -> None:
        """Ends the process."""
        self._process.kill()
        self._process.wait()
        self._reader.join(5)
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()


def cases(kind: str, count: int, seed: int, verbs: list[str], folder: Path) -> Iterator[dict[str, str]]:
    """The cases of one format, each from its own seed."""
    papers = sources(kind, folder)
    for number in range(count):
        paper = papers[number % len(papers)]
        verb = verbs[number // len(papers) % len(verbs)]
        yield {
            "seed": f"{seed} {kind} {number}",
            "source": str(paper),
            "verb": verb,
            "path": str(folder / f"case.{kind}"),
        }


def run(kind: str, count: int, seed: int, verbs: list[str]) -> Tally:
    """All cases of one format. What ends the child, and every so manieth case, is read again as the product reads."""
    tally = Tally()
    with tempfile.TemporaryDirectory() as folder:
        child = Child()
        try:
            for number, case in enumerate(cases(kind, count, seed, verbs, Path(folder))):
                if child.cases >= _CASES_A_CHILD:
                    child.close()
                    child = Child()
                answer = child.ask(case)
                tally.went[answer["went"]] += 1
                tally.slowest = max(tally.slowest, answer["seconds"])
                if answer["went"] in ("died", "hung"):
                    child.close()
                    child = Child()
                if answer["went"] == "fault" or answer.get("where"):
                    tally.bad.append(f"{case['seed']} {case['verb']}: {answer['where']}")
                if answer["went"] != "read" and (answer["went"] != "sentence" or number % _PROVED_EVERY == 0):
                    tally.bad += proved(case)
        finally:
            child.close()
    return tally


def proved(case: dict[str, str]) -> list[str]:
    """What is wrong with how the product itself takes the case: it must be read or be told in one sentence."""
    path = Path(case["path"])
    path.write_bytes(mutated(Path(case["source"]).read_bytes(), case["seed"]))
    began = time.perf_counter()
    try:
        foreign.asked(case["verb"], path)
    except UserError as refusal:
        if not refusal.what.endswith(".") or "Traceback" in str(refusal):
            return [f"{case['seed']}: {refusal}"]
    took = time.perf_counter() - began
    return [f"{case['seed']}: {took:.0f} s"] if took > MOST_SECONDS + 5 else []


def main(words: list[str]) -> int:
    """Prints how each format went; 1 when something must not be."""
    parser = argparse.ArgumentParser(prog="tests.fuzz.run")
    parser.add_argument("--cases", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--formats", default="docx,pdf,txt,md")
    parser.add_argument("--verbs", default="contract,text")
    chosen = parser.parse_args(words)
    sys.stdout.write(f"seed {chosen.seed}, {chosen.cases} cases of each format, readings: {chosen.verbs}\n")
    bad = 0
    for kind in chosen.formats.split(","):
        began = time.perf_counter()
        tally = run(kind, chosen.cases, chosen.seed, chosen.verbs.split(","))
        went = ", ".join(f"{name} {count}" for name, count in sorted(tally.went.items()))
        took = time.perf_counter() - began
        sys.stdout.write(f"{kind:5} {tally.cases} cases: {went}; slowest {tally.slowest:.1f} s; {took:.0f} s in all\n")
        for line in tally.bad[:40]:
            sys.stdout.write(f"      {line}\n")
        sys.stdout.flush()
        bad += len(tally.bad)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
