"""The file of a negotiation: the only place with SQL. :class:`Book` is the one door."""

from tablebook.book.book import Book, verify_file
from tablebook.book.drafts import PlanDraft
from tablebook.book.making import SUFFIX
from tablebook.book.plan import ArticlePlan, Limit, NoteLine, Plan, PrivateNote
from tablebook.book.reader import Reader
from tablebook.book.search import SearchHit, SnippetPart
from tablebook.book.verification import Problem, Verification

__all__ = [
    "SUFFIX",
    "ArticlePlan",
    "Book",
    "Limit",
    "NoteLine",
    "Plan",
    "PlanDraft",
    "PrivateNote",
    "Problem",
    "Reader",
    "SearchHit",
    "SnippetPart",
    "Verification",
    "verify_file",
]
