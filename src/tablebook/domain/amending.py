"""A paper that changes a contract in clauses of its own, as memoranda do: "2. Article 4, Section 1 will be modified as
follows:". What stands behind such a clause is contract language; the rest of the paper is not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tablebook.domain.citations import Citation, citations
from tablebook.domain.dataclass import dataclass
from tablebook.domain.instruction_patterns import Act
from tablebook.domain.instruction_texts import unquoted
from tablebook.domain.instruction_words import instructions
from tablebook.domain.paper_closings import closes_memorandum
from tablebook.domain.text import Block, BlockKind, Run, same_words

_VERB = r"\b(?:modif|amend|revis|chang|replac|updat|restat|supersed|add|insert)\w*\b"
_LEAD = re.compile(
    rf"(?:{_VERB}[^.:;]{{0,120}}?\b(?:as\s+follows|to\s+(?:now\s+)?(?:read|state|say|provide)(?:\s+as\s+follows)?|"
    r"(?:with|by)\s+(?:adding\s+)?the\s+following(?:\s+\w+){0,3}|the\s+following(?:\s+\w+){0,3}|to\s+follow)"
    r"|\b(?:shall|will|to|is\s+to)\s+(?:now\s+|hereafter\s+)?read(?:\s+as\s+follows)?"
    r"|\bthe\s+following\s+(?:modifications?|amendments?|changes?|revisions?)\s+(?:of|to|in)\s+(?:the\s+)?(?:article|section)\b"
    r"[^:;]{1,140}(?=:))"
    r"\s*(?:\([^()]{1,80}\)\s*)?(?::\s*(?P<rest>.+)|[:.]?\s*)$",
    re.I | re.S,
)
_GONE = r"(?:deleted|removed|eliminated|stricken|struck|repealed)"
_GOES = re.compile(rf"\b(?:is|are|shall\s+be|will\s+be)\s+(?:hereby\s+)?{_GONE}\b", re.I)
_BEFORE = re.compile(
    r"\W*(?:\(?(?:\d{1,2}|[A-Za-z])[.)]+\s+)?(?:effective\s[^.;]{1,40},\s*)?(?:in\s+the\s[^,]{1,60},\s*)?(?:the\s+)?",
    re.I,
)
_AFTER = re.compile(
    r"(?:\s*[-–—:(“\"]\s*(?P<title>[A-Z][^.;,]{0,60}?)[)”\"]?|\s*,\s*(?P<named>[A-Z][^.;]{0,60}?)\s*,(?=\s*(?:is|are|shall|will)\b))?"
    r"(?:\s*,?\s+of\s+th(?:e|is)\s+[\w –-]{0,60}?(?:[Aa]greement|[Cc]ontract|CBA)\b)?"
    rf"\s*,?\s*(?:is|are|shall\s+be|will\s+be)\s+(?:hereby\s+)?{_GONE}(?:\s+in\s+(?:its|their)\s+entirety)?"
    r"(?:\s+from\s+the\s+\w+)?[.;]?\s*"
)
"""What stands before and behind a citation that is the whole subject of its deletion, with the title that it names."""
_INTRODUCED = re.compile(
    r"^(?:\W*\(?(?:\d{1,2}|[A-Za-z])[.)]+\s+)?(?:effective\s[^.;]{1,40},\s*)?"
    r"(?:the\s+parties\s+(?:hereby\s+|further\s+|also\s+)?agree\s+(?:to|that)\s+)?",
    re.I,
)
"""What stands before the words that say what to do."""
_QUOTED = re.compile(r"[“\"][^”“\"]*[”\"]")
_INSIDE = re.compile(
    r"\b(?:sentences?|words?|phrases?|terms?|titles?|figures?|amounts?|(?:first|second|third|fourth|fifth|last|next)"
    r"\s+(?:paragraph|line|clause))\b",
    re.I,
)
"""What is only a part of the words of a place."""
_SIGNS = re.compile(
    r"\W*(?:for\s+the\s+[\w ’']{2,40}:|in\s+witness\s+whereof|_{5,}|(?-i:(?:[A-Z][\w.’'-]*,?\s+){1,6})_{5,}"
    r"|signed\b.{0,60}$|dated?\s*:?\s*[_\d]"
    r"|agreed\s+to\s+this|[^.]{3,60}\s{2,}date\W*$|[^.]{3,60},\s+(?:president|chair|superintendent)\b[^.]{0,30}$)",
    re.I,
)
_CLOSES = re.compile(
    r"\W*(?:(?:this|the)\s+(?:mou|moa|memorandum|letter|amendment)\b|nothing\s+in\s+this\s+(?:mou|moa|memorandum|letter)"
    r"|any\s+dispute\s+(?:concerning|about|over|regarding)\s+(?:this|the\s+terms)\b"
    r"|(?:the\s+)?(?:rest|remainder|balance)\s+of\b|all\s+other\s+(?:terms|provisions|articles|sections|conditions|language)\b"
    r"|except\s+(?:and\s+unless\s+)?(?:as\s+)?(?:specifically\s+|expressly\s+)?(?:modified|amended)\s+"
    r"(?:herein|(?:by|in)\s+th\w{1,2}\s+(?:mou|moa|memorandum|letter|amendment|agreement))"
    r"|the\s+parties\s+(?:further|also)\s+agree\b)",
    re.I,
)
_MEMO = re.compile(
    r"\b(?:memorandum\s+of|mou\b|moa\b|letter\s+of\s+(?:agreement|understanding)|side\s+letter)"
    r"|\bparties\s+(?:hereby\s+)?agree\b"
    r"|\bagree\s+(?:to\s+(?:make\s+)?the\s+following\s+(?:changes?|amendments?|modifications?)|to\s+(?:amend|modify)"
    r"|as\s+follows)\b",
    re.I,
)
_HEADED = re.compile(
    r"\W*(?:memorandum\s+of|mou\b|moa\b|letter\s+of\s+(?:agreement|understanding)|side\s+letter)(?!.*[.;]$)", re.I
)
_CHANGES = re.compile(r"\bagree\s+to\s+(?:make\s+)?the\s+following\s+(?:changes?|amendments?|modifications?)\b", re.I)
_TOP = 12
_LABEL = re.compile(r"(?P<before>\W*)(?P<number>\d{1,2}|[A-Za-z])(?P<after>[.)]+)")
_LONGEST_TITLE = 12


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause that changes the contract: its own words, what it cites, and the language behind it; ``deleted``
    where it strikes what it cites, which is headed ``title`` if the clause says so; ``inside`` where it changes only
    words inside of it, which is for a person; ``act`` where it says what to do in words that can be carried out."""

    told: str
    cited: Citation
    body: tuple[Block, ...] = ()
    deleted: bool = False
    inside: bool = False
    title: str = ""
    act: str = ""


@dataclass(frozen=True, slots=True)
class Amending:
    """A paper's clauses, and all else on it: its title, its parties, its other clauses, the lines to sign on."""

    clauses: tuple[Clause, ...]
    outside: tuple[Block, ...]


def amending(blocks: Sequence[Block]) -> Amending:
    """The clauses of a paper that change a contract; none where it is a text of the contract itself."""
    clauses: list[Clause] = []
    outside: list[Block] = []
    titles: set[str] = set()
    memo = any(_MEMO.search(block.printed) for block in blocks[:_TOP])
    at = 0
    while at < len(blocks):
        block = blocks[at]
        at += 1
        found, rest = _clauses(block, memo)
        if not found:
            outside.append(block)
            if not clauses and len(block.printed.split()) <= _LONGEST_TITLE:
                titles |= {same_words(block.printed), *filter(None, (same_words(block.label),))}
            continue
        if found[0].deleted or found[0].inside or (found[0].act and not _awaits_words(found[0].act)):
            clauses += found
            continue
        end = at if _closed(rest) else _end(block, blocks, at, memo)
        body = [one for one in blocks[at:end] if same_words(one.printed) not in titles]
        first = (Block(BlockKind.PARAGRAPH, runs=(Run(rest),)),) if rest else ()
        clause, at = replace(found[0], body=unquoted(_joined((*first, *body)))), end
        if clause.body:
            clauses.append(clause)
        else:
            outside.append(block)
    return Amending(tuple(clauses), tuple(outside))


def is_memorandum(blocks: Sequence[Block]) -> bool:
    """Whether a paper is headed as a memorandum or letter, or says at its top that the parties agree to changes.
    Contract language, too, speaks of memoranda and of what the parties agree."""
    return any(
        (_HEADED.match(block.printed) and len(block.printed.split()) <= _LONGEST_TITLE)
        or _CHANGES.search(block.printed)
        for block in blocks[:_TOP]
    )


def _clauses(block: Block, memo: bool) -> tuple[list[Clause], str]:
    """The clauses that a paragraph says, and what follows its colon. On a paper that is no memorandum an instruction
    ("Amend Section 4 to read:") stands in an article's own text."""
    text = " ".join(block.printed.split())
    if block.kind is BlockKind.TABLE:
        return [], ""
    lead = _LEAD.search(text) if "follow" in text or "read" in text else None
    if lead is None:
        struck = _struck(text) if memo and _GOES.search(text) else []
        if memo and not any(one.deleted for one in struck):
            struck = _carried_out(text) or struck
        return struck, ""
    if not memo and instructions(text):
        return [], ""
    words = text[: lead.start("rest")] if lead["rest"] else text
    cited = [one for one in citations(words) if not one.here and (one.article or "." in one.section)]
    if not cited:
        return [], ""
    behind = [one for one in cited if one.at >= lead.start()]
    chosen = behind[0] if behind else cited[-1]
    if sum(one.at == chosen.at for one in cited) > 1:  # several sections: the text says which is which
        chosen = replace(chosen, section=chosen.section if "." in chosen.section else "", points=())
    inside = _INSIDE.search(words[: chosen.at]) or _INSIDE.search(words[chosen.at + len(chosen.phrase) :])
    return [Clause(block.printed, chosen, inside=inside is not None)], (lead["rest"] or "").strip()


def _struck(text: str) -> list[Clause]:
    """What a sentence strikes: the places that are its whole subject; words inside of one are for a person."""
    cited = [one for one in citations(text) if not one.here and (one.article or "." in one.section)]
    if not cited:
        return []
    first = cited[0]
    same = [one for one in cited if one.at == first.at]
    behind = text[first.at + len(first.phrase) :]
    after = _AFTER.fullmatch(behind)
    if len(same) == len(cited) and _BEFORE.fullmatch(text[: first.at]) and after:
        title = (after["title"] or after["named"] or "").strip()
        return [Clause(text, one, deleted=True, title=title) for one in same]
    return [Clause(text, cited[-1], inside=True)] if _INSIDE.search(text[: cited[-1].at]) else []


def _carried_out(text: str) -> list[Clause]:
    """A clause that says what to do: "In Section 4.2, “two” is replaced with “three”."."""
    act = _INTRODUCED.sub("", text, count=1)
    if not instructions(act) or (_GOES.search(act) and instructions(act)[0].act is Act.DELETE):
        return []  # what goes must be the whole subject of its sentence
    outside = _QUOTED.sub(lambda quoted: " " * len(quoted[0]), act)
    cited = [one for one in citations(outside) if not one.here and (one.article or "." in one.section)]
    return [Clause(text, cited[0], act=act)] if cited else []


def _awaits_words(act: str) -> bool:
    """Whether the words that a clause adds stand in the paragraphs behind it."""
    return any(one.follows for one in instructions(act)) and not any(one.text for one in instructions(act))


def _end(told: Block, blocks: Sequence[Block], start: int, memo: bool) -> int:
    """Where the language behind a clause ends: at its closing quotation mark, the next clause, the signatures."""
    own = _LABEL.fullmatch(told.label.strip())
    sign = blocks[start].printed.lstrip()[:1] if start < len(blocks) else ""
    depth = inner = straight = 0
    for at in range(start, len(blocks)):
        block = blocks[at]
        if (at > start and _ends(block, own, inner)) or _clauses(block, memo)[0]:
            return at
        inner = _inner(block, own, inner)
        depth += block.printed.count("“") - block.printed.count("”")
        straight += block.printed.count('"')
        if sign == "“" and depth <= 0:
            return at + 1
        if sign == '"' and straight % 2 == 0 and block.printed.rstrip().endswith('"'):
            return at + 1
    return len(blocks)


def _closed(words: str) -> bool:
    """Whether quoted words end in the clause's own paragraph."""
    quoted = words.startswith("“") and words.count("“") <= words.count("”")
    return quoted or (words.startswith('"') and words.count('"') % 2 == 0)


def _ends(block: Block, own: re.Match[str] | None, inner: int) -> bool:
    if _SIGNS.match(block.printed) or _CLOSES.match(block.text) or closes_memorandum(block.text):
        return True
    number = _number(block, own)
    return own is not None and number is not None and number == _value(own["number"]) + 1 and number != inner + 1


def _inner(block: Block, own: re.Match[str] | None, inner: int) -> int:
    """How far a list inside the language has counted that is numbered in the way of the paper's clauses."""
    number = _number(block, own)
    return number if number is not None and number == inner + 1 else inner


def _number(block: Block, own: re.Match[str] | None) -> int | None:
    """What a paragraph is numbered with, where that is in the way of the paper's clauses."""
    match = _LABEL.fullmatch(block.label.strip())
    if match is None or own is None or (match["before"], match["after"]) != (own["before"], own["after"]):
        return None
    if match["number"].isdigit() != own["number"].isdigit() or match["number"].isupper() != own["number"].isupper():
        return None
    return _value(match["number"])


def _value(number: str) -> int:
    return int(number) if number.isdigit() else ord(number.lower()) - ord("a") + 1


def _joined(blocks: Sequence[Block]) -> list[Block]:
    """Paragraphs, those whole again that the end of a page broke in two."""
    found: list[Block] = []
    for block in blocks:
        before = found[-1] if found else None
        goes_on = block.kind is BlockKind.PARAGRAPH and not block.label and block.text.lstrip("“\"(‘'")[:1].islower()
        if before and goes_on and before.kind is BlockKind.PARAGRAPH and before.text.rstrip()[-1:] not in ".;:?!":
            found[-1] = replace(before, runs=(*before.runs, Run(" "), *block.runs))
        else:
            found.append(block)
    return found
