/** The commands that write a campaign into a file and bring one in from a file. */
package io.espalier.launcher.archive;
