"""The tree of tags, the bookmarks and the facts about a paper written into its PDF."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFObject, PDFStream
from reportlab.pdfgen.canvas import Canvas

from tablebook.reports.packing import Packed, pack
from tablebook.reports.tags import Content, Link, Structure, Tag

_KEPT_EMPTY = ("TD", "TH", "TR", "Lbl", "LBody")  # a table stays regular, a list keeps its parts


@dataclass(frozen=True, slots=True)
class About:
    """What the file says of the paper."""

    title: str
    author: str
    subject: str
    lang: str


def finish(canvas: Canvas, structure: Structure, about: About, front: int = 0) -> None:
    """Write all that is known only when the last page is drawn. ``front`` pages are numbered i, ii, iii."""
    writer = _Writer(canvas._doc, structure)  # type: ignore[attr-defined]
    writer.tree()
    _bookmarks(canvas, structure)
    catalog = canvas._doc.Catalog  # type: ignore[attr-defined]
    catalog.MarkInfo = "<</Marked true>>"
    catalog.Metadata = _metadata(about)
    pack(canvas._doc)  # type: ignore[attr-defined]
    canvas.setViewerPreference("DisplayDocTitle", "true")
    if front:
        canvas.addPageLabel(0, style="ROMAN_LOWER", start=1)
        canvas.addPageLabel(front, style="ARABIC", start=1)


def _bookmarks(canvas: Canvas, structure: Structure) -> None:
    pages = canvas._doc.Pages.pages  # type: ignore[attr-defined]
    for number, (tag, depth, place) in enumerate(structure.headings):
        key = f"heading-{number}"
        canvas.addOutlineEntry(tag.words, key, depth - 1)
        spot = canvas._bookmarkReference(key)  # type: ignore[attr-defined]
        spot.xyz(0, round(place.top, 1), 0)
        spot.setPage(pages[place.page])


class _Writer:
    def __init__(self, document: Any, structure: Structure) -> None:
        self._document, self._structure = document, structure
        self._pages = [self._reference(page) for page in document.Pages.pages]
        self._tops = {id(tag): place for tag, _, place in structure.headings}
        self._objects: dict[int, tuple[Packed, str]] = {}
        self._annotations: list[tuple[str, str]] = []

    def tree(self) -> None:
        """The structure tree with the way back from each page to its tags."""
        root, parents = Packed(), Packed()
        address, back = self._reference(root), self._reference(parents)
        top = self._element(self._structure.root, address)
        self._document.Catalog.StructTreeRoot = root
        numbers = []
        for number, drawn in enumerate(self._structure.pages):
            page = self._document.Pages.pages[number]
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents, page.Tabs = number, PDFName("S")
            numbers.append(f"{number} [{' '.join(self._objects[id(tag)][1] for tag in drawn)}]")
        count = len(self._structure.pages)
        numbers += [f"{count + index} {owner}" for index, (_, owner) in enumerate(self._annotations)]
        parents.body = f"<</Nums[{' '.join(numbers)}]>>"
        following = count + len(self._annotations)
        root.body = f"<</Type/StructTreeRoot/K {top}/ParentTree {back}/ParentTreeNextKey {following}>>"

    def _reference(self, thing: PDFObject) -> str:
        name = self._document.Reference(thing).name
        return f"{self._document.idToObjectNumberAndVersion[name][0]} 0 R"

    def _element(self, tag: Tag, parent: str) -> str:
        """Write a tag and all below it; its address."""
        thing = Packed()
        address = self._reference(thing)
        self._objects[id(tag)] = thing, address
        page = next((kid.page for kid in tag.kids if isinstance(kid, Content)), None)
        kids = list(self._kids(tag, address, page))
        said = [f"<</S/{tag.kind}/P {parent}"]
        if page is not None:
            said.append(f"/Pg {self._pages[page]}")
        if kids:
            said.append(f"/K {kids[0]}" if len(kids) == 1 else f"/K[{' '.join(kids)}]")
        if tag.spoken:
            said.append(f"/{'Alt' if tag.kind == 'Figure' else 'E'}{_text(tag.spoken)}")
        if tag.words:
            said.append(f"/T{_text(tag.words)}")
        if tag.lang:
            said.append(f"/Lang{_text(tag.lang)}")
        if tag.attributes:
            said.append(f"/A<<{tag.attributes}>>")
        thing.body = "".join((*said, ">>"))
        return address

    def _kids(self, tag: Tag, address: str, page: int | None) -> Iterator[str]:
        for kid in tag.kids:
            if isinstance(kid, Tag):
                if kid.kids or kid.kind in _KEPT_EMPTY:
                    yield self._element(kid, address)
            elif isinstance(kid, Link):
                yield f"<</Type/OBJR/Obj {self._annotation(kid, tag, address)}/Pg {self._pages[kid.page]}>>"
            elif kid.page == page:
                yield str(kid.number)
            else:
                yield f"<</Type/MCR/Pg {self._pages[kid.page]}/MCID {kid.number}>>"

    def _annotation(self, link: Link, tag: Tag, address: str) -> str:
        thing = Packed()
        mine = self._reference(thing)
        place = self._tops[id(link.target)]
        box = " ".join(f"{side:.1f}" for side in link.box)
        key = len(self._structure.pages) + len(self._annotations)
        thing.body = (
            f"<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[{box}]/Contents{_text(link.target.words)}"
            f"/Dest[{self._pages[place.page]}/XYZ 0 {place.top:.1f} 0]/StructParent {key}>>"
        )
        self._annotations.append((mine, address))
        page = self._document.Pages.pages[link.page]
        page.Annots = [*(page.Annots or []), thing]
        return mine


def _text(words: str) -> str:
    """Words as a PDF string."""
    if words.isascii() and words.isprintable():
        return "(" + words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)") + ")"
    return f"<FEFF{words.encode('utf-16-be').hex()}>"


def _metadata(about: About) -> PDFStream:
    """The facts again in the form that archives and reading programs look for."""
    facts = (
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(about.title)}</rdf:li></rdf:Alt></dc:title>'
        f"<dc:creator><rdf:Seq><rdf:li>{escape(about.author)}</rdf:li></rdf:Seq></dc:creator>"
        f'<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{escape(about.subject)}</rdf:li></rdf:Alt>'
        f"</dc:description><dc:language><rdf:Bag><rdf:li>{escape(about.lang)}</rdf:li></rdf:Bag></dc:language>"
        "<dc:format>application/pdf</dc:format><xmp:CreatorTool>Tablebook</xmp:CreatorTool>"
    )
    packet = (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">'
        f'{facts}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>'
    )
    dictionary = PDFDictionary({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")})
    return PDFStream(dictionary, packet.encode("utf-8"))
