"""What units are called in the words of a paper: the program's own words in its language, titles as they are."""

from __future__ import annotations

from tablebook.reports.packet.parts import Head
from tablebook.reports.packet.sheet import AskedFor, FinalUnit, PacketText, Unchanged
from tablebook.reports.words import ENGLISH, Words, words_of

Unit = PacketText | AskedFor | Unchanged | FinalUnit
_KINDS = (("article", "article"), ("appendix", "appendix"), ("side letter", "letter"))


def named(name: str, words: Words) -> str:
    """What a unit is called: "Side letter A" in the words of the paper. A name of its own stays as it is."""
    if name == words_of(ENGLISH)("unit.closing"):
        return words("unit.closing")
    for begins, kind in _KINDS:
        if name.lower().startswith(f"{begins} "):
            return words(f"unit.{kind}", name=name[len(begins) + 1 :]) if words.language != ENGLISH else name
    return name


def titled(text: Unit, words: Words) -> str:
    """ "Article 12, Class Size and Caseload"; a unit's name alone where its title says no more. A title is the
    contract's own and stays in English."""
    name = named(text.name, words)
    return ", ".join(filter(None, (name, text.title if text.title != text.name else "")))


def unit_head(text: Unit, words: Words, level: int) -> Head:
    """The heading of a unit. It is read as English where it has a title."""
    language = ENGLISH if text.title not in ("", text.name) else ""
    return Head(titled(text, words), level, named(text.number, words), language=language)
