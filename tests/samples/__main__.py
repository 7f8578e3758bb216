"""Write all samples to resources/samples: ``python -m tests.samples``."""

from lenet_gui.common.assets import resource
from lenet_gui.engine.ink.drawing_files import write_drawing
from lenet_gui.engine.storage.files import write_atomically
from tests.samples.drawings import LINES, sample_drawing
from tests.samples.pages import PAGES, QUALITY, sample_page


def main() -> None:
    folder = resource("samples")
    for name in LINES:
        write_drawing(folder / f"{name}.json", sample_drawing(name))
    for name in PAGES:
        write_atomically(folder / f"{name}.jpg", sample_page(name).jpeg(QUALITY))


if __name__ == "__main__":
    main()
