"""Loads a checkpoint of Espalier into PyTorch; needs torch and safetensors. See checkpoints.md.

python load_checkpoint.py FILE [--mask MASK] [--summary]
"""

import argparse
import json

import torch
from safetensors import safe_open
from safetensors.torch import load_file
from torch import nn
from torch.nn import functional as F


def layering(graph):
    """The layer of each node (its longest path from a source), and the nodes of each layer."""
    layer = [0] * graph["nodes"]
    for source, target in sorted(graph["edges"], key=lambda e: (e[1], e[0])):
        layer[target] = max(layer[target], layer[source] + 1)
    layers = [[n for n in range(graph["nodes"]) if layer[n] == l] for l in range(max(layer) + 1)]
    return layer, layers


def blocks(graph, target_layer):
    """(source layer, edges) of a layer, the nearest source layer first."""
    layer, _ = layering(graph)
    edges = [e for e in graph["edges"] if layer[e[1]] == target_layer]
    edges.sort(key=lambda e: (-layer[e[0]], e[1], e[0]))
    sources = sorted({layer[s] for s, _ in edges}, reverse=True)
    return [(k, [e for e in edges if layer[e[0]] == k]) for k in sources]


def spread(values, edges, rows, columns):
    """One value per edge and gate, [gates, edges], as a matrix [gates * rows, columns]."""
    matrix = values.new_zeros(values.shape[0], len(rows), len(columns))
    for i, (source, target) in enumerate(edges):
        matrix[:, rows.index(target), columns.index(source)] = values[:, i]
    return matrix.flatten(0, 1)


class Network(nn.Module):
    """Parameters are called as in the file, with _ for the dots that PyTorch does not allow."""

    def __init__(self, architecture, tensors):
        super().__init__()
        self.a = architecture
        self.names = sorted(tensors)
        for name, tensor in tensors.items():
            self.register_parameter(name.replace(".", "_"), nn.Parameter(tensor))

    def p(self, name):
        return getattr(self, name.replace(".", "_"))

    def tensors(self):
        return [(name, self.p(name)) for name in self.names]

    def linear(self, name, x):
        return F.linear(x, self.p(name + ".weight"), self.p(name + ".bias"))


class FeedForward(Network):
    def forward(self, x):  # [samples, inputs]
        last = len(self.a["widths"]) - 2
        for i in range(last):
            x = F.relu(self.linear(f"layer{i}", x))
        return self.linear(f"layer{last}", x)


class GraphFeedForward(Network):
    def forward(self, x):  # [samples, inputs]
        _, layers = layering(self.a["graph"])
        outputs = [F.relu(self.linear("input", x))]
        for l in range(1, len(layers)):
            z = self.p(f"layer{l}.bias")
            for k, edges in blocks(self.a["graph"], l):
                weight = self.p(f"layer{l}.from{k}.weight")[None]
                z = z + outputs[k] @ spread(weight, edges, layers[l], layers[k]).T
            outputs.append(F.relu(z))
        return self.linear("output", outputs[-1])


def step(cell, i, h2h, h, c):
    """One time step from i = Wi x + bi and h2h = Wh h + bh; returns the new h and c."""
    if cell == "rnn-tanh":
        return torch.tanh(i + h2h), c
    if cell == "rnn-relu":
        return F.relu(i + h2h), c
    if cell == "lstm":
        to_i, to_f, to_g, to_o = (i + h2h).chunk(4, -1)
        c = torch.sigmoid(to_f) * c + torch.sigmoid(to_i) * torch.tanh(to_g)
        return torch.sigmoid(to_o) * torch.tanh(c), c
    (ir, iz, i_n), (hr, hz, hn) = i.chunk(3, -1), h2h.chunk(3, -1)
    r, z = torch.sigmoid(ir + hr), torch.sigmoid(iz + hz)
    return (1 - z) * torch.tanh(i_n + r * hn) + z * h, c


class Recurrent(Network):
    def block(self, name, x, i2h=None):
        """Runs a recurrent block over [samples, steps, inputs]; returns all its outputs."""
        i2h = self.p(name + ".i2h.weight") if i2h is None else i2h
        h = c = x.new_zeros(x.shape[0], self.p(name + ".h2h.weight").shape[1])
        outputs = []
        for t in range(x.shape[1]):
            i = F.linear(x[:, t], i2h, self.p(name + ".i2h.bias"))
            h2h = F.linear(h, self.p(name + ".h2h.weight"), self.p(name + ".h2h.bias"))
            h, c = step(self.a["cell"], i, h2h, h, c)
            outputs.append(h)
        return torch.stack(outputs, 1)


class RecurrentStack(Recurrent):
    def forward(self, tokens):  # [samples, steps], short ones padded with 0 at the end
        x = F.embedding(tokens, self.p("embedding.weight"))
        for l in range(len(self.a["hidden"])):
            x = self.block(f"layer{l}", x)
        return self.linear("output", x[:, -1])


class GraphRecurrent(Recurrent):
    def forward(self, tokens):  # as above
        graph = self.a["graph"]
        _, layers = layering(graph)
        outputs = [self.block("layer0", F.embedding(tokens, self.p("embedding.weight")))]
        for l in range(1, len(layers)):
            found = [(f"layer{l}.from{k}", [k], edges) for k, edges in blocks(graph, l)]
            if self.a["blocks"] == "single":
                sources = [k for _, (k,), _ in found]
                found = [(f"layer{l}", sources, [e for _, _, edges in found for e in edges])]
            total = 0
            for name, sources, edges in found:
                nodes = [n for k in sources for n in layers[k]]
                i2h = spread(self.p(name + ".i2h.weight"), edges, layers[l], nodes)
                total = total + self.block(name, torch.cat([outputs[k] for k in sources], -1), i2h)
            outputs.append(total)
        return self.linear("output", outputs[-1][:, -1])


class CellNetwork(Network):
    def forward(self, images):  # [samples, channels, height, width]
        edges = self.a["graph"]["edges"]
        patch = self.a.get("patch", 1)
        stem = F.conv2d(images, self.p("stem.weight"), self.p("stem.bias"), stride=patch)
        maps = []
        for node, operation in enumerate(self.a["operations"]):
            sources = [maps[s] for s, t in edges if t == node]
            maps.append(self.apply_to(node, operation, sum(sources) if sources else stem))
        sinks = [m for n, m in enumerate(maps) if all(s != n for s, _ in edges)]
        return self.linear("output", sum(sinks).mean((2, 3)))

    def apply_to(self, node, operation, x):
        if operation == "identity":
            return x
        if operation == "max-pool-3x3":
            return F.max_pool2d(x, 3, 1, 1)
        if operation == "avg-pool-3x3":
            return F.avg_pool2d(x, 3, 1, 1, count_include_pad=False)
        weight, bias = self.p(f"node{node}.weight"), self.p(f"node{node}.bias")
        return F.relu(F.conv2d(x, weight, bias, padding=weight.shape[-1] // 2))


FAMILIES = {
    "feed-forward": FeedForward,
    "graph-feed-forward": GraphFeedForward,
    "recurrent-stack": RecurrentStack,
    "graph-recurrent": GraphRecurrent,
    "cell-network": CellNetwork,
}


def load(file, mask=None):
    """The network of a checkpoint file, with the weights that a mask file prunes set to zero."""
    with safe_open(file, "pt") as header:
        architecture = json.loads(header.metadata()["architecture"])
    tensors = load_file(file)
    for name, kept in (load_file(mask) if mask else {}).items():
        tensors[name] = tensors[name] * kept
    return FAMILIES[architecture["family"]](architecture, tensors)


def example(architecture):
    """One sample that the network can read."""
    if "alphabet" in architecture:
        return torch.randint(architecture["alphabet"], (1, 20))
    if "input" in architecture:
        image = architecture["input"]
        return torch.randn(1, image["channels"], image["height"], image["width"])
    return torch.randn(1, architecture.get("inputs") or architecture["widths"][0])


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("file")
    parser.add_argument("--mask")
    parser.add_argument("--summary", action="store_true", help="list the tensors")
    options = parser.parse_args()
    network = load(options.file, options.mask)
    if options.summary:
        print(json.dumps(network.a))
        for name, tensor in network.tensors():
            print(name, list(tensor.shape), f"{int((tensor != 0).sum())} of {tensor.numel()} not 0")
    with torch.no_grad():
        print("class probabilities of a random sample:", network(example(network.a)).softmax(-1))
