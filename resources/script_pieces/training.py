"""The definitions from which exported training scripts are assembled.

A script gets those that it needs. Names that they use and that are not defined here are written for
each network by lenet_gui/engine/checkpoints/exports/training_script.py: Net, RECIPE, CODES and the
other names in capitals.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

# ---- the network


class Network(nn.Module):
    """Named layers. functions: the activation function of each by name, or None."""

    functions: dict[str, Callable[[Tensor], Tensor] | None]

    def forward(self, x: Tensor) -> Tensor:
        """Return what the losses take: penalties, or the evidence before the softmax."""
        *_, (_, sums, _) = self.layer_by_layer(x)
        return sums

    def activations(self, x: Tensor) -> dict[str, Tensor]:
        """Return the activations of every layer by name; the last ones are the answer."""
        return {name: activations for name, _, activations in self.layer_by_layer(x)}

    def layer_by_layer(self, x: Tensor) -> Iterator[tuple[str, Tensor, Tensor]]:
        """Yield (name, sums, activations) from the first layer to the last."""
        for name, function in self.functions.items():
            sums = getattr(self, name)(x)
            x = sums if function is None else function(sums)
            yield name, sums, x


# ---- losses


def map_loss(penalties: Tensor, labels: Tensor) -> Tensor:
    """Return the maximum a posteriori loss (1998 paper, eq. 9); "not a digit" has penalty j."""
    right = penalties.gather(1, labels[:, None]).squeeze(1)
    not_a_digit = penalties.new_full((len(penalties), 1), -RECIPE["j"])
    return (right + torch.logsumexp(torch.cat([not_a_digit, -penalties], 1), 1)).mean()


def evidence_map_loss(evidence: Tensor, labels: Tensor) -> Tensor:
    """Return ``map_loss`` of evidence before a softmax, which stands for negative penalties."""
    return map_loss(-evidence, labels)


def mean_penalty(penalties: Tensor, labels: Tensor) -> Tensor:
    """Return the mean penalty of the right class (1998 paper, eq. 8)."""
    return penalties.gather(1, labels[:, None]).mean()


def mean_square(evidence: Tensor, labels: Tensor) -> Tensor:
    """Return the mean squared error of probabilities; targets are 1 for the label, else 0."""
    wanted = F.one_hot(labels, evidence.shape[1]).to(evidence.dtype)
    return F.mse_loss(evidence.softmax(1), wanted)


# ---- data


def read_idx(folder: Path, name: str) -> np.ndarray:
    """Return the array of an IDX file of bytes, gzipped or not."""
    plain, zipped = folder / name, folder / f"{name}.gz"
    data = gzip.decompress(zipped.read_bytes()) if zipped.exists() else plain.read_bytes()
    axes = data[3]
    shape = np.frombuffer(data, ">i4", axes, 4)
    return np.frombuffer(data, np.uint8, offset=4 + 4 * axes).reshape(shape)


def read_data(folder: Path) -> list[tuple[Tensor, Tensor]]:
    """Return (images, labels) for training, validation and test; no image is in two of them."""
    images, labels = (read_idx(folder, f"train-{kind}-ubyte") for kind in KINDS)
    test = tuple(read_idx(folder, f"t10k-{kind}-ubyte") for kind in KINDS)
    count = min(RECIPE["validation"], len(images) // 5)
    order = np.random.default_rng(RECIPE["seed"]).permutation(len(images))
    if RECIPE["validation_part"] == "first":
        order = np.arange(len(images))
    chosen = np.zeros(len(images), bool)
    chosen[order[:count]] = True
    tested = {image.tobytes() for image in test[0]}
    validated = {image.tobytes() for image in images[chosen]}
    keys = [image.tobytes() for image in images]
    fresh = np.array([key not in tested for key in keys])
    learned = fresh & np.array([key not in validated for key in keys]) & ~chosen
    parts = [(images[some], labels[some]) for some in (learned, chosen & fresh)]
    return [
        (torch.from_numpy(some.copy()), torch.from_numpy(names.astype(np.int64)))
        for some, names in (*parts, test)
    ]


KINDS = ("images-idx3", "labels-idx1")


def fields(images: Tensor) -> Tensor:
    """Return bytes as float (batch, 1, 32, 32) in 0..1, with paper around them."""
    margin = (32 - images.shape[-1]) // 2
    return F.pad(images[:, None].float() / 255, [margin] * 4)


def network_inputs(x: Tensor) -> Tensor:
    """Return the input of the network: fields cut to its size and scaled to its range."""
    channels, side, _ = INPUT_SHAPE
    cut = (32 - side) // 2
    x = x[..., cut : 32 - cut, cut : 32 - cut] * (INK - PAPER) + PAPER
    return x.expand(-1, channels, -1, -1)


def augmented(x: Tensor, ranges: dict[str, float], random: torch.Generator) -> Tensor:
    """Return copies turned, scaled, sheared, shifted and bent at random, resampled only once."""
    count, side = len(x), x.shape[-1]
    u = torch.rand(count, 6, generator=random) * 2 - 1
    elastic, control = ranges["elastic"], int(ranges["control"])
    bend = torch.zeros(1, 2, side, side)
    if elastic > 0:
        bend = torch.randn(count, 2, control, control, generator=random) * (elastic * 2 / side)
        bend = F.interpolate(bend, (side, side), mode="bicubic", align_corners=True)
    amounts = torch.rand(count, 1, 1, 1, generator=random) * 0.9
    softened = torch.rand(count, 1, 1, 1, generator=random) < ranges["soft"]
    clean = torch.rand(count, 1, 1, 1, generator=random) < ranges["clean"]

    angle, size = u[:, 0] * math.radians(ranges["rotation"]), u[:, 1] * ranges["scale"]
    aspect, shear = u[:, 2] * ranges["scale"] / 2, u[:, 3] * ranges["shear"]
    across, down = torch.exp(size + aspect), torch.exp(size - aspect)
    cos, sin = torch.cos(angle), torch.sin(angle)
    shift = u[:, 4:6] * (ranges["shift"] * 2 / side)
    rows = [
        torch.stack([cos * across, cos * shear * down - sin * down, shift[:, 0]], 1),
        torch.stack([sin * across, sin * shear * down + cos * down, shift[:, 1]], 1),
    ]
    grid = F.affine_grid(torch.stack(rows, 1), [count, 1, side, side], align_corners=False)
    grid = (grid + bend.permute(0, 2, 3, 1)).to(x.device)
    moved = F.grid_sample(x, grid, mode="bicubic", align_corners=False).clamp(0, 1)

    line = torch.tensor([0.25, 0.5, 0.25], device=x.device)
    blurred = F.conv2d(moved, torch.outer(line, line)[None, None], padding=1)
    soft = torch.lerp(moved, blurred, amounts.to(x.device))
    soft = soft / soft.amax((1, 2, 3), keepdim=True).clamp_min(1e-3)
    moved = torch.where(softened.to(x.device), soft, moved)
    return torch.where(clean.to(x.device), x, moved)


# ---- steps


def first_weights(seed: int) -> dict[str, Tensor]:
    """Return random weights by name, the same for the same seed."""
    random = np.random.default_rng(seed)
    weights = {}
    for name, (shape, rule, scale) in FIRST_WEIGHTS.items():
        spread = np.reshape(scale, (-1, *[1] * (len(shape) - 1)))
        if rule == "constant":
            values = np.full(shape, scale)
        elif rule == "normal":
            values = random.normal(0, spread, shape)
        else:
            values = random.uniform(-1, 1, shape) * spread
        weights[name] = torch.from_numpy(values.astype(np.float32))
    return weights


def rate_at(progress: float, epoch: int, peak: float) -> float:
    """Return the learning rate at ``progress`` 0..1 in pass ``epoch``; peak: the largest one."""
    if progress < RECIPE["warmup"]:
        return peak * progress / RECIPE["warmup"]
    if RECIPE["schedule"] == "constant":
        return peak
    if RECIPE["schedule"] == "published":
        steps = (1.0,) * 2 + (0.4,) * 3 + (0.2,) * 3 + (0.1,) * 4 + (0.02,)
        return peak * steps[min(epoch, len(steps) - 1)]
    return (
        peak
        * 0.5
        * (1 + math.cos(math.pi * (progress - RECIPE["warmup"]) / (1 - RECIPE["warmup"])))
    )


def adamw(net: nn.Module) -> torch.optim.Optimizer:
    """Return AdamW with decay of kernels and matrices, not of biases and coefficients."""
    named = list(net.named_parameters())
    kernels = [weight for name, weight in named if name.endswith(".weight")]
    others = [weight for name, weight in named if not name.endswith(".weight")]
    groups = [
        {"params": kernels, "weight_decay": RECIPE["decay"]},
        {"params": others, "weight_decay": 0.0},
    ]
    return torch.optim.AdamW(groups, lr=RECIPE["rate"], betas=(0.9, 0.99))


def adam(net: nn.Module) -> torch.optim.Optimizer:
    return torch.optim.Adam(net.parameters(), lr=RECIPE["rate"])


def sgd(net: nn.Module) -> torch.optim.Optimizer:
    return torch.optim.SGD(net.parameters(), lr=RECIPE["rate"], momentum=RECIPE["momentum"])


class LevenbergMarquardt(torch.optim.Optimizer):
    """Each weight has its own rate, rate / (MU + h_kk) (1998 paper, section III-B)."""

    def __init__(self, net: nn.Module) -> None:
        super().__init__(net.parameters(), {"lr": RECIPE["rate"]})
        self.net, self.curvature = net, {}

    def measure_curvature(self, step: int, per_epoch: int, images: Tensor, labels: Tensor) -> None:
        """Measure h_kk before each pass, and in the first one before steps 1, 2, 4, 8 ..."""
        doubled = step < per_epoch and step & (step - 1) == 0
        if doubled or step % per_epoch == 0:
            random = torch.Generator().manual_seed(RECIPE["seed"] + step)
            some = torch.randperm(len(images), generator=random)[:500].to(images.device)
            self.curvature = curvature(self.net, network_inputs(fields(images[some])), labels[some])

    @torch.no_grad()
    def step(self) -> None:
        for name, weight in self.net.named_parameters():
            rate = self.param_groups[0]["lr"] * RECIPE["batch"]
            weight.addcdiv_(weight.grad, self.curvature[name] + 0.02, value=-rate)


def curvature(net: nn.Module, inputs: Tensor, labels: Tensor) -> dict[str, Tensor]:
    """Return the mean of d2E/dw2 of every weight by name.

    The diagonal Gauss-Newton approximation: back-propagation with weights, activations and
    derivatives squared (1998 paper, appendix C).
    """
    with torch.no_grad():
        activations = {"INPUT": inputs} | net.activations(inputs)
    names, found, above = list(activations), {}, None
    for below, name in reversed(list(pairwise(names))):
        module, x = getattr(net, name), activations[below]
        if isinstance(module, EuclideanRBF):
            above = below_penalties(module, x, labels)
            continue
        if net.functions[name] is softmax:
            above = below_softmax(activations[name])
        else:
            above = above.view_as(activations[name]) * slope(net, name, activations[name]).square()
        above, sums = below_sums(module, x, above)
        found |= {f"{name}.{key}": value / len(labels) for key, value in sums.items()}
    return found


def below_sums(module: nn.Module, x: Tensor, above: Tensor) -> tuple[Tensor, dict[str, Tensor]]:
    """Return (d2E/dx2 of the layer below, sums of d2E/dw2) from d2E/da2, ``above``."""
    if not list(module.parameters()):
        x = x.detach().requires_grad_()
        (below,) = torch.autograd.grad(module(x), x, above)
        return below / (module.kernel_size**2 if isinstance(module, nn.AvgPool2d) else 1), {}
    squares = {name: w.detach().square().requires_grad_() for name, w in module.named_parameters()}
    squared = x.square().requires_grad_()
    result = torch.func.functional_call(module, squares, (squared,))
    below, *sums = torch.autograd.grad(result, [squared, *squares.values()], above)
    found = dict(zip(squares, sums, strict=True))
    if isinstance(module, TrainableSubsampling):  # the coefficient multiplies a sum
        total = F.avg_pool2d(x, module.side) * module.side**2
        found["coefficient"] = (above * total.square()).sum((0, 2, 3))
    return below, found


def slope(net: nn.Module, name: str, x: Tensor) -> Tensor:
    """Return f'(a), computed from x = f(a)."""
    function = net.functions[name]
    if function is scaled_tanh:
        return 1.7159 * 2 / 3 * (1 - (x / 1.7159).square())
    if function is torch.tanh:
        return 1 - x.square()
    if function is torch.sigmoid:
        return x * (1 - x)
    return (x > 0).to(x.dtype) if function is torch.relu else torch.ones_like(x)


def below_softmax(p: Tensor) -> Tensor:
    """Return d2E/da2 of the evidence from its softmax p."""
    if RECIPE["loss"] == "cross-entropy":
        return p * (1 - p)
    slopes = p[:, :, None] * (torch.eye(p.shape[1], device=p.device) - p[:, None, :])
    return 2 / p.shape[1] * slopes.square().sum(1)


def below_penalties(module: nn.Module, x: Tensor, labels: Tensor) -> Tensor:
    """Return d2E/dx2 of the layer below the penalties."""
    flat = x.flatten(1)
    if RECIPE["loss"] == "mse":
        return torch.full_like(flat, 2.0)
    penalties = module(x)
    not_a_digit = penalties.new_full((len(penalties), 1), -RECIPE["j"])
    posteriors = torch.cat([not_a_digit, -penalties], 1).softmax(1)
    weights, slopes = posteriors[:, 1:, None], 2 * (flat[:, None, :] - module.codes)
    variance = (weights * slopes.square()).sum(1) - (weights * slopes).sum(1).square()
    return 2 * posteriors[:, :1] + variance.clamp_min(0)


# ---- training


def wrong(outputs: Tensor, labels: Tensor) -> int:
    """Return the number of wrong answers."""
    best = outputs.argmin(1) if SMALL_IS_GOOD else outputs.argmax(1)
    return int((best != labels).sum())


def errors(net: nn.Module, images: Tensor, labels: Tensor) -> int:
    """Return the number of digits that are misread."""
    with torch.no_grad():
        pieces = zip(images.split(500), labels.split(500), strict=True)
        return sum(wrong(net(network_inputs(fields(some))), names) for some, names in pieces)


def train(
    net: nn.Module,
    average: nn.Module,
    parts: list[tuple[Tensor, Tensor]],
    most: int,
    loss_of: Callable[[Tensor, Tensor], Tensor],
    optimizer: torch.optim.Optimizer,
    augment: Callable[[Tensor, dict[str, float], torch.Generator], Tensor] | None,
) -> None:
    """Take at most ``most`` steps; ``average`` gets the exponential average of the weights."""
    (images, labels), validation = parts[:2]
    random = torch.Generator().manual_seed(RECIPE["seed"])
    per_epoch, start, step = len(images) // RECIPE["batch"], time.monotonic(), 0
    rate, ranges = RECIPE["rate"], RECIPE["distortions"]

    def progress() -> float:
        if RECIPE["seconds"]:
            return min((time.monotonic() - start) / RECIPE["seconds"], 1.0)
        return (step + 1) / (per_epoch * RECIPE["epochs"])

    while step < most and (
        progress() < 1 if RECIPE["seconds"] else step < per_epoch * RECIPE["epochs"]
    ):
        order = torch.randperm(len(images), generator=random)
        for chosen in order[: per_epoch * RECIPE["batch"]].split(RECIPE["batch"]):
            if step >= most or (RECIPE["seconds"] and progress() >= 1):
                break
            rate, ranges = CHANGES.get(step, (rate, ranges))
            some = chosen.to(images.device)
            x = fields(images[some])
            if ranges is not None:
                x = augment(x, ranges, random)
            epoch = int(progress() * 20) if RECIPE["seconds"] else step // per_epoch
            rate_now = rate_at(progress(), epoch, rate)
            for group in optimizer.param_groups:
                group["lr"] = rate_now
            torch.set_flush_denormal(True)  # gradients through exp(-penalty) underflow
            if hasattr(optimizer, "measure_curvature"):
                optimizer.measure_curvature(step, per_epoch, images, labels)
            loss = loss_of(net(network_inputs(x)), labels[some])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            torch.set_flush_denormal(False)
            step += 1
            keep = min(RECIPE["average"], step / (step + 9))
            with torch.no_grad():
                for mean, weight in zip(average.parameters(), net.parameters(), strict=True):
                    mean.lerp_(weight, 1 - keep)
            if step % 50 == 1:
                print(f"\rstep {step}  loss {loss.item():.5f}", end="", flush=True)
        error = errors(average, *validation) / len(validation[1])
        print(f"\rstep {step}  loss {loss.item():.5f}  validation error {error:.2%}", flush=True)


# ---- files


def read_weights(path: Path) -> dict[str, Tensor]:
    """Return the weights in a safetensors file by name."""
    data = path.read_bytes()
    length = int.from_bytes(data[:8], "little")
    header, body = json.loads(data[8 : 8 + length]), data[8 + length :]
    weights = {}
    for name in FIRST_WEIGHTS:
        begin, end = header[name]["data_offsets"]
        values = np.frombuffer(body[begin:end], np.float32).reshape(header[name]["shape"])
        weights[name] = torch.from_numpy(values.copy())
    return weights


def write_weights(path: Path, net: nn.Module, metadata: dict[str, str]) -> None:
    """Write a safetensors file, which lenet_gui opens, too."""
    header, body = {"__metadata__": metadata}, b""
    for name, weight in net.named_parameters():
        values = weight.detach().cpu().contiguous().numpy().tobytes()
        place = [len(body), len(body) + len(values)]
        header[name] = {"dtype": "F32", "shape": list(weight.shape), "data_offsets": place}
        body += values
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    path.write_bytes(len(text).to_bytes(8, "little") + text + body)


def main(
    loss_of: Callable[[Tensor, Tensor], Tensor],
    make_optimizer: Callable[[nn.Module], torch.optim.Optimizer],
    augment: Callable[[Tensor, dict[str, float], torch.Generator], Tensor] | None = None,
) -> None:
    """Read the data, train, test, and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("data", type=Path, help="folder with the four IDX files of MNIST")
    parser.add_argument("--start", type=Path, help="weights to begin with (.safetensors)")
    parser.add_argument("--steps", type=int, default=10**9, help="stop after so many; 0: measure")
    parser.add_argument("--device", default="cpu", help="cpu, cuda, mps (default: %(default)s)")
    parser.add_argument("--output", type=Path, help="file to write (.safetensors)")
    options = parser.parse_args()
    torch.set_num_threads(RECIPE["threads"])
    if options.output is not None and not options.output.absolute().parent.is_dir():
        parser.error(f"there is no folder {options.output.parent} to write to")
    try:
        data = read_data(options.data)
        start = options.start
        weights = first_weights(RECIPE["seed"]) if start is None else read_weights(start)
    except OSError as error:
        parser.error(f"{error.filename} cannot be read: {error.strerror}")
    except (KeyError, ValueError):
        parser.error(f"{options.data} or {options.start} does not hold what this network needs")
    highest = max(int(labels.max()) for _, labels in data)
    if highest >= len(CLASS_NAMES):
        parser.error(f"there is a label {highest}, but this network has {len(CLASS_NAMES)} classes")
    parts = [tuple(some.to(options.device) for some in part) for part in data]
    net, average = Net(), Net()
    for each in (net, average):
        each.load_state_dict(weights)
        each.to(options.device)
    train(net, average, parts, options.steps, loss_of, make_optimizer(net), augment)
    count, misread = len(parts[2][1]), errors(average, *parts[2])
    print(f"test error {misread / count:.2%} ({misread} of {count})")
    if options.output is not None:
        found = {"count": count, "errors": misread, "error_rate": misread / count}
        metadata = {
            "format": "1",
            "architecture": ARCHITECTURE,
            "class_names": json.dumps(CLASS_NAMES),
            "rejection": "null",
            "training": json.dumps({"command": "an exported script", "config": RECIPE}),
            "evaluation": json.dumps(found),
        }
        write_weights(options.output, average, metadata)
