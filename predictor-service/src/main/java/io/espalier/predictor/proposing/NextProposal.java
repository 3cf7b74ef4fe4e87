package io.espalier.predictor.proposing;

import io.espalier.events.ProposalEvent;

/**
 * What is to be told next.
 *
 * @param event a candidate, or that there are no more
 * @param origin the decision that asked for it
 */
public record NextProposal(ProposalEvent event, Origin origin) {}
