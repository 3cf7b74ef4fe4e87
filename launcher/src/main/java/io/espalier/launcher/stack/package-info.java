/**
 * The whole stack as child processes: broker, database, the services and any number of trainers.
 * Must not import the commands.
 */
package io.espalier.launcher.stack;
