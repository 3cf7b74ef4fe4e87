/**
 * Strings of the Reber grammar and of its embedded form, valid and invalid, generated.
 *
 * <p>Knows nothing of datasets; imports the seeded orders and labelled strings only.
 */
package io.espalier.datasets.reber;
