"""Certificates of servers that the system does not trust; the user may accept one."""

from __future__ import annotations

from dataclasses import dataclass

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP

QUESTION = QT_TRANSLATE_NOOP(
    "BadInput",
    "Accept the certificate of {host} for this address until the program ends? This computer does "
    "not trust it. SHA-256 fingerprint: {fingerprint}.",
)


@dataclass(frozen=True)
class Certificate:
    """The certificate of a server. fingerprint: SHA-256, in pairs of capital hex digits."""

    host: str
    port: int
    fingerprint: str


class UntrustedCertificate(BadInput):
    """A certificate that the system does not trust."""

    def __init__(self, certificate: Certificate) -> None:
        super().__init__(QUESTION, host=certificate.host, fingerprint=certificate.fingerprint)
        self.certificate = certificate
