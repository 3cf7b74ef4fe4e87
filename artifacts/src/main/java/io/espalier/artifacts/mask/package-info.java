/**
 * Which weights of a network are kept. Imports {@code checkpoint} and {@code safetensors}; how a
 * mask is chosen is not decided here.
 */
package io.espalier.artifacts.mask;
