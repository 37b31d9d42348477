"""Contract text with its marks as HTML: marks hold without colour, and are heard as words by a screen reader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from tablebook.domain.text import BlockKind
from tablebook.redline.marks import Author, Fate, Mark, MarkedBlock, MarkedRun
from tablebook.reports.words import Words

_WHO = ("union", "employer", "joint", "mediator", "neutral")


class MarkedText:
    """Draws blocks in the words of one language; ``depth`` is the level of their headings."""

    def __init__(self, words: Words, depth: int) -> None:
        self._words, self._depth = words, depth

    def html(self, blocks: Iterable[MarkedBlock]) -> str:
        """The blocks, one element each."""
        return "\n".join(self._block(block) for block in blocks)

    def _block(self, block: MarkedBlock) -> str:
        label = self._label(block)
        if block.kind is BlockKind.TABLE:
            return self._table(block)
        start = self._start(block)
        words = f"{label}{start}{self._runs(block.runs)}{self._moved(block)}"
        if block.kind is BlockKind.HEADING:
            level = min(self._depth, 6)
            return f"<h{level}>{words}</h{level}>"
        inset = f' class="in{min(block.level, 6)}"' if block.level > 0 else ""
        return f"<p{inset}>{words}</p>"

    def _label(self, block: MarkedBlock) -> str:
        author = block.margin_author or _first_author(block.runs) or Author("joint")
        if block.old_label is not None and block.old_label != block.label:
            old = self._mark(escape(block.old_label), None, author) if block.old_label else ""
            new = self._mark(escape(block.label), author, None) if block.label else ""
            return f"{old} {new} ".lstrip()
        if not block.label:
            return ""
        fate = _common_fate(block.runs)
        text = escape(block.label)
        return f"{self._mark(text, fate.writer, fate.striker) if fate else text} "

    def _start(self, block: MarkedBlock) -> str:
        fate, common = block.start, _common_fate(block.runs)
        if fate.mark is Mark.SAME or (common is not None and common.mark is fate.mark):
            return ""
        return f"{self._mark('¶', fate.writer, fate.striker)} "

    def _moved(self, block: MarkedBlock) -> str:
        if not block.moved:
            return ""
        key = "marks.moved_away" if block.start.mark is Mark.DELETED else "marks.moved_here"
        return f' <span class="note">[{escape(self._words(key))}]</span>'

    def _runs(self, runs: Sequence[MarkedRun]) -> str:
        return "".join(self._run(run) for run in runs)

    def _run(self, run: MarkedRun) -> str:
        """Words with their marks. Spaces at the ends stay outside the marks."""
        words = run.text.strip()
        if not words:
            return escape(run.text)
        start = run.text.index(words)
        text = escape(words)
        if run.bold:
            text = f"<b>{text}</b>"
        if run.italic:
            text = f"<i>{text}</i>"
        marked = self._mark(text, run.writer, run.striker)
        return f"{escape(run.text[:start])}{marked}{escape(run.text[start + len(words) :])}"

    def _mark(self, text: str, writer: Author | None, striker: Author | None) -> str:
        if striker is not None:
            if writer is not None:
                said = self._words("marks.offered", writer=self._who(writer), striker=self._who(striker))
                text = f"[{text}]"
            else:
                said = self._words("marks.struck", who=self._who(striker))
            return f'<del class="{_kind(striker)}">{self._heard(said, "end_struck", text)}</del>'
        if writer is not None:
            said = self._words("marks.new", who=self._who(writer))
            return f'<ins class="{_kind(writer)}">{self._heard(said, "end_new", text)}</ins>'
        return text

    def _heard(self, said: str, end: str, text: str) -> str:
        """The words, with what is only heard (or copied) around them in the page's own language."""
        lang = f' lang="{self._words.language}"'
        closing = escape(self._words(f"marks.{end}"))
        return f'<span class="vh"{lang}>[{escape(said)}: </span>{text}<span class="vh"{lang}> {closing}]</span>'

    def _who(self, author: Author) -> str:
        return self._words(f"marks.{_kind(author)}")

    def _table(self, block: MarkedBlock) -> str:
        """A schedule: the first row heads the columns and the first column heads the rows."""
        fates = block.cell_fates or tuple(tuple(Fate() for _ in row) for row in block.rows)
        head = len(block.rows) > 1
        rows = [
            self._row(row, fate, head and index == 0)
            for index, (row, fate) in enumerate(zip(block.rows, fates, strict=True))
        ]
        opening = f"<thead>{rows[0]}</thead>\n<tbody>" if head else "<tbody>"
        body = "\n".join(rows[1:] if head else rows)
        name = escape(self._words("texts.table"))
        return (
            f'<div class="wide" role="region" tabindex="0" aria-label="{name}"><table class="figures">'
            f"{opening}{body}</tbody></table></div>"
        )

    def _row(self, row: Sequence[Sequence[MarkedRun]], fates: Sequence[Fate | None], head: bool) -> str:
        cells = []
        for column, (runs, fate) in enumerate(zip(row, fates, strict=True)):
            words = _spaced(self, runs) if fate is not None else ""
            if head:
                cells.append(f'<th scope="col">{words}</th>')
            elif column == 0:
                cells.append(f'<th scope="row">{words}</th>')
            else:
                cells.append(f"<td>{words}</td>")
        return f"<tr>{''.join(cells)}</tr>"

    def legend(self, blocks: Iterable[MarkedBlock]) -> str:
        """The marks that are in these texts, each shown as it is drawn, and what the lines mean."""
        kinds = dict.fromkeys(_kinds(blocks))
        if not kinds:
            return ""
        shown = []
        for tag, kind in kinds:
            words = self._words(f"marks.{'new' if tag == 'ins' else 'struck'}", who=self._words(f"marks.{kind}"))
            shown.append(f'<li><{tag} class="{kind}">{escape(words)}</{tag}></li>')
        lines = [self._words(f"legend.{party}_lines") for party in ("union", "employer")]
        lines += [self._words("legend.other_lines"), self._words("legend.since", base=self._words("legend.contract"))]
        return f'<ul class="legend">{"".join(shown)}</ul><p class="note">{escape(" ".join(lines))}</p>'


def _spaced(text: MarkedText, runs: Sequence[MarkedRun]) -> str:
    """A cell's words with a space between a struck figure and the one in its stead."""
    return " ".join(text._run(run) for run in runs)


def _kind(author: Author) -> str:
    return author.party if author.party in _WHO else "neutral"


def _kinds(blocks: Iterable[MarkedBlock]) -> Iterator[tuple[str, str]]:
    for block in blocks:
        for run in block.all_runs:
            if run.striker is not None:
                yield "del", _kind(run.striker)
            elif run.writer is not None:
                yield "ins", _kind(run.writer)


def _first_author(runs: Sequence[MarkedRun]) -> Author | None:
    return next((author for run in runs for author in (run.striker, run.writer) if author is not None), None)


def _common_fate(runs: Sequence[MarkedRun]) -> MarkedRun | None:
    """The run whose marks all words share: a whole new or struck paragraph marks its label too."""
    spoken = [run for run in runs if run.text.strip()]
    if not spoken or any((run.writer, run.striker) != (spoken[0].writer, spoken[0].striker) for run in spoken):
        return None
    return spoken[0] if spoken[0].writer or spoken[0].striker else None
