"""Labelled data: datasets, stroke sets, splits, and stroke augmentation.

**Splits** (``train_test_splits.py``). Each source is split by itself, by writer where writers are
known, else by sample. Its test part is its test file, else what held-out writers wrote, else one
seventh chosen by content alone. It does not depend on the seed, the counts, or what the source is
mixed with, so no later training can have learned from it. Samples that two parts share are taken
out of the part that is learned from.

**Stroke augmentation** (``stroke_augmentation.py``). A stroke set has few writers, and the next
person writes like none of them. Strokes are changed before they are rasterized: length of
movements, slant, aspect, rounder corners, hooks, gaps, uncommon forms (a foot under the 1, a bar
through the 7), and every pen width.

**Non-digits** (``non_digits.py``, ``augmented_sets.py``). Scribbles, pairs and signs are learned
as the not-a-digit class of the loss "map" (the 1998 paper's rubbish class), which has no unit: its
evidence is the constant -j. A network that gives less to each of its classes declines to answer.
There is no eleventh output, so the 1998 network can learn it as published.
"""
