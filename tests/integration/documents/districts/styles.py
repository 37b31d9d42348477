"""How districts print their contracts: one shape of heading, section, contents and page each."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Style:
    """``article`` and ``section`` are patterns: {n} own number, {a} the article's, {t} title; a line break in
    ``article`` makes two lines. ``run_in``: the section's text goes on in the line of its heading."""

    name: str
    article: str
    section: str
    numbers: str = "arabic"
    section_numbers: str = "arabic"
    caps: bool = True
    bold: bool = True
    centred: bool = True
    run_in: bool = False
    bold_sections: bool = True
    caps_sections: bool = False
    titled: bool = True
    sectioned: float = 1.0
    items: str = "1."
    first: int = 1
    step: int = 1
    contents: str = "leaders"
    header: str = ""
    footer: str = "{p}"
    parts: tuple[str, ...] = ()
    appendix: str = "APPENDIX {n}\n{t}"
    mou: str = "MEMORANDUM OF UNDERSTANDING\n{t}"
    new_pages: bool = False
    subheads: bool = False
    numbered_margin: bool = False
    columns: int = 1
    letters_after: tuple[int, ...] = ()
    missing: tuple[int, ...] = ()
    twice: tuple[int, ...] = ()
    spaced: bool = False
    noise: bool = False
    size: float = 1.0
    front: str = "agreement"
    index: bool = False


STYLES = (
    Style("lake shore dashes", "ARTICLE {n}. {t}.", "{a}-{n}. {t}.", run_in=True, centred=False, header="{A}: {T}",
          footer="Board-Union Agreement 2024-2028|{p}", appendix="APPENDIX {n}\n{t}", contents="leaders"),
    Style("roman over title, zero sections", "ARTICLE {n}\n{t}", "{n}.0 {t}:", "roman", run_in=True,
          bold_sections=False,
          items="{s}.{i}", letters_after=(9,), contents="no leaders", header="Agreement 2024-2027"),
    Style("roman dash, letters", "ARTICLE {n} – {t}", "{n}. {t}", "roman", "letters", items="1."),
    Style("sections by letter word", "ARTICLE {n}: {t}", "SECTION {n}: {t}", "roman", "letters", caps_sections=True,
          size=1.3,
          contents="with sections", footer="Page {p} of {P}"),
    Style("article over title, letters untitled", "ARTICLE {n}\n{t}", "{n}.", "arabic", "letters", titled=False,
          run_in=True,
          numbered_margin=True, bold_sections=False, footer="Agreement 2023-2026|Page {p}"),
    Style("subdivisions", "ARTICLE {n}. {t}", "Section {n}. {t}:", "roman", "letters", run_in=True, items="Subd. {i}.",
          caps=True, centred=True),
    Style("decimal three deep", "ARTICLE {n}\n{t}", "{a}.{n} {t}", items="{a}.{s}.{i}", header="|ARTICLE {N}",
          footer="{p}"),
    Style("section caps over text", "ARTICLE {n}. {t}", "Section {n}. {t}", caps_sections=True, centred=False,
          items="A."),
    Style("dashed numbers", "ARTICLE {n} {t}", "{a}-{n} {t}.", items="{a}-{s}-{i}", centred=False, run_in=True,
          size=1.2,
          bold_sections=False, footer="{p}|Teachers Agreement"),
    Style("roman, few sections", "ARTICLE {n} – {t}", "{n}. {t}.", "roman", "letters", sectioned=0.55, run_in=True,
          bold_sections=False, contents="roman alone"),
    Style("mixed case below, dashed", "ARTICLE {n}\n{t}", "{a}-{n}", caps=False, titled=False, run_in=True,
          bold_sections=False,
          footer="{p}", new_pages=True),
    Style("words over title", "ARTICLE {n}\n{t}", "{n}. {t}", "words", "letters", items="1.", subheads=True),
    Style("section run in", "ARTICLE {n}\n{t}", "Section {n}. {t}.", run_in=True, new_pages=True, header="{T}",
          footer="{p}"),
    Style("roman with decimals", "ARTICLE {n} - {t}", "{a}.{n} {t}", "roman-decimal", centred=False,
          contents="with sections"),
    Style("roman alone", "{n}. {t}", "{n}. {t}", "roman", "letters", centred=False, items="1."),
    Style("section dash", "ARTICLE {n} – {t}", "Section {n} – {t}", "roman", contents="with sections", centred=True),
    Style("section decimal caps", "ARTICLE {n}\n{t}", "SECTION {a}.{n} {t}", "roman-decimal", caps_sections=True),
    Style("no titles", "ARTICLE {n}", "{n}.", "roman", "letters", titled=False, run_in=True, contents="none",
          bold=False,
          bold_sections=False),
    Style("title above", "{t}\nARTICLE {n}", "{a}-{n}", "words", titled=False, run_in=True, bold_sections=False,
          contents="none"),
    Style("number and letters", "{n}. {t}", "{n}. {t}", "arabic", "letters", caps=False, centred=False, size=1.3),
    Style("two digits", "ARTICLE {n}\n{t}", "{a}.{n:02} {t}", contents="with sections", centred=True, items="A."),
    Style("section on top", "SECTION {n}: {t}", "{a}.{n} {t}", centred=False, contents="leaders"),
    Style("capitals alone", "{t}", "{n}. {t}.", "arabic", "letters", contents="none", run_in=True),
    Style("capitals alone with contents", "{t}", "{n}. {t}.", "arabic", "letters", contents="leaders", run_in=True,
          centred=False),
    Style("zero", "{n}.0 {t}", "{a}.{n} {t}", centred=False, items="{a}.{s}.{i}", contents="with sections"),
    Style("chapter", "CHAPTER {n} - {t}", "{a}.{n:02} {t}", centred=True),
    Style("parts over articles", "ARTICLE {n} - {t}", "Section {n}. {t}.", "roman", run_in=True,
          parts=("PART 1 - RELATIONSHIPS", "PART 2 - WORKING CONDITIONS", "PART 3 - ECONOMIC PROVISIONS")),
    Style("section letters dash", "ARTICLE {n} - {t}", "Section {n} - {t}", "roman", "letters", header="|{T}",
          footer="{p}"),
    Style("roman dot", "ARTICLE {n}\n{t}", "{A}.{n} {t}", "roman", contents="leaders"),
    Style("letter-spaced", "ARTICLE {n}\n{t}", "Section {n}. {t}.", spaced=True, run_in=True, contents="none"),
    Style("hundreds", "ARTICLE {n} {t}", "{n}. {t}", "arabic", "letters", first=100, step=10, centred=False),
    Style("untitled decimals", "ARTICLE {n} – {t}", "{a}.{n}", titled=False, run_in=True, bold_sections=False,
          centred=False),
    Style("mixed case sections", "Article {n}. {t}", "Section {n}. {t}", caps=False, centred=False, size=1.25,
          items="a)"),
    Style("margin numbers roman", "ARTICLE {n}: {t}", "Section {n}: {t}", "roman", numbered_margin=True,
          footer="- {p} -"),
    Style("two columns", "ARTICLE {n}\n{t}", "Section {n}. {t}.", columns=2, run_in=True, footer="{p}"),
    Style("gaps and doubles", "ARTICLE {n} - {t}", "{a}.{n} {t}", missing=(4, 11), twice=(8,), letters_after=(16,)),
    Style("noise", "ARTICLE {n}\n{t}", "Section {n}. {t}.", "roman", noise=True, run_in=True, bold=False,
          contents="none"),
    Style("plain typing", "ARTICLE {n}\n{t}", "{n}. {t}", "roman", "letters", bold=False, bold_sections=False,
          items="1."),
    Style("index behind", "ARTICLE {n} {t}", "{n}. {t}", "arabic", "letters", index=True, contents="pages word",
          appendix="EXHIBIT {n} – {t}", mou="LETTER OF AGREEMENT\n{t}"),
    Style("schedules", "Article {n}: {t}", "{n}. {t}", "arabic", "letters", caps=False, appendix="Schedule {n}: {t}",
          mou="Letter of Understanding\nRe: {t}", contents="pages word"),
    Style("attachments", "ARTICLE {n}\n{t}", "{a}.{n} {t}:", run_in=True, appendix="ATTACHMENT {n}\n{t}",
          mou="SIDE LETTER #{n}\n{t}"),
    Style("dash appendix", "ARTICLE {n} — {t}", "§{n} {t}", appendix="APPENDIX {n} – {t}", mou="MOU #{n}: {t}",
          centred=False),
    Style("no page numbers", "ARTICLE {n} - {t}", "{n}) {t}", "arabic", "arabic", footer="", contents="no pages"),
    Style("lower sections", "ARTICLE {n}\n{t}", "{a}.{n}. {t}.", run_in=True, header="{N}|{T}",
          footer="{p}|District – Association"),
    Style("bold letters with subheads", "ARTICLE {n} – {t}", "{n}. {t}", "arabic", "letters", subheads=True,
          caps_sections=True),
    Style("plain decimals", "ARTICLE {n}\n{t}", "{a}.{n} {t}", bold=False, bold_sections=False, numbers="arabic",
          footer="{p}"),
)  # fmt: skip
