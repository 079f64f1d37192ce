"""Translation and readability workbench: offline translation, sentence by sentence, for newsrooms.

Importing this package loads neither Flask nor a translation model.
"""

__version__ = "0.1.0"
