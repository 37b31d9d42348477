"""Words that say of a text that it stays as it is, and no more: "No change", "CCL", "previously agreed"."""

from __future__ import annotations

import re

_STAYS = re.compile(
    r"(?i)\W*(?:no\s+(?:(?:other|further)\s+)?changes?|unchanged|not\s+changed|omitted|not\s+shown|(?:the\s+)?same(?:\s+as\s+(?:the\s+)?"
    r"(?:current|existing|20\d\d\s?[–-]\s?(?:20)?\d\d).{0,20})?|as\s+(?:is|written)|no\s+movement|(?:current|existing)(?:\s+contract)?\s+language|(?:current|existing)\s+"
    r"contract|ccl|status\s+quo|(?:previously|already)\s+(?:agreed|settled|ta[’']?d).{0,20})\W*"
)
_CURRENT = re.compile(r"(?i)\W*(?:(?:current|existing)\s+contract|(?:current|existing)(?:\s+contract)?\s+language|ccl|"
                      r"status\s+quo)\W*")  # fmt: skip


def stays(words: str) -> bool:
    """Whether words say that something stays as it is, and no more."""
    return bool(_STAYS.fullmatch(words))


def means_contract(words: str) -> bool:
    """Whether words say that the contract's language is meant."""
    return bool(_CURRENT.fullmatch(words))
