package io.espalier.networks.architecture.planted;

import io.espalier.plan.Architecture.FeedForward;

/** Breaks the rule that the training loop knows no family of networks. */
record LoopThatKnowsAFamily(FeedForward architecture) {}
