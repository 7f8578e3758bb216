"""Where the packaged program begins: the command line, or the window without a command.

PyInstaller would run its hooks at every start; they load Qt and multiprocessing, which takes longer
than all the rest of `lenet-gui --help`. The recipe keeps them as modules, for those who need them.
"""

import sys

LEARNING = ("train", "worker", "importer")

if "--multiprocessing-fork" in sys.argv or "-c" in sys.argv[1:2]:  # a library starts a helper
    import multiprocessing

    import pyi_rth_multiprocessing  # noqa: F401

    multiprocessing.freeze_support()
if sys.argv[1:2] and sys.argv[1] in LEARNING:
    import pyi_rth_inspect  # noqa: F401  torch reads its own sources

from lenet_gui.cli.parser import main  # noqa: E402

sys.exit(main())
