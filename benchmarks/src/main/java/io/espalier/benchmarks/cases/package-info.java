/**
 * What is measured: the machine itself, feed-forward networks, structural features, and trials side
 * by side. Data is generated, nothing is fetched.
 */
package io.espalier.benchmarks.cases;
