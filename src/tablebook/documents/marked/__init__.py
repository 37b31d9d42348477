"""Marked papers: what is seen on them, what it means, and the two texts they hold."""
