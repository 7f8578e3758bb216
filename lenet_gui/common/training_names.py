"""The names that fields of a training have in files, settings and options, where they differ.

Checkpoints, stopped trainings and settings of version 0.1.0 hold these names, and people's scripts
give the options; the code calls the fields by the words that the rest of the program uses.
"""

_WRITTEN = {
    "sources": "data",
    "stroke_augmentations": "variations",
    "image_augmentation": "distortions",
}


def written_name(field: str) -> str:
    """Return the name of a field of ``TrainingConfig`` in files, settings and options."""
    return _WRITTEN.get(field, field)
