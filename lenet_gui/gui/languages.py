"""The languages of the window: which there are, and the one in use.

Texts are looked up in ``resources/translations`` (compiled by `make translations`), Qt's own in
the files that come with Qt.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from lenet_gui.assets import resource

LANGUAGES = ("en", "zh_CN")  # the first is that of the sources
SYSTEM = "system"


def use_language(choice: str) -> None:
    """Speak a language of ``LANGUAGES`` from now on, or "system" for what the desktop asks for.

    Every window hears of it by a LanguageChange event. Numbers follow: they are written as the
    system writes them if it speaks that language, too.
    """
    name = language_of(choice)
    QLocale.setDefault(_locale(name))
    application = QCoreApplication.instance()
    assert application is not None
    for former in application.findChildren(QTranslator, "language"):
        application.removeTranslator(former)
        former.deleteLater()
    for folder, file in (
        (QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath), f"qtbase_{name}"),
        (str(resource("translations")), f"lenet_gui_{name}"),
    ):
        translator = QTranslator(application)
        translator.setObjectName("language")
        if translator.load(file, folder):
            application.installTranslator(translator)
        else:
            translator.deleteLater()  # Qt's sources speak English without a file


def language_of(choice: str) -> str:
    """The language that a choice stands for: the first one that the system wants and we have."""
    if choice in LANGUAGES:
        return choice
    for wanted in QLocale.system().uiLanguages():
        locale = QLocale(wanted)
        for name in LANGUAGES:
            ours = QLocale(name)
            if (ours.language(), ours.script()) == (locale.language(), locale.script()):
                return name
    return LANGUAGES[0]


def _locale(name: str) -> QLocale:
    system, ours = QLocale.system(), QLocale(name)
    return system if system.language() == ours.language() else ours
