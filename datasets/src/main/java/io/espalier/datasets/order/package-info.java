/** Seeded orders, the same on every machine and for ever. Imports nothing but the JDK. */
package io.espalier.datasets.order;
