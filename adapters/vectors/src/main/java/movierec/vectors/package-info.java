/**
 * The vector index of the embedded mode: {@link movierec.vectors.ExactVectorIndex} compares with every title, which for some ten
 * thousands of them is a matter of milliseconds; {@link movierec.vectors.LuceneVectorIndex} follows a graph;
 * {@link movierec.vectors.EmbeddedVectorIndex} chooses.
 */
@NullMarked
package movierec.vectors;

import org.jspecify.annotations.NullMarked;
