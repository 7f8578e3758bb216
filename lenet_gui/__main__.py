"""Entry point of `python -m lenet_gui`; the console script `lenet-gui` calls the same `main`."""

import sys

from lenet_gui.cli.parser import main

if __name__ == "__main__":
    sys.exit(main())
