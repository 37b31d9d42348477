"""The sample's private plan, kept where a local would type it."""

from __future__ import annotations

from typing import Any

from tablebook.book.book import Book
from tablebook.book.plan import ArticlePlan, Limit


def keep_plan(book: Book, plan: dict[str, Any]) -> None:
    """Rationale, priority and limits of each article; the parts that later stages use are kept whole."""
    reasons = {row["article"]: row["text"] for row in plan["rationale"]}
    limits: dict[str, list[dict[str, str]]] = {}
    for row in plan["limits"]:
        limits.setdefault(row["article"], []).append(row)
    priorities: dict[str, str] = {}
    for demand in plan["demands"]:
        priorities.setdefault(demand["article"], demand["priority"])
    for article in dict.fromkeys((*reasons, *limits, *priorities)):
        rows = limits.get(article, [])
        kept = tuple(Limit(row["what"], row["limit"]) for row in rows)
        priority = rows[0]["priority"] if rows else priorities.get(article, "")
        book.plan.save_article(ArticlePlan(article, reasons.get(article, ""), priority, kept))
    for name in ("demands", "costing", "ground_rules", "deadlines", "grants", "votes", "survey"):
        book.plan.put(name, plan[name])
