"""The worker process that trains for the window.

``process.py`` owns the streams: standard output is turned to standard error first, so that a print
cannot spoil a frame, and the worker ends when its standard input does. ``worker.py`` warms up with
a real first step (``warm_up.py``), hears commands between two steps, reports progress at most 20
times a second (``progress.py``), shows augmented digits (``previews.py``), and evaluates the
result with the engine that ships (``final_evaluation.py``). What it says are the values of
``common/training_values.py`` in the frames of ``common/wire``.
"""
