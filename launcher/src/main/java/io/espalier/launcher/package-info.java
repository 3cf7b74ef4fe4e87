/**
 * The command line {@code espalier}: its root command and what its exit codes mean.
 *
 * <p>The packages below start and watch processes ({@code process}, {@code stack}), answer requests
 * about them ({@code control}) and hold the commands. Nothing here imports a service or Quarkus.
 */
package io.espalier.launcher;
