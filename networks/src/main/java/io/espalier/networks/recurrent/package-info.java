/**
 * Recurrent networks as models of the training engine: stacks of layers, and layers of recurrent
 * blocks on a graph. Both are the same thing here, layers of blocks, of which a stack has one each.
 *
 * <p>All units, the embedding's first, lie in one panel of activations; a block reads a range of
 * units and writes its layer's. A batch is worked on in portions of lanes that the caches can hold.
 * Sequences are padded at their end with token 0 to the longest of their batch, and the output is
 * read after the last padded step, as in the authors' code.
 */
package io.espalier.networks.recurrent;
