"""Marks texts for translation where Qt is not at hand."""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802  the name that lupdate knows
    """Return ``text``; Qt's tools collect it for translation in ``context``."""
    return text
