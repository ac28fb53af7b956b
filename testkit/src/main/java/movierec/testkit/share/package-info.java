/** The contract of shared files, and a share in memory. */
@NullMarked
package movierec.testkit.share;

import org.jspecify.annotations.NullMarked;
