/**
 * The hop of this service: a proposed or pruned network in, the end of its training out.
 *
 * <p>Joins the decision, the training and the telling. Imports no framework but its annotations.
 */
package io.espalier.trainer.flow;
