/** The response cache inside this process. */
@NullMarked
package movierec.caffeine;

import org.jspecify.annotations.NullMarked;
