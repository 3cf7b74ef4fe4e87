/**
 * What a benchmark is, and how it is measured: repetitions until the compiler has done its work,
 * then more of them, of which the median counts. Knows no particular benchmark.
 */
package io.espalier.benchmarks.harness;
