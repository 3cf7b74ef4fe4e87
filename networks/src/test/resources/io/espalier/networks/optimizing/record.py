"""Writes pytorch.json: what torch.optim does to weights under recorded gradients.

Run with PyTorch (2.15 was used): python3 record.py > pytorch.json
"""

import json

import torch

STEPS = 6
CASES = [
    {"name": "sgd", "optimizer": "sgd", "rate": 0.1, "momentum": 0.0, "decay": 0.0, "clip": None},
    {"name": "sgd with decay", "optimizer": "sgd", "rate": 0.1, "momentum": 0.0, "decay": 0.05, "clip": None},
    {"name": "sgd with momentum and decay", "optimizer": "sgd", "rate": 0.1, "momentum": 0.9, "decay": 0.05, "clip": None},
    {"name": "sgd with momentum, clipped", "optimizer": "sgd", "rate": 0.1, "momentum": 0.5, "decay": 0.0, "clip": 1.5},
    {"name": "adam", "optimizer": "adam", "rate": 0.01, "momentum": 0.0, "decay": 0.0, "clip": None},
    {"name": "adam with decay", "optimizer": "adam", "rate": 0.01, "momentum": 0.0, "decay": 0.1, "clip": None},
    {"name": "adam with decay, clipped", "optimizer": "adam", "rate": 0.01, "momentum": 0.0, "decay": 0.1, "clip": 1.5},
]


def recorded(case, generator):
    weights = [torch.nn.Parameter(torch.randn(n, generator=generator)) for n in (5, 3)]
    gradients = [
        [torch.randn(w.shape, generator=generator) * scale for w in weights]
        for scale in (1.0, 0.01, 3.0, 0.3, 0.0, 1.0)
    ]
    kind = {"sgd": torch.optim.SGD, "adam": torch.optim.Adam}[case["optimizer"]]
    options = {"lr": case["rate"], "weight_decay": case["decay"]}
    if case["optimizer"] == "sgd":
        options["momentum"] = case["momentum"]
    optimizer = kind(weights, **options)
    start = [w.tolist() for w in weights]
    after = []
    for step in range(STEPS):
        for weight, gradient in zip(weights, gradients[step]):
            weight.grad = gradient.clone()
        if case["clip"] is not None:
            torch.nn.utils.clip_grad_norm_(weights, case["clip"])
        optimizer.step()
        after.append([w.tolist() for w in weights])
    return {
        **case,
        "start": start,
        "gradients": [[g.tolist() for g in step] for step in gradients],
        "after": after,
    }


def main():
    generator = torch.Generator().manual_seed(1)
    print(json.dumps([recorded(case, generator) for case in CASES]))


main()
