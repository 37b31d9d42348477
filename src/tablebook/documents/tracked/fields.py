"""Simple fields (one element) spelled out as their three signs and their result: the form that can be struck or new."""

from __future__ import annotations

from collections.abc import Iterator

from tablebook.documents.tracked.names import R_RUN, RPR, XML_SPACE, Element, W, bare, make

SIMPLE = W + "fldSimple"


def spelled_out(element: Element) -> Iterator[Element]:
    """The runs of a simple field. One that stays is left as it is."""
    look = element.find(f".//{R_RUN}/{RPR}")
    code = make("instrText")
    code.text = element.get(W + "instr") or ""
    code.set(XML_SPACE, "preserve")
    yield _run(make("fldChar", fldCharType="begin"), look)
    yield _run(code, look)
    yield _run(make("fldChar", fldCharType="separate"), look)
    for run in element.iter(R_RUN):
        yield bare(run)
    yield _run(make("fldChar", fldCharType="end"), look)


def _run(child: Element, look: Element | None) -> Element:
    run = make("r")
    if look is not None:
        run.append(bare(look))
    run.append(child)
    return run
