/** Long work that one process does for all, in the sight of everybody: where it stands, and who does it. */
@NullMarked
package movierec.job;

import org.jspecify.annotations.NullMarked;
