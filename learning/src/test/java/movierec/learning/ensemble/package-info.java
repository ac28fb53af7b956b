@NullMarked
package movierec.learning.ensemble;

import org.jspecify.annotations.NullMarked;
