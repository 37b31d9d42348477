"""Sheets from the Record: what each paper may say, gathered from shared entries field by field.

Nothing here takes a :class:`Plan`; what is private has no way onto a paper.
"""
