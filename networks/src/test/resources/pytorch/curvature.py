"""Writes CASE.curvature.json beside each CASE.safetensors of this folder: second derivatives that
PyTorch computes for the samples of CASE.json, which expect.py has written.

python curvature.py

Per tensor: "fisher", the mean over samples of the squared gradient of the sample's loss; "gauss-newton",
the mean over samples of the diagonal of J' (diag(p) - p p') J, J being the outputs' derivatives; and,
where the network is piecewise linear in each weight, "hessian", the second derivative of the mean loss.
"""

import json
import pathlib
import sys

import torch

HERE = pathlib.Path(__file__).parent
sys.path.append(str(HERE.parents[4] / "docs"))
sys.path.append(str(HERE))

from expect import tensor  # noqa: E402
from load_checkpoint import load  # noqa: E402

def weights(network):
    """Those that masks cover: neither biases nor an embedding, of recurrent networks not the output."""
    fixed = {"embedding.weight", "output.weight"} if "alphabet" in network.a else set()
    return [(n, p) for n, p in network.tensors() if n.endswith(".weight") and n not in fixed]


def gradients(value, tensors):
    found = torch.autograd.grad(value, tensors, retain_graph=True, allow_unused=True)
    return [torch.zeros_like(t) if g is None else g for g, t in zip(found, tensors)]


def second_derivatives(loss, tensors):
    """The diagonal of the Hessian, weight by weight."""
    first = torch.autograd.grad(loss, tensors, create_graph=True)
    result = []
    for gradient, weight in zip(first, tensors):
        diagonal = torch.zeros_like(weight).flatten()
        for i, g in enumerate(gradient.flatten()):
            if g.requires_grad:
                diagonal[i] = gradients(g, [weight])[0].flatten()[i]
        result.append(diagonal)
    return result


def numbers(names, values, samples=1):
    return {
        name: [float(f"{v:.6g}") for v in (value / samples).flatten().tolist()]
        for name, value in zip(names, values)
    }


def curvature(network, rows, labels):
    network = network.double()
    names, tensors = zip(*weights(network))
    outputs = network(tensor(network.a, rows))
    labels = torch.tensor(labels)
    fisher = [torch.zeros_like(t) for t in tensors]
    newton = [torch.zeros_like(t) for t in tensors]
    for n in range(len(rows)):
        loss = torch.nn.functional.cross_entropy(outputs[n : n + 1], labels[n : n + 1])
        for total, g in zip(fisher, gradients(loss, tensors)):
            total += g**2
        p = torch.softmax(outputs[n], 0).detach()
        jacobian = list(zip(*[gradients(output, tensors) for output in outputs[n]]))
        for total, rows_of_j in zip(newton, jacobian):
            j = torch.stack(rows_of_j).flatten(1)
            total += (p @ j**2 - (p @ j) ** 2).reshape(total.shape)
    result = {
        "fisher": numbers(names, fisher, len(rows)),
        "gauss-newton": numbers(names, newton, len(rows)),
    }
    if "alphabet" not in network.a:
        loss = torch.nn.functional.cross_entropy(outputs, labels)
        result["hessian"] = numbers(names, second_derivatives(loss, tensors))
    return result


for file in sorted(HERE.glob("*.safetensors")):
    if file.name.endswith(".mask.safetensors"):
        continue
    expected = json.loads(file.with_suffix(".json").read_text())
    rows, labels = expected["inputs"], expected["labels"]
    recorded = {
        "dense": curvature(load(file), rows, labels),
        "masked": curvature(load(file, file.with_suffix(".mask.safetensors")), rows, labels),
    }
    file.with_suffix(".curvature.json").write_text(json.dumps(recorded) + "\n")
    print(file.stem)
