/**
 * Files with pinned hashes: fetched, checked, cached. Imports nothing but the JDK; knows nothing of
 * datasets or formats.
 */
package io.espalier.datasets.source;
