"""The packet as one web page: one file, nothing loaded from anywhere, to read on a phone or with a screen reader."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import takewhile

from tablebook.paths import resources
from tablebook.reports.packet.parts import Composed, Cover, Facts, Grid, Head, Lines, Pair, Part, Say, Text, Tone
from tablebook.reports.packet.web_text import MarkedText
from tablebook.reports.sheets import Masthead
from tablebook.reports.words import ENGLISH, Words

_NOTHING_FROM_OUTSIDE = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def page(composed: Composed, masthead: Masthead, words: Words) -> str:
    """The whole page."""
    return _Page(composed, masthead, words).html()


class _Page:
    def __init__(self, composed: Composed, masthead: Masthead, words: Words) -> None:
        self._composed, self._masthead, self._words = composed, masthead, words
        heads = [part for part in composed.parts if isinstance(part, Head)]
        self._names = {id(head): f"s{index}" for index, head in enumerate(heads)}
        self._levels = _levels(heads)
        self._level = 1

    def html(self) -> str:
        language, cover = self._composed.language, self._composed.cover
        title = cover.title if cover else self._words("summary.heading")
        style = (resources() / "packet" / "page.css").read_text(encoding="utf-8").strip()
        named = f"{title}, {self._masthead.union}, {self._composed.mark}"
        body = "\n".join(filter(None, (self._header(title, cover), self._contents(), self._main(), self._footer())))
        return (
            f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
            f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f'<meta http-equiv="Content-Security-Policy" content="{_NOTHING_FROM_OUTSIDE}">\n'
            f"<title>{escape(named)}</title>\n"
            f"<style>\n{style}\n</style>\n</head>\n<body>\n"
            f'<a class="skip" href="#contents">{escape(self._words("paper.skip"))}</a>\n{body}\n</body>\n</html>\n'
        )

    def _header(self, title: str, cover: Cover | None) -> str:
        lines = [f'<p class="strong">{escape(self._masthead.union)}</p>', f"<h1>{escape(title)}</h1>"]
        if cover is not None:
            lines.append(f'<p class="under">{escape(cover.under)}</p>')
            if cover.edition:
                lines.append(f'<p class="edition">{escape(cover.edition)}</p>')
        lines.append(self._mark())
        if cover is not None:
            lines += [self._say(say) for say in (*cover.warnings, *cover.letter)]
            if cover.signed:
                lines.append(f'<p><span class="strong">{escape(cover.signed)}</span><br>{escape(cover.role)}</p>')
            if cover.facts.rows:
                lines.append(self._facts(cover.facts))
        return "<header>\n" + "\n".join(lines) + "\n</header>"

    def _mark(self) -> str:
        code = self._words("paper.fingerprint", code=self._composed.code)
        fictional = f" · {escape(self._words('paper.fictional'))}" if self._masthead.fictional else ""
        return f'<p class="mark">{escape(self._composed.mark)} · {escape(code)}{fictional}</p>'

    def _contents(self) -> str:
        heading = escape(self._words("paper.contents"))
        lines: list[str] = []
        inner: list[str] = []
        for part in (*self._composed.parts, None):
            if isinstance(part, Head) and part.level == 2:
                inner.append(self._entry(part))
            elif part is None or (isinstance(part, Head) and part.level == 1):
                if inner:
                    lines[-1] = lines[-1].removesuffix("</li>") + f"<ol>{''.join(inner)}</ol></li>"
                    inner = []
                if part is not None:
                    lines.append(self._entry(part))
        return (
            f'<nav id="contents" aria-labelledby="contents-heading" tabindex="-1">\n'
            f'<h2 id="contents-heading">{heading}</h2>\n'
            f"<ol>{''.join(lines)}</ol>\n</nav>"
        )

    def _entry(self, head: Head) -> str:
        return f'<li><a href="#{self._names[id(head)]}"{_lang(head.language)}>{escape(head.text)}</a></li>'

    def _main(self) -> str:
        texts = [block for part in self._composed.parts if isinstance(part, Text) for block in part.blocks]
        legend = MarkedText(self._words, 4).legend(texts)
        how = f'<section aria-label="{escape(self._words("paper.legend"))}">{legend}</section>\n' if legend else ""
        return f"<main>\n{how}" + "\n".join(self._sections()) + "\n</main>"

    def _sections(self) -> Iterator[str]:
        opened = False
        for part in self._composed.parts:
            if isinstance(part, Head) and part.level == 1:
                if opened:
                    yield f'<p class="back"><a href="#contents">{escape(self._words("paper.back"))}</a></p>\n</section>'
                yield f'<section aria-labelledby="{self._names[id(part)]}">'
                opened = True
            yield self._part(part)
        if opened:
            yield f'<p class="back"><a href="#contents">{escape(self._words("paper.back"))}</a></p>\n</section>'

    def _part(self, part: Part) -> str:
        match part:
            case Say():
                return self._say(part)
            case Head():
                return self._head(part)
            case Facts():
                return self._facts(part)
            case Grid():
                return self._grid(part)
            case Pair():
                sides = (part.left, part.right) if part.right else (part.left,)
                inside = "".join(f"<div>{''.join(self._say(say) for say in side)}</div>" for side in sides)
                return f'<div class="pair">{inside}</div>' if part.right else inside
            case Text():
                return (
                    f"<div{_lang(part.language)}>\n{MarkedText(self._words, self._level + 1).html(part.blocks)}\n</div>"
                )
            case Lines():
                return f'<ul class="lines">{"".join(f"<li>{escape(label)}</li>" for label in part.labels)}</ul>'

    def _say(self, say: Say) -> str:
        role = ' role="note"' if say.tone in (Tone.FLAG, Tone.WARNING) else ""
        tone = f' class="{say.tone}"' if say.tone is not Tone.BODY else ""
        return f"<p{tone}{role}{self._other(say.language)}>{escape(say.text)}</p>"

    def _head(self, head: Head) -> str:
        self._level = self._levels[id(head)]
        tag, aside = f"h{self._level}", f' <span class="mark">{escape(head.aside)}</span>' if head.aside else ""
        name = self._names[id(head)]
        return f'<{tag} id="{name}"{self._other(head.language)}>{escape(head.text)}{aside}</{tag}>'

    def _facts(self, facts: Facts) -> str:
        lang = self._other(ENGLISH)
        rows = "".join(
            f"<dt>{escape(label)}</dt><dd{lang if index in facts.own else ''}>{escape(value)}</dd>"
            for index, (label, value) in enumerate(facts.rows)
        )
        return f"<dl>{rows}</dl>"

    def _grid(self, grid: Grid) -> str:
        """A table that turns into cards on a phone; the roles keep it a table for a screen reader there too."""
        heads = "".join(f'<th scope="col" role="columnheader">{escape(name)}</th>' for name in grid.head)
        rows = "\n".join(self._grid_row(grid, row) for row in grid.rows)
        name = f' aria-label="{escape(grid.name)}"' if grid.name else ""
        columns = "".join(f'<col style="width: {share:.0%}">' for share in grid.shares)
        return (
            f'<table class="cards" role="table"{name}>\n<colgroup>{columns}</colgroup>\n'
            f'<thead role="rowgroup"><tr role="row">{heads}</tr></thead>\n'
            f'<tbody role="rowgroup">\n{rows}\n</tbody>\n</table>'
        )

    def _grid_row(self, grid: Grid, row: Sequence[str]) -> str:
        cells = []
        for index, (name, words) in enumerate(zip(grid.head, row, strict=True)):
            tone = grid.tone(index)
            look = f' class="{tone}"' if tone is not Tone.BODY else ""
            label = f' data-name="{escape(name)}"' if name else ""
            cells.append(f'<td role="cell"{label}{look}{self._other(grid.language(index))}>{escape(words)}</td>')
        return f'<tr role="row">{"".join(cells)}</tr>'

    def _footer(self) -> str:
        said = escape(self._words("paper.language_switch", language=self._words.name))
        return f'<footer>\n{self._mark()}\n<p class="mark">{said}</p>\n</footer>'

    def _other(self, language: str) -> str:
        """The language of words that are in another than the page."""
        return _lang(language) if language != self._composed.language else ""


def _levels(heads: Sequence[Head]) -> dict[int, int]:
    """The level of each heading on the page, below the title: no level is left out where one goes deeper."""
    levels: dict[int, int] = {}
    inner = False
    for index, head in enumerate(heads):
        if head.level == 1:
            following = takewhile(lambda one: one.level > 1, heads[index + 1 :])
            inner = any(one.level == 2 for one in following)
        levels[id(head)] = head.level + 1 if inner or head.level < 3 else head.level
    return levels


def _lang(language: str) -> str:
    return f' lang="{language}"' if language else ""
