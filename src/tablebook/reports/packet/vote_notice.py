"""The vote notice: its facts in the words of a paper, and the local's own words as it wrote them."""

from __future__ import annotations

from collections.abc import Iterator

from tablebook.domain.vote_words import says_share
from tablebook.reports.packet.parts import Facts, Head, Part, Say, Tone
from tablebook.reports.packet.sheet import PacketSheet, Share, VoteNotice
from tablebook.reports.words import ENGLISH, Words, words_of


def vote_notice(sheet: PacketSheet, words: Words) -> Iterator[Part]:
    """The vote notice, or that the vote was not set."""
    yield Head(words("vote.heading"))
    if sheet.vote is None:
        yield Say(words("flag.vote"), Tone.FLAG)
    else:
        yield vote_facts(sheet, sheet.vote, words)


def vote_facts(sheet: PacketSheet, notice: VoteNotice, words: Words) -> Facts:
    """The facts of the vote, as they stand on the cover and in the notice. What the local wrote stays as it wrote it;
    in another language it stands after the words of the paper, where there are any."""
    opens, closes = notice.opens, notice.closes
    when = words.span(opens, closes) if opens and closes else words.moment(opens) if opens else ""
    who = words(f"vote.{notice.who}")
    if notice.eligible:
        who = words("vote.count", words=who, count=words.number(notice.eligible))
    method = _begun(words.listed([words(f"vote.{one}") for one in notice.methods]))
    quorum = words.counted("vote.quorum_count", notice.quorum) if notice.quorum else ""
    rule = notice.quorum_words  # nobody at the count can look "half plus one" up: the figure stands with it
    much, cited = _begun(share(notice.passes, words)), notice.passes_words
    bare = bool(much and cited) and not says_share(cited)  # "Art. 7 of the constitution" tells no member how many
    rows = (
        ("question", notice.question, asks(sheet, notice, words)),
        ("vote", "", when),
        ("where", ", ".join(notice.places), ""),
        ("who", "", who),
        ("method", notice.method_words, method),
        ("passes", "" if bare else notice.passes_words, words("vote.both", said=much, own=cited) if bare else much),
        ("quorum", "", words("vote.both", said=quorum, own=rule) if quorum and rule else quorum or rule),
        ("recommends", notice.recommendation, ""),
        ("then", "", words("vote.board", day=words.day(notice.board)) if notice.board else ""),
    )
    shown = [(words(f"vote.{name}"), _both(own, said, words), own) for name, own, said in rows if own or said]
    own = tuple(index for index, (_, value, theirs) in enumerate(shown) if theirs == value)
    return Facts(tuple((label, value) for label, value, _ in shown), own)


def asks(sheet: PacketSheet, notice: VoteNotice, words: Words) -> str:
    """The question in the words of the paper, where it is the one that the program asks; "" where it is another."""
    key = "vote.asks_term" if sheet.term else "vote.asks"
    return words(key, term=sheet.term) if notice.question == words_of(ENGLISH)(key, term=sheet.term) else ""


def question(sheet: PacketSheet, notice: VoteNotice, words: Words) -> str:
    """The question as it is asked, after the same in the words of the paper where there is that."""
    return _both(notice.question, asks(sheet, notice, words), words)


def _begun(said: str) -> str:
    return said[:1].upper() + said[1:]


def _both(own: str, said: str, words: Words) -> str:
    if not own or not said or own == said or words.language == ENGLISH:
        return own or said
    return words("vote.both", said=said, own=own)


def share(rule: Share | None, words: Words) -> str:
    """ "a majority of the ballots cast", "at least two thirds of all who may vote"."""
    if rule is None:
        return ""
    known = words.has(f"share.s{rule.part}_{rule.whole}")
    part = words(f"share.s{rule.part}_{rule.whole}") if known else f"{rule.part}/{rule.whole}"
    much = words("share.at_least", part=part) if rule.at_least else words("share.more_than", part=part)
    if (rule.part, rule.whole, rule.at_least) == (1, 2, False):
        much = words("share.majority")
    return f"{much} {words(f'share.of_{rule.of}')}"
