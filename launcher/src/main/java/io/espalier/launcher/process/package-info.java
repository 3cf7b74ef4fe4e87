/**
 * Child processes: started, watched, restarted with back-off, logged, stopped, and recognised when
 * they outlive their launcher. Knows nothing of Espalier's services.
 */
package io.espalier.launcher.process;
