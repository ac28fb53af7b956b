/** Several models that vote on one list, and what each voice weighs. */
@NullMarked
package movierec.learning.ensemble;

import org.jspecify.annotations.NullMarked;
