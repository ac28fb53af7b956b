/** Contract suites and fakes of the pipeline's ports. */
@NullMarked
package movierec.testkit.recommend;

import org.jspecify.annotations.NullMarked;
