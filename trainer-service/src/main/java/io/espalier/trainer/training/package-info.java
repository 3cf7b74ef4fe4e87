/** Makes the trainings of this process from its configuration. */
package io.espalier.trainer.training;
