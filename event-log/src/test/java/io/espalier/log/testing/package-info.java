/**
 * What the tests of several services share: the packaged service as a process, and a reader of
 * topics. Travels as the test-jar of this module; no main code may depend on it.
 */
package io.espalier.log.testing;
