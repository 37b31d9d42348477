"""What stops a verb, said to the person who typed it."""


class Refusal(Exception):
    """A plain sentence: what cannot go on, and what to do."""
