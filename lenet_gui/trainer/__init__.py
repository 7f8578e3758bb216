"""Learns. torch, in a process of its own; never Qt.

``train(config)`` (``training.py``) is a generator: it yields a ``TrainingStep`` after each step
and returns the ``Checkpoint``. Closing it cancels; not asking for the next step pauses; sending
``TrainingChanges`` changes the rate and the image augmentation from the next step on. While it
validates it yields steps that say so, so that pause and cancel act at once.

``config_checks.py`` refuses choices that make no sense, ``devices.py`` finds the device,
``loop.py`` goes from step to step, ``learner.py`` holds the network, its optimizer and its
averaged weights. ``saved_training.py`` keeps the best and the last checkpoint on disk at every
moment, and a state from which the training resumes exactly.

``parallel.py``: under torchrun each process has its share of each batch, draws the random numbers
of all of it, and takes the same step. ``teachers.py``: a training can learn from checkpoints
beside the labels; their answers to the very batch it sees are averaged as probabilities, and a
teacher without a not-a-digit class is not asked about non-digits.
"""
