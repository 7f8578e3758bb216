"""lenet_gui: LeNet-5 (1998) reads the digits a person draws, and shows every layer doing it."""

import os

# OpenBLAS starts a thread a core for products that take microseconds; beside any other busy
# process that turns 0.3 ms into 50 ms. It reads the variable once, when numpy is first imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

__version__ = "0.1.0"
