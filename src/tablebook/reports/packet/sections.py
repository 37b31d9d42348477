"""The sections that members read, each as parts in the words of one language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from tablebook.domain.term_dates import names_days, term_sentence
from tablebook.redline.asked import Outcome, Threefold, cut
from tablebook.reports.packet.naming import titled, unit_head
from tablebook.reports.packet.parts import Facts, Grid, Head, Pair, Part, Say, Text, Tone
from tablebook.reports.packet.sheet import (
    AskedFor,
    OwnWords,
    PacketSheet,
    PacketText,
    Since,
)
from tablebook.reports.words import ENGLISH, Words

_MOST = 70
"""Words of a passage in the comparison of asked and got; the text itself is printed in full elsewhere."""


def kept(*rows: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    """The facts that have a value."""
    return tuple((label, value) for label, value in rows if value)


def terms(sheet: PacketSheet, words: Words) -> Iterator[Part]:
    """The term, the parties, when everything was settled and from when it holds."""
    yield Head(words("terms.heading"))
    days = [text.agreed for text in sheet.texts]
    count = len(sheet.labels)
    signed = ""
    if days:
        key = "terms.agreements_one" if count == 1 else "terms.agreements_count"
        signed = words(key, count=count, days=words.days(min(days), max(days)))
    when = sheet.settled or sheet.recorded
    settled = words.moment(when) if when else ""
    yield Facts(
        kept(
            (words("terms.term"), sheet.term),
            (words("terms.span"), _span(sheet)),
            (words("terms.parties"), words.listed((sheet.masthead.union, sheet.masthead.employer))),
            (words("terms.settled"), settled),
            (words("terms.agreements"), signed),
            (words("terms.effective"), _effective(sheet, words)),
        )
    )
    first = [words(f"terms.first_{body}") for body in sheet.ratifiers] or [words("terms.signed_alone")]
    yield Say(" ".join((words("terms.replaces"), *first)))


def _effective(sheet: PacketSheet, words: Words) -> str:
    """From when the TAs hold: on the day that was stated at the table, on the days that their text names, or with the
    agreement. All are named, so that none is left out."""
    found: dict[str, list[str]] = {}
    for text in sheet.texts:
        labels = found.setdefault(text.effective, [])
        if text.label not in labels:
            labels.append(text.label)
    undated = found.pop("", [])
    if len(found) == 1 and len(next(iter(found.values()))) == len(sheet.labels):
        return words("terms.effective_all", day=words.day_or_words(next(iter(found))))
    said = [
        words("terms.effective_some", day=words.day_or_words(day), what=words.listed(labels))
        for day, labels in found.items()
    ]
    in_text = [label for label in undated if any(t.label == label and names_days(text_of(t)) for t in sheet.texts)]
    for key, labels in (("in_text", in_text), ("no_date", [one for one in undated if one not in in_text])):
        if labels:
            said.append(words(f"terms.{key}", what=words.listed(labels)))
    whole = "; ".join(said)
    return whole[:1].upper() + whole[1:]


def _span(sheet: PacketSheet) -> str:
    """The sentence of an agreed text that says from when to when the agreement holds."""
    said = next((found for text in sheet.texts if (found := term_sentence(text_of(text)))), "")
    return f"“{said}”" if said else ""


def text_of(text: PacketText) -> str:
    """The words that a TA agrees, a paragraph a line."""
    return "\n".join(block.text for block in text.clean)


def plain(sheet: PacketSheet, words: Words) -> Iterator[Part]:
    """What each TA changes, in the local's own words, with the translation beside it; what is missing is flagged."""
    yield Head(words("plain.heading"))
    yield Say(words("plain.lead"), Tone.LEAD)
    if words.language != ENGLISH:
        yield Say(words("translation.controls"), Tone.STRONG)
    first: dict[str, PacketText] = {}
    for text in sheet.texts:
        if not text.same or text.plain.text:
            first.setdefault(text.label, text)
    for _, group in groupby(first.values(), key=lambda text: (text.number, text.name)):
        texts = list(group)
        yield unit_head(texts[0], words, 3)
        for text in texts:
            if len(texts) > 1:
                yield Say(", ".join(filter(None, (text.label, places(text, words)))), Tone.NOTE, tied=True)
            yield own_words(text.plain, words, words("flag.plain"))
            if text.conditions:
                yield Say(words("plain.conditions", words=depends_on(text, words)), Tone.NOTE)


def depends_on(text: PacketText, words: Words) -> str:
    """The condition of a TA, and how it came about where it did."""
    if not text.met:
        return text.conditions
    return words("texts.condition_met", words=text.conditions.rstrip("."), how=text.met)


def own_words(own: OwnWords, words: Words, missing: str) -> Part:
    """The local's words, or the flag that says what was not written; in another language with its translation."""
    if not own.text:
        return Say(missing, Tone.FLAG)
    said = tuple(Say(text, language=ENGLISH) for text in paragraphs(own.text))
    if own.stale:
        said = (Say(words("plain.stale"), Tone.WARNING), *said)
    if words.language == ENGLISH:
        return said[0] if len(said) == 1 else Pair(said, ())
    said = (Say(words("translation.original"), Tone.NOTE), *said)
    return Pair(said, (Say(words("translation.own"), Tone.NOTE), *translation(own, words)))


def translation(own: OwnWords, words: Words) -> tuple[Say, ...]:
    """A translation with who made it, who checked it and whether it is out of date; or that there is none."""
    found = own.translated(words.language)
    if found is None:
        return (Say(words("flag.translation"), Tone.FLAG),)
    stale = (Say(words("translation.stale"), Tone.WARNING),) if found.stale else ()
    key = "translation.by" if found.reviewer else "translation.by_only"
    by = words(key, translator=found.translator, reviewer=found.reviewer)
    texts = tuple(Say(text, Tone.QUIET if found.stale else Tone.BODY) for text in paragraphs(found.text))
    return (*stale, *texts, Say(by, Tone.NOTE))


def paragraphs(text: str) -> list[str]:
    """Paragraphs are parted by empty lines; other line breaks are only those of the window it was typed in."""
    return [" ".join(part.split()) for part in text.replace("\r\n", "\n").split("\n\n") if part.strip()]


def places(text: PacketText, words: Words) -> str:
    """ "sections 12.1 and 12.2", or nothing where the whole unit is agreed."""
    if not text.places:
        return ""
    key = "texts.section" if len(text.places) == 1 else "texts.sections"
    return words(key, places=words.listed(text.places))


def without_agreement(article: AskedFor, words: Words) -> str:
    """What became of an article that we asked for something in and that has no TA."""
    if article.deferred:
        return words("asked.deferred", to=article.deferred)
    return words("asked.withdrawn_new" if article.new else "asked.withdrawn") if article.withdrawn else ""


def asked(sheet: PacketSheet, words: Words) -> Iterator[Part]:
    """Our first proposals beside what was agreed, passage by passage."""
    yield Head(words("asked.heading"))
    yield Say(words("asked.lead"), Tone.LEAD)
    for article in sheet.asked:
        yield unit_head(article, words, 3)
        labels = _labels(article, words)
        if labels:
            yield Say(labels, Tone.NOTE, tied=True)
        if ended := without_agreement(article, words):
            yield Say(ended, Tone.STRONG)
        elif not article.places:
            yield Say(words("asked.no_change"), Tone.STRONG)
        rows = [row for place in article.places for row in _asked_rows(place.place, place.passages, words)]
        if rows:
            head = (words("asked.place"), words("asked.today"), words("asked.asked"), words("asked.got"))
            tones = (Tone.QUIET, Tone.QUIET, Tone.BODY, Tone.STRONG)
            yield Grid(head, tuple(rows), (0.1, 0.3, 0.3, 0.3), tones, name=titled(article, words))


def _labels(article: AskedFor, words: Words) -> str:
    """The papers that the words are from."""
    asked_in, got = words.listed(article.asked), words.listed(article.got)
    if asked_in and got:
        return words("asked.both_labels", asked=asked_in, got=got)
    if asked_in:
        return words("asked.asked_label", asked=asked_in)
    return words("asked.got_label", got=got) if got else ""


def _asked_rows(place: str, passages: Sequence[Threefold], words: Words) -> Iterator[tuple[str, ...]]:
    for index, one in enumerate(passages):
        here = place if index == 0 else ""
        if one.figures:
            said = words("asked.figures")
            yield here, "", said if one.asked != one.today else words("asked.not_asked"), said
        else:
            yield here, _passage(one.today, words("asked.nothing")), asked_words(one, words), got_words(one, words)


def _passage(text: str, empty: str) -> str:
    return cut(text, _MOST) if text else empty


def asked_words(one: Threefold, words: Words) -> str:
    """The words that we asked for, or that this was not in our first proposal."""
    if one.outcome is Outcome.THEIRS:
        return words("asked.not_asked")
    return _passage(one.asked, words("asked.left_out"))


def nothing_got(one: Threefold, words: Words) -> str:
    """That today's words stay, where there are any."""
    return words("asked.stays" if one.today else "asked.not_got")


def got_words(one: Threefold, words: Words) -> str:
    """The agreed words, or that today's stay, where there are any."""
    if one.outcome is Outcome.NONE:
        return nothing_got(one, words)
    if one.outcome is Outcome.FULL:
        return words("asked.same")
    return _passage(one.got, words("asked.left_out"))


def cost(sheet: PacketSheet, words: Words) -> Iterator[Part]:
    """What it costs, as it was stated for everybody; flagged where nothing was stated."""
    yield Head(words("cost.heading"))
    yield from cost_table(sheet, words)


def cost_table(sheet: PacketSheet, words: Words) -> Iterator[Part]:
    """The words and the table of the cost summary."""
    own, rows = sheet.cost.words, sheet.cost.rows
    if not own.text and not rows:
        yield Say(words("flag.cost"), Tone.FLAG)
        return
    yield Say(words("cost.lead"), Tone.LEAD)
    if own.text:
        yield own_words(own, words, "")
    if rows:
        count = max(map(len, rows))
        even = tuple(row + ("",) * (count - len(row)) for row in rows)
        shares = (0.4, *((0.6 / (count - 1),) * (count - 1))) if count > 1 else (1.0,)
        yield Grid(even[0], even[1:], shares, languages=(ENGLISH,) * count, name=words("cost.heading"))
    if own.by:
        yield Say(words("cost.written_by", name=own.by), Tone.NOTE)


def texts(sheet: PacketSheet, words: Words) -> Iterator[Part]:
    """Every TA on articles, whole and marked."""
    yield Head(words("texts.heading"))
    yield Say(words("texts.lead"), Tone.LEAD)
    yield Say(words("texts.codes"), Tone.NOTE)
    yield from _grouped(sheet.of_kind("article"), words)
    yield from _grouped(sheet.of_kind("closing"), words)
    yield from conforming(sheet, words)


def conforming(sheet: PacketSheet, words: Words) -> Iterator[Part]:
    """The clean-ups that both sides initialled; nothing where there are none."""
    if not sheet.conforming:
        return
    yield Head(words("conforming.heading"), 2)
    yield Say(words("conforming.lead"), Tone.LEAD)
    yield _conforming(sheet, words)


def _conforming(sheet: PacketSheet, words: Words) -> Grid:
    rows = tuple((one.label, one.place, one.old, one.new) for one in sheet.conforming)
    head = (words("board.label"), words("asked.place"), words("conforming.old"), words("conforming.new"))
    tones = (Tone.STRONG, Tone.QUIET, Tone.QUIET, Tone.BODY)
    return Grid(head, rows, (0.14, 0.18, 0.34, 0.34), tones, (ENGLISH,) * 4, words("conforming.heading"))


def _grouped(chosen: Sequence[PacketText], words: Words) -> Iterator[Part]:
    for _, group in groupby(chosen, key=lambda text: (text.number, text.name)):
        members = list(group)
        yield unit_head(members[0], words, 2)
        for text in members:
            yield from one_text(text, words)


def one_text(text: PacketText, words: Words) -> Iterator[Part]:
    """One TA: its label and facts, then its text marked against the contract."""
    yield Head(", ".join(filter(None, (text.label, places(text, words)))), 3, aside=text.fingerprint)
    accepted = words(f"pass.{text.party}", label=text.accepted) if text.party else text.accepted
    if text.amended:
        accepted = words("texts.amended", accepted=accepted)
    yield Facts(
        kept(
            (words("texts.agreed"), words("texts.agreed_on", day=words.moment(text.agreed), accepted=accepted)),
            (words("texts.signed"), words.listed(text.signed_by)),
            (words("texts.effective"), words.day_or_words(text.effective)),
            (words("texts.conditions"), depends_on(text, words)),
            (words("texts.since"), _since(text.since, words)),
        )
    )
    yield Text(text.redline)


def _since(since: Since, words: Words) -> str:
    """Why the words are others than on the signed sheet."""
    by = words.listed(since.by)
    confirmed = words("texts.confirmed_by", by=by) if by else words("texts.confirmed")
    answered = (words("texts.answered" if new else "texts.left_out", old=old, new=new) for old, new in since.answers)
    return " ".join((*((confirmed,) if since.confirmed else ()), *answered))


def letters(sheet: PacketSheet, words: Words) -> Iterator[Part]:
    """Side letters and memoranda."""
    yield Head(words("letters.heading"))
    found = sheet.of_kind("letter")
    if not found:
        yield Say(words("letters.none"))
    yield from _grouped(found, words)


def schedules(sheet: PacketSheet, words: Words) -> Iterator[Part]:
    """Salary schedules and other appendices under a TA."""
    yield Head(words("schedules.heading"))
    found = sheet.of_kind("appendix")
    if not found:
        yield Say(words("schedules.none"))
    yield from _grouped(found, words)


def unchanged(sheet: PacketSheet, words: Words) -> Iterator[Part]:
    """The units of the contract that stay as they are."""
    yield Head(words("unchanged.heading"))
    if sheet.unchanged:
        yield Say(words("unchanged.lead"))
        for unit in sheet.unchanged:
            why = words("unchanged.withdrawn") if unit.withdrawn else ""
            why = words("unchanged.agreed") if unit.agreed else why
            why = words("unchanged.conformed") if unit.conformed else why
            if unit.deferred:
                why = words("unchanged.deferred", to=unit.deferred)
            name = titled(unit, words)
            yield Say(f"{name} ({why})" if why else name, Tone.STRONG)
    else:
        yield Say(words("unchanged.none"))
    yield Say(words("unchanged.sections"))
    if sheet.closing:
        counts = zip(("stay", "withdrawn", "deferred"), sheet.left, strict=True)
        said = [
            words.counted("unchanged.count_stay", count)
            if name == "stay"
            else words(f"unchanged.count_{name}", count=count)
            for name, count in counts
            if count
        ]
        yield Say(words("unchanged.closing"), Tone.LEAD)
        yield Say(sheet.closing, Tone.STRONG, language=ENGLISH)
        if said:
            yield Say(" ".join(said))
