"""Sentences of a block: split without losing a character, and joined again after translation.

`profiles/` holds what is known of each language; `breaks.py` finds where a sentence may end; `rules.py`
and, after a full stop, `full_stops.py` decide whether it does; `splitting.py` walks a text with them;
`blocks.py` keeps the white space.
"""

from workbench.segments.blocks import Segment, join_segments, segment_block
from workbench.segments.splitting import split_sentences

__all__ = ["Segment", "join_segments", "segment_block", "split_sentences"]
