@NullMarked
package movierec.redis;

import org.jspecify.annotations.NullMarked;
