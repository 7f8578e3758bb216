"""Decoding of strangers' pictures within bounds of time and memory.

What a picture will cost is estimated from its headers (``image_cost``). What is cheap is decoded at
once, in this process. The rest goes to a helper process (``helper_process``; the process itself is
``helper``), which is killed when it takes longer than ``MAX_SECONDS``: a thread inside a decoder
cannot be ended in any other way.
"""
