"""One request to a web server, received in turns of bounded work in the window's thread."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtNetwork import QAbstractSocket, QSslError, QSslSocket, QTcpSocket

from lenet_gui.common.bad_input import BadInput
from lenet_gui.gui.feeds.network_cameras.camera_address import CameraAddress
from lenet_gui.gui.feeds.network_cameras.certificates import Certificate, UntrustedCertificate
from lenet_gui.gui.feeds.network_cameras.http_response import BodyReader, HeadReader, ResponseHead
from lenet_gui.gui.feeds.network_cameras.network_errors import (
    NO_TLS,
    network_error,
    socket_error,
)

TURN_BYTES = 65_536  # read in one turn; each byte is searched about twice
TURN_STEPS = 400  # of some 10 us at most, so a turn takes a few milliseconds
TURN_PAUSE_MS = 1  # 64 MB a second is more than any camera sends


class Consumer(Protocol):
    """Takes the body of a reply, and finds pictures in it.

    picture: the newest one, or None; the caller that takes it sets it to None.
    """

    picture: bytes | None

    def push(self, data: bytes) -> None:
        """Add bytes."""

    def step(self) -> bool:
        """Do a step of bounded work; return False if it takes more bytes. May raise BadInput."""

    def finish(self) -> None:
        """Take the end of the reply for the end of the picture."""


class HttpConnection(QObject):
    """A GET request and its reply. After ``ended`` or ``failed`` nothing follows.

    The slot of ``headed`` sets ``consumer``, or closes the connection. received: bytes so far;
    turns: how many there were; most_steps: of one turn, at most.
    """

    headed = Signal(object)  # ResponseHead
    turned = Signal()  # the consumer has taken bytes
    ended = Signal()  # the reply is complete, or the server has closed the connection
    failed = Signal(object)  # BadInput

    def __init__(
        self, address: CameraAddress, trusted: Collection[Certificate], parent: QObject
    ) -> None:
        """Connect to nothing yet. trusted: certificates that the user has accepted."""
        super().__init__(parent)
        self.consumer: Consumer | None = None
        self.received = self.turns = self.most_steps = 0
        self._address, self._trusted = address, trusted
        self._request = b""
        self._head_reader: HeadReader | None = HeadReader()
        self._body: BodyReader | None = None
        self._socket: QTcpSocket | None = None
        self._next_turn = QTimer(self, interval=TURN_PAUSE_MS, singleShot=True)
        self._next_turn.timeout.connect(self._turn)

    def open(self, authorization: str = "") -> None:
        """Send the request. authorization: the value of that header, or empty."""
        address = self._address
        lines = [
            f"GET {address.target} HTTP/1.1",
            f"Host: {address.host_header}",
            "User-Agent: lenet_gui",
            "Accept: */*",
            "Accept-Encoding: identity",
            "Cache-Control: no-cache",
            "Connection: close",
            *([f"Authorization: {authorization}"] if authorization else []),
        ]
        self._request = ("\r\n".join(lines) + "\r\n\r\n").encode()
        if address.secure and not QSslSocket.supportsSsl():
            self.failed.emit(network_error(NO_TLS, address))
            return
        socket = self._socket = QSslSocket(self) if address.secure else QTcpSocket(self)
        socket.setReadBufferSize(TURN_BYTES)  # beyond it the sender must wait
        socket.readyRead.connect(self._on_bytes)
        socket.disconnected.connect(self._on_bytes)
        socket.errorOccurred.connect(self._on_error)
        if isinstance(socket, QSslSocket):
            socket.sslErrors.connect(self._on_untrusted)
            socket.encrypted.connect(self._send)
            socket.connectToHostEncrypted(address.host, address.port)
        else:
            socket.connected.connect(self._send)
            socket.connectToHost(address.host, address.port)

    def close(self) -> None:
        """End the connection at once; no signal follows."""
        socket, self._socket = self._socket, None
        self._next_turn.stop()
        if socket is not None:
            socket.abort()
            socket.deleteLater()

    @Slot()
    def _send(self) -> None:
        if self._socket is not None:
            self._socket.write(self._request)

    # ---- what comes

    @Slot()
    def _on_bytes(self) -> None:
        if self._socket is not None and not self._next_turn.isActive():
            self._next_turn.start()

    @Slot()
    def _turn(self) -> None:
        if self._socket is None:
            return
        self.turns += 1
        try:
            more = self._work()
        except BadInput as error:
            self._fail(error)
            return
        if self.consumer is not None and self._socket is not None:
            self.turned.emit()
        self._go_on(more)

    def _go_on(self, more: bool) -> None:
        """Plan the next turn, or end. more: whether there are steps to do without more bytes."""
        socket = self._socket
        if socket is None:
            return
        closed = socket.state() == QAbstractSocket.SocketState.UnconnectedState
        complete = self._body is not None and self._body.ended
        if more or (socket.bytesAvailable() and not complete):
            self._next_turn.start()
        elif complete or closed:
            self._end()

    def _work(self) -> bool:
        """Do the steps of a turn; return whether there are more to do."""
        socket, may_read = self._socket, True
        for step in range(TURN_STEPS):
            self.most_steps = max(self.most_steps, step + 1)
            if self._advance():
                continue
            if self._socket is None or socket is None or not may_read:
                return False
            data, may_read = bytes(socket.read(TURN_BYTES).data()), False
            if not data:
                return False
            self.received += len(data)
            self._push(data)
        return True

    def _push(self, data: bytes) -> None:
        if self._head_reader is not None:
            self._head_reader.push(data)
        elif self._body is not None:
            self._body.push(data)

    def _advance(self) -> bool:
        """Do a step of the work that is possible without more bytes; return False if none is."""
        if self._head_reader is not None:
            head = self._head_reader.step()
            if head is not None:
                self._begin_body(head, self._head_reader.rest())
            return head is not None
        if self.consumer is None or self._body is None:
            return False
        if self.consumer.step():
            return True
        piece = self._body.step()
        if piece is not None:
            self.consumer.push(piece)
        return piece is not None

    def _begin_body(self, head: ResponseHead, rest: bytes) -> None:
        self._head_reader, self._body = None, BodyReader(head)
        self._body.push(rest)
        self.headed.emit(head)

    def _end(self) -> None:
        headed = self._head_reader is None
        self.close()
        if headed:
            self.ended.emit()
        else:
            self.failed.emit(socket_error(self._address, "RemoteHostClosedError", ""))

    # ---- errors

    def _fail(self, error: BadInput) -> None:
        self.close()
        self.failed.emit(error)

    @Slot(QAbstractSocket.SocketError)
    def _on_error(self, error: QAbstractSocket.SocketError) -> None:
        """Fail, unless a reply has begun: what has arrived of that is still of use."""
        socket = self._socket
        if socket is None:
            return
        if error == QAbstractSocket.SocketError.RemoteHostClosedError:
            self._on_bytes()
        elif self._head_reader is None:
            self._end()
        else:
            self._fail(socket_error(self._address, error.name, socket.errorString()))

    @Slot(list)
    def _on_untrusted(self, _errors: list[QSslError]) -> None:
        """Go on if the user has accepted this certificate for this address."""
        socket = self._socket
        if not isinstance(socket, QSslSocket):
            return
        shown = bytes(socket.peerCertificate().toDer().data())
        fingerprint = hashlib.sha256(shown).digest().hex(":").upper()
        certificate = Certificate(self._address.host, self._address.port, fingerprint)
        if certificate in self._trusted:
            socket.ignoreSslErrors()
        else:
            self._fail(UntrustedCertificate(certificate))
