/** The commands that start, scale and stop the stack: thin, with words for people. */
package io.espalier.launcher.command;
