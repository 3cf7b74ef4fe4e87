"""Writes expected.json: paired tests, intervals and corrections as scipy and statsmodels have them.

    python3 record.py > expected.json

Made with scipy 1.17.1 and statsmodels 0.15.0. The effect size is the mean difference over the
standard deviation of the differences, times the exact correction of Hedges (1981).
"""

import json
import random

import numpy as np
from scipy import stats
from scipy.special import gammaln
from statsmodels.stats.multitest import multipletests


def interval(values):
    mean, error = np.mean(values), stats.sem(values)
    return stats.t.interval(0.95, len(values) - 1, loc=mean, scale=error)


def hedges(differences):
    m = len(differences) - 1
    correction = np.exp(gammaln(m / 2) - gammaln((m - 1) / 2)) / np.sqrt(m / 2)
    return correction * np.mean(differences) / np.std(differences, ddof=1)


def pair(rng, pairs, shift, spread):
    a, b = [], []
    for _ in range(pairs):
        seed = rng.gauss(0, 0.004)
        a.append(round(0.97 + shift + seed + rng.gauss(0, spread), 4))
        b.append(round(0.97 + seed + rng.gauss(0, spread), 4))
    test = stats.ttest_rel(a, b)
    differences = np.subtract(a, b)
    low, high = interval(differences)
    return {
        "a": a,
        "b": b,
        "mean": float(np.mean(differences)),
        "low": float(low),
        "high": float(high),
        "t": float(test.statistic),
        "p": float(test.pvalue),
        "effect": float(hedges(differences)),
    }


def sample(rng, count):
    values = [round(rng.gauss(0.95, 0.01), 4) for _ in range(count)]
    low, high = interval(values)
    return {
        "values": values,
        "mean": float(np.mean(values)),
        "std": float(np.std(values, ddof=1)),
        "low": float(low),
        "high": float(high),
    }


def main():
    rng = random.Random(20)
    pairs = [
        pair(rng, n, shift, 0.002)
        for n in (3, 5, 10, 25)
        for shift in (0, 0.003, 0.02)
    ]
    p = [case["p"] for case in pairs] + [0.2, 0.2, 1.0]
    adjusted = multipletests(p, method="holm")[1]
    print(
        json.dumps(
            {
                "pairs": pairs,
                "samples": [sample(rng, n) for n in (2, 5, 30)],
                "holm": {"p": p, "adjusted": adjusted.tolist()},
            },
            indent=1,
        )
    )


main()
