/** Contract suites of the vector ports, their in-memory twins, and an encoder that needs no model. */
@NullMarked
package movierec.testkit.vector;

import org.jspecify.annotations.NullMarked;
