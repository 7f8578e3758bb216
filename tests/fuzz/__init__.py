"""Files that strangers could hand us: mutated by chance and made by hand.

A reader may give a good result or BadInput; anything else is a fault: another exception, more
than 2 s of the processor, more than 500 MB, a crash. `make fuzz` tries 10,000 of each kind in
processes of their own, the tests a few in theirs.
"""
