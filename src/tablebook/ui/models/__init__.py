"""Rows as frozen values, and the Qt models that hold them."""
