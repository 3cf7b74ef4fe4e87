/** Measurements for people (a table) and for programs (JSON). */
package io.espalier.benchmarks.report;
