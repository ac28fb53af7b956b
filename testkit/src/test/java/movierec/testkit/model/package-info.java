/** The in-memory forms pass the contracts they stand in for. */
@NullMarked
package movierec.testkit.model;

import org.jspecify.annotations.NullMarked;
