"""Which planted errors were found, and which findings are about none of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tablebook.proof.keys import key_of, words_of
from tablebook.proof.results import Finding, Nature
from tests.integration.proof.planting import Planted


def unmatched(planted: Sequence[Planted], findings: Sequence[Finding]) -> tuple[list[Planted], list[Finding]]:
    """(errors that were not found, findings that are about no error); each finding is of one error."""
    left = list(findings)
    lost = []
    for one in sorted(planted, key=lambda one: -len(one.old) - len(one.new)):
        found = next((finding for finding in left if _is_of(finding, one)), None)
        if found is None:
            lost.append(one)
        else:
            left.remove(found)
    return lost, left


def _is_of(finding: Finding, one: Planted) -> bool:
    if finding.place.unit != one.unit:
        return False
    if one.kind.endswith("moved"):
        return finding.nature is Nature.MOVED
    return finding.nature is not Nature.MOVED and _holds(finding.old, one.old) and _holds(finding.new, one.new)


def _holds(text: str, words: str) -> bool:
    return not words or f" {_plain(words)} " in f" {_plain(text)} " or (words.isdigit() and words in text)


def _plain(text: str) -> str:
    return " ".join(map(key_of, words_of(re.sub(r"(?<=[a-z])-(?=[a-z])", "", text))))
