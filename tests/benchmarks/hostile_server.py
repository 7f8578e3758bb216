"""The hostile servers of the tests in a process of their own; it ends with its input.

It prints their address. A server in the measured process would share its lock of Python.
"""

from __future__ import annotations

import sys

from tests.gui.hostile_servers import HOSTILE, hostile_server
from tests.gui.streams import jpeg, page_of


def main() -> int:
    picture = jpeg(page_of("3322/7337"))
    with hostile_server(lambda name: HOSTILE[name](picture)) as server:
        print(server.address, flush=True)
        sys.stdin.read()
    return 0


if __name__ == "__main__":
    sys.exit(main())
