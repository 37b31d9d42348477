"""The packet's fingerprint over all its facts and which version that is."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import UTC, date, datetime

from tablebook.domain.negotiation import Negotiation
from tablebook.domain.plain import to_plain
from tablebook.domain.text import fingerprint, short_code
from tablebook.reports.packet.sheet import PacketSheet, Since

_NO_TIME = datetime(1970, 1, 1, tzinfo=UTC)


def facts_fingerprint(sheet: PacketSheet) -> str:
    """SHA-256 over every fact of the packet: 64 hex digits, the same for every edition and language.

    When it was made and drawn does not count, nor that it was ratified or looked at since, or that a condition was met.
    Marks are drawn from texts that are in it, so they are not counted twice; nor is what made those texts.
    """
    texts = tuple(replace(text, redline=(), clean=(), met="", since=Since()) for text in sheet.texts)
    facts = replace(
        sheet,
        version=0,
        fingerprint="",
        made=_NO_TIME,
        outdated=(),
        unclear=(),
        ratified=None,
        look_at=(),
        recorded=None,
        texts=texts,
        final=tuple(replace(unit, blocks=()) for unit in sheet.final),
    )
    words = [fingerprint(text.clean) for text in sheet.texts], [fingerprint(unit.blocks) for unit in sheet.final]
    said = json.dumps([to_plain(facts), words], ensure_ascii=False, sort_keys=True, default=_said)
    return hashlib.sha256(b"tablebook-packet-1\n" + said.encode("utf-8")).hexdigest()


def _said(moment: date) -> str:
    return moment.isoformat()


def with_version(sheet: PacketSheet, state: Negotiation) -> PacketSheet:
    """The sheet with its fingerprint; with its version and day where a packet was made of exactly these facts."""
    code = facts_fingerprint(sheet)
    for entry, packet in reversed(list(state.ratification.packets.values())):
        if packet.fingerprint == code:
            return replace(sheet, version=packet.number, fingerprint=short_code(code), made=state.entries[entry].at)
    return replace(sheet, fingerprint=short_code(code))
