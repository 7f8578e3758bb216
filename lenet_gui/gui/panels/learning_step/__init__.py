"""One step of learning: the loss, its gradients layer by layer, and the step, with the numbers."""
