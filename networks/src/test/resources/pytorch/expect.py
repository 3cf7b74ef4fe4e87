"""Writes CASE.json beside each CASE.safetensors of this folder: random samples, and the loss and the
gradients that PyTorch computes for them with docs/load_checkpoint.py.

python expect.py
"""

import json
import pathlib
import sys

import torch

HERE = pathlib.Path(__file__).parent
sys.path.append(str(HERE.parents[4] / "docs"))

from load_checkpoint import load  # noqa: E402

SAMPLES = 6


def samples(architecture):
    """Vectors, images (as vectors) or sequences of different lengths."""
    if "alphabet" in architecture:
        lengths = torch.randint(1, 9, (SAMPLES,)).tolist()
        return [torch.randint(1, architecture["alphabet"], (n,)).tolist() for n in lengths]
    size = architecture.get("inputs") or architecture.get("widths", [0])[0]
    if "input" in architecture:
        image = architecture["input"]
        size = image["channels"] * image["height"] * image["width"]
    return [[round(v, 3) for v in row] for row in torch.randn(SAMPLES, size).tolist()]


def tensor(architecture, rows):
    if "alphabet" in architecture:
        longest = max(map(len, rows))
        return torch.tensor([row + [0] * (longest - len(row)) for row in rows])
    values = torch.tensor(rows, dtype=torch.float64)
    image = architecture.get("input")
    if image:
        return values.reshape(-1, image["channels"], image["height"], image["width"])
    return values


def outcome(network, rows, labels):
    output = network.double()(tensor(network.a, rows))
    loss = torch.nn.functional.cross_entropy(output, torch.tensor(labels))
    loss.backward()
    return {
        "loss": loss.item(),
        "correct": (output.argmax(-1) == torch.tensor(labels)).sum().item(),
        "gradients": {
            name: [float(f"{g:.7g}") for g in p.grad.flatten().tolist()]
            for name, p in network.tensors()
        },
    }


def record(file):
    torch.manual_seed(1)
    mask = file.with_suffix(".mask.safetensors")
    dense = load(file)
    rows = samples(dense.a)
    labels = torch.randint(dense.a.get("classes") or dense.a["widths"][-1], (SAMPLES,)).tolist()
    expected = {
        "architecture": dense.a,
        "inputs": rows,
        "labels": labels,
        "dense": outcome(dense, rows, labels),
        "masked": outcome(load(file, mask), rows, labels),
    }
    file.with_suffix(".json").write_text(json.dumps(expected) + "\n")
    print(file.stem, expected["dense"]["loss"], expected["masked"]["loss"])


if __name__ == "__main__":
    for file in sorted(HERE.glob("*.safetensors")):
        if not file.name.endswith(".mask.safetensors"):
            record(file)
