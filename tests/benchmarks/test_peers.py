"""Time, memory and noise of a comparison, beside the tools that others would take, all in one run.

Noise is the words shown as struck or new, over the fewest possible. The tools that are not there are named, with how
to bring them; nothing is installed by this.
"""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from rapidfuzz.distance import Indel

from tests.benchmarks.measured import Measured
from tests.benchmarks.peers import TOOLS, WORD
from tests.benchmarks.test_redline import _edited, agreement
from tests.unit.redline.kingsley import articles

__all__ = ["agreement"]

MODULES = {"python-redlines[docxodus]": "python_redlines_docxodus"}
PATIENCE = 40
"""Seconds after which a tool is not waited for: on 60,000 words some take minutes."""
MOST_NOISE, MOST_SECONDS = 1.15, 0.25


@pytest.fixture(scope="module")
def pairs(shared_data: Path, agreement: list[Any], tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Path]]:
    """Two real editions, and a long text with one paragraph in ten changed."""
    editions = [articles(shared_data / f"or-kingsley-{years}") for years in ("2023-2025", "2025-2027")]
    texts = {
        "two editions": [[block for article in edition.values() for block in article] for edition in editions],
        "60,000 words": [agreement, _edited(agreement, 0.1)],
    }
    folder = tmp_path_factory.mktemp("peers")
    found: dict[str, list[Path]] = {}
    for name, two in texts.items():
        found[name] = [folder / f"{name} {place}.txt" for place in ("old", "new")]
        for path, blocks in zip(found[name], two, strict=True):
            path.write_text("\n".join(" ".join(block.printed.split()) for block in blocks), encoding="utf-8")
    return found


def _fewest(pair: list[Path]) -> int:
    ours, theirs = (WORD.findall(path.read_text(encoding="utf-8")) for path in pair)
    return int(Indel.distance(ours, theirs))


@pytest.mark.parametrize("name", ["two editions", "60,000 words"])
@pytest.mark.parametrize("tool", TOOLS)
def test_comparison_beside_its_peers(
    tool: str, name: str, pairs: dict[str, list[Path]], measured: Measured, root: Path
) -> None:
    module = MODULES.get(tool, tool.replace("-", "_"))
    if importlib.util.find_spec(module) is None:
        pytest.skip(f"{tool} is not here; to measure it too: pip install -e '.[peers]'")
    command = [sys.executable, "-m", "tests.benchmarks.peers", tool, *map(str, pairs[name])]
    ours = tool == "tablebook"
    try:
        done = subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=PATIENCE, check=True)
    except subprocess.TimeoutExpired:
        measured(f"{tool}, {name}: given up after", PATIENCE)
        return
    found = json.loads(done.stdout)
    measured(f"{tool}, {name}", found["seconds"], limit=MOST_SECONDS if ours else None)
    measured("  memory", found["megabytes"], unit="MB")
    measured("  noise", found["words"] / _fewest(pairs[name]), unit="x", limit=MOST_NOISE if ours else None)
