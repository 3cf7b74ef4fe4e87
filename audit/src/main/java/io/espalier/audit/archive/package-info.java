/**
 * Histories as archives: what is common to writing and reading them.
 *
 * <p>{@code format} says what is in an archive, {@code exporting} writes one from a log, {@code
 * importing} checks one and puts it into a log. What an archive looks like is docs/archives.md.
 */
package io.espalier.audit.archive;
