@NullMarked
package movierec.vectors;

import org.jspecify.annotations.NullMarked;
