/**
 * Checks an archive, which may come from anybody, and puts its history into a log and a store.
 *
 * <p>Nothing is written before everything was checked, and no name in an archive is ever a path
 * that is written to.
 */
package io.espalier.audit.archive.importing;
