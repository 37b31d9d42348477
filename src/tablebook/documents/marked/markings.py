"""Which key a look answers to. A paper has layers of marking: tracking, striking, the dress of new words, a highlight
put over all of it. In each layer the key that names the most of a look decides."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace
from functools import lru_cache

from tablebook.documents.marked.colours import colour_name
from tablebook.documents.marked.paper import Key, Look
from tablebook.domain.phrases import listed


def dress(look: Look, *, italic: bool = False) -> Look:
    """What new words are told by: underline, bold and colour, and italics where the paper uses them so."""
    return Look(underline=look.underline, bold=look.bold, italic=look.italic and italic, colour=look.colour)


def telling_features(look: Look) -> dict[str, object]:
    """The features that a look has at all."""
    return {field.name: value for field in fields(look) if (value := getattr(look, field.name))}


def answers(look: Look, key: Look) -> bool:
    """Whether a look has all that a key names."""
    return all(getattr(look, name) == value for name, value in telling_features(key).items())


def best(look: Look, keys: Iterable[Key]) -> Key | None:
    """The key that names the most of a look."""
    fitting = [key for key in keys if answers(look, key.look) and telling_features(key.look)]
    return max(fitting, key=lambda key: len(telling_features(key.look)), default=None)


def layer(key: Key) -> str:
    """The layer a key belongs to: "sign", "tracked", "strike", "highlight" or "dress"."""
    if key.sign:
        return "sign"
    for name in ("tracked", "strike", "highlight"):
        if getattr(key.look, name):
            return name
    return "dress"


@lru_cache(maxsize=2048)
def decided_by(look: Look, keys: tuple[Key, ...]) -> tuple[Key, ...]:
    """The keys that decide about words with this look, one a layer. Tracked words are looked up by what was tracked."""
    by_layer: dict[str, list[Key]] = {}
    for key in keys:
        by_layer.setdefault(layer(key), []).append(key)
    struck = best(look, by_layer.get("strike", ()))
    rest = look
    if struck is not None:
        # The colour of the strike is no sign of new words: red often means both struck and added.
        rest = replace(look, colour="") if struck.look.colour else look
    found = [struck, _dressed(rest, by_layer.get("dress", ()), struck), best(look, by_layer.get("highlight", ()))]
    found += _tracked(look, by_layer.get("tracked", ()))
    return tuple(key for key in found if key is not None)


def _dressed(look: Look, keys: Iterable[Key], struck: Key | None) -> Key | None:
    if struck is None or not struck.look.colour:
        return best(look, keys)
    shared = struck.look.colour
    bare = {key: replace(key.look, colour="") if key.look.colour == shared else key.look for key in keys}
    found = best(look, [replace(key, look=seen) for key, seen in bare.items()])
    return next((key for key, seen in bare.items() if found and seen == found.look), None)


def _tracked(look: Look, keys: Iterable[Key]) -> list[Key | None]:
    put_in = replace(look, tracked="inserted") if "inserted" in look.tracked else None
    taken_out = Look(tracked="deleted", author=look.striker) if "deleted" in look.tracked else None
    return [best(part, keys) for part in (put_in, taken_out) if part is not None]


def named(look: Look) -> str:
    """A look in words: "bold and underlined in blue", "struck in red"."""
    words = [
        {"double": "struck twice", "single": "struck"}.get(look.strike, ""),
        "bold" if look.bold else "",
        "italic" if look.italic else "",
        {"double": "underlined twice", "single": "underlined"}.get(look.underline, ""),
    ]
    said = listed([word for word in words if word])
    if look.colour:
        said = f"{said} in {colour_name(look.colour)}".strip() if said else colour_name(look.colour)
    if look.highlight:
        said = f"{said}, highlighted in {colour_name(look.highlight)}".lstrip(", ")
    return said
