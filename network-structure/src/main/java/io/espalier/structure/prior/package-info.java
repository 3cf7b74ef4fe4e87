/**
 * Random graphs as priors of a network's structure: seeded, in the semantics of networkx. Each
 * undirected edge leads from the lower to the higher node. Imports the JDK, {@code
 * io.espalier.plan} and {@code io.espalier.campaign}.
 */
package io.espalier.structure.prior;
