@NullMarked
package movierec.job;

import org.jspecify.annotations.NullMarked;
