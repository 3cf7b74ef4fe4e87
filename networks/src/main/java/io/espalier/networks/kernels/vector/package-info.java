/**
 * The kernels on the incubating Vector API. A compiler run of its own compiles this package: the
 * compiler warns of incubating modules, and elsewhere warnings are errors. Nothing may refer to it
 * but {@code KernelChoice}, by name.
 *
 * <p>Only what is the same from JDK 17 to 25 is used: arrays on the heap, no memory segments.
 */
package io.espalier.networks.kernels.vector;
