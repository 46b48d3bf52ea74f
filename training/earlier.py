"""The weights of an earlier network, read back from its ONNX file, so that training can go on from them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from training.network import Recognizer

_GATES = (0, 2, 3, 1)
"""Where PyTorch's gates (input, forget, cell, output) stand among ONNX's (input, output, forget, cell)."""


def go_on_from(path: Path, pictures: Tensor) -> Recognizer:
    """A network that reads as the ONNX file does; characters it did not know start untrained.

    ``pictures`` (n, 1, 40, w), a few hundred, show which mean and spread each normalisation, of which the
    file holds nothing, has to undo.
    """
    import onnx
    from onnx import numpy_helper

    graph = onnx.load(str(path)).graph
    values = {each.name: torch.from_numpy(numpy_helper.to_array(each).copy()) for each in graph.initializer}
    network = Recognizer()
    with torch.no_grad():
        _convolutions(network, graph, values, pictures)
        _context(network, next(node for node in graph.node if node.op_type == "LSTM"), values)
        _heads(network, next(node for node in graph.node if node.op_type == "MatMul"), values)
    return network


def _convolutions(network: Recognizer, graph: Any, values: dict[str, Tensor], pictures: Tensor) -> None:
    shown = pictures
    nodes = [node for node in graph.node if node.op_type == "Conv"]
    for block, node in zip(network.features, nodes, strict=True):
        assert isinstance(block, nn.Sequential)
        convolution, normalised = block[0], block[1]
        assert isinstance(convolution, nn.Conv2d)
        assert isinstance(normalised, nn.BatchNorm2d)
        convolution.weight.copy_(values[node.input[1]])
        seen = convolution(shown)
        mean, spread = seen.mean((0, 2, 3)), seen.var((0, 2, 3), unbiased=False)
        assert normalised.running_mean is not None
        assert normalised.running_var is not None
        normalised.running_mean.copy_(mean)
        normalised.running_var.copy_(spread)
        normalised.weight.copy_((spread + normalised.eps).sqrt())
        normalised.bias.copy_(mean + values[node.input[2]])
        block.eval()
        shown = block(shown)
        block.train()


def _context(network: Recognizer, node: Any, values: dict[str, Tensor]) -> None:
    own = dict(network.context.named_parameters())
    size = network.context.hidden_size

    def ordered(weights: Tensor) -> Tensor:
        return torch.cat([weights[gate * size : (gate + 1) * size] for gate in _GATES])

    for index, ending in enumerate(("", "_reverse")):
        own[f"weight_ih_l0{ending}"].copy_(ordered(values[node.input[1]][index]))
        own[f"weight_hh_l0{ending}"].copy_(ordered(values[node.input[2]][index]))
        both = values[node.input[3]][index]
        own[f"bias_ih_l0{ending}"].copy_(ordered(both[: 4 * size]))
        own[f"bias_hh_l0{ending}"].copy_(ordered(both[4 * size :]))


def _heads(network: Recognizer, node: Any, values: dict[str, Tensor]) -> None:
    weights = values[node.input[1]].T
    network.characters.weight[: len(weights)].copy_(weights)
    network.characters.bias[: len(weights)].copy_(values["characters.bias"])
    network.characters.bias[len(weights) :].fill_(float(np.min(values["characters.bias"].numpy())))
    network.writing.weight.copy_(values["writing.weight"])
    network.writing.bias.copy_(values["writing.bias"])
