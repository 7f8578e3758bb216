"""Help about data, for several commands."""

from __future__ import annotations

DATA_HELP = (
    "mnist-train, mnist-test, or the path of an IDX file of images (labels beside it), of a CSV "
    "file (a label and 784 values per row), either of them gzipped or not, of Keras' mnist.npz, "
    "of a stroke set (.npz), of a folder with one folder of pictures per class, or of a folder "
    "with one of these files; PATH#invert inverts its "
    "pictures, and PATH#WORD turns them: transpose, turn-left, turn-right, turn-around, mirror, "
    "flip or transverse; PATH#invert,WORD does both"
)
