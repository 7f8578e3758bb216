"""Training data as batches on the device, and image augmentation."""
