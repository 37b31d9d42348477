"""The fields that sheets may carry onto paper, looked at one by one."""

PUBLIC_FIELDS = {
    "Masthead": {"union", "employer", "union_short", "employer_short", "agreement", "unit", "fictional"},
    "PassLine": {"text", "current"},
    "ProposalItem": {
        "heading", "form", "label", "answers", "effective", "conditions", "passes", "blocks", "prose", "not_part",
        "fingerprint",
    },
    "ProposalSheet": {
        "masthead", "title", "party", "items", "made", "fingerprint", "kind", "label", "date", "time", "session",
        "handed_by", "handed_to", "answers", "effective", "conditions", "expiry", "expiry_reason", "terms",
        "reservation", "initials", "hands",
    },
    "Hand": {"party", "label", "at"},
    "Signed": {"name", "title", "date", "time", "how"},
    "SignatureSide": {"party", "heading", "signed"},
    "PenEditLine": {"name", "place", "old", "new", "initials"},
    "TaText": {
        "heading", "accepted", "clean", "redline", "supersedes", "effective", "edits", "rest", "fingerprint",
    },
    "TaSheet": {
        "masthead", "label", "texts", "signatures", "made", "fingerprint", "title", "effective", "conditions",
        "subject_to", "leftovers", "left_count", "notice", "session", "code", "hands",
    },
    "TaRow": {
        "number", "title", "sections", "label", "accepted", "date", "time", "signed_by", "conditions", "effective",
        "fingerprint", "note",
    },
    "OpenRow": {"number", "title", "state", "latest", "places"},
    "TaSummarySheet": {
        "masthead", "rows", "open", "made", "fingerprint", "title", "lead", "as_of", "count", "leftovers", "left_count",
    },
    "Attendance": {"party", "heading", "present", "absent"},
    "CaucusLine": {"party", "called_by", "out", "back"},
    "SessionFacts": {
        "number", "date", "hours", "place", "attendance", "caucuses", "exchanged", "agreements", "requests",
        "next_session", "agenda",
    },
    "MinuteLine": {"time", "party", "who", "kind", "text", "entry"},
    "MinuteGroup": {"heading", "title", "lines"},
    "MinutesSheet": {
        "masthead", "facts", "made", "entries", "fingerprint", "note_taker", "groups", "corrections",
    },
    "JointMinutesSheet": {"masthead", "facts", "made", "entries", "fingerprint", "corrections", "signatures"},
    "RedlineSheet": {
        "masthead", "title", "compared", "blocks", "made", "fingerprint", "heading", "base", "passes", "notes", "hands",
    },
    "Translated": {"language", "text", "translator", "reviewer", "stale"},
    "OwnWords": {"text", "by", "translations", "stale"},
    "CoverLetter": {"words", "signed", "role"},
    "CostSummary": {"words", "rows"},
    "PacketText": {
        "label", "kind", "number", "name", "title", "fingerprint", "agreed", "places", "accepted", "party", "amended",
        "signed_by", "effective", "conditions", "clean", "redline", "plain", "met", "since", "same",
    },
    "Threefold": {"today", "asked", "got", "figures"},
    "AskedPlace": {"place", "passages"},
    "Since": {"answers", "confirmed", "by"},
    "AskedFor": {"number", "name", "title", "asked", "got", "withdrawn", "deferred", "places", "new"},
    "Unchanged": {"number", "name", "title", "withdrawn", "deferred", "agreed", "conformed"},
    "CleanUp": {"label", "place", "old", "new"},
    "FinalUnit": {"number", "name", "title", "blocks", "labels", "gone"},
    "Share": {"part", "whole", "of", "at_least"},
    "VoteNotice": {
        "question", "opens", "closes", "places", "who", "eligible", "methods", "method_words", "passes",
        "passes_words", "quorum", "quorum_words", "recommendation", "board",
    },
    "LookAt": {"name", "place", "text"},
    "Ratified": {"day", "yes", "no"},
    "PacketSheet": {
        "masthead", "version", "fingerprint", "made", "term", "settled", "letter", "cost", "texts", "asked",
        "unchanged", "closing", "left", "conforming", "final", "vote", "outdated", "unclear", "ratifiers", "ratified",
        "look_at", "recorded",
    },
    "Block": {"kind", "label", "runs", "section", "level", "rows", "page", "source"},
    "Run": {"text", "bold", "italic"},
    "MarkedBlock": {
        "kind", "runs", "label", "old_label", "section", "level", "rows", "old_index", "new_index", "moved",
        "margin_author", "start", "row_fates", "cell_fates", "fresh", "move",
    },
    "MarkedRun": {"text", "writer", "striker", "fresh", "bold", "italic", "restorer"},
    "Fate": {"writer", "striker", "fresh", "restorer"},
    "Author": {"party", "label"},
}  # fmt: skip
"""Every field that may reach a paper, looked at one by one. A new field fails the test until somebody has looked."""
