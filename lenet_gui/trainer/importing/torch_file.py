"""PyTorch's files: weights alone. The only file of the program that unpickles anything.

``weights_only`` lets a pickle name no function but those that make tensors.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from typing import Any

import torch

from lenet_gui.common.bad_input import BadInput
from lenet_gui.engine.importing.steps import (
    MAX_FOREIGN_FILE,
    MAX_TENSORS,
    Budget,
    ForeignNetwork,
    Tensor,
    checked_tensors,
)

# Under which name programs keep the weights beside the optimizer's state, the likeliest first.
_WRAPPERS = ("state_dict", "model_state_dict", "model_state", "model", "net", "network", "weights")
_PREFIXES = ("module.", "_orig_mod.", "model.", "net.")  # of DataParallel, compile, Lightning
_MOST_UNPACKED = 4 * MAX_FOREIGN_FILE  # bytes; float64 and what the weights are wrapped in
_NAMED = re.compile(r"(?:GLOBAL|global) ([\w.]{1,80})")


def read_torch(data: bytes, file: str) -> ForeignNetwork:
    """Read a state dict, which may be wrapped in a dictionary. Raises BadInput."""
    _check_archive(data, file)
    loaded = _loaded(data, file)
    state = _state_dict(loaded)
    if state is None:
        raise BadInput("{file} contains no weights.", file=file)
    budget = Budget(file)
    tensors = [Tensor(name, _values(name, tensor, budget)) for name, tensor in _named(state, file)]
    return ForeignNetwork("PyTorch", checked_tensors(tensors, file))


def _check_archive(data: bytes, file: str) -> None:
    """Raise BadInput if an archive unpacks to too much, or is a program (TorchScript)."""
    if not data.startswith(b"PK"):
        return
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        raise BadInput("{file} is damaged: decoding it failed.", file=file) from None
    if sum(entry.file_size for entry in entries) > _MOST_UNPACKED or len(entries) > 4 * MAX_TENSORS:
        raise BadInput("{file} unpacks to far more data than a network of its kind.", file=file)
    if any("/code/" in entry.filename for entry in entries):
        raise BadInput(
            "{file} is a TorchScript program. Programs are not run. Save the weights alone: "
            "torch.save(model.state_dict(), …).",
            file=file,
        )


def _loaded(data: bytes, file: str) -> Any:
    try:
        return torch.load(io.BytesIO(data), map_location="cpu", weights_only=True)
    except MemoryError:
        raise BadInput("{file} takes more memory than a network of its kind.", file=file) from None
    except Exception as error:  # damaged files lead to any error
        named = _NAMED.search(str(error))
        if named is not None:
            raise BadInput(
                "{file} contains more than weights: it names {code}. A file's code is never run. "
                "Save the weights alone: torch.save(model.state_dict(), …).",
                file=file,
                code=named.group(1),
            ) from None
        raise BadInput("{file} is damaged: decoding it failed.", file=file) from None


def _state_dict(loaded: Any, depth: int = 0) -> Mapping[str, Any] | None:
    """Return the dictionary of tensors in what was loaded, looked for where programs put it."""
    if not isinstance(loaded, Mapping) or depth > 3:
        return None
    if any(isinstance(value, torch.Tensor) for value in loaded.values()):
        return loaded
    likely = [loaded[name] for name in _WRAPPERS if name in loaded]
    others = [value for name, value in loaded.items() if name not in _WRAPPERS]
    found = (_state_dict(value, depth + 1) for value in (*likely, *others[:20]))
    return next((state for state in found if state is not None), None)


def _named(state: Mapping[str, Any], file: str) -> Iterator[tuple[str, torch.Tensor]]:
    """Yield the tensors without counters, under names without the prefix that all have."""
    if len(state) > MAX_TENSORS:
        raise BadInput(
            "{file} has more than {most} arrays, far more than a network of this kind.",
            file=file,
            most=MAX_TENSORS,
        )
    tensors = {str(name): value for name, value in state.items() if isinstance(value, torch.Tensor)}
    prefix = next((p for p in _PREFIXES if all(name.startswith(p) for name in tensors)), "")
    for name, tensor in tensors.items():
        if tensor.is_floating_point():
            yield name.removeprefix(prefix), tensor
        elif tensor.numel() > 1:
            raise BadInput("the weights {weights} have an unknown number type.", weights=name[:50])


def _values(name: str, tensor: torch.Tensor, budget: Budget) -> Any:
    """Return the values of a tensor, float32."""
    if tensor.layout is not torch.strided or tensor.is_quantized or tensor.is_meta:
        raise BadInput("the weights {weights} have an unknown number type.", weights=name[:50])
    budget.take(tensor.shape)  # strides of 0 claim any size
    return tensor.detach().to(torch.float32).contiguous().numpy()
