"""How a paper shows that text is left out: "...", "* * *", "[rest of section unchanged]", alone or beside words."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from tablebook.domain.dataclass import dataclass
from tablebook.domain.text import Block, BlockKind, paragraph, same_words, written_on

DOTS_ALONE = r"(?=.*?(?:[.*_~–—-]\s*+){3}|.*?…)[\W_]++"
"""A pattern, with ``re.S``, of "..." and "* * *": text that stays is not shown."""
_CURRENT = r"(?:ccl|status\s+quo|(?:current|existing)\s+(?:contract\s+)?language)"
_SAME = rf"(?:omitted|unchanged|(?:the\s+)?same|as\s+(?:it\s+)?is|{_CURRENT})"
_REST = r"(?![^\[\]()]*\barticle\b)(?:(?:the\s+)?(?:rest|balance|remainder)|no\s+(?:other|further)\s+changes?)\b"
"""Of an article, the rest are sections that are not shown, and stay anyway."""
GAP = re.compile(
    rf"{DOTS_ALONE}"
    rf"|[\W_]*+(?:the\s+)?(?:text|language|balance|remainder|rest)\s+(?:is\s+|stays\s+|remains\s+)?{_SAME}[\W_]*"
    rf"|[\[(]{_REST}[^\[\]()]{{0,60}}[\])]\W*",
    re.I | re.S,
)
_DOTS = (
    rf"(?:…|~{{3,}}|\.(?:\s?\.){{2,}}|[–—-]+\s*(?:the\s+)?(?:rest|remainder|balance)\s+{_SAME}\s*[–—-]+"
    rf"|[\[(](?:(?:{_REST}|(?:the\s+)?(?:remaining|other)\b)[^\[\]()]{{0,60}}"
    r"|[^\[\]()]{0,40}\b(?:omitted|not\s+shown)[\s.]*|[^\[\]()]{0,40}\w\s+(?:unchanged|stays?|remains?)[\s.]*)[\])])"
)
"""How a gap is shown beside words: by dots, or as "[rest of section unchanged]"."""
_AT_END = re.compile(
    rf"(?:\s+(?:\*\s*){{3,}}|\s+{_DOTS}|(?<=[\w)]\.)\.{{3}}|(?<=[\w)])(?:\.{{3}}|…)"
    rf"|(?<=[.;:)])\s+(?:the\s+)?(?:rest|remainder|balance)\s+(?:is\s+|stays\s+|remains\s+)?{_SAME}\.?)\s*$",
    re.I,
)
DOTTED_LABEL = re.compile(rf"(.*?\w[.)]?)\s+{_DOTS}", re.I)
_INSIDE = re.compile(rf"(?<=[\w.,;:)])\s+{_DOTS}\s+(?=[\w(\"“])", re.I)
AT_START = re.compile(rf"^\s*(?:(?:(?:\*\s*){{3,}}|{_DOTS})\s+|(?:…|\.{{3}}))(?=\w)", re.I)


@dataclass(frozen=True, slots=True)
class Shown:
    """A block of a paper, or a gap. ``after`` says that a gap ran on behind the words above it, in their paragraph;
    ``before``, that words run on behind it."""

    block: Block
    after: bool = False
    before: bool = False

    @property
    def is_gap(self) -> bool:
        """Whether it is a gap."""
        return is_gap(self.block)


def gaps_apart(blocks: Sequence[Block], known: Collection[str]) -> Iterator[Shown]:
    """The blocks, a gap that ran together with a paragraph apart from it; not what the contract, which is ``known``,
    says itself."""
    for block in blocks:
        text = block.text
        cuts = [one for pattern in (AT_START, _INSIDE, _AT_END) for one in pattern.finditer(text)]
        if block.kind is BlockKind.TABLE or not cuts or is_gap(block) or words_of(block) in known:
            yield Shown(block)
            continue
        done = 0
        for cut in cuts:
            if cut.start() > done:
                yield Shown(_piece(block, done, cut.start()))
            done = cut.end()
            sign = paragraph(cut[0].strip())
            yield Shown(sign if is_gap(sign) else paragraph("…"), cut.start() > 0, done < len(text))
        if done < len(text):
            yield Shown(_piece(block, done, len(text)))


def _piece(block: Block, start: int, end: int) -> Block:
    """A part of a paragraph; only its beginning opens the section."""
    part = written_on(written_on(block, end, len(block.text), ""), 0, start, "")
    return replace(part, section="", label="") if start and block.section else part


def is_gap(block: Block) -> bool:
    """Whether a block only shows that text is left out."""
    return block.kind is not BlockKind.TABLE and bool(block.printed.strip()) and bool(GAP.fullmatch(block.printed))


def gaps(blocks: Sequence[Shown]) -> int:
    """How many gaps there are."""
    return sum(one.is_gap for one in blocks)


def words_of(block: Block) -> str:
    """A block's words as they are compared."""
    return same_words(block.printed).lower()
