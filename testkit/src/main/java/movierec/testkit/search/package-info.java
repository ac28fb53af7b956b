/** The contract of title search. */
@NullMarked
package movierec.testkit.search;

import org.jspecify.annotations.NullMarked;
