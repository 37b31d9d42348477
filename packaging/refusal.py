"""What stops a verb, said to the person who typed it."""


class Refusal(Exception):  # noqa: N818 - nothing failed: it is an answer
    """A plain sentence: what cannot go on, and what to do."""
