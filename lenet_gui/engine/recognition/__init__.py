"""Recognizing pictures, declining to answer, and evaluating networks.

A network gives evidence for each class: the values before the softmax, or negative penalties. A
reject rule compares a score with its threshold: the margin, the probability of the best class
beside the not-a-digit class, or the three numbers of 1990 (LeCun and others, "Handwritten digit
recognition with a back-propagation network"). The checkpoint holds what each threshold did on
validation data. The dial ("allow 1 mistake in 100 answers") is a place on that curve. Every part
of the program asks the ``Recognizer``, whose ``rule`` is the one in use; ``Recognizer.copy`` takes
it to another thread.
"""
