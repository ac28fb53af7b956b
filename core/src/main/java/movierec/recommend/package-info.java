/** The pipeline: context, candidates, filters, scores, diversified, explained. */
@NullMarked
package movierec.recommend;

import org.jspecify.annotations.NullMarked;
