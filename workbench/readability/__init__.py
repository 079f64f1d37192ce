"""How hard a text is to read, counted the same way in every language and on every thread.

`report.analyse(text, language)` is the door; the modules behind it are words, syllables, counts, formulas,
bands, neutral. What counts as a word, a letter or a syllable stands in docs/readability.md.
"""
