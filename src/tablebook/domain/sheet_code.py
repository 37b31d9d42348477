"""The code on a TA sheet: which TA it is, and the fingerprint of its text, short enough to be photographed."""

from __future__ import annotations

import re

from tablebook.domain.dataclass import dataclass
from tablebook.domain.text import short_code

_MARK = "tablebook ta"
_LENGTH = 32
"""Half a fingerprint: nobody finds another text with the same 128 bits."""
_LONGEST = 60
"""Letters of a label; the square has no room for a longer one, and the fingerprint tells which TA it is."""
_CODE = re.compile(rf"{_MARK}\s+(?P<label>\S.*?)\s+(?P<digest>[0-9a-f]{{{_LENGTH}}})(?![0-9a-f])", re.I | re.S)
_PRINTED = re.compile(r"\bText:?\s+(?P<short>[0-9A-F]{4} [0-9A-F]{4})\b")


@dataclass(frozen=True, slots=True)
class PrintedCode:
    """A fingerprint found on a paper: ``label`` where the whole code stands there, else only its two groups of four."""

    short: str
    label: str = ""
    digest: str = ""

    def fits(self, fingerprint: str) -> bool:
        """Whether it is that of this text."""
        return fingerprint.startswith(self.digest) if self.digest else short_code(fingerprint) == self.short


def sheet_code(label: str, fingerprint: str) -> str:
    """What the square code says: no address, nothing to look up, the same words for a person and a machine."""
    return f"{_MARK} {label_in_code(label)} {fingerprint[:_LENGTH]}"


def label_in_code(label: str) -> str:
    """A TA's label as the code has it: on one line, a long one cut."""
    return " ".join(label.split())[:_LONGEST].strip()


def printed_codes(words: str) -> tuple[PrintedCode, ...]:
    """The fingerprints that a paper bears, each once: the square code's words, and the foot's "Text B1E4 0C38"."""
    found = [
        PrintedCode(short_code(one["digest"].lower()), " ".join(one["label"].split()), one["digest"].lower())
        for one in _CODE.finditer(words)
    ]
    found += [PrintedCode(one["short"]) for one in _PRINTED.finditer(words)]
    return tuple(dict.fromkeys(found))
