/**
 * Which tensors each family of architectures has: their names, shapes, whether a mask covers them,
 * and how they begin. The names are those of checkpoints and masks; {@code docs/checkpoints.md}
 * describes them for people. Knows no library and no values.
 */
package io.espalier.artifacts.tensors;
