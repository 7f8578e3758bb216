"""Export of a network as a Python file for plain PyTorch: class LeNet, and its state_dict."""

from __future__ import annotations

from lenet_gui.common.values import Checkpoint
from lenet_gui.engine.checkpoints.checkpoint import architecture_of
from lenet_gui.engine.checkpoints.exports.network_scripts import (
    best_of,
    facts,
    network_constants,
    own_weights,
    tutorial_names,
)
from lenet_gui.engine.checkpoints.exports.pytorch_modules import torch_activation, torch_module
from lenet_gui.engine.checkpoints.exports.scripts import assembled, sides
from lenet_gui.engine.networks.architecture import Architecture
from lenet_gui.engine.networks.layers import FullConnection

_HEAD = '''"""{name} in PyTorch: a network and its trained weights, in one file.

    python lenet.py picture.png

prints its answer to a picture, if lenet.py is the name of this file. In a program:

    import torch
    from PIL import Image

    from lenet import CLASSES, LeNet, to_input, trained_weights

    model = LeNet()
    model.load_state_dict(trained_weights())
    scores = model(to_input(Image.open("picture.png")))
    torch.save(model.state_dict(), "lenet.pt")  # the weights alone

Architecture: {architecture}, {parameters:,} trained parameters.
Input: float32 (batch, {channels}, {rows}, {columns}),
    {image}.
Output: float32 (batch, {classes}),
    {output}.

Needs torch, numpy and Pillow. Written by lenet_gui {version}; do with it what you like.
"""
'''
_OUTPUT = {
    "penalty": "penalties: the smallest is the answer",
    "probability": "logits, from which softmax makes probabilities: the largest is the answer",
}


def pytorch_script(name: str, checkpoint: Checkpoint) -> str:
    """Return the text of the file, weights included. Raises BadInput if they are of no network."""
    architecture = architecture_of(checkpoint)
    weights = {
        f"{layer}.{key}": values
        for layer, placed in tutorial_names(architecture)
        for key, values in own_weights(placed, checkpoint).items()
    }
    end = f"""if __name__ == "__main__":
    if len(sys.argv) == 1:
        print(__doc__)
    model = trained_network()
    for path in sys.argv[1:]:
        with torch.no_grad():
            scores = model(to_input(Image.open(path)))[0]
        print(f"{{path}}: {{CLASSES[int(scores.{best_of(architecture)}())]}}")
"""
    return assembled(
        ("pytorch_layers", "pytorch_network", architecture.sees, "one_file"),
        _HEAD.format(output=_OUTPUT[architecture.score_kind], **facts(name, checkpoint)),
        network_constants(checkpoint),
        end,
        _network(architecture),
        weights,
    )


def _network(architecture: Architecture) -> str:
    modules, steps = [], []
    layers = tutorial_names(architecture)
    for layer, placed in layers:
        modules.append(f"self.{layer} = {torch_module(placed, 'nn.Linear')}")
        if isinstance(placed.layer.operation, FullConnection) and len(placed.source) == 3:
            steps.append("x = torch.flatten(x, 1)")
        function, comment = torch_activation(placed), f"  # {placed.name}: {sides(placed.shape)}"
        if placed.layer is architecture.layers[-1]:
            steps.append(f"return self.{layer}(x){comment}")
        elif function == "None":
            steps.append(f"x = self.{layer}(x){comment}")
        else:
            steps.append(f"x = {function}(self.{layer}(x)){comment}")
    shapes = [("batch", *architecture.input_shape), ("batch", architecture.classes)]
    before, after = (f"({', '.join(map(str, shape))})" for shape in shapes)
    made, done = (f"\n{' ' * 8}".join(lines) for lines in (modules, steps))
    return f'''class LeNet(nn.Module):
    """Turns pictures, {before}, into scores, {after}."""

    def __init__(self) -> None:
        super().__init__()
        {made}

    def forward(self, x: Tensor) -> Tensor:
        {done}
'''
