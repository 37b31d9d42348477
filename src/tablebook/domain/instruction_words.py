"""How papers say what to do with a contract: "Delete existing sections 4 to 6 and add the following:"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tablebook.domain.dataclass import dataclass
from tablebook.domain.instruction_patterns import (
    ALL_QUOTED,
    ALSO_RENUMBER,
    APART,
    AT_PLACE,
    CHANGE,
    CHANGED_FROM,
    EXCEPT,
    FIGURE,
    FOLLOWING,
    FOR_A_TIME,
    FRAGMENT,
    IN_SENTENCE,
    INSIDE,
    INSTEAD,
    LOOSE,
    MANY,
    NUMBER,
    ORDER,
    PART_OF,
    PATTERNS,
    PROPOSES,
    QUOTES,
    RANGE,
    RENUMBER,
    RENUMBER_LAST,
    RENUMBERS_SOME,
    THEN,
    TITLE,
    TOLD,
    WHOLE,
    WORD,
    Act,
)
from tablebook.domain.text import same_words


@dataclass(frozen=True, slots=True)
class Instruction:
    """One instruction. ``sections`` are the numbers named, a range as its two ends with "-" between, and ``to`` those
    they get. ``old`` and ``new`` are words; ``before`` puts new ones before the old. ``follows`` says that text comes
    after it, ``text`` is what stands behind its colon in the same paragraph; ``joined`` puts it into the paragraph that
    is there; ``inner`` says that the number may be that of a point in the section at hand. ``sentence`` is the place of
    a sentence that is struck, "last" of its section. ``left`` is what the paragraph says besides and was not read."""

    act: Act
    sections: tuple[str, ...] = ()
    old: str = ""
    new: str = ""
    before: bool = False
    follows: bool = False
    text: str = ""
    to: tuple[str, ...] = ()
    joined: bool = False
    inner: bool = False
    left: str = ""
    sentence: str = ""


def instructions(text: str) -> tuple[Instruction, ...]:
    """What a paragraph says to do, in order; nothing where it is contract language."""
    if stays := EXCEPT.match(text):
        text = text[stays.end() :]
    for pattern, act in () if PART_OF.search(text) else PATTERNS:
        match = pattern.match(text)
        if match is None:
            continue
        found = {name: words or "" for name, words in match.groupdict().items()}
        here = numbers(found.get("in", "")) or tuple(filter(None, (found.get("at"),)))
        named = numbers(found.get("sections", "")) or here or tuple(filter(None, (found.get("bare"),)))
        if act is Act.DELETE and pattern is not WHOLE and not named:
            continue  # "Delete existing sections as follows:" names none
        if _lacks(pattern, act, text, found):
            continue
        if pattern is FOLLOWING and found.get("in"):
            act = Act.APPEND
        if act is Act.DELETE and _is_one(named) and INSTEAD.match(found.get("rest", "")):
            act = Act.READ  # it keeps its title
        if act in (Act.REPLACE, Act.INSERT) and not named:
            named = _place_beside(text)
        return _told(act, named, found)
    return ()


def _lacks(pattern: re.Pattern[str], act: Act, text: str, found: dict[str, str]) -> bool:
    """Whether it is not said what it is done to, or where: "Increase unpaid leave to 16 weeks", "In the last sentence
    of 6.2, add …", "Add the following after the second sentence:"."""
    if pattern is CHANGE and not FIGURE.search(found["old"]):
        return True
    if act is not Act.REPLACE and IN_SENTENCE.match(text):
        return True
    return pattern is FOLLOWING and INSIDE.search(found["rest"].partition(":")[0]) is not None


def _is_one(named: tuple[str, ...]) -> bool:
    """Whether they are the number of one section, and no range."""
    return len(named) == 1 and "-" not in named[0]


def _told(act: Act, named: tuple[str, ...], found: dict[str, str]) -> tuple[Instruction, ...]:
    """The instruction by the words found of it, and the one to renumber behind it."""
    rest, with_text = found.get("rest", ""), act in (Act.READ, Act.ADD, Act.APPEND)
    colon = rest.partition(":")[2].strip() if act is Act.DELETE or with_text else ""
    if with_text and (quoted := ALL_QUOTED.fullmatch(rest)):
        rest, colon = "", quoted["text"]
    colon = colon or found.get("text", "")
    last = RENUMBER_LAST.search(colon)
    colon = colon[: last.start()] if last else colon
    follows = with_text or (act is Act.DELETE and bool(THEN.search(rest)))
    head = rest.partition(":")[0] if follows else rest
    also = None if act is Act.RENUMBER else last or ALSO_RENUMBER.search(head)
    told = "" if also is None else also["told"] if last else head[also.start() :]
    besides = head if last or also is None else head[: also.start()]
    counted = _counted(told)
    unread = (_unread(act, besides, follows), _unread(Act.RENUMBER, told, follows) if counted else told)
    if (found.get("point") or found.get("bare")) and told:  # the point comes before others, which are lettered anew
        unread = unread[0], told
    if found.get("sentence") and "sentence" in besides:
        unread = besides.strip(" ,.;"), ""
    inner = bool(found.get("bare")) and not found.get("in") and not found.get("at")
    more = _more(act, named, unread[0]) if APART.match(rest) and not follows else ()
    titled = _TITLED.match(rest) if act is Act.DELETE and not (follows or more or unread[0] or also) else None
    if titled:  # "Delete Section F, Compensatory Time. Section G becomes Section F."
        more = instructions(rest[titled.end() :])
        unread = ("" if more else rest[titled.end() :].strip(), unread[1])
    elif more:
        unread = "", unread[1]
    one = Instruction(
        Act.ADD if inner else act, named, found.get("old", ""), _own(found), found.get("where", "").lower() == "before",
        follows, colon if follows else "", numbers(found.get("to", "")),
        found.get("what", "").lower().startswith("sentence"), inner,
        " ".join(filter(None, (found.get("besides"), *unread))), found.get("sentence", "").lower(),
    )  # fmt: skip
    return (one, *more, counted) if counted else (one, *more)


def _more(act: Act, named: tuple[str, ...], words: str) -> tuple[Instruction, ...]:
    """The instructions that follow another one in its paragraph; those on words are about the section that it names,
    where they name none."""
    found = instructions(re.sub(r"^(?:and|then|also)\s+(?:then\s+)?", "", words, flags=re.I))
    on_words = {Act.REPLACE, Act.INSERT}
    return tuple(
        replace(one, sections=named) if not one.sections and {act, one.act} <= on_words else one for one in found
    )


def _own(found: dict[str, str]) -> str:
    """The new words without the stop that American print sets inside the quotation marks ("with “three.””), where the
    old words end in none and the sentence ends there."""
    old, new = found.get("old", ""), found.get("new", "")
    if found.get("sentence") and (quoted := ALL_QUOTED.fullmatch(new)):
        return quoted["text"].strip('“”"')
    opens = found.get("where", "").lower() == "before" and old[:1].isupper()
    own = (
        not found.get("sentence")
        and len(new) > 1
        and new[-1] in ".,"
        and old[-1:] not in tuple(".,;:")
        and not found["rest"][:1].strip()
    )
    return new[:-1] if own and not opens else new


def _counted(told: str) -> Instruction | None:
    """An instruction to renumber behind another one: these sections as those, or all that remain; None where it names
    numbers in a way that is not read."""
    match = RENUMBER.match(told.strip())
    if match:
        return Instruction(Act.RENUMBER, numbers(match["sections"]), to=numbers(match["to"]))
    named = RENUMBERS_SOME.match(told.strip())
    return _ALL_REMAINING if told and not named else None


def _unread(act: Act, words: str, follows: bool) -> str:
    """What a paragraph says behind an instruction and is none of it: another one, quoted words, the title of a new
    section, that it holds for a time only, or behind new words anything but where they go."""
    more = (
        FOR_A_TIME.search(words)
        or QUOTES.search(words)
        or (not follows and TOLD.search(words))
        or (act is Act.ADD and TITLE.search(words))
        or (act in (Act.REPLACE, Act.INSERT) and not follows and not _WHERE.fullmatch(words))
    )
    return words.strip(' ,.;“”"' if ALL_QUOTED.fullmatch(words) else " ,.;") if more else ""


def _place_beside(text: str) -> tuple[str, ...]:
    """The one section that stands beside quoted words: "Replace “two” with “three” in Section 4.2."."""
    outside = re.sub(r"[“\"][^”“\"]*[”\"]", " ", text)
    found = {
        number
        for match in re.finditer(rf"(?i)(?:\b{WORD}\s*|\b(?=\d+\.\d))({MANY})", outside)
        for number in numbers(match[1])
    }
    return tuple(found) if len(found) == 1 else ()


def sounds_like_one(text: str) -> bool:
    """Whether a paragraph opens like an instruction, though it could not be read as one."""
    placed = AT_PLACE.match(text)
    told = PART_OF.search(text) is not None and TOLD.search(text) is not None
    told = told or (placed is not None and (not text[placed.end() :].istitle() or text.rstrip().endswith(".")))
    return bool(told or LOOSE.match(text) or EXCEPT.match(text)) and len(text.split()) < 60


def is_instruction(text: str) -> bool:
    """Whether a paragraph, wherever it stands, says what to do with the contract, read or not."""
    return bool(instructions(text)) or sounds_like_one(text)


def is_order(text: str) -> bool:
    """Whether a sentence, by itself the whole text of a place, only tells what to do."""
    told = re.sub(r"^\W*(?:\w{1,2}\W*[:.)]\s+|(?i:article|appendix|schedule|exhibit)\s+\S{1,4}\s*[–—:-]\s*)", "", text)
    said = (ORDER.match(told) is not None and not _RULES.search(told)) or PROPOSES.match(told) is not None
    return (said and len(text.split()) <= _LONGEST_ORDER) or is_fragment(told)


def is_fragment(text: str) -> bool:
    """Whether words have no verb, and tell how a figure differs: "Robotics $800 added"."""
    return len(text.split()) <= _LONGEST_ORDER and FRAGMENT.fullmatch(text) is not None


def speaks_of_old(text: str, now: str) -> bool:
    """Whether words name the figure that they change, and ``now`` has it: "fifty cents rather than thirty-five cents",
    "Callback goes from three to four hours"."""
    had = set(_WORDS.findall(now.casefold()))
    said = same_words(now).casefold()
    return len(text.split()) <= _LONGEST_ORDER and any(
        FIGURE.search(match["old"]) is not None
        and match["old"].casefold().rstrip(".,;") in had
        and same_words(match[0]).casefold() not in said
        for match in CHANGED_FROM.finditer(text)
    )


def names_one(text: str, sections: Sequence[str]) -> bool:
    """Whether words that would stand for some sections name one of them: "Section 3(d): brother or sister", "6.3, new
    third sentence", "C.1. three members"."""
    for number in sections:
        last = re.escape(number.rpartition(".")[2])
        dotted = rf"|(?<![\w.]){re.escape(number)}(?![\w.]*\w)" if "." in number else rf"|^\W*{re.escape(number)}\.\d"
        if re.search(rf"(?i:\bsections?|\bsec\.|§)\s*{last}(?![\w.]*\w){dotted}", text):
            return True
    return False


def numbers(text: str) -> tuple[str, ...]:
    """The numbers in a list, a range written as "4-6"."""
    ranges = {match.span(): f"{match['from']}-{match['till']}" for match in RANGE.finditer(text)}
    found = [(span[0], words) for span, words in ranges.items()]
    for match in re.finditer(rf"(?<![\w.]){NUMBER}", text):
        if not any(start <= match.start() < end for start, end in ranges):
            found.append((match.start(), match[0]))
    return tuple(words for _, words in sorted(found))


_LONGEST_ORDER = 30
_TITLED = re.compile(r"\s*[,(–—:-]?\s*[^.;:]{0,60}?[.;]\s+(?=[A-Z])")
"""The title of what goes, with another sentence behind it."""
_WORDS = re.compile(r"[$¢]?\w[\w.,:%-]*(?<![.,:])")
_WHERE = re.compile(
    r"\W*(?:(?:in|of|from|at|within|throughout|wherever|where|on)\b(?:[^.;:]|\.(?=\d))*)?\W*(?:\([^()]*\))?\W*", re.I
)
"""What may stand behind new words and tells where they go, and no more."""
_RULES = re.compile(r"^[^“”\"]*\s[^“”\":]*:\s[^“”\"]*\b(?:shall|must)\b", re.I)
"""Behind a colon: "Raise the flag, open the gate: such duties shall be paid."; not "Add: They shall be paid."."""
_ALL_REMAINING = Instruction(Act.RENUMBER)
