"""The opening of the first start is over in the homes that tests and benchmarks make."""

from pathlib import Path


def without_opening(config: Path) -> None:
    """Mark the opening as seen in the settings below a folder of configurations, if there are none.

    ``gui/welcome/welcome_commands.py`` reads that.
    """
    file = config / "lenet_gui" / "lenet_gui.ini"
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("[General]\nopening=seen\n", encoding="utf-8")
