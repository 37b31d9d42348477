"""Which sections each edition has, in which order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from tablebook.redline.asked import Outcome, Threefold
from tablebook.redline.asked_short import has_figures, in_short
from tablebook.reports.packet import sections
from tablebook.reports.packet.board import board
from tablebook.reports.packet.naming import titled
from tablebook.reports.packet.parts import Composed, Cover, Facts, Grid, Head, Part, Say, Tone
from tablebook.reports.packet.sheet import AskedFor, Edition, PacketSheet, PacketText
from tablebook.reports.packet.vote_notice import question, vote_facts, vote_notice
from tablebook.reports.words import ENGLISH, Words


def composed(sheet: PacketSheet, edition: Edition, words: Words) -> Composed:
    """An edition of the packet in one language."""
    mark = words("paper.packet", version=sheet.version) if sheet.version else words("paper.draft")
    if edition is Edition.SUMMARY:
        running = _running(sheet, words)
        parts = tuple(_summary(sheet, words))
        foot = _counts(sheet, words)
        return Composed(words.language, None, parts, mark, sheet.fingerprint, running, foot, contents=False)
    every = _board(sheet, words) if edition is Edition.BOARD else _members(sheet, words)
    return Composed(words.language, _cover(sheet, edition, words), tuple(every), mark, sheet.fingerprint, mark)


def _agreed(sheet: PacketSheet) -> Iterator[list[PacketText]]:
    """What is agreed, unit by unit. A schedule that an article carries is told with the article."""
    seen: set[str] = set()
    for _, group in groupby(sheet.texts, key=lambda text: (text.kind, text.name)):
        texts = [text for text in group if text.kind != "closing" and text.label not in seen]
        seen.update(text.label for text in texts)
        if texts:
            yield texts


def _counts(sheet: PacketSheet, words: Words) -> str:
    """How many articles, appendices and letters are agreed, and what became of the others; what there is none of is
    not counted."""
    counts = {
        "agreed": sum(1 for _ in _agreed(sheet)),
        "withdrawn": sum(one.withdrawn for one in sheet.asked),
        "deferred": sum(bool(one.deferred) for one in sheet.asked),
    }
    return ", ".join(words.counted(f"summary.{name}", count) for name, count in counts.items() if count)


def _running(sheet: PacketSheet, words: Words) -> str:
    vote = sheet.vote
    if vote is None or vote.opens is None:
        return ""
    return words("summary.running", days=words.days(vote.opens, vote.closes or vote.opens))


def warnings(sheet: PacketSheet, words: Words) -> tuple[Say, ...]:
    """What must be seen before anything else: that this packet is out of date, or only a draft."""
    said = []
    if sheet.outdated:
        changed = [what or words("paper.other_words") for what in sheet.outdated]
        said.append(Say(words("paper.outdated", what=words.listed(changed)), Tone.WARNING))
    if not sheet.version:
        said.append(Say(words("paper.draft_note"), Tone.WARNING))
    if sheet.unclear:
        said.append(Say(words("paper.unclear", what=words.listed(sheet.unclear)), Tone.WARNING))
    return tuple(said)


def _cover(sheet: PacketSheet, edition: Edition, words: Words) -> Cover:
    union, employer = sheet.masthead.union, sheet.masthead.employer
    if edition is Edition.BOARD:
        key = "board.under_term" if sheet.term else "board.under"
        under = words(key, union=union, employer=employer, term=sheet.term)
        facts = Facts(
            sections.kept(
                (words("terms.term"), sheet.term),
                (words("terms.parties"), sheet.masthead.parties),
                (words("vote.question"), question(sheet, sheet.vote, words) if sheet.vote else ""),
                (words("vote.then"), _board_day(sheet, words)),
            )
        )
        return Cover(words("board.heading"), under, words("edition.board"), warnings(sheet, words), facts=facts)
    under = words("paper.with_term" if sheet.term else "paper.with", employer=employer, term=sheet.term)
    named = words("edition.large-print") if edition is Edition.LARGE_PRINT else ""
    facts = vote_facts(sheet, sheet.vote, words) if sheet.vote else Facts(())
    letter = _letter(sheet, words)
    signed = (sheet.letter.signed, sheet.letter.role) if sheet.letter.words.text else ("", "")
    return Cover(words("paper.title"), under, named, warnings(sheet, words), letter, *signed, facts)


def _board_day(sheet: PacketSheet, words: Words) -> str:
    return words("vote.board", day=words.day(sheet.vote.board)) if sheet.vote and sheet.vote.board else ""


def _letter(sheet: PacketSheet, words: Words) -> tuple[Say, ...]:
    """The letter; in another language its translation first, then the original."""
    own = sheet.letter.words
    if not own.text:
        return (Say(words("flag.letter"), Tone.FLAG),)
    original = tuple(Say(text, language=ENGLISH) for text in sections.paragraphs(own.text))
    if words.language == ENGLISH:
        return original
    head = Say(words("translation.original"), Tone.NOTE, tied=True)
    return (*sections.translation(own, words), head, *original)


def _members(sheet: PacketSheet, words: Words) -> Iterator[Part]:
    for section in (
        sections.terms,
        sections.plain,
        sections.asked,
        sections.cost,
        sections.texts,
        sections.letters,
        sections.schedules,
        sections.unchanged,
        vote_notice,
    ):
        yield from section(sheet, words)


def _board(sheet: PacketSheet, words: Words) -> Iterator[Part]:
    yield from board(sheet, words)
    yield from sections.terms(sheet, words)
    yield from vote_notice(sheet, words)


def _summary(sheet: PacketSheet, words: Words) -> Iterator[Part]:
    """Everything on one page: a row for each article that was agreed, withdrawn or deferred."""
    key = "summary.lead_term" if sheet.term else "summary.lead"
    yield Head(words("summary.heading"))
    yield Say(words(key, employer=sheet.masthead.employer, term=sheet.term), Tone.LEAD)
    yield from warnings(sheet, words)
    asked = {article.name: article for article in sheet.asked}
    rows = []
    for texts in _agreed(sheet):
        short = _in_short(asked.get(texts[0].name), words)
        rows.append((_order(sheet, texts[0].name), *_named(texts[0], words), _changes(texts, words), *short))
    for one in sheet.asked:
        if ended := sections.without_agreement(one, words):
            said = ended, *_in_short(one, words)
            rows.append((_order(sheet, one.name), *_named(one, words), *said))
    rows.sort(key=lambda row: row[0])
    head = ("", words("summary.article"), words("summary.changes"), words("summary.asked"), words("summary.got"))
    tones = (Tone.QUIET, Tone.STRONG, Tone.BODY, Tone.QUIET, Tone.STRONG)
    languages = (ENGLISH, ENGLISH, "", "", "")
    shown = tuple(row[1:] for row in rows)
    yield Grid(head, shown, (0.04, 0.17, 0.46, 0.165, 0.165), tones, languages, words("summary.heading"))
    yield Say(words("summary.foot"), Tone.NOTE)


def _order(sheet: PacketSheet, name: str) -> int:
    names = [one.name for one in sheet.asked]
    return names.index(name) if name in names else len(names)


def _named(unit: PacketText | AskedFor, words: Words) -> tuple[str, str]:
    """The number of an article and its title; the whole name of any other unit."""
    return (unit.number, unit.title) if unit.number.isalnum() else ("", titled(unit, words))


def _changes(texts: list[PacketText], words: Words) -> str:
    """The local's words of a unit; what is not written, out of date or not translated says so, as in the packet."""
    said: dict[str, list[str]] = {}
    stale = [text.label for text in texts if text.plain.text and text.plain.stale]
    for text in texts:
        own, found = text.plain, text.plain.translated(words.language)
        if not own.text and text.same:
            why, shown = "", words("asked.no_change")
        elif not own.text:
            why, shown = "summary.missing", ""
        elif words.language == ENGLISH or (found and not found.stale):
            why, shown = "", found.text if found else own.text
        else:
            why, shown = "summary.stale" if found else "summary.untranslated", own.text
        said.setdefault(why, []).append(text.label)
        said.setdefault(f"{why}:", []).append(shown)
    parts = []
    for why in ("", "summary.stale", "summary.untranslated", "summary.missing"):
        if labels := list(dict.fromkeys(said.get(why, []))):
            parts += [words(why, labels=words.listed(labels))] if why else []
            parts += dict.fromkeys(said[f"{why}:"])
    if stale:
        parts.append(words("summary.stale_words", labels=words.listed(list(dict.fromkeys(stale)))))
    return " ".join(" ".join(parts).split())


def _in_short(article: AskedFor | None, words: Words) -> tuple[str, str]:
    """One change of an article in a few words: the first in which we did not get all, else the first."""
    passages = [one for place in article.places for one in place.passages] if article else []
    if not passages:
        return words("asked.not_asked"), words("asked.stays")
    one = min(passages, key=_telling)
    if one.figures:
        same = one.outcome in (Outcome.FULL, Outcome.NONE)
        asked = words("asked.not_asked") if one.outcome is Outcome.THEIRS else words("asked.new_figures")
        got = words("asked.new_figures")
        return asked, words("asked.same" if one.outcome is Outcome.FULL else "asked.stays") if same else got
    if one.outcome is Outcome.THEIRS:
        return words("asked.not_asked"), in_short(one.got, one.today) or words("asked.left_out")
    part = one.outcome is Outcome.PART
    asked = in_short(one.asked, one.got if part else one.today) or words("asked.left_out")
    if one.outcome is Outcome.NONE:
        return asked, sections.nothing_got(one, words)
    return asked, (in_short(one.got, one.asked) or words("asked.left_out")) if part else words("asked.same")


def _telling(one: Threefold) -> tuple[bool, bool, int, bool]:
    """What of an article is told first: what we asked for, words before tables, what we got in part, and what both say
    in figures. Of what we did not ask for a table says most."""
    order = (Outcome.PART, Outcome.FULL, Outcome.NONE, Outcome.THEIRS)
    other = one.got if one.outcome is Outcome.PART else one.today
    told = one.got if one.outcome is Outcome.THEIRS else one.asked
    theirs = one.outcome is Outcome.THEIRS
    return theirs, one.figures is not theirs, order.index(one.outcome), not has_figures(told, other)
