/**
 * The weights of a network by name, and which names and shapes an architecture asks for. Imports
 * {@code safetensors} and {@code artifact}; knows nothing of training.
 */
package io.espalier.networks.checkpoint;
