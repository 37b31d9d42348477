"""The heading of a new or renumbered unit: its number is changed where it stands, and never inside a word."""

from __future__ import annotations

from pathlib import Path

import pytest

from tablebook.documents.read import read_contract
from tablebook.documents.successor.headings import counted_label, number_place, title_place
from tablebook.documents.successor.write import in_own_file
from tablebook.domain.contract import Article, UnitKind
from tablebook.domain.text import paragraph
from tests.unit.documents.word_files import p, r, word_file

WORDS = "The words of this one stand here as they have always stood, and nobody has asked to have them changed."


@pytest.mark.parametrize(
    ("text", "number", "title", "new", "becomes"),
    [
        ("APPENDIX A - SALARIES", "A", "SALARIES", "B", "APPENDIX B - SALARIES"),
        ("Appendix A: Salaries", "A", "Salaries", "B", "Appendix B: Salaries"),
        ("APPENDIX “A” – A SCALE", "A", "A SCALE", "B", "APPENDIX “B” – A SCALE"),
        ("ARTICLE I", "I", "", "II", "ARTICLE II"),
        ("Article i. In Part", "I", "In Part", "II", "Article II. In Part"),
        ("Art. IV – Civil Rights", "IV", "Civil Rights", "V", "Art. V – Civil Rights"),
        ("ARTICLE C: ACCESS", "C", "ACCESS", "D", "ARTICLE D: ACCESS"),
        ("Article No. 5 – 5 Days", "5", "5 Days", "6", "Article No. 6 – 5 Days"),
        ("I. IN GENERAL", "I", "IN GENERAL", "II", "II. IN GENERAL"),
        ("1 - Days in Week 1", "1", "Days in Week 1", "2", "2 - Days in Week 1"),
        ("Appendix A-1 – Scale A", "A-1", "Scale A", "A-2", "Appendix A-2 – Scale A"),
        ("Side Letter 2 – Side Talks", "Side Letter 2", "Side Talks", "Side Letter 3", "Side Letter 3 – Side Talks"),
    ],
)
def test_a_number_is_found_behind_the_word_for_its_kind_or_by_itself(
    text: str, number: str, title: str, new: str, becomes: str
) -> None:
    span = number_place(text, number, title)
    assert span is not None
    assert text[: span[0]] + new + text[span[1] :] == becomes


@pytest.mark.parametrize(
    ("text", "number", "title"), [("LEAVES OF A TEACHER", "A", "LEAVES OF A TEACHER"), ("ARTICLE", "I", "")]
)
def test_a_number_that_is_not_there_is_found_nowhere(text: str, number: str, title: str) -> None:
    assert number_place(text, number, title) is None


def test_a_title_is_no_part_of_a_longer_word() -> None:
    text = "ARTICLE 7 – ART"
    span = title_place(text, "Art")
    assert span is not None
    assert span == (text.rindex("ART"), len(text))


def test_a_label_that_word_counts_is_that_of_the_next_unit() -> None:
    assert counted_label("ARTICLE I –", "I", "II") == "ARTICLE II –"


@pytest.mark.parametrize(
    ("heads", "kind", "number", "becomes"),
    [
        (("APPENDIX A - SALARIES",), UnitKind.APPENDIX, "B", "APPENDIX B - STIPENDS"),
        (("Appendix A: Salaries",), UnitKind.APPENDIX, "B", "Appendix B: Stipends"),
        (("APPENDIX “A” – SALARIES",), UnitKind.APPENDIX, "B", "APPENDIX “B” – STIPENDS"),
        (("ARTICLE I – SCOPE", "ARTICLE II – RIGHTS"), UnitKind.ARTICLE, "III", "ARTICLE III – STIPENDS"),
        (("ARTICLE I – SCOPE",), UnitKind.ARTICLE, "II", "ARTICLE II – STIPENDS"),
    ],
)
def test_a_new_unit_is_headed_as_those_of_its_kind_with_its_own_number(
    tmp_path: Path, heads: tuple[str, ...], kind: UnitKind, number: str, becomes: str
) -> None:
    before = "" if kind is UnitKind.ARTICLE else p(r("ARTICLE 1 – SCOPE", "<w:b/>")) + p(WORDS)
    path = tmp_path / "c.docx"
    path.write_bytes(word_file(before + "".join(p(r(one, "<w:b/>")) + p(WORDS) for one in heads)))
    contract = read_contract(path).contract
    assert contract.articles[-1].kind is kind
    title = "STIPENDS" if becomes.isupper() else "Stipends"
    new = Article(kind, number, title, (paragraph("A coach is paid $4,000."),))
    made = in_own_file(path.read_bytes(), contract.by_key, [*contract.by_key.items(), ("new", new)])
    path.write_bytes(made.data)
    again = read_contract(path).contract
    assert becomes in _paragraphs(path)
    assert (again.articles[-1].number, again.articles[-1].title) == (number, title)
    assert not made.wrong


def test_an_article_that_gets_another_number_has_it_at_the_end_of_its_name(tmp_path: Path) -> None:
    path = tmp_path / "c.docx"
    path.write_bytes(
        word_file(
            "".join(p(r(f"ARTICLE {n}: {t}", "<w:b/>")) + p(WORDS) for n, t in (("I", "SCOPE"), ("II", "CIVICS")))
        )
    )
    contract = read_contract(path).contract
    old = contract.by_key["II"]
    moved = {**contract.by_key, "II": Article(old.kind, "III", old.title, old.blocks)}
    path.write_bytes(in_own_file(path.read_bytes(), contract.by_key, list(moved.items())).data)
    assert "ARTICLE III: CIVICS" in _paragraphs(path)


def _paragraphs(path: Path) -> list[str]:
    import docx

    return [one.text for one in docx.Document(str(path)).paragraphs]
