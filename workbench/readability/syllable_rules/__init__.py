"""Syllable rules by language: a lower-case word in, the number of its vowel nuclei out.

A language whose nuclei one pattern can tell has a `Rule` in `vowels`, `romance` or `germanic`; English and
French have a module of their own.
"""
