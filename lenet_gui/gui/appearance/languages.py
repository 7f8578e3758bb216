"""The languages of the window.

Texts are looked up in ``resources/translations`` (compiled by `make translations`), Qt's own in
the files that come with Qt.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from lenet_gui.common.assets import resource
from lenet_gui.gui.appearance.theme import use_font

LANGUAGES = ("en", "zh_CN")  # the first is that of the sources
SYSTEM = "system"
# By language: a letter that its font must have, and the writing system to ask Qt for.
SAMPLE_LETTERS = {"zh_CN": (ord("\u7f51"), "SimplifiedChinese")}
GOOD_FAMILIES = ("Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei")
_USUAL_FAMILY = "usual family"


def use_language(choice: str) -> None:
    """Use a language of ``LANGUAGES`` from now on, or "system" for the desktop's.

    Every window is told by a LanguageChange event. Numbers follow: they are written as on the
    desktop if that has the same language.
    """
    name = language_of(choice)
    QLocale.setDefault(_locale(name))
    _use_letters(name)
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


def _use_letters(name: str) -> None:
    """Use a font that has the letters of the language, if there is one.

    Qt takes letters that a font lacks from another one, but lays lines out for the first: letters
    that are taller would be cut off.
    """
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        return
    usual = application.property(_USUAL_FAMILY)
    if name not in SAMPLE_LETTERS and usual is None:
        return  # which spares a start in English the classes of fonts
    from PySide6.QtGui import QFont, QFontDatabase, QRawFont

    font = QFont(application.font())
    usual = usual or font.family()
    application.setProperty(_USUAL_FAMILY, usual)
    font.setFamily(usual)
    if name in SAMPLE_LETTERS and not QRawFont.fromFont(font).supportsCharacter(
        SAMPLE_LETTERS[name][0]
    ):
        writing = QFontDatabase.WritingSystem[SAMPLE_LETTERS[name][1]]
        families = QFontDatabase.families(writing)
        found = [family for family in GOOD_FAMILIES if family in families] or families
        font.setFamily(found[0] if found else usual)
    if font.family() != application.font().family():
        use_font(application, font)


def language_of(choice: str) -> str:
    """Return the language that a choice stands for; for "system", the first wanted that we have."""
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
    """Return how numbers are written: as on the desktop, if it has the same language."""
    system, ours = QLocale.system(), QLocale(name)
    return system if system.language() == ours.language() else ours
