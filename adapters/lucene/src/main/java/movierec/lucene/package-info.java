/** Finds titles by name and person with Lucene, in memory. */
@NullMarked
package movierec.lucene;

import org.jspecify.annotations.NullMarked;
