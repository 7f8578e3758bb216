"""Networks: layers, activation functions, architectures, and the forward pass."""
