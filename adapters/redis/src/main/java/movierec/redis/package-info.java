/** What nodes share in Redis: finished answers. All of it may be lost at any time. */
@NullMarked
package movierec.redis;

import org.jspecify.annotations.NullMarked;
