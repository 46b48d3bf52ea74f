"""Tesseract's network for Vietnamese as an ONNX file: the same weights, run by another program.

    python -m training.tesseract_network /usr/share/tesseract-ocr/5/tessdata/vie.traineddata pipeline/ocr

writes ``vie.onnx`` and ``vie.letters.txt``. Needs ``onnx``. The file format is that of Tesseract 4 and 5 (its
``Network::Serialize``, ``WeightMatrix::Serialize``, ``UnicharCompress`` and ``UNICHARSET``): little-endian; weights are
bytes with one scale for each output, an input of 1 for the bias comes last.
"""

from __future__ import annotations

import struct
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

_LSTM, _LETTERS, _CODES = 17, 21, 22
"""Places of the parts in the table at the start of a ``traineddata`` file."""
_GROUPS = frozenset({"Series", "RTLReversed", "XYTranspose"})
_STEPS, _BLANK = ("Input", "Convolve", "Maxpool"), 268


@dataclass
class Reader:
    data: bytes
    at: int = 0

    def take(self, form: str) -> Any:
        values = struct.unpack_from("<" + form, self.data, self.at)
        self.at += struct.calcsize("<" + form)
        return values[0] if len(values) == 1 else values

    def text(self) -> str:
        length = self.take("I")
        self.at += length
        return self.data[self.at - length : self.at].decode()

    def matrix(self) -> Any:
        """Weights as (outputs, inputs + 1), the bias last."""
        mode = self.take("B")
        if mode & 0x81 != 0x81:
            raise ValueError("only networks of bytes are known here (tessdata_fast)")
        rows, columns, _ = self.take("iib")
        whole = np.frombuffer(self.data, np.int8, rows * columns, self.at).reshape(rows, columns)
        self.at += rows * columns
        count = self.take("I")
        scales = np.frombuffer(self.data, "<f8", count, self.at)[:rows]
        self.at += 8 * count
        return (whole * scales[:, None]).astype(np.float32)


@dataclass
class Layer:
    kind: str
    name: str
    inputs: int
    outputs: int
    parts: list[Layer] = field(default_factory=list)
    weights: list[Any] = field(default_factory=list)

    def named(self, name: str) -> Layer | None:
        found = (part.named(name) for part in self.parts)
        return self if self.name == name else next((each for each in found if each), None)


def layer(reader: Reader) -> Layer:
    reader.take("b")
    kind = reader.text()
    reader.take("bb")
    flags, inputs, outputs, _ = reader.take("iiii")
    read = Layer(kind, reader.text(), inputs, outputs)
    if kind in _GROUPS:
        read.parts = [layer(reader) for _ in range(reader.take("I"))]
        if flags & 64:
            rates = reader.take("I")
            reader.at += 4 * rates
    elif kind in _STEPS:
        reader.take("iiiii" if kind == "Input" else "ii")
    elif kind in ("LSTM", "SummLSTM"):
        reader.take("i")
        read.weights = [reader.matrix() for _ in range(4)]
    else:
        read.weights = [reader.matrix()]
    return read


class Graph:
    def __init__(self, network: Layer) -> None:
        self.network, self.nodes, self.constants = network, [], []

    def constant(self, name: str, value: Any) -> str:
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def node(self, kind: str, inputs: list[str], output: str, **options: Any) -> str:
        self.nodes.append(helper.make_node(kind, inputs, [output], **options))
        return output

    def weights(self, name: str) -> list[Any]:
        found = self.network.named(name)
        if found is None:
            raise ValueError(f"the network has no layer {name}")
        return found.weights

    def lstm(self, name: str, before: str, direction: str = "forward", steps: str = "steps", last: bool = False) -> str:
        cell, entry, forget, out = self.weights(name)  # Tesseract's order; ONNX wants entry, out, forget, cell
        gates = [entry, out, forget, cell]
        size = cell.shape[0]
        wide = cell.shape[1] - size - 1
        inputs = [
            before,
            self.constant(f"{name}.w", np.concatenate([gate[:, :wide] for gate in gates])[None]),
            self.constant(f"{name}.r", np.concatenate([gate[:, wide:-1] for gate in gates])[None]),
            self.constant(
                f"{name}.b", np.concatenate([*(gate[:, -1] for gate in gates), np.zeros(4 * size, "f4")])[None]
            ),
            steps,
        ]
        outputs = ["", f"{name}.h"] if last else [f"{name}.y"]
        self.nodes.append(helper.make_node("LSTM", inputs, outputs, hidden_size=size, direction=direction))
        axis = self.constant(f"{name}.axis", np.array([0 if last else 1]))
        return self.node("Squeeze", [outputs[-1], axis], name)

    def model(self) -> onnx.ModelProto:
        """lines (n, 1, 36, w) and steps (n), their widths by three, to scores (w / 3, n, classes)."""
        kernel = self.weights("ConvNL")[0]  # (16, 3 across times 3 down, bias)
        across_first = kernel[:, :-1].reshape(16, 1, 3, 3).transpose(0, 1, 3, 2)
        seen = self.node(
            "Conv",
            ["lines", self.constant("kernel", across_first), self.constant("kernel.b", kernel[:, -1])],
            "seen", pads=[1, 1, 1, 1],
        )  # fmt: skip
        # tanh never falls: the largest may be taken before it, of a ninth of the values.
        pooled = self.node("MaxPool", [seen], "pooled", kernel_shape=[3, 3], strides=[3, 3])
        columns = self.node("Transpose", [self.node("Tanh", [pooled], "bent")], "columns", perm=[2, 3, 0, 1])
        flat = self.node("Reshape", [columns, self.constant("flat.shape", np.array([12, -1, 16]))], "flat")
        down = self.lstm("Lfys48", flat, steps="", last=True)
        size = self.node("Shape", [columns], "size", start=1, end=3)
        shape = self.node("Concat", [size, self.constant("48", np.array([48]))], "shape", axis=0)
        along = self.node("Reshape", [down, shape], "along")
        along = self.lstm("Lfx96", along)
        along = self.lstm("Lrx96", along, "reverse")
        along = self.lstm("Lfx192", along)
        out = self.weights("Output")[0]
        product = self.node("MatMul", [along, self.constant("out.w", out[:, :-1].T)], "product")
        self.node("Add", [product, self.constant("out.b", out[:, -1])], "scores")
        return self._whole(out.shape[0])

    def _whole(self, classes: int) -> onnx.ModelProto:
        given = [
            helper.make_tensor_value_info("lines", TensorProto.FLOAT, ["n", 1, 36, "w"]),
            helper.make_tensor_value_info("steps", TensorProto.INT32, ["n"]),
        ]
        scores = helper.make_tensor_value_info("scores", TensorProto.FLOAT, ["s", "n", classes])
        graph = helper.make_graph(self.nodes, "vie", given, [scores], self.constants)
        made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)])
        made.ir_version = 8
        onnx.checker.check_model(made)
        return made


def parts(data: bytes) -> dict[int, bytes]:
    count, *starts = struct.unpack_from("<I", data) + struct.unpack_from(f"<{data[0]}q", data, 4)
    begun = sorted((start, number) for number, start in enumerate(starts) if start >= 0)
    ends = [start for start, _ in begun[1:]] + [len(data)]
    return {number: data[start:end] for (start, number), end in zip(begun, ends, strict=True) if number < count}


def letters(data: dict[int, bytes]) -> list[str]:
    """The text of each class; the blank has none."""
    lines = data[_LETTERS].decode().split("\n")
    names = [" ", *(line.split(" ")[0] for line in lines[2 : int(lines[0]) + 1])]
    codes, found = Reader(data[_CODES]), [""] * (_BLANK + 1)
    for name in names[: codes.take("I")]:
        _, length = codes.take("bI")
        if length != 1:
            raise ValueError("a letter of several parts")
        code = codes.take("i")
        found[code] = name if code != _BLANK else ""
    return found


def main() -> None:
    data = parts(Path(sys.argv[1]).read_bytes())
    folder = Path(sys.argv[2])
    onnx.save(Graph(layer(Reader(data[_LSTM]))).model(), str(folder / "vie.onnx"))
    (folder / "vie.letters.txt").write_text("\n".join(letters(data)), encoding="utf-8")


if __name__ == "__main__":
    main()
