/**
 * The benchmarks of {@code ./espalier bench}: {@code harness} measures, {@code cases} is what is
 * measured, {@code report} tells it. The program here chooses by name and shows progress.
 */
package io.espalier.benchmarks;
