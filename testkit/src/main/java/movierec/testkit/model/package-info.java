/** Contract suites of models and their ports, their in-memory forms, and data with a known answer. */
@NullMarked
package movierec.testkit.model;

import org.jspecify.annotations.NullMarked;
