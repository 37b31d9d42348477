"""The text views: redline, clean, side by side and draft, all on one page class with our own marks."""
