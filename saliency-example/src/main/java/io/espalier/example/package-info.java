/** A saliency as anybody could write it: one class, and one line in {@code META-INF/services}. */
package io.espalier.example;
