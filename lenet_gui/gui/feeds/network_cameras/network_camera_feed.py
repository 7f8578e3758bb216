"""The feed of a network camera: an MJPEG stream, or a single picture fetched again and again."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial

from PySide6.QtCore import QObject, QTimer, Slot

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.values import ByteArray
from lenet_gui.engine.ink.image_files import colours_of_bytes, grey_of_bytes
from lenet_gui.gui.feeds.feed import Feed
from lenet_gui.gui.feeds.network_cameras.authorization import (
    Authorization,
    authorization_for,
    is_stale,
)
from lenet_gui.gui.feeds.network_cameras.camera_address import CameraAddress, address_of
from lenet_gui.gui.feeds.network_cameras.certificates import Certificate
from lenet_gui.gui.feeds.network_cameras.http_connection import HttpConnection
from lenet_gui.gui.feeds.network_cameras.http_response import ResponseHead
from lenet_gui.gui.feeds.network_cameras.network_errors import (
    ENDLESS_REDIRECTS,
    NO_ANSWER,
    NO_PASSWORD,
    NO_PICTURE,
    NO_WHOLE_PICTURE,
    STRANGE_LOGIN,
    STREAM_STOPPED,
    WRONG_PASSWORD,
    network_error,
    not_pictures,
    status_error,
)
from lenet_gui.gui.feeds.network_cameras.picture_cutter import PictureCutter
from lenet_gui.gui.feeds.network_cameras.whole_picture import WholePicture

PICTURE_TIMEOUT_MS = 7_000  # for each picture; a weak wireless network may pause for seconds
POLL_INTERVAL_MS = 100  # pause before a single picture is fetched again
MAX_REDIRECTS = 5
MAX_ANSWERS = 2  # to challenges for one request: the second one if the first came too late
_STREAMS = ("multipart/", "video/")  # some call MJPEG a video


class NetworkCameraFeed(Feed):
    """A camera at an http or https address; without a scheme it is http.

    Name and password are part of the address. A reply of a type image/... is one picture, which is
    requested again after ``POLL_INTERVAL_MS``; others are cut into pictures, whatever they call
    their parts. A picture that takes longer than ``PICTURE_TIMEOUT_MS`` ends the feed.
    """

    def __init__(
        self, address: str, parent: QObject | None = None, trusted: Collection[Certificate] = ()
    ) -> None:
        """Connect to nothing yet. trusted: certificates that the user has accepted."""
        super().__init__(parent)
        self._typed, self._trusted = address, trusted
        self._first: CameraAddress | None = None  # before redirects
        self._address: CameraAddress | None = None
        self._connection: HttpConnection | None = None
        self._authorization: Authorization | None = None
        self._answers = self._redirects = 0
        self._has_pictures = False  # whether one has been seen since the start
        self._streams = False  # whether the reply has no end
        self._brought = False  # whether the reply has brought a picture
        self._again = QTimer(self, interval=POLL_INTERVAL_MS, singleShot=True)
        self._again.timeout.connect(self._begin)
        self._patience = QTimer(self, singleShot=True)
        self._patience.timeout.connect(self._on_timeout)

    def start(self) -> None:
        self.stop()
        self._has_pictures, self._authorization = False, None
        try:
            self._first = address_of(self._typed)
        except BadInput as error:
            self.failed.emit(error)
            return
        self._begin()
        if self._connection is not None:  # loading OpenSSL is not the camera's time
            self._patience.start(PICTURE_TIMEOUT_MS)

    def stop(self) -> None:
        self._again.stop()
        self._patience.stop()
        self._hang_up()

    # ---- requests

    @Slot()
    def _begin(self) -> None:
        """Fetch a stream or a picture from the address that was typed."""
        self._address, self._redirects, self._answers = self._first, 0, 0
        self._send_request()

    def _send_request(self) -> None:
        self._hang_up()
        self._brought = False
        assert self._address is not None
        connection = self._connection = HttpConnection(self._address, self._trusted, self)
        connection.headed.connect(self._on_head)
        connection.turned.connect(self._show_newest)
        connection.ended.connect(self._on_ended)
        connection.failed.connect(self._fail)
        given = self._authorization
        connection.open("" if given is None else given.header(self._address.target))

    def _hang_up(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()
            connection.deleteLater()

    # ---- replies

    @Slot(object)
    def _on_head(self, head: ResponseHead) -> None:
        try:
            if head.status == 200:
                self._begin_body(head.value("content-type").lower())
            elif head.status == 401:
                self._answer(head.values("www-authenticate"))
            elif 300 <= head.status < 400 and head.value("location"):
                self._redirect(head.value("location"))
            else:
                assert self._address is not None
                raise status_error(self._address, head.status)
        except BadInput as error:
            self._fail(error)

    def _begin_body(self, kind: str) -> None:
        assert self._connection is not None
        self._answers = 0
        self._streams = kind.startswith(_STREAMS)
        if kind.startswith("image/"):
            self._connection.consumer = WholePicture()
        elif self._streams or kind.partition(";")[0].strip() in ("", "application/octet-stream"):
            self._connection.consumer = PictureCutter()
        else:
            raise not_pictures(kind)

    def _answer(self, challenges: list[str]) -> None:
        """Answer a server that asks for a password."""
        address = self._address
        assert address is not None
        if not address.has_login:
            raise network_error(NO_PASSWORD, address)
        if self._answers and not (is_stale(challenges) and self._answers < MAX_ANSWERS):
            raise network_error(WRONG_PASSWORD, address)
        self._authorization = authorization_for(challenges, address.user, address.password)
        if self._authorization is None:
            raise network_error(STRANGE_LOGIN, address)
        self._answers += 1
        self._send_request()

    def _redirect(self, location: str) -> None:
        assert self._address is not None
        self._redirects += 1
        if self._redirects > MAX_REDIRECTS:
            raise network_error(ENDLESS_REDIRECTS, self._address)
        former, self._address = self._address, self._address.redirected(location)
        if (self._address.host, self._address.port) != (former.host, former.port):
            self._authorization = None
        self._send_request()

    @Slot()
    def _show_newest(self) -> None:
        """Emit the newest of the pictures that a turn has brought."""
        consumer = None if self._connection is None else self._connection.consumer
        if consumer is not None and consumer.picture is not None:
            picture, consumer.picture = consumer.picture, None
            self._show(picture)

    def _show(self, data: bytes) -> None:
        self._brought = self._has_pictures = True
        self._patience.start(PICTURE_TIMEOUT_MS)
        self.framed.emit(partial(_decode_image, data))

    @Slot()
    def _on_ended(self) -> None:
        """Fetch the next picture, or fail: a stream has no end."""
        connection, address = self._connection, self._address
        assert connection is not None
        assert address is not None
        if connection.consumer is not None:
            connection.consumer.finish()
            self._show_newest()
        self._hang_up()
        if self._brought and not self._streams:
            self._again.start()
        else:
            self._fail(network_error(self._ending(NO_PICTURE), address))

    # ---- errors

    @Slot()
    def _on_timeout(self) -> None:
        address, connection = self._address, self._connection
        assert address is not None
        headed = connection is not None and connection.consumer is not None
        template = self._ending(NO_WHOLE_PICTURE if headed else NO_ANSWER)
        self._fail(network_error(template, address, seconds=PICTURE_TIMEOUT_MS // 1000))

    def _ending(self, otherwise: str) -> str:
        """Return the sentence for the end of what has been seen, else another one."""
        return STREAM_STOPPED if self._has_pictures else otherwise

    @Slot(object)
    def _fail(self, error: BadInput) -> None:
        self.stop()
        self.failed.emit(error)


def _decode_image(data: bytes, colours: bool = False) -> ByteArray:
    """Decode an encoded image to grey, uint8 (rows, columns), or to colours; called in a thread.

    Raises BadInput if it is no image that can be read.
    """
    try:
        return colours_of_bytes(data, "") if colours else grey_of_bytes(data, "")
    except BadInput:
        raise BadInput("The address sends a picture that cannot be read.") from None
