"""A contract as a list of paragraphs, and the outline that a person would write down for it."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from tests.integration.documents.districts.styles import Style
from tests.integration.documents.districts.words import LETTERS, SECTIONS, SUBJECTS, TITLES, prose, sentence

Row = tuple[str, str, str]
_UNITS = (
    "ZERO ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN ELEVEN TWELVE THIRTEEN FOURTEEN FIFTEEN SIXTEEN SEVENTEEN "
    "EIGHTEEN NINETEEN"
).split()


@dataclass
class Para:
    """One paragraph. ``lead`` is how many characters at its start are bold; ``entry`` the heading a contents line
    is for; ``opens`` the title (and number) of the unit that begins here, for running headers."""

    text: str
    role: str = "body"
    bold: bool = False
    centred: bool = False
    lead: int = 0
    indent: int = 0
    gap: float = 1.0
    size: float = 1.0
    entry: str = ""
    opens: tuple[str, str, str] | None = None
    rows: tuple[tuple[str, ...], ...] = ()
    page_break: bool = False


@dataclass
class Paper:
    """The paragraphs in print order and the outline's rows (kind, number, title)."""

    style: Style
    paras: list[Para] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)


def roman(value: int) -> str:
    """A Roman numeral."""
    parts = []
    for size, letters in (
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ):
        while value >= size:
            parts.append(letters)
            value -= size
    return "".join(parts)


def in_words(value: int) -> str:
    """TWENTY-ONE for 21."""
    if value < 20:
        return _UNITS[value]
    tens = ("TWENTY", "THIRTY", "FORTY", "FIFTY")[value // 10 - 2]
    return tens + (f"-{_UNITS[value % 10]}" if value % 10 else "")


def article_number(style: Style, value: int) -> str:
    """The number of an article as the style prints it."""
    if style.numbers.startswith("roman"):
        return roman(value)
    return in_words(value) if style.numbers == "words" else str(value)


def made(style: Style, seed: int, articles: int | None = None) -> Paper:
    """A contract in one style."""
    random = Random(f"{style.name} {seed}")
    paper = Paper(style)
    count = articles or random.randrange(12, 30)
    _front(paper, random)
    body: list[Para] = []
    paper.paras, kept = body, paper.paras
    _articles(paper, random, count)
    _behind(paper, random)
    paper.paras = [*kept, *_contents(style, body), *_preamble(random), *body]
    return paper


def _front(paper: Paper, random: Random) -> None:
    lines = [
        "COLLECTIVE BARGAINING AGREEMENT",
        "between the",
        "LAKE COUNTY SCHOOL DISTRICT",
        "and the",
        "LAKE COUNTY EDUCATION ASSOCIATION",
        "July 1, 2024 through June 30, 2027",
    ]
    paper.paras += [
        Para(line, "front", bold=line.isupper(), centred=True, size=1.4 if line.isupper() else 1.0) for line in lines
    ]
    if random.random() < 0.3:
        paper.paras.append(Para("BOARD OF EDUCATION", "front", bold=True, centred=True, page_break=True))
        paper.paras += [
            Para(f"{name}, {office}", "front", centred=True, gap=0)
            for name, office in (("Ann Weller", "President"), ("Robert Ito", "Vice President"), ("M. Diaz", "Clerk"))
        ]


def _preamble(random: Random) -> list[Para]:
    words = (
        "This Agreement is made and entered into by and between the Lake County School District, hereinafter called "
        "the District, and the Lake County Education Association, hereinafter called the Association."
    )
    head = random.choice(["PREAMBLE", "AGREEMENT", ""])
    heading = [Para(head, "front", bold=True, centred=True, page_break=True)] if head else []
    return [*heading, Para(words, page_break=not heading)]


def _articles(paper: Paper, random: Random, count: int) -> None:
    style = paper.style
    values = [style.first + style.step * n for n in range(count)]
    printed: list[tuple[str, str]] = []
    for order, value in enumerate(values):
        number = article_number(style, value)
        if order + 1 in style.missing:
            continue
        printed.append((number, TITLES[order]))
        if order + 1 in style.letters_after:
            printed[-1] = (f"{number}-A" if style.numbers == "roman" else f"{number}A", TITLES[order])
            printed.append((f"{number}-B" if style.numbers == "roman" else f"{number}B", TITLES[-1 - order]))
        if order + 1 in style.twice:
            printed.append((number, TITLES[-1 - order]))
    for order, (number, title) in enumerate(printed):
        if (
            style.parts
            and order % max(1, len(printed) // len(style.parts)) == 0
            and order // max(1, len(printed) // len(style.parts)) < len(style.parts)
        ):
            paper.paras.append(
                Para(
                    style.parts[order // max(1, len(printed) // len(style.parts))],
                    "part",
                    bold=True,
                    centred=True,
                    gap=2,
                )
            )
        _article(paper, random, number, title)


def _article(paper: Paper, random: Random, number: str, title: str) -> None:
    style = paper.style
    titled = style.name != "no titles"
    shown = title.upper() if style.caps else title
    lines = style.article.format(n=number, t=shown).split("\n")
    if style.spaced:
        lines[0] = " ".join(lines[0].replace(" ", "  "))
    if style.noise:
        lines[0] = lines[0].replace("III", "lll").replace("ICLE", random.choice(["ICLE", "lCLE"]), 1)
    paper.rows.append(("article", number if "{n}" in style.article else "", shown if titled else ""))
    for index, line in enumerate(lines):
        paper.paras.append(
            Para(
                line,
                "article",
                bold=style.bold,
                centred=style.centred,
                size=style.size,
                gap=2.0 if not index else random.choice([0.0, 1.0]),
                opens=(number, title, " ".join(lines)) if not index else None,
                page_break=style.new_pages and not index,
            )
        )
    if style.sectioned < 1 and random.random() > style.sectioned:
        paper.paras += [Para(prose(random, random.randrange(2, 6))) for _ in range(random.randrange(1, 4))]
        return
    if random.random() < 0.15:
        paper.paras.append(Para(prose(random, 2)))
    for value in range(1, random.randrange(2, 9)):
        _section(paper, random, number, value)


def _section(paper: Paper, random: Random, article: str, value: int) -> None:
    style = paper.style
    own = chr(64 + value) if style.section_numbers == "letters" else value
    plain = "".join(char for char in article if char.isdigit()) or article
    title = random.choice(SECTIONS) if style.titled else ""
    shown = title.upper() if style.caps_sections else title
    arabic = str(_value(article)) if style.numbers in ("roman-decimal", "words") else article.rstrip("AB").rstrip("-")
    head = style.section.format(n=own, a=arabic, A=article, t=shown).strip()
    number = style.section.replace("Section ", "").replace("SECTION ", "").replace("§", "").replace("{t}", "")
    number = number.format(n=own, a=arabic, A=article).strip(" .:–-)")
    paper.rows.append(("section", number, shown))
    text = prose(random, random.randrange(1, 6))
    if style.run_in:
        lead = len(head) if style.bold_sections else 0
        paper.paras.append(Para(f"{head} {text}", "section", lead=lead))
    else:
        paper.paras.append(Para(head, "section", bold=style.bold_sections))
        paper.paras.append(Para(text))
    _items(paper, random, plain, value)
    if style.subheads and random.random() < 0.4:
        paper.paras.append(
            Para(
                random.choice(["ELEMENTARY SCHOOLS", "Secondary Schools", "HIGH SCHOOL TEACHERS"]), "subhead", bold=True
            )
        )
        paper.paras.append(Para(prose(random, 2)))


def _value(number: str) -> int:
    return next(
        value for value in range(1, 200) if number in (roman(value), in_words(value) if value < 60 else "", str(value))
    )


def _items(paper: Paper, random: Random, article: str, section: int) -> None:
    style = paper.style
    if random.random() < 0.5:
        for index in range(1, random.randrange(3, 6)):
            label = {"1.": f"{index}.", "A.": f"{chr(64 + index)}.", "a)": f"{chr(96 + index)})"}.get(
                style.items
            ) or style.items.format(a=article, s=section, i=index)
            short = random.random() < 0.2
            text = (
                random.choice(["Employee name", "Date of hire", "Funeral leave", "Level I: Principal"])
                if short
                else sentence(random)
            )
            paper.paras.append(Para(f"{label} {text}", "item", indent=4, gap=0.0 if short else 0.6))
    if random.random() < 0.06:
        paper.paras.append(Para("The following articles are open in the second year:"))
        paper.paras += [Para(f"Article {n} – {TITLES[n]}", "item", indent=4, gap=0.0) for n in (5, 9, 12, 15, 18)]
    if random.random() < 0.08:
        rows = (
            ("Years", "BA", "BA+30", "MA"),
            *((str(n), f"${41000 + 900 * n:,}", f"${43000 + 900 * n:,}", f"${47000 + 900 * n:,}") for n in range(1, 7)),
        )
        paper.paras.append(Para("", "table", rows=rows))
    if random.random() < 0.05:
        paper.paras.append(
            Para(random.choice(["STEP ONE", "LEVEL II – SUPERINTENDENT", "January 15, 2025"]), "subhead", bold=True)
        )
        paper.paras.append(Para(prose(random, 2)))


def _behind(paper: Paper, random: Random) -> None:
    style = paper.style
    paper.paras.append(
        Para("IN WITNESS WHEREOF the parties have set their hands this 12th day of June, 2024.", page_break=True)
    )
    paper.paras += [
        Para("FOR THE DISTRICT                         FOR THE ASSOCIATION", gap=2),
        Para("____________________      ____________________", gap=3),
    ]
    for index in range(random.randrange(2, 6)):
        letter = chr(65 + index) if "ATTACHMENT" not in style.appendix else str(index + 1)
        _appendix(paper, random, letter, SUBJECTS[index])
    for index in range(random.randrange(0, 4)):
        _letter(paper, random, index)
    if style.index:
        paper.paras.append(Para("INDEX", "front", bold=True, centred=True, page_break=True))
        paper.paras += [
            Para(f"{title}, {random.randrange(3, 60)}, {random.randrange(3, 60)}", gap=0.0)
            for title in sorted(TITLES[:20])
        ]


def _appendix(paper: Paper, random: Random, letter: str, subject: str) -> None:
    style = paper.style
    shown = subject if "Schedule" in style.appendix else subject.upper()
    lines = style.appendix.format(n=letter, t=shown).split("\n")
    paper.rows.append(("appendix", letter, shown))
    for index, line in enumerate(lines):
        paper.paras.append(
            Para(
                line,
                "appendix",
                bold=style.bold,
                centred=True,
                size=style.size,
                gap=0.0 if index else 2.0,
                page_break=not index,
                opens=(letter, subject, " ".join(lines)) if not index else None,
            )
        )
    if "Salary" in subject or "Rates" in subject or "Pay" in subject:
        for year in ("2024-2025", "2025-2026"):
            paper.paras.append(Para(f"Effective July 1, {year[:4]}", bold=True, centred=True))
            rows = (
                ("Step", "BA", "BA+15", "BA+30", "MA", "MA+30"),
                *((str(n), *(f"${40000 + 1100 * n + 2300 * lane:,}" for lane in range(5))) for n in range(1, 16)),
            )
            paper.paras.append(Para("", "table", rows=rows))
    elif "Form" in subject or "Request" in subject:
        for line in (
            "Name of Grievant ______________________",
            "School ______________  Date ____________",
            "Article(s) and section(s) violated: ____________________",
            "1. Statement of Grievance",
            "2. Relief Sought",
            "Section ______ of the Agreement",
            "Signature ____________________",
        ):
            paper.paras.append(Para(line))
    else:
        paper.paras += [Para(prose(random, 3)) for _ in range(3)]
        paper.paras += [Para(f"{n}. {sentence(random)}", "item", indent=4) for n in range(1, 5)]


def _letter(paper: Paper, random: Random, index: int) -> None:
    style = paper.style
    subject = LETTERS[index]
    shown = subject.upper() if style.caps and "Re:" not in style.mou else subject
    lines = style.mou.format(n=index + 1, t=shown).split("\n")
    number = f"{'#' if '#' in style.mou else ''}{index + 1}" if "{n}" in style.mou else ""
    paper.rows.append(("mou", number, shown))
    for at, line in enumerate(lines):
        paper.paras.append(
            Para(
                line,
                "mou",
                bold=style.bold,
                centred=True,
                gap=0.0 if at else 2.0,
                page_break=not at,
                opens=(number, subject, " ".join(lines)) if not at else None,
            )
        )
    paper.paras.append(Para("The District and the Association agree as follows:"))
    paper.paras += [Para(f"{n}. {prose(random, 2)}", "item") for n in range(1, 5)]
    paper.paras.append(Para("For the District ______________     For the Association ______________", gap=2))


def _contents(style: Style, body: list[Para]) -> list[Para]:
    """The table of contents; the printers fill in the pages for ``#``."""
    if style.contents == "none":
        return []
    entries = [Para("TABLE OF CONTENTS", "front", bold=True, centred=True, page_break=True)]
    if style.contents == "no leaders":
        entries.append(Para("Article\tPage", "toc", gap=0.5))
    for para in body:
        if para.opens:
            number, title, whole = para.opens
            whole = " ".join(whole.split()) if not style.spaced else f"Article {number} {title}"
            text = f"{number}\t{title}" if style.contents == "roman alone" and para.role == "article" else whole
            entries.append(Para(text, "toc", gap=0.3, entry=whole))
        elif para.role == "section" and style.contents == "with sections":
            entries.append(
                Para(
                    para.text[: para.lead or 60] if para.lead else para.text[:60],
                    "toc",
                    gap=0.0,
                    indent=4,
                    entry=para.text,
                )
            )
    return entries
