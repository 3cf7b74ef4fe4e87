/**
 * Files named by their content. Knows bytes, lengths and hashes, not what they mean; imports
 * nothing but the JDK and {@code io.espalier.plan}.
 */
package io.espalier.artifacts.store;
