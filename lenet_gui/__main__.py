"""`python -m lenet_gui` and the console script `lenet-gui`."""

import sys

from lenet_gui.cli.parser import main

if __name__ == "__main__":
    sys.exit(main())
