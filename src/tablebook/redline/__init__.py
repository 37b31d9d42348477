"""Comparison: align paragraphs, compare words, and say who wrote what over many passes. Pure Python."""
