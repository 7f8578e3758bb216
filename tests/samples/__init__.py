"""Makes the samples of the gallery: ``python -m tests.samples`` writes resources/samples."""
