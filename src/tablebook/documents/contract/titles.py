"""The title of a heading: in its line, in front of the text that follows in the line, or on the lines below."""

from __future__ import annotations

import re
from dataclasses import replace

from tablebook.documents.contract.headings import (
    SMALL_WORDS,
    Form,
    Heading,
    bare_title,
    in_title_case,
    parse,
    reads_as_title,
    straight,
)
from tablebook.documents.lines import Line, in_capitals
from tablebook.domain.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Title:
    """``text`` as it is cited; ``end`` is where it ends in the heading's line; ``below`` how many following lines it
    takes; ``whole`` whether the heading's line holds nothing else."""

    text: str = ""
    end: int = 0
    below: int = 0
    whole: bool = True


_BREAK = re.compile(r"(?<=[\w)”\"’'])(?:\.(?=\s)|:(?=\s)|\s*[—–]\s*|\s+-\s+|\s{2,})")
_STOP = re.compile(r"[.:]\s+(?=\S)")
_BETWEEN = re.compile(r"(?i)(by and )?between\b|\band\b|of the\b|the\b")
_ABOUT = re.compile(r"(?i)(?:regarding|re:|concerning|subject:)\s*(?P<what>.+)")


_SENTENCE_BEHIND = re.compile(r"[A-Z][^.:;]{2,80}\.\s+[A-Z].*\s[a-z].*\s[a-z].*[.:](?:\s*\[\w+\])?")
"""A title and a short sentence, all in the style of the title: "No Waiver. A power that is not used is not waived."."""


def find_title(lines: tuple[Line, ...], at: int, heading: Heading) -> Title:
    """The title of the heading on line ``at``."""
    line = lines[at]
    text = straight(line.said)
    rest = text[heading.rest :].strip()
    styled = line.depth > 0 or line.bold
    if not rest:
        return _below(lines, at, heading, len(text))
    cited = heading.mark.startswith((",", ";")) and not comma_for_stop(lines, at, heading, rest)
    if cited or _refers(heading, rest):
        return Title(whole=False, end=heading.rest)
    if heading.form in (Form.SECTION, Form.DECIMAL, Form.LETTER, Form.NUMBER, Form.ZERO, Form.ROMAN):
        return _before_text(lines, at, heading, rest, styled)
    if reads_as_title(rest, marked=styled) and not (line.whole and _long_text(rest)):
        return _with_next(lines, at, rest, len(text))
    return _before_text(lines, at, heading, rest, styled)


def begins(lines: tuple[Line, ...], at: int) -> bool:
    """Whether a paragraph may begin at a line: there is a gap above it, or the line above ends a sentence, is set in
    capitals or leaves half of the width empty."""
    line = lines[at]
    if at == 0 or line.gap > 0.4 or line.whole or lines[at - 1].text[-1:] in '.:;!?”"' or lines[at - 1].caps:
        return True
    return lines[at - 1].right - lines[at - 1].x < 0.5 * _width(lines, at)


def comma_for_stop(lines: tuple[Line, ...], at: int, heading: Heading, rest: str) -> bool:
    """Whether a comma stands where a full stop was meant, as recognized characters have it: "Section 2, Holiday pay."
    begins a paragraph; "Section 2, Article 7" cites."""
    whole = heading.form is Form.SECTION and heading.mark == "," and rest[:1].isupper() and begins(lines, at)
    return whole and not any(cited.word for cited in parse(rest))


def _refers(heading: Heading, rest: str) -> bool:
    """Whether the words after the number show a reference: "Article 6 of this Agreement", "Section 3 shall"."""
    return not heading.mark and rest[:1].islower()


def _long_text(rest: str) -> bool:
    return len(rest.split()) > 20


def _before_text(lines: tuple[Line, ...], at: int, heading: Heading, rest: str, styled: bool) -> Title:
    """A title that stands in front of the text in the same line, or that is the whole line."""
    line = lines[at]
    offset = len(line.said) - len(rest)
    lead = line.lead + (len(line.said) - len(line.text)) if line.lead else 0
    if offset + 2 < lead < len(line.said) - 1 and lead - offset <= 120:
        stop = _STOP.match(line.said, lead)  # "Overtime" in bold, and its full stop no longer
        return Title(bare_title(line.said[offset:lead]), stop.end() if stop else lead, 0, False)
    ends = at + 1 == len(lines) or lines[at + 1].gap > 0.4 or line.whole or _short(lines, at)
    if styled and len(rest.split()) <= 20 and (ends or line.whole or line.bold):
        runs_in = _run_in(rest, offset) if _SENTENCE_BEHIND.fullmatch(rest) else None
        return runs_in or _with_next(lines, at, rest, len(line.said))
    plain = not (line.bold or in_title_case(rest.split()))
    if plain and not (line.whole or rest.endswith(".")) and at + 1 < len(lines) and lines[at + 1].gap <= 0.4:
        ends = _far_short(lines, at)  # a ragged line of a sentence looks short as well
    if ends and reads_as_title(rest, marked=line.bold) and (_one_phrase(rest) or _has_subtitle(rest)):
        return _with_next(lines, at, rest, len(line.said))
    if (run_in := _run_in(rest, offset)) is not None:
        return run_in
    if rest.endswith(".") and ends and _one_phrase(rest) and in_title_case(rest.split()):
        return Title(bare_title(rest), len(line.said), 0, True)
    return Title(end=heading.rest, whole=False)


def _run_in(rest: str, offset: int) -> Title | None:
    """The title at the beginning of a section's text, as far as its full stop, its colon or a dash; ``offset`` is where
    the text begins in its line."""
    for match in _BREAK.finditer(rest):
        head = rest[: match.start()]
        if re.search(r"(?i)\b(?:no|st|mr|mrs|ms|dr|vs|etc|art|sec|e\.g|i\.e|u\.s)$", head):
            continue
        if match.group() == ":" and _has_subtitle(rest[: _sentence(rest, match.end())]):
            continue  # "Grievance: Service Leadership Team. The team meets …"
        last = match.end() >= len(rest)
        words = head.split()
        if _TOLD.fullmatch(head):
            return None  # "6.2 Add: and discharge." says what to do
        if any(heading.form in (Form.ARTICLE, Form.SECTION) for heading in parse(head)):
            return None  # "Article 14." in front of a sentence is cited
        named = in_title_case(words) or in_capitals(head) or (match.group().startswith(":") and _names(words))
        if len(words) <= 14 and named and not _opens_sentence(head, rest[match.end() :]):
            return Title(bare_title(head), offset + match.end(), 0, last)
        return None
    return None


_TOLD = re.compile(r"(?i)add|insert|delete|strike|replace|change|amend|revise|remove")


def _opens_sentence(head: str, rest: str) -> bool:
    """Whether "head" is only the first words of a sentence that a dash or colon interrupts."""
    return bool(rest[:1].islower()) or len(head) < 3


def _names(words: list[str]) -> bool:
    """Whether a few words in front of a colon name what follows: "Full-time employee: ..."."""
    return len(words) <= 4 and reads_as_title(" ".join(words)) and not words[-1].endswith(("ing", "s"))


def _one_phrase(text: str) -> bool:
    """Whether no sentence begins inside the words."""
    return not re.search(r"\w{2}[.:]\s", text) and (not text.endswith(".") or len(text.split()) <= 14)


def _has_subtitle(text: str) -> bool:
    """Whether a few words are a title of two names with a colon between: "Grievance: Service Leadership"."""
    first, colon, second = text.partition(":")
    words = second.split()
    named = bool(colon and words) and first[:1].isalpha() and len(words) <= 6 and not re.search(r"[\d$%:.;]", second)
    return named and in_title_case(first.split()) and in_title_case(words) and sum(map(len, words)) > len(words)


def _sentence(text: str, start: int) -> int:
    """Where the words from ``start`` on come to a full stop with more behind it; ``start`` where they do not."""
    stop = re.compile(r"\.\s").search(text, start)
    return stop.start() if stop else start


def _short(lines: tuple[Line, ...], at: int) -> bool:
    """Whether the line ends well before the text's edge although the next word would have fitted."""
    line, following = lines[at], lines[at + 1]
    edge = max((other.right for other in lines[max(0, at - 6) : at + 12]), default=0.0)
    first = following.text.split(" ", 1)[0]
    unit = (line.right - line.x) / max(1, len(line.text))
    return line.right + unit * (len(first) + 1) < edge - 2 * unit


def _width(lines: tuple[Line, ...], at: int) -> float:
    """The width of the text around a line."""
    return max((other.right - other.x for other in lines[max(0, at - 6) : at + 12]), default=0.0)


def _far_short(lines: tuple[Line, ...], at: int) -> bool:
    """Whether a line of a few words leaves more than half of the width empty and a sentence begins below it."""
    line, following = lines[at], lines[at + 1]
    few = len(line.said.split()) <= 7 and line.right - line.x < 0.5 * _width(lines, at)
    return few and following.text[:1].isupper() and not parse(following.said)


def _with_next(lines: tuple[Line, ...], at: int, rest: str, end: int) -> Title:
    """The title, with the next line when it plainly goes on there: same style, no gap, and then a gap."""
    title, below = rest, 0
    line = lines[at]
    while below < 2 and at + below + 1 < len(lines) and not line.whole:
        following = lines[at + below + 1]
        after = lines[at + below + 2] if at + below + 2 < len(lines) else None
        joined = following.gap < 0.5 and following.page == line.page and not parse(following.said)
        same = line.bold == following.bold and (line.caps == following.caps or title[-1] in "-–/&,")
        ends = after is None or after.gap >= 0.5 or bool(parse(after.said))
        unended = not rest.rstrip().endswith((".", ":"))
        goes_on = in_title_case(following.text.split()) or title.split()[-1].lower() in SMALL_WORDS
        if following.text.endswith(".") and not goes_on:
            break  # a sentence, however short
        if not (joined and same and ends and unended and len(following.text.split()) <= 10):
            break
        if not (reads_as_title(following.text, marked=line.caps or following.bold) or title[-1] in "-–/&"):
            break
        title, below = f"{title} {following.text}", below + 1
    return Title(bare_title(title), end, below, True)


def _below(lines: tuple[Line, ...], at: int, heading: Heading, end: int) -> Title:
    """A title that stands alone on the one to three lines under "ARTICLE 7"."""
    title: list[str] = []
    line = lines[at]
    section = heading.form in (Form.SECTION, Form.DECIMAL)
    for below in range(1, 4):
        if at + below >= len(lines):
            break
        following = lines[at + below]
        over = following.page != line.page and not (following.caps or following.bold)
        far = following.gap > 3.5 and following.page == line.page
        if over or far or following.rows or following.label:
            break
        if parse(following.text) and not (heading.form is Form.MOU and title) and _numbered(following.text):
            break
        if title and (following.gap > 0.5 or following.caps != lines[at + below - 1].caps):
            break
        if not _title_line(lines, at + below, line, section):
            break
        title.append(following.text)
    return Title(bare_title(" ".join(title)), end, len(title), True)


def titles_above(lines: tuple[Line, ...], places: list[int], untitled: list[bool]) -> dict[int, str]:
    """The titles by the place of their numbers where most headings have none below and nearly all have a line above
    that is set like them and reads as one."""
    if sum(untitled) < max(2, 0.6 * len(places)):
        return {}
    found = {}
    for at, bare in zip(places, untitled, strict=True):
        line, above = lines[at], lines[at - 1] if at else None
        if not bare or above is None or line.gap > 2 or above.page != line.page or parse(above.text) or above.rows:
            continue
        alike = (above.bold, above.centred, above.depth) == (line.bold, line.centred, line.depth)
        begins = above.gap > 0.4 or above.whole or at == 1
        if alike and begins and reads_as_title(above.text, marked=True) and not above.text.endswith((".", ";", ":")):
            found[at] = bare_title(above.text)
    return found if len(found) >= 0.8 * sum(untitled) else {}


def _numbered(text: str) -> bool:
    return any(heading.word or heading.mark for heading in parse(text))


def _title_line(lines: tuple[Line, ...], at: int, heading_line: Line, section: bool) -> bool:
    """Whether a line under a bare heading is its title and not the first line of its text."""
    line = lines[at]
    styled = line.caps or line.bold or line.depth > 0 or (line.centred and heading_line.centred)
    if not reads_as_title(line.text, marked=styled) or (line.text.endswith((".", ";")) and not line.caps):
        return False
    if section:
        return styled and len(line.text.split()) <= 12
    ends = at + 1 == len(lines) or lines[at + 1].gap > 0.4 or line.whole or (at + 1 < len(lines) and _short(lines, at))
    return styled or (ends and in_title_case(line.text.split()))


def subject(title: Title) -> Title:
    """A memorandum's title without the "Re:" or "regarding" before its subject."""
    match = _ABOUT.match(title.text)
    return replace(title, text=bare_title(match["what"])) if match else title


def names_parties(title: str) -> bool:
    """Whether a memorandum's "title" is only the beginning of the names of its parties."""
    return bool(re.match(r"(?i)(?:by and )?between\b", title))


def about(lines: tuple[Line, ...], at: int) -> Title:
    """The subject of a memorandum that names its parties first: "between ... and ... regarding Class Size"."""
    end = len(lines[at].said)
    for below in range(1, 8):
        if at + below >= len(lines) or len(lines[at + below].text.split()) > 16:
            break
        text = lines[at + below].text
        if match := _ABOUT.match(text):
            return Title(bare_title(match["what"]), end, 0, True)
        if re.search(r"(?i)\b(?:on|regarding|concerning)$", text) and at + below + 1 < len(lines):
            words = lines[at + below + 1].text
            return Title(bare_title(words) if reads_as_title(words, marked=True) else "", end, 0, True)
        if below == 1 and not _BETWEEN.match(text) and not names_parties(lines[at].said.split(" ")[-1]):
            break
    return Title(end=end)
