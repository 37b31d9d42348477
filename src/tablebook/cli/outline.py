"""tablebook outline: what a contract is made of."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tablebook.cli import answer
from tablebook.cli.arguments import existing


def outline(
    file: Annotated[Path, typer.Argument(help="A contract: docx, pdf with text, txt or md.", readable=False)],
    json: Annotated[bool, typer.Option("--json", help="One JSON document.")] = False,
) -> int:
    """Read a contract and list its articles and sections, with doubts."""
    from tablebook.documents.foreign import read_contract_safely
    from tablebook.documents.reading import NoArticles, outline_json

    try:
        found = outline_json(read_contract_safely(existing(file), progress=answer.progress("Reading page")))
    except NoArticles as error:
        # The reading is done and nothing is wrong with the file: an empty list with its reason is the answer.
        found = {"articles": [], "warnings": [{"code": "no-articles", "page": None, "message": str(error)}]}
    if json:
        answer.say_json(found)
        return 0
    for article in found["articles"]:
        page = f"  (page {article['page']})" if article["page"] else ""
        answer.say(f"{article['kind']} {article['number']}  {article['title']}{page}".replace("  ", " "))
        for section in article["sections"]:
            answer.say(f"    {section['number']}  {section['title']}".rstrip())
    for warning in found["warnings"]:
        where = f"Page {warning['page']}: " if warning["page"] else ""
        answer.tell(f"{where}{warning['message']}")
    return 0
