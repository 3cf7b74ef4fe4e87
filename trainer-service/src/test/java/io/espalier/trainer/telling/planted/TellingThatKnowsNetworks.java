package io.espalier.trainer.telling.planted;

/** Breaks a boundary on purpose, so that the rule is seen to bite. */
public interface TellingThatKnowsNetworks {
  io.espalier.networks.training.NetworkTrainer forbidden();
}
