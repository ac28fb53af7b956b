@NullMarked
package movierec.learning.tune;

import org.jspecify.annotations.NullMarked;
