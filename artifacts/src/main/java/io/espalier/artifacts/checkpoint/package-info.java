/**
 * The weights of a network by name. Imports {@code safetensors}, {@code artifact} and {@code
 * tensors}; knows nothing of training.
 */
package io.espalier.artifacts.checkpoint;
