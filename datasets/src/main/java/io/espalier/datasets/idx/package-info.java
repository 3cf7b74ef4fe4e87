/**
 * Labelled grey images and the IDX format they come in. Imports nothing but the JDK; knows neither
 * where files come from nor what they are used for.
 */
package io.espalier.datasets.idx;
