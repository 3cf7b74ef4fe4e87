/**
 * The training port on Deeplearning4j: the only package that imports DL4J and ND4J.
 *
 * <p>Nothing here touches a class of ND4J before the first network is built, because loading it
 * takes a second and a hundred megabytes. DL4J's own model files and configuration JSON are never
 * read or written: both can name classes to be loaded.
 */
package io.espalier.networks.dl4j;
