"""Writes pytorch-*.txt, which RecurrentOracleTest compares the recurrent networks with.

    python3 recurrent_oracle.py DIRECTORY

PyTorch's own modules (torch.nn.RNN, LSTM, GRU, Embedding, Linear) compute the loss of one batch and
its gradients. Each line is a name and its numbers: the tensors by Espalier's names, the gradients
behind "gradient:", then the loss. Run with PyTorch 2; the seed is fixed.
"""

import sys
from pathlib import Path

import torch
from torch import nn

ALPHABET = 5
CLASSES = 2
SEQUENCES = [[1, 2, 3], [4, 1, 2, 2, 3, 1], [3], [2, 4, 4, 1]]
LABELS = [0, 1, 1, 0]

# Layers {0, 1, 2}, {3, 4}, {5}; the edge from 1 to 5 skips one.
LAYERS = [[0, 1, 2], [3, 4], [5]]
BLOCKS = {
    (1, 0): [(0, 3), (2, 3), (1, 4), (2, 4)],
    (2, 1): [(3, 5), (4, 5)],
    (2, 0): [(1, 5)],
}

MODULES = {
    "rnn-tanh": lambda i, h: nn.RNN(i, h, nonlinearity="tanh"),
    "rnn-relu": lambda i, h: nn.RNN(i, h, nonlinearity="relu"),
    "lstm": nn.LSTM,
    "gru": nn.GRU,
}
GATES = {"rnn-tanh": 1, "rnn-relu": 1, "lstm": 4, "gru": 3}


def batch():
    steps = max(map(len, SEQUENCES))
    padded = torch.zeros(steps, len(SEQUENCES), dtype=torch.long)
    for lane, sequence in enumerate(SEQUENCES):
        padded[: len(sequence), lane] = torch.tensor(sequence)
    return padded, torch.tensor(LABELS)


def tensors_of(name, module):
    return {
        f"{name}.i2h.weight": module.weight_ih_l0,
        f"{name}.i2h.bias": module.bias_ih_l0,
        f"{name}.h2h.weight": module.weight_hh_l0,
        f"{name}.h2h.bias": module.bias_hh_l0,
    }


def lines(named, loss):
    for prefix, pick in (("", lambda t: t.detach()), ("gradient:", lambda t: t)):
        for name, (value, gradient) in named.items():
            numbers = pick(value if prefix == "" else gradient).flatten().tolist()
            yield f"{prefix}{name} " + " ".join(f"{number:.9g}" for number in numbers)
    yield f"loss {loss.item():.9g}"


def stack(cell):
    tokens, labels = batch()
    embedding = nn.Embedding(ALPHABET, 5)
    layers = [MODULES[cell](5, 6), MODULES[cell](6, 5)]
    output = nn.Linear(5, CLASSES)
    x = embedding(tokens)
    for layer in layers:
        x, _ = layer(x)
    loss = nn.functional.cross_entropy(output(x[-1]), labels)
    loss.backward()
    named = {"embedding.weight": embedding.weight}
    for number, layer in enumerate(layers):
        named |= tensors_of(f"layer{number}", layer)
    named |= {"output.weight": output.weight, "output.bias": output.bias}
    return lines({name: (t, t.grad) for name, t in named.items()}, loss)


def graph(cell):
    tokens, labels = batch()
    embedding = nn.Embedding(ALPHABET, len(LAYERS[0]))
    first = MODULES[cell](len(LAYERS[0]), len(LAYERS[0]))
    output = nn.Linear(len(LAYERS[-1]), CLASSES)
    blocks = {key: MODULES[cell](len(LAYERS[key[1]]), len(LAYERS[key[0]])) for key in BLOCKS}
    masks = {}
    for (target, source), edges in BLOCKS.items():
        mask = torch.zeros(len(LAYERS[target]), len(LAYERS[source]))
        for u, v in edges:
            mask[LAYERS[target].index(v), LAYERS[source].index(u)] = 1
        masks[target, source] = mask.repeat(GATES[cell], 1)
        blocks[target, source].weight_ih_l0.data *= masks[target, source]
    outputs = {0: first(embedding(tokens))[0]}
    for target in range(1, len(LAYERS)):
        outputs[target] = sum(
            block(outputs[source])[0] for (to, source), block in blocks.items() if to == target
        )
    loss = nn.functional.cross_entropy(output(outputs[len(LAYERS) - 1][-1]), labels)
    loss.backward()
    named = {"embedding.weight": embedding.weight} | tensors_of("layer0", first)
    pairs = {name: (t, t.grad) for name, t in named.items()}
    for key, block in blocks.items():
        for name, t in tensors_of(f"layer{key[0]}.from{key[1]}", block).items():
            value, gradient = t, t.grad
            if name.endswith("i2h.weight"):
                value, gradient = (by_edge(key, cell, v) for v in (t, t.grad))
            pairs[name] = (value, gradient)
    for name, t in {"output.weight": output.weight, "output.bias": output.bias}.items():
        pairs[name] = (t, t.grad)
    return lines(pairs, loss)


def by_edge(key, cell, matrix):
    """[gates, edges], edges sorted by target, then source."""
    target, source = key
    size = len(LAYERS[target])
    edges = sorted(BLOCKS[key], key=lambda edge: (edge[1], edge[0]))
    return torch.stack(
        [
            torch.stack(
                [
                    matrix[gate * size + LAYERS[target].index(v), LAYERS[source].index(u)]
                    for u, v in edges
                ]
            )
            for gate in range(GATES[cell])
        ]
    ).detach()


def main():
    directory = Path(sys.argv[1])
    for cell in MODULES:
        for name, network in (("stack", stack), ("graph", graph)):
            torch.manual_seed(20)
            path = directory / f"pytorch-{name}-{cell}.txt"
            path.write_text("\n".join(network(cell)) + "\n")


main()
