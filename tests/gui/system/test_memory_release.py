"""Many threads, one heap, and what is free in it goes back."""

import subprocess
import sys

import pytest

PROGRAM = """
import ctypes, threading
from lenet_gui.gui.system.memory_release import use_little

use_little()
library = ctypes.CDLL(None)
together = threading.Barrier(8)

def work():
    frames = [bytes(100_000) for _ in range(10)]
    together.wait()

threads = [threading.Thread(target=work) for _ in range(8)]
for each in threads:
    each.start()
for each in threads:
    each.join()
library.malloc_info(0, ctypes.c_void_p.in_dll(library, "stdout"))
library.fflush(None)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="of the C library of Linux")
def test_threads_share_a_heap() -> None:
    told = subprocess.check_output([sys.executable, "-c", PROGRAM], text=True)
    assert told.count("<heap nr=") == 1


HOLES = """
import re
from pathlib import Path
from lenet_gui.gui.system.memory_release import give_back, use_little

def resident():
    return int(re.search(r"RssAnon:\\s+(\\d+)", Path("/proc/self/status").read_text())[1])

use_little()
blocks = [b"x" * (100_000 + n) for n in range(400)]
full = resident()
del blocks[:-1]  # the last one holds the end of the heap
before = resident()
give_back()
print(full - before, before - resident())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="of the C library of Linux")
def test_what_is_free_in_the_middle_goes_back() -> None:
    told = subprocess.check_output([sys.executable, "-c", HOLES], text=True)
    alone, given_back = map(int, told.split())
    assert alone < 4_000
    assert given_back > 30_000
