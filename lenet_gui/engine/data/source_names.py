"""Names of data sources: a path, and after a "#" how to read it.

"train-images-idx3-ubyte.gz#invert,transpose" inverts and transposes the pictures of that file;
"mnist.npz#test" is the test part of a file that holds both parts. A path that exists is taken as it
is, even if it has a "#" in it.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from lenet_gui.engine.data.formats.picture_forms import AS_STORED, PictureForm, form_of_words

MARK = "#"
TEST_PART = "test"


@dataclass(frozen=True, slots=True)
class SourceName:
    """A data source that is a file or a folder.

    path: as it was given. test: its test part is meant. form: what to do with its pictures.
    """

    path: Path
    test: bool = False
    form: PictureForm = AS_STORED

    @property
    def suffix(self) -> str:
        """The text behind the path: empty, or a "#" and words."""
        words = (TEST_PART,) * self.test + self.form.words
        return MARK + ",".join(words) if words else ""

    @property
    def title(self) -> str:
        """The name of the file or folder, with the suffix."""
        return (self.path.name or str(self.path)) + self.suffix

    def __str__(self) -> str:
        return str(self.path) + self.suffix


def source_name(source: str) -> SourceName:
    """Take the name of a source apart. Raises BadChoice if the words after "#" are unknown."""
    path, mark, words = source.rpartition(MARK)
    if not mark or os.path.lexists(source) or not os.path.lexists(path):
        return SourceName(Path(source))
    given = [word.strip() for word in words.split(",")]
    form = form_of_words([word for word in given if word != TEST_PART])
    return SourceName(Path(path), TEST_PART in given, form)
