"""How languages are written: quotation marks, spaces, marks at the end, scripts, small words, capitals.

What a translation is given when it is made, and what it is checked for afterwards, is known here once.
"""
