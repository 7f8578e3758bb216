"""The feed of a network camera: an MJPEG stream, or a single picture fetched again and again."""

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
from lenet_gui.gui.feeds.mjpeg_parser import MAX_PART, MultipartParser, boundary_of

STALL_TIMEOUT_MS = 8_000  # without a byte; a weak wireless network may pause for seconds
POLL_INTERVAL_MS = 100  # pause before a single picture is fetched again
READ_BUFFER_BYTES = 4_000_000  # held by Qt until we read; beyond it the sender must wait
MAX_REDIRECTS = 5

_NetworkError = QNetworkReply.NetworkError
_NETWORK_SENTENCES = {
    _NetworkError.HostNotFoundError: QT_TRANSLATE_NOOP(
        "BadInput", "No computer named {host} was found."
    ),
    _NetworkError.ConnectionRefusedError: QT_TRANSLATE_NOOP(
        "BadInput", "{host} was reached, but nothing answers on port {port}."
    ),
    _NetworkError.OperationCanceledError: QT_TRANSLATE_NOOP(
        "BadInput", "{host} does not answer."
    ),  # Qt reports a transfer timeout as this error
    _NetworkError.TimeoutError: QT_TRANSLATE_NOOP("BadInput", "{host} does not answer."),
    _NetworkError.RemoteHostClosedError: QT_TRANSLATE_NOOP(
        "BadInput", "{host} closed the connection without an answer."
    ),
    _NetworkError.TooManyRedirectsError: QT_TRANSLATE_NOOP(
        "BadInput", "{host} redirects without end."
    ),
    _NetworkError.InsecureRedirectError: QT_TRANSLATE_NOOP(
        "BadInput", "{host} redirects from a secure address to an insecure one."
    ),
    _NetworkError.SslHandshakeFailedError: QT_TRANSLATE_NOOP(
        "BadInput", "The certificate of {host} is not trusted."
    ),
    _NetworkError.NoError: QT_TRANSLATE_NOOP("BadInput", "{host} answers, but sends no picture."),
}
_STATUS_SENTENCES = {
    401: QT_TRANSLATE_NOOP(
        "BadInput",
        "{host} requires a user name and a password: http://name:password@{host}:{port}/…",
    ),
    403: QT_TRANSLATE_NOOP("BadInput", "{host} denies access."),
    404: QT_TRANSLATE_NOOP("BadInput", "{host} has nothing at this address."),
}
_OTHER_STATUS = QT_TRANSLATE_NOOP("BadInput", "{host} answers with the error {status}.")
_OTHER_ERROR = QT_TRANSLATE_NOOP("BadInput", "{host} sends nothing that can be shown: {why}.")


class NetworkCameraFeed(Feed):
    """A camera at an http or https address; without a scheme it is http.

    Name and password are part of the address. A multipart reply is a stream; a reply of type
    image/... is one picture, which is requested again after ``POLL_INTERVAL_MS``.
    """

    def __init__(self, address: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._url = url_of(address)
        self._network = QNetworkAccessManager(self)
        self._reply: QNetworkReply | None = None
        self._multipart: MultipartParser | None = None
        self._single = bytearray()
        self._picture_count = 0
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(POLL_INTERVAL_MS)
        self._again.timeout.connect(self._send_request)

    def start(self) -> None:
        self.stop()
        self._picture_count = 0
        if self._url is None:
            self.failed.emit(
                BadInput("This is not an address. Enter one like http://192.168.1.5:8080/video.")
            )
            return
        self._send_request()

    def stop(self) -> None:
        self._again.stop()
        reply, self._reply = self._reply, None
        if reply is not None:
            reply.readyRead.disconnect(self._on_bytes)
            reply.finished.disconnect(self._on_finished)
            reply.abort()
            reply.deleteLater()

    @Slot()
    def _send_request(self) -> None:
        assert self._url is not None
        request = QNetworkRequest(self._url)
        request.setTransferTimeout(STALL_TIMEOUT_MS)
        request.setMaximumRedirectsAllowed(MAX_REDIRECTS)
        request.setAttribute(
            QNetworkRequest.Attribute.CacheLoadControlAttribute,
            QNetworkRequest.CacheLoadControl.AlwaysNetwork,
        )
        self._multipart, self._single = None, bytearray()
        self._reply = self._network.get(request)
        self._reply.setReadBufferSize(READ_BUFFER_BYTES)
        self._reply.readyRead.connect(self._on_bytes)
        self._reply.finished.connect(self._on_finished)

    @Slot()
    def _on_bytes(self) -> None:
        """Take the bytes that have arrived; fail if they are too many or no picture."""
        reply = self._reply
        if reply is None or _status(reply) not in (None, 200):
            return
        kind = str(reply.header(QNetworkRequest.KnownHeaders.ContentTypeHeader) or "")
        try:
            self._handle_content(kind, bytes(reply.readAll().data()))
        except BadInput as error:
            self._fail(error)

    def _handle_content(self, kind: str, data: bytes) -> None:
        boundary = boundary_of(kind)
        if boundary is not None:
            if self._multipart is None:
                self._multipart = MultipartParser(boundary)
            bodies = self._multipart.feed(data)
            if bodies:  # of several pictures that came at once only the newest is of use
                self._show(bodies[-1])
        elif kind.startswith("image/"):
            self._single += data
            if len(self._single) > MAX_PART:
                raise BadInput(
                    "The address sent a picture of more than {most} MB.",
                    most=MAX_PART // 1_000_000,
                )
        else:
            raise BadInput(
                "The address returns {kind}, not pictures. The web page of a camera is often not "
                "its stream; try /video or /stream.",
                kind=kind.partition(";")[0][:60] or "?",
            )

    def _show(self, data: bytes) -> None:
        self._picture_count += 1
        self.framed.emit(partial(_decode_image, data))

    @Slot()
    def _on_finished(self) -> None:
        reply, self._reply = self._reply, None
        if reply is None:
            return
        error, status = reply.error(), _status(reply)
        reply.deleteLater()
        if error == _NetworkError.NoError and self._single:
            self._show(bytes(self._single))
            self._again.start()
        else:
            self.failed.emit(self._error_sentence(error, status, reply.errorString()))

    def _error_sentence(self, error: _NetworkError, status: int | None, said: str) -> BadInput:
        """Return the sentence for a reply that has ended. said: Qt's description of the error."""
        assert self._url is not None
        host, port = self._url.host(), self._url.port(443 if self._url.scheme() == "https" else 80)
        if self._picture_count:
            return BadInput(
                "The stream from {host} has stopped. The last picture is still shown.", host=host
            )
        template = _STATUS_SENTENCES.get(status or 0) or _NETWORK_SENTENCES.get(error)
        if template is None and status is not None and status >= 400:
            template = _OTHER_STATUS
        template = template or _OTHER_ERROR
        return BadInput(template, host=host, port=port, status=status, why=said or "?")

    def _fail(self, error: BadInput) -> None:
        self.stop()
        self.failed.emit(error)


def url_of(address: str) -> QUrl | None:
    """Return the URL of an address as it was typed, or None if it is not http or https."""
    text = address.strip()
    url = QUrl(text if "://" in text else f"http://{text}", QUrl.ParsingMode.TolerantMode)
    return url if url.isValid() and url.host() and url.scheme() in ("http", "https") else None


def without_password(address: str) -> str:
    """Return the address without name and password, as it may be stored in the settings."""
    text = address.strip()
    try:
        parts = urlsplit(text if "://" in text else f"//{text}")
    except ValueError:  # not an address
        return ""
    kept = parts._replace(netloc=parts.netloc.rpartition("@")[2])
    return urlunsplit(kept).removeprefix("" if "://" in text else "//")


def _status(reply: QNetworkReply) -> int | None:
    status = reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
    return None if status is None else int(status)


def _decode_image(data: bytes) -> ByteArray:
    """Decode an encoded image to grey, uint8 (rows, columns); called in a thread.

    Raises BadInput if it is no image that can be read.
    """
    try:
        return grey_of_bytes(data, "")
    except BadInput:
        raise BadInput("The address sends a picture that cannot be read.") from None
