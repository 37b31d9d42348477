"""Tablebook: one negotiation, one bargaining book, no network."""

__version__ = "0.1.0"
