/** The command that measures how fast this machine trains networks. */
package io.espalier.launcher.bench;
