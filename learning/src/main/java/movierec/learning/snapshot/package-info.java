/** The file format of trained item-item models; see {@code docs/model-snapshots.md}. */
@NullMarked
package movierec.learning.snapshot;

import org.jspecify.annotations.NullMarked;
