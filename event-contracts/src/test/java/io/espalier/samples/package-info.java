/** Sample events and golden records, also for the tests of other modules. */
package io.espalier.samples;
