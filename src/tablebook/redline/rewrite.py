"""One paragraph's thread rewritten by a new pass: what stays, what is struck, what is new, and what comes back."""

from __future__ import annotations

from collections.abc import Sequence

from tablebook.domain.text import Block
from tablebook.redline.tokens import Fold, Token, exact, is_word, split, style_of
from tablebook.redline.weave import Atom, Segment, atom_of
from tablebook.redline.words import hunks

_ISLAND = 4
"""Fewer equal words than this inside a new phrase are not taken for an earlier wording that came back."""


def rewrite(
    thread: Sequence[Atom], tokens: Sequence[Token], number: int, fold: Fold = exact, glue: int = 2
) -> list[Atom]:
    """The thread after pass ``number``, whose words are ``tokens``. Reading its live atoms gives the tokens exactly."""
    live = [place for place, atom in enumerate(thread) if atom.alive]
    found = hunks([thread[place].text for place in live], [token.text for token in tokens], fold, glue=glue)
    out: list[Atom] = []
    place = i = j = 0
    for a, b, c, d in (*found, (len(live), len(live), len(tokens), len(tokens))):
        for at, token in zip(live[i:a], tokens[j:c], strict=True):
            out.extend(thread[place:at])
            out.append(_kept(thread[at], token, number))
            place = at + 1
        if (a, c) == (b, d):
            break
        end = _reach(thread, place, live, b)
        out.extend(_replaced(thread[place:end], tokens[c:d], number))
        place, i, j = end, b, d
    out.extend(thread[place:])
    return out


def rewrite_untouched(segment: Segment, block: Block, number: int, fold: Fold, glue: int) -> None:
    """The same for a paragraph in one style that no pass has touched yet: whole stretches become one atom each."""
    born, (bold, italic), (new_bold, new_italic) = segment.events[0], style_of(segment.block), style_of(block)
    olds, news = split(segment.block.text), split(block.text)
    atoms: list[Atom] = []
    j = 0
    for a, b, c, d in (*hunks(olds, news, fold, glue=glue), (len(olds), len(olds), len(news), len(news))):
        if j < c:
            atoms.append(Atom("".join(news[j:c]), born, new_bold, new_italic))
        if a < b:
            atoms.append(Atom("".join(olds[a:b]), born, bold, italic))
            atoms[-1].end(number)
        if c < d:
            atoms.append(Atom("".join(news[c:d]), number, new_bold, new_italic))
        j = d
    segment.atoms, segment.coarse = atoms, True


def _kept(atom: Atom, token: Token, number: int) -> Atom:
    atom.text, atom.bold, atom.italic = token.text, token.bold, token.italic
    if isinstance(atom, Segment) and token.block is not None:
        atom.take(token.block, token.index, number)
    return atom


def _reach(thread: Sequence[Atom], place: int, live: Sequence[int], after: int) -> int:
    """The end of the stretch that a change may use: up to the next word that stays, but new words never go behind the
    beginning of a struck paragraph below."""
    end = live[after] if after < len(live) else len(thread)
    start = max(place, live[after - 1] + 1) if after else place
    for at in range(start, end):
        if isinstance(thread[at], Segment):
            return at
    return end


def _replaced(stretch: Sequence[Atom], tokens: Sequence[Token], number: int) -> list[Atom]:
    """A changed stretch: live atoms end, unless an earlier wording comes back; then its atoms do."""
    back = _earlier(stretch, tokens, number) if tokens else {}
    out: list[Atom] = []
    done = 0
    for atom in stretch:
        if id(atom) in back:
            at = back[id(atom)]
            out.extend(atom_of(token, number) for token in tokens[done:at])
            out.append(_returned(atom, tokens[at], number))
            done = at + 1
            continue
        if atom.alive:
            atom.end(number)
        out.append(atom)
    out.extend(atom_of(token, number) for token in tokens[done:])
    return out if any(isinstance(atom, Segment) for atom in out) else in_order(out, number)


def in_order(atoms: list[Atom], number: int) -> list[Atom]:
    """A changed stretch as it reads best: struck before, struck now, standing: "28 [23] 26 25" with 25 standing.

    Contract words never change places among themselves, nor do the words of this pass, nor those of the pass before.
    Where that cannot be, everything stays in its place.
    """
    before = [atom for atom in atoms if not atom.alive and atom.events[-1] < number]
    now = [atom for atom in atoms if not atom.alive and atom.events[-1] == number]
    stands = [atom for atom in atoms if atom.alive]
    contract = [atom for atom in before if atom.ours]
    offers = [atom for atom in before if not atom.ours]
    out = [*contract, *now, *offers] if any(atom.ours for atom in now) else [*contract, *offers, *now]
    out.extend(stands)
    kept = any(atom.events[-1] < number for atom in stands)
    if kept or [atom for atom in out if atom.ours] != [atom for atom in atoms if atom.ours]:
        return atoms
    return out


def _returned(atom: Atom, token: Token, number: int) -> Atom:
    if not atom.alive:
        atom.revive(number)
    return _kept(atom, token, number)


def _earlier(stretch: Sequence[Atom], tokens: Sequence[Token], number: int) -> dict[int, int]:
    """The atoms of an earlier pass that these tokens bring back, with the token of each; empty if none do.

    The same words whole come back as what they were, current language first, then the latest offer. Of other wordings
    only stretches of several words do; the rest is new.
    """
    if all(atom.alive for atom in stretch):
        return {}
    texts = [token.text for token in tokens]
    best: dict[int, int] = {}
    most = 0
    for version in (0, *range(number - 1, 0, -1)):
        atoms = [atom for atom in stretch if atom.alive_at(version)]
        if not atoms or all(atom.alive for atom in atoms):
            continue
        if [atom.text for atom in atoms] == texts:
            return {id(atom): at for at, atom in enumerate(atoms)}
        held, count = _shared(atoms, texts)
        if count > most:
            best, most = held, count
    return best


def _shared(atoms: Sequence[Atom], texts: Sequence[str]) -> tuple[dict[int, int], int]:
    olds = [atom.text for atom in atoms]
    found = hunks(olds, texts, glue=_ISLAND - 1)
    held: dict[int, int] = {}
    count = i = j = 0
    for a, b, c, d in (*found, (len(olds), len(olds), len(texts), len(texts))):
        words = sum(map(is_word, olds[i:a]))
        if words >= _ISLAND or (words and words == sum(map(is_word, texts))):
            held.update((id(atoms[x]), y) for x, y in zip(range(i, a), range(j, c), strict=True))
            count += words
        i, j = b, d
    return held, count
