"""What stands on a paper and is no contract language: "TA 3/2/27" after a heading, "[OK]", "The District has no counter
on 12.4 at this time.", "All other language stays as it is." Words that the book knows as contract language are kept."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import replace

from tablebook.domain.dataclass import dataclass
from tablebook.domain.instruction_words import is_instruction, is_order
from tablebook.domain.item_headings import item_heading
from tablebook.domain.language import closing, current_blocks
from tablebook.domain.negotiation import Negotiation
from tablebook.domain.paper_closings import closes_memorandum, speaks_of_itself
from tablebook.domain.remark_words import bracketed
from tablebook.domain.text import Block, BlockKind, Run, paragraph, same_words
from tablebook.jobs.findings.gap_signs import DOTS_ALONE
from tablebook.jobs.findings.paper_lines import RUNNING_INSIDE, own_lines
from tablebook.jobs.findings.stay_words import stays

_STAMP = (
    r"(?:\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?|\d{1,2}:\d\d|[ap]\.?m\.?|20\d\d|[A-Z][a-z]{2,8}\.?\s+\d{1,2},?"
    r"|\d{1,2}\s+[A-Z][a-z]{2,8}\.?)"
)
_TAG = re.compile(
    r"(?<![\s,;–—-])[\s,;–—-]*+[\[(]?\s*+(?:\b(?:TA|T/A|T\.A\.)(?:[’']?d)?|(?i:\btentative(?:ly)?\s+agree(?:d|ment)))"
    rf"(?:[\s:,#–—-]+(?:on\s+)?(?:{_STAMP}|[A-Z]{{1,4}}(?![a-z])))*\s*[\])]?\s*$"
)
_STANCE = (
    r"ok(?:ay)?|agree[ds]?(?: to)?|accept(?:ed|s)?|concur(?:s|red)?|approve[ds]?|reject(?:ed|s)?|hold|held|open|"
    r"pending|no change[sd]?|unchanged|no counter|counter(?:ed)?|withdrawn?|reserved?|discuss(?:ed)?|moved|relocated|"
    r"(?:retains?|maintains?|keeps?)\s+(?:the\s+)?(?:current|existing)(?:\s+contract)?\s+language|"
    r"(?:current|existing)(?: contract)? language(?:\s+(?:is\s+)?(?:retained|maintained|unchanged|stays))?|"
    r"same as (?:the )?(?:current|existing)(?: contract| language)?|"
    r"(?:holds?|stands?|stays?)\s+(?:to|on|at|with|by|firm\s+on)\s+(?:its|their|our)\s+(?:(?:last|prior|previous|initial|original)\s+)?"
    r"(?:proposal|position|counter\w*|offer)|"
    r"ccl|status quo|ta[’']?d?|t/a|tentative(?:ly)? agree(?:d|ment)|as is|new|see note"
)
_SIDE = (
    r"(?:the\s+)?(?:(?:school\s+|teachers[’']?\s+)?(?:union|association|district|employer|board|college|city|county|state|"
    r"university|management|administration|team|company|parties|local)|we|both(?:\s+(?:sides|parties))?|(?-i:[A-Z]{2,7}))"
)
_TAIL = (
    rf"(?:[\s:,.–-]+(?:on|to|in|at|as|is|with|by|per|for|from|of|this|the|that|written|proposed|passed|sections?|articles?|"
    rf"through|paragraphs?|contract|agreement|language|text|time|now|date|union|association|district|employer|board|{_STAMP}|§?\s?[A-Z]?[\d.]+"
    rf"(?:\(?[a-z]\)?)?)(?![\w]))*"
)
_BRACKETED = re.compile(rf"\s*[\[(]\s*(?:{_SIDE}\s*[:,-]?\s+)?(?:{_STANCE})\b{_TAIL}\s*[.!]?\s*[\])]", re.I)
_NAMED = (
    r"(?:(?:sections?|articles?|paragraphs?)\s+[A-Z]?\d[\d.]*[A-Z]?"
    r"(?:\s*(?:,\s*and\b|,|&|\band\b|\bto\b|\bthrough\b|[-–—])\s*[A-Z]?\d[\d.]*[A-Z]?)*\s*"
    r"(?:[:,–—-]|\b(?:is|are|remains?|shall remain|stays?)\b)?\s*)"
)
_ALONE = re.compile(rf"\W*{_NAMED}?(?:{_SIDE}\s*[:,-]?\s+)?(?:{_STANCE})\b{_TAIL}\W*", re.I)
_NO_ANSWER = re.compile(
    rf"\W*(?:{_SIDE}\s+)?(?:(?:has|have|makes?|offers?|with)\s+)?no\s+(?:(?:further|other)\s+)?"
    rf"(?:counter\w*|proposals?|response|changes?|position|answer)\b{_TAIL}\W*",
    re.I,
)
_NO_LANGUAGE = re.compile(
    r"(?i)\b(?:no changes?|unchanged|no counter|language|ccl|status quo|as is|same as|see note)\b"
)
_LISTED = re.compile(r"\s*\(?(?:[A-Za-z]|[ivx]{1,4}|\d{1,2})[.)]\s|\s*[•●▪◦–-]\s")
_DATED = re.compile(_STAMP)
_IN_FORCE = re.compile(
    r"(?i)\bin\s+(?:full\s+)?(?:force|effect)\b|\bduring\b|\buntil\b|\bfor\s+the\s+(?:term|duration|life)\b"
)
_PART_NAMED = re.compile(
    r"(?i)\b(?:articles?|sections?)\s+[A-Z]?\d|\bthis\s+(?:article|section|proposal)\b|\bsections\b"
)
_REST = re.compile(
    r"(?i)\W*(?:all\s+|any\s+|the\s+)*(?:other|remaining|rest|remainder|balance)\b.{0,30}?\b(?:language|articles?|"
    r"sections?|provisions?|terms|items|paragraphs?|contract|agreement|proposals?)\b.{0,90}?\b(?:current|same|unchanged|"
    r"as\s+(?:it\s+)?is|no\s+change|stays?|remains?|status\s+quo|ccl|withdrawn)\b.{0,60}"
)
_REST_AS_SHOWN = re.compile(
    r"(?i)\W*(?:no\s+changes?|(?:current|existing)\s+(?:contract\s+)?language|ccl|status\s+quo|unchanged|same)\s*,?\s*except\b"
    r"(?:\s+(?:for|as|in|new|the|sections?|paragraphs?|items?|changes?|following|follows|below|shown|and|[A-Z]?\d[\d.]*|[A-Z](?!\w)))*\s*[:.]?\s*"
)
"""All stays but the sections that stand below: "No change except new 7.5 as follows:"."""
_LONGEST_NOTE = 2
"""Words; "Article 9 – Deleted", "Article 9 – Delete all" say that the article goes."""
_LAST_SENTENCE = re.compile(r"(?<=[.;:])\s+(?P<rest>[A-Z][^.;:]*\.?)\s*$")
"""The last of several sentences: where the lines of a plain text ran together a remark stands behind the language."""
_REST_BEGINS = re.compile(r"\s+(?=(?:All|Any|The|Other|Remaining|Rest)\s)")
"""Where a remark on the rest may begin behind words that no full stop ends: "$75 All other articles: Status Quo"."""
_LONGEST_REST = 160
_HOW_MARKED = re.compile(
    r"\s*[\[(][^\[\]()]{0,40}\b(?:language|sentences?|paragraphs?|text|words?)\b[^\[\]()]{0,30}\b(?:is|are)\s+"
    r"(?:new|changed|added|deleted|revised)[^\[\]()]{0,30}[\])]"
    r"|\s*[\[(](?=[^\[\]()]*\b(?:new|add\w*|delet\w*|chang\w*|propos\w*|revis\w*)\b)[^\[\]()]{0,50}?\b(?:in|is|are|shown|by|as)\s+"
    r"(?:\w+\s+){0,2}(?:bold\w*|italic\w*|underlin\w+|underscor\w+|highlight\w*|str(?:ike|uck)\w*|(?:all\s+)?caps|capitals"
    r"|red|blue|green|yellow|purple)\b[^\[\]()]{0,40}[\])]",
    re.I,
)
"""How the paper marks what it changes: "(NEW LANGUAGE IN BOLD)"."""
_CURRENT = re.compile(r"(?i)\W*(?:\w+[:,]\s*)?(?:current(?: contract)? language|ccl|status quo)\W*(?:on [\d.]+)?\W*")
_MARKED = re.compile(
    r"\s*[\[(]\s*(?:newly\s+added|added|new|changed|revised|amended|modified|proposed)"
    r"(?:\s+(?:sub)?(?:section|article|paragraph|sentence|language|title|text|item))?\s*[\])]",
    re.I,
)
"""How a text is told to differ from the contract's, before it or behind it: "(NEW)"."""
_FORMERLY = re.compile(
    r"\s*[\[(]\s*(?:formerly|previously|former|old|was|(?:renumbered|relettered|moved)\s+from)\s+(?:article\s+\w+,?\s*)?"
    r"(?:section|sec\.|paragraph|par\.|§)?\s*(?-i:[A-Z]?\d+(?:\.\d+)*[A-Z]?|[A-Z](?:\.\d+)*)(?:\([a-z]\))*\s*[\])]",
    re.I,
)
"""Under which number a section stood: "C. Breaks (formerly B)"."""
_BEHIND_TITLE = re.compile(r"[^.:–—\d]{3,60}(?:[.:]|\s[–—-])\s+(?P<told>\S.*)", re.S)
_ENDED = tuple(".;:!?”")
_RESERVES = re.compile(
    r"(?i)\W*+(?!.*\b(?:either|each|both|a)\s+part(?:y|ies)\b)(?!the\s+parties\b)(?:the\s+)?(?:\w+\s+){1,5}?"
    r"(?:reserves?\s+the\s+right\s+to\b.{0,60}\b(?:add|change|modify|amend|withdraw)\b.{0,80}\b(?:this|these|its|the)"
    r"|may\b.{0,60}\b(?:add|change|modify|amend|withdraw)\b.{0,80}\b(?:this|these))"
    r"\s+(?:counter\w*|proposals?|package|offer)\b.{0,140}"
)
_LEFT_OUT = re.compile(DOTS_ALONE, re.S)
LONGEST_REMARK = 40
"""Words; a longer paragraph is never taken for a remark."""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A paper's blocks without remarks, the remarks in their order, the sections that say "current language", and all
    that have a remark."""

    blocks: tuple[Block, ...]
    remarks: tuple[str, ...] = ()
    current: tuple[str, ...] = ()
    told: tuple[str, ...] = ()


def known_words(state: Negotiation, key: str) -> str:
    """All contract language of an item that the book knows: the contract's and that of every pass. The lines that the
    contract is signed on are none: at the foot of a paper they are the paper's own."""
    passed = (block for one in state.passes_on(key) for part in one.body.parts for block in part.blocks)
    to_sign = set(closing(state, key))
    known = (*current_blocks(state, key), *passed)
    return "\n".join(same_words(block.text) for block in known if block not in to_sign)


def without_remarks(blocks: Sequence[Block], known: str, *, gaps_stay: bool = False, memo: bool = False) -> Cleaned:
    """The blocks with every remark taken out that is not among the known words. In a new item nobody knows what a gap
    leaves out: there it stays, to be answered. What speaks of the paper itself is language of a ``memo`` alone."""
    kept: list[Block] = []
    remarks: list[str] = []
    current: list[str] = []
    told: list[str] = []
    section = ""
    own = own_lines(blocks, known, new=gaps_stay)
    closing = set() if memo or any(map(speaks_of_itself, known.split("\n"))) else _closing(blocks, own)
    for at, block in enumerate(blocks):
        section = block.section or section
        if at in own:
            remarks.append(" ".join(block.printed.split()))
            continue
        if block.kind is BlockKind.TABLE or same_words(block.text) in known:
            kept.append(block)
            continue
        if at in closing:
            remarks.append(" ".join(block.printed.split()))
            continue
        gap = gaps_stay and bool(_LEFT_OUT.fullmatch(block.text))
        if is_remark(block.text) and not gap and not _among_language(blocks, at):
            remarks.append(block.printed)
            told.append(section)
            if _CURRENT.fullmatch(block.text):
                current.append(section)
            if block.section:  # its number stands, with nothing said
                kept.append(replace(block, runs=()))
            continue
        words, taken = _untagged(block.text, known, headed=block.kind is BlockKind.HEADING)
        remarks += taken
        told += [section] if taken else []
        kept.append(_shortened(block, words) if taken else block)
    return Cleaned(tuple(kept), tuple(remarks), tuple(dict.fromkeys(current)), tuple(dict.fromkeys(told)))


def _closing(blocks: Sequence[Block], own: Container[int]) -> set[int]:
    """The last blocks of a paper, its own lines among them left out, in which it speaks of itself."""
    found: set[int] = set()
    for at in range(len(blocks) - 1, -1, -1):
        block = blocks[at]
        if at in own:
            continue
        plain = not (block.section or block.label or block.rows or block.kind is BlockKind.HEADING)
        if not plain or not (closes_memorandum(block.text) or not block.text.strip()):
            break
        found.add(at)
    return found if any(speaks_of_itself(blocks[at].text) for at in found) else set()


def _among_language(blocks: Sequence[Block], at: int) -> bool:
    """Whether a line that reads like a remark has a place in the text: a point of a list ("b. Approved by the Board"),
    or the words that lead on to one ("The parties agree:")."""
    block = blocks[at]
    if _NO_LANGUAGE.search(block.text) or _LEFT_OUT.fullmatch(block.text):
        return False
    point = bool(block.label) or bool(_LISTED.match(block.printed))
    leads = block.text.rstrip().endswith(":") and at + 1 < len(blocks)
    return not block.section and (point or leads)


def is_remark(text: str) -> bool:
    """Whether a paragraph says where a side stands, and is no language."""
    words = text.split()
    if not words or len(words) > LONGEST_REMARK:
        return False
    if _LEFT_OUT.fullmatch(text) or stays(text) or _REST_AS_SHOWN.fullmatch(text):
        return True
    if _says_rest_stays(text.strip()) or _RESERVES.fullmatch(text.strip()):
        return True
    short = len(words) <= 16
    return short and bool(_NO_ANSWER.fullmatch(text) or _ALONE.fullmatch(text) or _TAG.fullmatch(text))


def _says_rest_stays(text: str) -> bool:
    """Whether a sentence says of the paper that all else stays: "The rest of Article 4 is current language". "All other
    terms shall remain in effect" is language that binds."""
    if not _REST.fullmatch(text):
        return False
    if re.search(r"(?i)\bwithdrawn\b", text):
        return True
    if _PART_NAMED.search(text) and not re.search(r"(?i)\bin\s+full\s+force\b", text):
        return True
    return not re.search(r"(?i)\bshall\b", text) and not _IN_FORCE.search(text)


def stance_apart(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """A heading that has in place of a title where a side stands ("Article 9 – Current contract language") or what to
    do ("Schedule A – change Step 1 from 41,000 to 42,000."), apart."""
    heading = item_heading(blocks[0].printed) if blocks else None
    behind = _BEHIND_TITLE.fullmatch(heading.title) if heading and not heading.section else None
    if behind and _tells(behind["told"]):  # "ARTICLE XXXVI DURATION. Replace 2023 with 2026."
        return (paragraph(behind["told"]), *blocks[1:])
    if heading is None or not heading.title or not (is_remark(heading.title) or _tells(heading.title)):
        return tuple(blocks)
    stance = paragraph(heading.title)
    return (stance, *blocks[1:])


def _tells(title: str) -> bool:
    said = is_instruction(title) or (is_order(title) and bool(re.search(r"\d", title)))
    return said and len(title.split()) > _LONGEST_NOTE


def _untagged(text: str, known: str, *, headed: bool = False) -> tuple[str, list[str]]:
    """Words without tags at their end and without bracketed remarks inside."""
    taken: list[str] = []
    words = text
    for pattern in (_HOW_MARKED, _FORMERLY, _BRACKETED):
        matches = bracketed(words, pattern) if pattern is _BRACKETED else reversed(list(pattern.finditer(words)))
        for match in matches:
            if same_words(match[0]) not in known:
                taken.insert(0, match[0].strip())
                words = words[: match.start()] + words[match.end() :]
    for match in reversed(list(_MARKED.finditer(words))):
        before, after = words[: match.start()].strip(), words[match.end() :].lstrip(" .:–—-")
        apart = not before or before.endswith(_ENDED) or (headed and not after)
        if apart and after[:1].upper() == after[:1] and same_words(match[0]) not in known:
            taken.insert(0, match[0].strip())
            words = f"{before} {after}".strip()
    for match in reversed(list(RUNNING_INSIDE.finditer(words))):
        taken.insert(0, match[0])
        words = f"{words[: match.start()].rstrip()} {words[match.end() :].lstrip()}".strip()
    if (at := _rest_begins(words)) is not None and same_words(words[at:]) not in known:
        taken.append(words[at:].strip())
        words = words[:at]
    tag = _TAG.search(words) if words.strip() else None
    if tag and same_words(tag[0]) not in known and _tags(tag, headed=headed):
        taken.append(tag[0].strip())
        words = words[: tag.start()]
    return words.rstrip() if taken else text, [one for one in taken if one]


def _rest_begins(words: str) -> int | None:
    """Where a remark that all else stays begins behind other words; None where there is none."""
    last = _LAST_SENTENCE.search(words)
    if last and _says_rest_stays(last["rest"]):
        return last.start()
    places = _REST_BEGINS.finditer(words, max(0, len(words) - _LONGEST_REST))
    return next((one.start() for one in places if _says_rest_stays(words[one.end() :])), None)


def _tags(tag: re.Match[str], *, headed: bool) -> bool:
    """Whether "TA" at the end says that the text is agreed: with a date, in brackets, or set off behind a heading. "A
    class with a TA" has a teaching assistant."""
    words = tag[0].strip()
    if _DATED.search(words) or words[:1] in "[(":
        return True
    return headed and words[:1] in "–—-,:;"


def _shortened(block: Block, words: str) -> Block:
    """The block with these words, each letter in the style it had."""
    runs: list[Run] = []
    at = 0
    for run in block.runs:
        kept = ""
        for letter in run.text:
            if at < len(words) and letter == words[at]:
                kept, at = kept + letter, at + 1
        if kept:
            runs.append(replace(run, text=kept))
    return replace(block, runs=tuple(runs)) if at == len(words) else block.with_text(words)
