/** What the pipeline needs of a trained model, and the port that keeps its snapshots. */
@NullMarked
package movierec.model;

import org.jspecify.annotations.NullMarked;
