"""Writes graphs.jsonl: graphs of all priors with their features as networkx computes them.

    python3 generate.py > graphs.jsonl

Made with networkx 3.6.1 and numpy 2.4.6. Each line: {"prior", "nodes", "edges": "u v u v ...",
"features"}; a feature that networkx refuses (distances of unconnected graphs) or that has no value
(NaN) is null. What networkx does not have is computed here in another way than in Java: exact
fractions for the paths from source to sink, numpy for the eigenvalues.
"""

import json
import math
import random
import statistics
from fractions import Fraction

import networkx as nx
import numpy as np


def layered(widths, probability, seed):
    rng = random.Random(seed)
    graph, layers, first = nx.Graph(), [], 0
    for width in widths:
        layers.append(range(first, first + width))
        first += width
    graph.add_nodes_from(range(first))
    for i, layer in enumerate(layers[1:], start=1):
        for node in layer:
            graph.add_edge(rng.choice(layers[i - 1]), node)
            for earlier in layers[:i]:
                graph.add_edges_from((u, node) for u in earlier if rng.random() < probability)
    return graph


def layered_complete(widths):
    graph, first = nx.Graph(), 0
    graph.add_nodes_from(range(sum(widths)))
    for a, b in zip(widths, widths[1:]):
        graph.add_edges_from((u, v) for u in range(first, first + a)
                             for v in range(first + a, first + a + b))
        first += a
    return graph


def graphs():
    for n in (10, 25, 50, 100, 200):
        for seed in (1, 2):
            for degree in (2.0, 6.0):
                yield "erdos-renyi", nx.gnp_random_graph(n, degree / (n - 1), seed=seed)
            for k in (4, 5):
                p = 1.0 if seed == 1 else 0.2
                yield "watts-strogatz", nx.connected_watts_strogatz_graph(n, k, p, seed=seed)
            yield "newman-watts-strogatz", nx.newman_watts_strogatz_graph(n, 3 + seed, 0.4, seed=seed)
            yield "barabasi-albert", nx.barabasi_albert_graph(n, 2 * seed, seed=seed)
            widths = [max(1, n // 5 + (-1) ** i * (i % 3)) for i in range(5)]
            yield "layered-random", layered(widths, 1.5 * seed / n, seed)
    for widths in ([2, 3], [4, 6, 5, 2], [10, 10, 10], [1, 1, 1, 1]):
        yield "layered-complete", layered_complete(widths)
    for graph in (nx.path_graph(2), nx.path_graph(12), nx.cycle_graph(9), nx.star_graph(14),
                  nx.complete_graph(10), nx.disjoint_union(nx.complete_graph(4), nx.path_graph(7)),
                  nx.disjoint_union(nx.path_graph(2), nx.empty_graph(3))):
        yield "special", graph


def distribution(name, values):
    values = list(values)
    spread = statistics.variance(values) if len(values) > 1 else None
    return {
        f"{name}_mean": statistics.mean(values),
        f"{name}_var": spread,
        f"{name}_std": None if spread is None else statistics.stdev(values),
    }


def depths(dag):
    layer = {}
    for node in nx.topological_sort(dag):
        layer[node] = max((layer[u] + 1 for u in dag.predecessors(node)), default=0)
    return layer


def source_sink_paths(dag):
    """Exact numbers of paths by length, as a polynomial for each node."""
    lengths = {}
    for node in sorted(dag):
        sources = list(dag.predecessors(node))
        lengths[node] = {} if sources else {0: 1}
        for u in sources:
            for length, count in lengths[u].items():
                lengths[node][length + 1] = lengths[node].get(length + 1, 0) + count
    total = {}
    for node in dag:
        if dag.out_degree(node) == 0 and dag.in_degree(node) > 0:
            for length, count in lengths[node].items():
                total[length] = total.get(length, 0) + count
    count = sum(total.values())
    mean = Fraction(sum(l * c for l, c in total.items()), count)
    variance = sum(c * (l - mean) ** 2 for l, c in total.items()) / count
    return math.log10(count), float(mean), float(variance)


def features(graph):
    n, m = graph.number_of_nodes(), graph.number_of_edges()
    dag = nx.DiGraph((min(e), max(e)) for e in graph.edges)
    dag.add_nodes_from(graph)
    layer = depths(dag)
    widths = [list(layer.values()).count(i) for i in range(max(layer.values()) + 1)]
    spans = [layer[v] - layer[u] for u, v in dag.edges]
    census = nx.triadic_census(dag) if n >= 3 else {k: 0 for k in ("030T", "021C", "021D", "021U")}
    connected = nx.is_connected(graph)
    distances = [d for u, to in nx.all_pairs_shortest_path_length(graph)
                 for v, d in to.items() if u < v]
    none = {"eccentricity_mean": None, "eccentricity_var": None, "eccentricity_std": None}
    assortativity = nx.degree_assortativity_coefficient(graph) \
        if len({d for _, d in graph.degree if d > 0}) > 1 else None
    paths, length, spread = source_sink_paths(dag)
    return {
        "layers": len(widths),
        "nodes": n,
        "edges": m,
        "source_nodes": widths[0],
        "sink_nodes": widths[-1],
        "diameter": nx.diameter(graph) if connected else None,
        "density": nx.density(dag),
        "average_shortest_path_length":
            nx.average_shortest_path_length(graph) if connected else None,
        **(distribution("eccentricity", nx.eccentricity(graph).values()) if connected else none),
        **distribution("degree", nx.degree_centrality(graph).values()),
        **distribution("closeness", nx.closeness_centrality(graph).values()),
        **distribution("nodes_betweenness", nx.betweenness_centrality(graph).values()),
        **distribution("edge_betweenness", nx.edge_betweenness_centrality(graph).values()),
        "components": nx.number_connected_components(graph),
        "isolated_nodes": nx.number_of_isolates(graph),
        "radius": nx.radius(graph) if connected else None,
        "shortest_path_length_var":
            statistics.variance(distances) if connected and len(distances) > 1 else None,
        "global_efficiency": nx.global_efficiency(graph),
        "degree_max": max(d for _, d in graph.degree),
        "degree_assortativity": assortativity,
        "clustering_mean": nx.average_clustering(graph),
        "transitivity": nx.transitivity(graph),
        "triangles": sum(nx.triangles(graph).values()) // 3,
        "chain_triads": census["021C"],
        "diverging_triads": census["021D"],
        "converging_triads": census["021U"],
        "spectral_radius": float(np.linalg.eigvalsh(nx.to_numpy_array(graph))[-1]),
        "skip_edges": sum(span > 1 for span in spans),
        "skip_edge_share": sum(span > 1 for span in spans) / m,
        "edge_span_mean": sum(spans) / m,
        "edge_span_max": max(spans),
        **distribution("layer_width", widths),
        "layer_width_min": min(widths),
        "layer_width_max": max(widths),
        "dead_ends": sum(dag.out_degree(v) == 0 and layer[v] < len(widths) - 1 for v in dag),
        "source_sink_paths_log10": paths,
        "source_sink_path_length_mean": length,
        "source_sink_path_length_var": spread,
    }


for prior, graph in graphs():
    edges = sorted((min(e), max(e)) for e in graph.edges)
    print(json.dumps({
        "prior": prior,
        "nodes": graph.number_of_nodes(),
        "edges": " ".join(f"{u} {v}" for u, v in edges),
        "features": features(graph),
    }, separators=(",", ":")))
