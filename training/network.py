"""The recognizer: four convolution blocks, one BiLSTM, CTC over the alphabet; a second head says how it was written."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from training.compose import WRITTEN
from training.texts import ALPHABET


def _block(channels_in: int, channels: int, pool: tuple[int, int] | None) -> nn.Sequential:
    layers: list[nn.Module] = [
        nn.Conv2d(channels_in, channels, 3, padding=1, bias=False),
        nn.BatchNorm2d(channels),
        nn.ReLU(inplace=True),
    ]
    if pool:
        layers.append(nn.MaxPool2d(pool))
    return nn.Sequential(*layers)


class Recognizer(nn.Module):
    """Pictures (n, 1, 40, w) to log-probabilities (n, w / 4, 1 + alphabet) and logits of the writing (n, 4).

    Class 0 is CTC's blank, class i the alphabet's character i - 1.
    """

    def __init__(self) -> None:
        super().__init__()
        self.features = nn.Sequential(
            _block(1, 20, (2, 2)),
            _block(20, 40, None),
            _block(40, 40, (2, 2)),
            _block(40, 80, None),
            _block(80, 80, (2, 1)),
            _block(80, 112, (5, 1)),
        )
        self.drop = nn.Dropout(0.15)
        self.context = nn.LSTM(112, 112, bidirectional=True, batch_first=True)
        self.characters = nn.Linear(224, 1 + len(ALPHABET))
        self.writing = nn.Linear(112, len(WRITTEN))

    def forward(self, pictures: Tensor) -> tuple[Tensor, Tensor]:
        columns = self._features(pictures).squeeze(2).transpose(1, 2)
        read, _ = self.context(self.drop(columns))
        return self.characters(self.drop(read)).log_softmax(2), self.writing(columns.mean(1))

    def _features(self, pictures: Tensor) -> Tensor:
        if not self.training:
            found: Tensor = self.features(pictures)
            return found
        with torch.autocast("cpu", dtype=torch.bfloat16):  # half the time; the weights stay whole
            found = self.features(pictures.contiguous(memory_format=torch.channels_last))
        return found.float()
