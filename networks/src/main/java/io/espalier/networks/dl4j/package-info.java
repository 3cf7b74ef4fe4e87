/**
 * Networks on Deeplearning4j: the only package that imports DL4J and ND4J.
 *
 * <p>Production uses two things of it: {@link io.espalier.networks.dl4j.Dl4jTrainer#device()}, and
 * where that is a GPU {@link io.espalier.networks.dl4j.CellModelBuilder} for cell networks. The
 * feed-forward network, {@link io.espalier.networks.dl4j.Dl4jTrainer} as a trainer, trains nothing
 * but in tests: it is the oracle that the networks of {@code feedforward} are compared with.
 *
 * <p>Nothing here touches a class of ND4J before the first network is built, because loading it
 * takes a second and a hundred megabytes. DL4J's own model files and configuration JSON are never
 * read or written: both can name classes to be loaded.
 */
package io.espalier.networks.dl4j;
