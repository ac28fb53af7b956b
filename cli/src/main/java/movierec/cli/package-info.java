/** The command line: what can be asked of MovieRec without a browser. */
@NullMarked
package movierec.cli;

import org.jspecify.annotations.NullMarked;
