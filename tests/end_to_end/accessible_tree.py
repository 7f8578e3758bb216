"""What assistive technology sees of a program: AT-SPI, spoken over a D-Bus session of its own.

Qt's own QtDBus speaks it, so that no library is needed; PySide cannot take apart the structures
that name an object, but shows them as text.
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from types import TracebackType

from PySide6.QtDBus import QDBusArgument, QDBusConnection, QDBusMessage, QDBusVariant

from tests.end_to_end.screen import DEADLINE, clean_environment

SERVICE = Path("/usr/share/dbus-1/services/org.a11y.Bus.service")
ROOT = "/org/a11y/atspi/accessible/root"
MOST_CHILDREN = 400  # a table may have thousands of cells
_ATSPI = "org.a11y.atspi."
_PROPERTIES = "org.freedesktop.DBus.Properties"
_OBJECT = re.compile(r'\(so\) "([^"]*)", \[ObjectPath: ([^\]]*)\]')
_GONE = "/org/a11y/atspi/null"  # stands for a child that is going, or not there yet
_TIMEOUT_MS = round(1000 * DEADLINE)


class Bus:
    """A D-Bus session on which a screen reader seems to run, and its bus of accessible programs."""

    def __init__(self, folder: Path) -> None:
        self._daemon = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--print-address=1"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
            env=clean_environment(folder), start_new_session=True,
        )  # fmt: skip
        assert self._daemon.stdout is not None
        self.address = self._daemon.stdout.readline().strip()
        self._names = [f"session-{id(self)}", f"accessibility-{id(self)}"]
        session = QDBusConnection.connectToBus(self.address, self._names[0])
        assert session.isConnected(), session.lastError().message()
        place = ("org.a11y.Bus", "/org/a11y/bus")
        (address,) = answer(session, *place, "org.a11y.Bus", "GetAddress").arguments()
        running = QDBusVariant()
        running.setVariant(True)
        for name in ("IsEnabled", "ScreenReaderEnabled"):
            answer(session, *place, _PROPERTIES, "Set", "org.a11y.Status", name, running)
        self.connection = QDBusConnection.connectToBus(address, self._names[1])
        assert self.connection.isConnected(), self.connection.lastError().message()

    def __enter__(self) -> Bus:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for name in self._names:
            QDBusConnection.disconnectFromBus(name)
        os.killpg(self._daemon.pid, signal.SIGTERM)  # with the services that it has started
        self._daemon.communicate(timeout=DEADLINE)

    @property
    def desktop(self) -> Node:
        """The root, whose children are the programs."""
        return Node(self.connection, "org.a11y.atspi.Registry", ROOT)


def answer(
    connection: QDBusConnection, name: str, path: str, interface: str, method: str, *values: object
) -> QDBusMessage:
    """Call a method and return its answer. Raises LookupError if there is an error in its place."""
    message = QDBusMessage.createMethodCall(name, path, interface, method)
    message.setArguments(list(values))
    reply = connection.call(message, timeout=_TIMEOUT_MS)
    if reply.type() != QDBusMessage.MessageType.ReplyMessage:
        raise LookupError(f"{path} {method}: {reply.errorMessage()}")
    return reply


@dataclass(frozen=True)
class Node:
    """An object that assistive technology sees."""

    connection: QDBusConnection
    program: str
    path: str
    around: tuple[Node, ...] = field(default=(), compare=False, repr=False)

    def again(self) -> Node:
        """Return the same one, whose name and description are asked for anew."""
        return Node(self.connection, self.program, self.path, self.around)

    def ask(self, interface: str, method: str, *values: object) -> QDBusMessage:
        """Call a method of one of its interfaces."""
        return answer(self.connection, self.program, self.path, interface, method, *values)

    def _property(self, interface: str, name: str) -> object:
        value = self.ask(_PROPERTIES, "Get", _ATSPI + interface, name).arguments()[0]
        return value.variant() if isinstance(value, QDBusVariant) else value

    @cached_property
    def name(self) -> str:
        return str(self._property("Accessible", "Name"))

    @cached_property
    def description(self) -> str:
        return str(self._property("Accessible", "Description"))

    @cached_property
    def role(self) -> str:
        """In words: "push button"."""
        return str(self.ask(_ATSPI + "Accessible", "GetRoleName").arguments()[0])

    @property
    def checked(self) -> bool:
        return self._is(4)

    @property
    def selected(self) -> bool:
        return self._is(23)

    @property
    def shown(self) -> bool:
        return self._is(25)

    @property
    def checkable(self) -> bool:
        return self._is(41)

    def _is(self, state: int) -> bool:
        """Whether it is in a state, by its number in AT-SPI."""
        return bool(self._states() >> state & 1)

    def _states(self) -> int:
        """One bit for each state."""
        argument = self.ask(_ATSPI + "Accessible", "GetState").arguments()[0]
        assert isinstance(argument, QDBusArgument)
        argument.beginArray()
        words = []
        while not argument.atEnd():
            words.append(int(argument.asVariant()))
        return sum(word << 32 * place for place, word in enumerate(words))

    def focus(self) -> None:
        """Give it the keyboard."""
        assert self.ask(_ATSPI + "Component", "GrabFocus").arguments() == [True], str(self)

    def press(self) -> None:
        """Do what a click does."""
        action = _ATSPI + "Action"
        count = int(str(self._property("Action", "NActions")))
        names = [self.ask(action, "GetName", place).arguments()[0] for place in range(count)]
        place = next(place for place, name in enumerate(names) if name in ("Press", "Toggle"))
        assert self.ask(action, "DoAction", place).arguments() == [True], str(self)

    @property
    def children(self) -> list[Node]:
        reply = self.ask(_ATSPI + "Accessible", "GetChildren")
        inside = (*self.around, self)
        found = _OBJECT.findall(repr(reply))
        return [
            Node(self.connection, service, path, inside) for service, path in found if path != _GONE
        ]

    def walk(self) -> Iterator[Node]:
        """Yield it and all that is below it, but only the first of very many children."""
        yield self
        for child in self.children[:MOST_CHILDREN]:
            try:
                yield from child.walk()
            except LookupError:  # it has gone meanwhile
                continue

    def __str__(self) -> str:
        return f"{self.role} {self.name!r}"
