"""Pictures from an address: a stream as IP cameras send it, or one picture again and again."""

from __future__ import annotations

from functools import partial
from urllib.parse import urlsplit, urlunsplit

from PySide6.QtCore import QObject, QTimer, QUrl, Slot
from PySide6.QtNetwork import QNetworkAccessManager, QNetworkReply, QNetworkRequest

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP
from lenet_gui.common.values import ByteArray
from lenet_gui.engine.ink.image_files import grey_of_bytes
from lenet_gui.gui.feeds.feed import Feed
from lenet_gui.gui.feeds.mjpeg_parser import LARGEST_PART, Parts, boundary_of

PATIENCE = 8_000  # milliseconds without a byte
AGAIN = 100  # milliseconds until a single picture is asked for again
BUFFER = 4_000_000  # bytes that Qt holds until we read; then the sender waits
REDIRECTS = 5

_Error = QNetworkReply.NetworkError
_ERRORS = {
    _Error.HostNotFoundError: QT_TRANSLATE_NOOP("BadInput", "No computer named {host} was found."),
    _Error.ConnectionRefusedError: QT_TRANSLATE_NOOP(
        "BadInput", "{host} was reached, but nothing answers on port {port}."
    ),
    _Error.OperationCanceledError: QT_TRANSLATE_NOOP(
        "BadInput", "{host} does not answer."
    ),  # what a timeout is, too
    _Error.TimeoutError: QT_TRANSLATE_NOOP("BadInput", "{host} does not answer."),
    _Error.RemoteHostClosedError: QT_TRANSLATE_NOOP(
        "BadInput", "{host} closed the connection without an answer."
    ),
    _Error.TooManyRedirectsError: QT_TRANSLATE_NOOP("BadInput", "{host} redirects without end."),
    _Error.InsecureRedirectError: QT_TRANSLATE_NOOP(
        "BadInput", "{host} redirects from a secure address to an insecure one."
    ),
    _Error.SslHandshakeFailedError: QT_TRANSLATE_NOOP(
        "BadInput", "The certificate of {host} is not trusted."
    ),
    _Error.NoError: QT_TRANSLATE_NOOP("BadInput", "{host} answers, but sends no picture."),
}
_ANSWERS = {
    401: QT_TRANSLATE_NOOP(
        "BadInput",
        "{host} requires a user name and a password: http://name:password@{host}:{port}/…",
    ),
    403: QT_TRANSLATE_NOOP("BadInput", "{host} denies access."),
    404: QT_TRANSLATE_NOOP("BadInput", "{host} has nothing at this address."),
}
_ANSWER = QT_TRANSLATE_NOOP("BadInput", "{host} answers with the error {status}.")
_NOTHING = QT_TRANSLATE_NOOP("BadInput", "{host} sends nothing that can be shown: {why}.")


class AddressFeed(Feed):
    """http and https; a missing scheme is http. Names and passwords stand in the address."""

    def __init__(self, address: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._url = url_of(address)
        self._network = QNetworkAccessManager(self)
        self._reply: QNetworkReply | None = None
        self._parts: Parts | None = None
        self._single = bytearray()
        self._pictures = 0
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(AGAIN)
        self._again.timeout.connect(self._ask)

    def start(self) -> None:
        self.stop()
        self._pictures = 0
        if self._url is None:
            self.failed.emit(
                BadInput("This is not an address. Enter one like http://192.168.1.5:8080/video.")
            )
            return
        self._ask()

    def stop(self) -> None:
        self._again.stop()
        reply, self._reply = self._reply, None
        if reply is not None:
            reply.readyRead.disconnect(self._take)
            reply.finished.disconnect(self._finish)
            reply.abort()
            reply.deleteLater()

    @Slot()
    def _ask(self) -> None:
        assert self._url is not None
        request = QNetworkRequest(self._url)
        request.setTransferTimeout(PATIENCE)
        request.setMaximumRedirectsAllowed(REDIRECTS)
        request.setAttribute(
            QNetworkRequest.Attribute.CacheLoadControlAttribute,
            QNetworkRequest.CacheLoadControl.AlwaysNetwork,
        )
        self._parts, self._single = None, bytearray()
        self._reply = self._network.get(request)
        self._reply.setReadBufferSize(BUFFER)
        self._reply.readyRead.connect(self._take)
        self._reply.finished.connect(self._finish)

    @Slot()
    def _take(self) -> None:
        """Bytes have come. What is too much or no picture ends it."""
        reply = self._reply
        if reply is None or _status(reply) not in (None, 200):
            return
        kind = str(reply.header(QNetworkRequest.KnownHeaders.ContentTypeHeader) or "")
        try:
            self._sort(kind, bytes(reply.readAll().data()))
        except BadInput as error:
            self._fail(error)

    def _sort(self, kind: str, data: bytes) -> None:
        boundary = boundary_of(kind)
        if boundary is not None:
            if self._parts is None:
                self._parts = Parts(boundary)
            bodies = self._parts.feed(data)
            if bodies:  # of several that came at once the newest
                self._show(bodies[-1])
        elif kind.startswith("image/"):
            self._single += data
            if len(self._single) > LARGEST_PART:
                raise BadInput(
                    "The address sent a picture of more than {most} MB.",
                    most=LARGEST_PART // 1_000_000,
                )
        else:
            raise BadInput(
                "The address returns {kind}, not pictures. The web page of a camera is often not "
                "its stream; try /video or /stream.",
                kind=kind.partition(";")[0][:60] or "?",
            )

    def _show(self, data: bytes) -> None:
        self._pictures += 1
        self.framed.emit(partial(_developed, data))

    @Slot()
    def _finish(self) -> None:
        reply, self._reply = self._reply, None
        if reply is None:
            return
        error, status = reply.error(), _status(reply)
        reply.deleteLater()
        if error == _Error.NoError and self._single:
            self._show(bytes(self._single))
            self._again.start()
        else:
            self.failed.emit(self._reason(error, status, reply.errorString()))

    def _reason(self, error: _Error, status: int | None, said: str) -> BadInput:
        """Why there is nothing more to come, in a sentence."""
        assert self._url is not None
        host, port = self._url.host(), self._url.port(443 if self._url.scheme() == "https" else 80)
        if self._pictures:
            return BadInput(
                "The stream from {host} has stopped. The last picture is still shown.", host=host
            )
        template = _ANSWERS.get(status or 0) or _ERRORS.get(error)
        if template is None and status is not None and status >= 400:
            template = _ANSWER
        template = template or _NOTHING
        return BadInput(template, host=host, port=port, status=status, why=said or "?")

    def _fail(self, error: BadInput) -> None:
        self.stop()
        self.failed.emit(error)


def url_of(address: str) -> QUrl | None:
    """The address as it was typed, or None if it is none."""
    text = address.strip()
    url = QUrl(text if "://" in text else f"http://{text}", QUrl.ParsingMode.TolerantMode)
    return url if url.isValid() and url.host() and url.scheme() in ("http", "https") else None


def without_password(address: str) -> str:
    """The address as it may be remembered."""
    text = address.strip()
    try:
        parts = urlsplit(text if "://" in text else f"//{text}")
    except ValueError:  # it is none
        return ""
    kept = parts._replace(netloc=parts.netloc.rpartition("@")[2])
    return urlunsplit(kept).removeprefix("" if "://" in text else "//")


def _status(reply: QNetworkReply) -> int | None:
    status = reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
    return None if status is None else int(status)


def _developed(data: bytes) -> ByteArray:
    """In a thread."""
    try:
        return grey_of_bytes(data, "")
    except BadInput:
        raise BadInput("The address sends a picture that cannot be read.") from None
