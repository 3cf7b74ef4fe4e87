/**
 * The safetensors file format, strictly read and canonically written.
 *
 * <p>Eight bytes with the header's length (little-endian), the header as a JSON object (per tensor
 * its element type, shape and where its bytes lie), then the bytes of all tensors. Nothing in it
 * can be executed. Imports the JDK, Jackson and {@code artifact}; knows nothing of networks.
 */
package io.espalier.artifacts.safetensors;
