/** What the tests of all models share. */
@NullMarked
package movierec.learning;

import org.jspecify.annotations.NullMarked;
