"""Word files with everything in them, drawn at random."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from tests.unit.documents.word_files import NAMES, box, field, note, p, picture, r, rel, tc, word_file

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WORDS = (
    "The District shall make every reasonable effort to keep classes small in all grades and report caseloads of "
    "school psychologists each year to the Association no later than March first unless both parties agree in writing"
).split()
_WHO = 'w:author="A" w:date="2020-01-01T00:00:00Z"'
_STYLES = (
    f'<w:styles {NAMES}><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    + "".join(
        f'<w:style w:type="paragraph" w:styleId="{one}"><w:name w:val="{one} name"/></w:style>'
        for one in ("Clause", "Head1", "Note")
    )
    + "</w:styles>"
)
_LEVELS = "".join(
    f'<w:lvl w:ilvl="{k}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%{k + 1}."/></w:lvl>'
    for k in (0, 1)
)
_NUMBERING = (
    f"<w:numbering {NAMES}>"
    + "".join(f'<w:abstractNum w:abstractNumId="{k}">{_LEVELS}</w:abstractNum>' for k in (0, 1))
    + "".join(f'<w:num w:numId="{k + 1}"><w:abstractNumId w:val="{k}"/></w:num>' for k in (0, 1))
    + "</w:numbering>"
)
_SECTION = '<w:sectPr><w:headerReference w:type="default" r:id="header{}"/><w:pgSz w:w="12240" w:h="15840"/></w:sectPr>'
LOOKS = (
    "", "", "<w:b/>", "<w:i/>", '<w:u w:val="single"/>', '<w:color w:val="FF0000"/>', "<w:rtl/>", "<w:vanish/>",
    '<w:rFonts w:ascii="Arial"/><w:sz w:val="28"/>',
)  # fmt: skip
_SIGNS = (
    "<w:tab/>", "<w:br/>", '<w:br w:type="page"/>', "<w:noBreakHyphen/>", "<w:softHyphen/>", "<w:cr/>",
    '<w:sym w:font="Wingdings" w:char="F0A7"/>',
    '<w:ptab w:relativeTo="margin" w:alignment="center" w:leader="none"/>',
)  # fmt: skip
_MATH = "<m:oMath><m:r><m:t>{}</m:t></m:r></m:oMath>"


class Mix:
    """One file being drawn: its body, its notes and its numbers."""

    def __init__(self, draw: Random) -> None:
        self.draw = draw
        self.number = 100
        self.notes: dict[str, list[str]] = {"footnote": [], "endnote": []}
        self.comments: list[str] = []
        self.heads = [p("Head of the first part"), p("Head of the other part")]

    def next(self) -> int:
        self.number += 1
        return self.number

    def words(self, most: int = 12) -> str:
        start = self.draw.randrange(len(_WORDS) - 1)
        found = " ".join(_WORDS[start : start + self.draw.randint(1, most)])
        return self.draw.choice(
            [found, found, f"{found} ", f" {found}", f"{found}  {found}", f"{found}.", "§ 8.4 “x”–y"]
        )

    def inside(self, depth: int = 0) -> str:
        kinds = list(_INSIDE)
        return "".join(_INSIDE[self.draw.choice(kinds)](self, depth) for _ in range(self.draw.randint(1, 4)))

    def properties(self) -> str:
        return self.draw.choice([
            "", "", "", '<w:pStyle w:val="Clause"/>', '<w:pStyle w:val="Head1"/><w:keepNext/>',
            '<w:jc w:val="center"/>',
            '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>', "<w:bidi/>",
            '<w:pStyle w:val="Clause"/><w:numPr><w:ilvl w:val="1"/><w:numId w:val="2"/></w:numPr><w:ind w:left="720"/>',
            '<w:spacing w:after="0"/><w:rPr><w:b/></w:rPr>',
        ])  # fmt: skip

    def paragraph(self, depth: int = 0) -> str:
        return p(self.inside(depth), properties=self.properties())

    def cell(self, depth: int, properties: str = "") -> str:
        kind = self.draw.random()
        if kind < 0.1 and depth < 2:
            return tc(self.table(depth + 1) + p(), properties)
        if kind < 0.3:
            return tc(p(self.words(3)) + p(self.words(3)), properties)
        if kind < 0.4:
            return tc(p(), properties)
        return tc(p(self.inside(depth + 1)) if kind < 0.6 else p(self.words(3)), properties)

    def table(self, depth: int = 0) -> str:
        wide, high = self.draw.randint(1, 4), self.draw.randint(1, 5)
        kind = self.draw.random()
        if kind > 0.3 or wide < 2:
            return _table([[self.cell(depth) for _ in range(wide)] for _ in range(high)], wide)
        rows = [[self.cell(depth) for _ in range(wide)] for _ in range(high)]
        at = self.draw.randrange(high)
        if kind < 0.15:
            rows[at][:2] = [self.cell(depth, '<w:gridSpan w:val="2"/>')]
        else:
            for k in range(at, high):
                down = "<w:vMerge/>" if k > at else '<w:vMerge w:val="restart"/>'
                rows[k][0] = tc(p() if k > at else p(self.words(2)), down)
        return _table(rows, wide)

    def block(self) -> str:
        kind = self.draw.random()
        if kind < 0.08:
            return p()
        if kind < 0.2:
            return self.table()
        if kind < 0.23:
            return self.table() + self.table()
        if kind < 0.26:
            return _CONTROL.format(self.next(), self.paragraph() + self.paragraph())
        if kind < 0.29:
            return p(self.words(), properties=_SECTION.format(self.draw.choice((1, 2))))
        if kind < 0.31:
            one = self.next()
            return p(f'<w:bookmarkStart w:id="{one}" w:name="over{one}"/>', self.words()) + p(
                self.words(), f'<w:bookmarkEnd w:id="{one}"/>'
            )
        if kind < 0.33:
            return p(" ".join(self.words() for _ in range(60)))
        if kind < 0.36:
            mark = f'<w:{self.draw.choice(("ins", "del"))} w:id="{self.next()}" {_WHO}/>'
            return p(self.words(), properties=f"<w:rPr>{mark}</w:rPr>") + self.paragraph()
        return self.draw.choice(_RARE)(self) if kind < 0.44 else self.paragraph()

    def body(self) -> str:
        size = self.draw.choice([0, 1, 2, 3, 5, 8, 12])
        return "".join(self.block() for _ in range(size))

    def file(self, body: str) -> bytes:
        """The file with this body; every part that it may speak of is there."""
        parts = {f"{kind}s": _notes(kind, texts) for kind, texts in self.notes.items() if texts}
        parts["comments"] = f"<w:comments {NAMES}>{''.join(self.comments)}</w:comments>"
        for at, head in enumerate(self.heads, 1):
            parts[f"header{at}"] = f"<w:hdr {NAMES}>{head}</w:hdr>"
        rels = rel("pic1", "image", "media/a.png") + rel("pic2", "image", "media/b.png")
        rels += rel("to1", "hyperlink", "https://example.org/a", True) + rel("to2", "hyperlink", "mailto:x", True)
        return word_file(
            body, rels=rels, media={"media/a.png": b"one picture", "media/b.png": b"another picture"},
            page=_SECTION.format(1), styles=_STYLES, numbering=_NUMBERING, **parts,
        )  # fmt: skip


def _notes(kind: str, texts: list[str]) -> str:
    separators = "".join(
        f'<w:{kind} w:type="{name}" w:id="{number}"><w:p><w:r><w:{name}/></w:r></w:p></w:{kind}>'
        for name, number in (("separator", -1), ("continuationSeparator", 0))
    )
    own = "".join(f'<w:{kind} w:id="{at}">{text}</w:{kind}>' for at, text in enumerate(texts, 1))
    return f"<w:{kind}s {NAMES}>{separators}{own}</w:{kind}s>"


def _table(rows: list[list[str]], wide: int) -> str:
    inside = "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in rows)
    grid = '<w:gridCol w:w="1000"/>' * wide
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{inside}</w:tbl>"


_CONTROL = '<w:sdt><w:sdtPr><w:id w:val="{}"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>'


def _note(kind: str) -> Callable[[Mix, int], str]:
    def made(mix: Mix, depth: int) -> str:
        if depth:
            return r(mix.words(2))
        texts = mix.notes[kind]
        texts.append(p(f"<w:r><w:{kind}Ref/></w:r>", mix.words()) + (p(mix.words()) if mix.draw.random() < 0.3 else ""))
        return note(kind, len(texts))

    return made


def _changed(mix: Mix, depth: int) -> str:
    kind = mix.draw.choice(["ins", "del", "moved", "look"])
    if kind == "ins":
        return f'<w:ins w:id="{mix.next()}" {_WHO}>{r(mix.words(3))}</w:ins>'
    if kind == "del":
        return f'<w:del w:id="{mix.next()}" {_WHO}><w:r><w:delText xml:space="preserve">gone </w:delText></w:r></w:del>'
    if kind == "moved":
        return f'<w:moveTo w:id="{mix.next()}" {_WHO}>{r(mix.words(3))}</w:moveTo>'
    return r(mix.words(3), f'<w:b/><w:rPrChange w:id="{mix.next()}" {_WHO}><w:rPr/></w:rPrChange>')


def _link(mix: Mix, depth: int) -> str:
    to = mix.draw.choice(['r:id="to1"', 'r:id="to2"', 'w:anchor="over1"'])
    return f"<w:hyperlink {to}>{r(mix.words(4))}</w:hyperlink>"


def _bookmark(mix: Mix, depth: int) -> str:
    one = mix.next()
    return f'<w:bookmarkStart w:id="{one}" w:name="b{one}"/>{r(mix.words(3))}<w:bookmarkEnd w:id="{one}"/>'


_INSIDE: dict[str, Callable[[Mix, int], str]] = {
    "words": lambda mix, _: r(mix.words(), mix.draw.choice(LOOKS)),
    "more words": lambda mix, _: r(mix.words(), mix.draw.choice(LOOKS)),
    "and more": lambda mix, _: r(mix.words()),
    "half a word": lambda mix, _: r("rea", mix.draw.choice(LOOKS)) + r("sonable "),
    "sign": lambda mix, _: f"<w:r>{mix.draw.choice(_SIGNS)}</w:r>",
    "sign in words": lambda mix, _: f'<w:r><w:t>pay</w:t>{mix.draw.choice(_SIGNS)}<w:t>ment</w:t></w:r>',
    "field": lambda mix, _: field(mix.draw.choice(["PAGE", "REF x", "DATE"]), mix.words(2)),
    "simple field": lambda mix, _: f'<w:fldSimple w:instr=" DATE ">{r(mix.words(1))}</w:fldSimple>',
    "link": _link, "bookmark": _bookmark, "changed": _changed,
    "control": lambda mix, _: _CONTROL.format(mix.next(), r(mix.words(3))),
    "formula": lambda mix, _: _MATH.format(mix.draw.choice(["a+b", "a-b"])),
    "picture": lambda mix, _: picture(mix.draw.choice(["pic1", "pic2"]), mix.next()),
    "box": lambda mix, depth: box(mix.words(4)) if depth < 1 else r(mix.words(1)),
    "footnote": _note("footnote"), "endnote": _note("endnote"),
    "tag": lambda mix, _: f'<w:smartTag w:uri="u" w:element="e">{r(mix.words(2))}</w:smartTag>',
    "other way": lambda mix, _: r("שלום עולם", "<w:rtl/>"),
    "spelling": lambda mix, _: f'<w:proofErr w:type="spellStart"/>{r(mix.words(1))}<w:proofErr w:type="spellEnd"/>',
}  # fmt: skip

_BEGUN, _ENDED = field("TOC", "a").rsplit("<w:r><w:fldChar", 1)


def _over(mix: Mix) -> str:
    """A field, a comment and a permission that begin in one paragraph and end in another."""
    one = mix.next()
    begun = f'<w:commentRangeStart w:id="{one}"/><w:permStart w:id="{one}" w:edGrp="everyone"/>'
    ended = f'<w:permEnd w:id="{one}"/><w:commentRangeEnd w:id="{one}"/>'
    mix.comments.append(f'<w:comment w:id="{one}" {_WHO}>{p(mix.words())}</w:comment>')
    said = f'<w:r><w:commentReference w:id="{one}"/></w:r>'
    return p(begun, _BEGUN) + p(mix.words()) + p(mix.words(), f"<w:r><w:fldChar{_ENDED}", ended, said) + p(mix.words())


def _grid_in_controls(mix: Mix) -> str:
    """A table in a control, its second row in another, a cell in a third."""
    inside = f"<w:tr>{mix.cell(1)}{_CONTROL.format(mix.next(), mix.cell(1))}</w:tr>"
    other = _CONTROL.format(mix.next(), f"<w:tr>{mix.cell(1)}{mix.cell(1)}</w:tr>")
    grid = '<w:tblGrid><w:gridCol w:w="1000"/><w:gridCol w:w="1000"/></w:tblGrid>'
    return _CONTROL.format(mix.next(), f"<w:tbl><w:tblPr/>{grid}{inside}{other}</w:tbl>")


def _grid_changed(mix: Mix) -> str:
    """A table that tracks changes itself: a row that came, one that went, and cells of each kind."""

    def mark(name: str) -> str:
        return f'<w:{name} w:id="{mix.next()}" {_WHO}/>'

    rows = [f"<w:tr><w:trPr>{mark(name)}</w:trPr>{mix.cell(1)}{mix.cell(1)}</w:tr>" for name in ("ins", "del")]
    cells = f"<w:tr>{mix.cell(1)}{mix.cell(1, mark('cellIns'))}{mix.cell(1, mark('cellDel'))}</w:tr>"
    grid = '<w:tblGrid><w:gridCol w:w="1000"/><w:gridCol w:w="1000"/></w:tblGrid>'
    return f"<w:tbl><w:tblPr/>{grid}{''.join(rows)}{cells}</w:tbl>"


def _moved(mix: Mix) -> str:
    """A paragraph that somebody moved before."""
    words, found = mix.words(), []
    name = f"move{mix.next()}"
    for kind in ("moveFrom", "moveTo"):
        one = mix.next()
        mark = f'<w:rPr><w:{kind} w:id="{mix.next()}" {_WHO}/></w:rPr>'
        start = f'<w:{kind}RangeStart w:id="{one}" w:name="{name}" {_WHO}/>'
        run = f'<w:{kind} w:id="{mix.next()}" {_WHO}>{r(words)}</w:{kind}>'
        found.append(p(start, run, f'<w:{kind}RangeEnd w:id="{one}"/>', properties=mark))
    return found[0] + p(mix.words()) + found[1] + p(mix.words())


def _turned(mix: Mix) -> str:
    """Words in another direction, words of another alphabet above words, an object, and custom XML."""
    ruby = (
        '<w:r><w:ruby><w:rubyPr><w:rubyAlign w:val="center"/><w:hps w:val="10"/><w:hpsRaise w:val="18"/>'
        '<w:hpsBaseText w:val="21"/><w:lid w:val="ja-JP"/></w:rubyPr>'
        f"<w:rt>{r('a')}</w:rt><w:rubyBase>{r(mix.words(1))}</w:rubyBase></w:ruby></w:r>"
    )
    inside = p(
        mix.words(), f'<w:dir w:val="rtl">{r(mix.words(2))}</w:dir>', ruby, f'<w:bdo w:val="ltr">{r("x")}</w:bdo>'
    )
    return f'<w:customXml w:uri="u" w:element="e">{inside}</w:customXml>'


_RARE = (_over, _grid_in_controls, _grid_changed, _moved, _turned)
