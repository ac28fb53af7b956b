/** Commands that train, measure and choose models. */
@NullMarked
package movierec.cli.model;

import org.jspecify.annotations.NullMarked;
