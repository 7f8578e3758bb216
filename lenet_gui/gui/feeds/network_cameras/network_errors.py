"""Sentences about network cameras: not there, locked, silent, too slow, not trusted."""

from __future__ import annotations

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP
from lenet_gui.gui.feeds.network_cameras.camera_address import CameraAddress

MAX_WORDS = 60  # letters of a server's or of the system's words that are shown

NO_ANSWER = QT_TRANSLATE_NOOP("BadInput", "{host} does not answer.")
# By the name of QAbstractSocket.SocketError. Only one file uses the network itself.
_ERRORS = {
    "HostNotFoundError": QT_TRANSLATE_NOOP("BadInput", "No computer named {host} was found."),
    "ConnectionRefusedError": QT_TRANSLATE_NOOP(
        "BadInput", "{host} was reached, but nothing answers on port {port}."
    ),
    "RemoteHostClosedError": QT_TRANSLATE_NOOP(
        "BadInput", "{host} closed the connection without an answer."
    ),
    "SocketTimeoutError": NO_ANSWER,
    "SslHandshakeFailedError": QT_TRANSLATE_NOOP(
        "BadInput", "A secure connection to {host} cannot be made: {why}."
    ),
}
_OTHER_ERROR = QT_TRANSLATE_NOOP("BadInput", "{host} cannot be reached: {why}.")
_STATUS = {
    403: QT_TRANSLATE_NOOP("BadInput", "{host} denies access."),
    404: QT_TRANSLATE_NOOP("BadInput", "{host} has nothing at this address."),
}
_OTHER_STATUS = QT_TRANSLATE_NOOP("BadInput", "{host} answers with the error {status}.")
NO_PASSWORD = QT_TRANSLATE_NOOP(
    "BadInput", "{host} requires a user name and a password: http://name:password@{host}:{port}/…"
)
WRONG_PASSWORD = QT_TRANSLATE_NOOP("BadInput", "{host} does not accept this name and password.")
STRANGE_LOGIN = QT_TRANSLATE_NOOP(
    "BadInput", "{host} asks for a password in a way that this program does not know."
)
NO_PICTURE = QT_TRANSLATE_NOOP("BadInput", "{host} answers, but sends no picture.")
NO_WHOLE_PICTURE = QT_TRANSLATE_NOOP(
    "BadInput", "{host} answers, but sends no whole picture within {seconds} seconds."
)
STREAM_STOPPED = QT_TRANSLATE_NOOP("BadInput", "The stream from {host} has stopped.")
ENDLESS_REDIRECTS = QT_TRANSLATE_NOOP("BadInput", "{host} redirects without end.")
NO_TLS = QT_TRANSLATE_NOOP(
    "BadInput", "Secure addresses (https) need OpenSSL, which is missing on this computer."
)


def network_error(template: str, address: CameraAddress, **details: object) -> BadInput:
    """Return a sentence about an address; ``details`` fill the other gaps of its template."""
    return BadInput(template, host=address.host, port=address.port, **details)


def socket_error(address: CameraAddress, error: str, said: str) -> BadInput:
    """Return the sentence for a connection that failed.

    error: the name of a ``QAbstractSocket.SocketError``; said: Qt's description of it.
    """
    words = cleaned(said).rstrip(".") or "?"
    return network_error(_ERRORS.get(error, _OTHER_ERROR), address, why=words)


def status_error(address: CameraAddress, status: int) -> BadInput:
    """Return the sentence for an answer with an error of HTTP."""
    return network_error(_STATUS.get(status, _OTHER_STATUS), address, status=status)


def not_pictures(kind: str) -> BadInput:
    """Return the sentence for an answer of another kind. kind: its Content-Type."""
    return BadInput(
        "The address returns {kind}, not pictures. The web page of a camera is often not its "
        "stream; try /video or /stream.",
        kind=cleaned(kind.partition(";")[0]) or "?",
    )


def cleaned(words: str) -> str:
    """Return words of a stranger on one line: printable letters, and not many."""
    plain = "".join(letter if letter.isprintable() else " " for letter in words)
    return " ".join(plain.split())[:MAX_WORDS].strip()
