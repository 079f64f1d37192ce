"""Pieces of a text that a translation must not change: numbers, URLs, placeholders and the like.

Protection while translating and the checks of a reviewer's text share what is known of them.
"""
