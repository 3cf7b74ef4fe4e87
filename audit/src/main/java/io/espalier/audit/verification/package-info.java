/**
 * Verifying: the chain of causes, schemas, plans, numbers and files of one campaign. Each {@link
 * io.espalier.audit.verification.Check} asks one question and tells what it finds; none changes
 * anything. Imports {@code history} and {@code artifacts}; computes no mask and trains nothing.
 */
package io.espalier.audit.verification;
