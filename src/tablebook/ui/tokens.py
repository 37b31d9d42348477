"""The colours of the program as one table: light, dark, and what the system asks for in high contrast."""

from __future__ import annotations

from typing import NamedTuple


class Tokens(NamedTuple):
    """One full set of colours, each by the role it plays. Party, TA, attention, problem and private hues are data.

    Not a dataclass: this is read before the first window is painted, and making one costs ten times as much.
    """

    window: str
    panel: str
    page: str
    neutral: str
    hover: str
    line: str
    strong: str
    control: str
    text: str
    secondary: str
    tertiary: str
    ink: str
    on_ink: str
    union: str
    union_tint: str
    employer: str
    employer_tint: str
    ta: str
    ta_tint: str
    attention: str
    attention_tint: str
    problem: str
    problem_tint: str
    private: str
    private_tint: str
    paper: str


LIGHT = Tokens(
    window="#F2F1EE", panel="#FAF9F7", page="#FFFFFF", neutral="#E7E5E0", hover="#ECEAE6",
    line="#E1DED8", strong="#C9C5BD", control="#8C8982",
    text="#1D2126", secondary="#4E545B", tertiary="#5E646B", ink="#22303D", on_ink="#FFFFFF",
    union="#1B5AA6", union_tint="#E5EEF9", employer="#98430F", employer_tint="#FAEBDD",
    ta="#1D6B3B", ta_tint="#E2F1E7", attention="#7D5200", attention_tint="#FBF0D3",
    problem="#B0261C", problem_tint="#FBE8E5", private="#6B3A8A", private_tint="#F1E7F6",
    paper="#FFFFFF",
)  # fmt: skip

DARK = Tokens(
    window="#17191C", panel="#1C1F23", page="#22262A", neutral="#30353B", hover="#272B30",
    line="#30353B", strong="#474D55", control="#7D858E",
    text="#E9EAEB", secondary="#B6BCC3", tertiary="#979EA7", ink="#DDE3E9", on_ink="#15181B",
    union="#86B7F2", union_tint="#1D3048", employer="#F0A870", employer_tint="#432E1D",
    ta="#7ECB98", ta_tint="#1B3727", attention="#E6BF68", attention_tint="#3D3319",
    problem="#F4968F", problem_tint="#472422", private="#CDA4E4", private_tint="#372648",
    paper="#D8D5CE",
)  # fmt: skip


def high_contrast(window: str, text: str, ink: str, on_ink: str) -> Tokens:
    """Only the system's own four colours; shapes, words and the number of lines go on telling the parties apart."""
    return Tokens(
        window=window, panel=window, page=window, neutral=window, hover=window, line=text, strong=text, control=text,
        text=text, secondary=text, tertiary=text, ink=ink, on_ink=on_ink, union=text, union_tint=window,
        employer=text, employer_tint=window, ta=text, ta_tint=window, attention=text, attention_tint=window,
        problem=text, problem_tint=window, private=text, private_tint=window, paper=window,
    )  # fmt: skip
