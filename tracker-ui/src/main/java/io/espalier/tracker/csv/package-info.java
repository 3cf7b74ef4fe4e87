/** Tables as CSV; imports Jackson's writer and JAX-RS only. */
package io.espalier.tracker.csv;
