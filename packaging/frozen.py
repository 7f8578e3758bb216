"""Where the packaged program begins: the command line, or the window without a command."""

import multiprocessing
import sys

multiprocessing.freeze_support()  # first: a process that a library starts must not open a window

from lenet_gui.cli import main  # noqa: E402

sys.exit(main())
