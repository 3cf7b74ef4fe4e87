/**
 * Statistics over trials: spread and confidence of each step, and paired tests between variants.
 *
 * <p>Pure: neither database nor HTTP; only the records of the answer know how Jackson writes them.
 * docs/statistics.md says what is computed and why.
 */
package io.espalier.tracker.statistics;
