/** SQLite: every store of the embedded mode, in one file. */
@NullMarked
package movierec.sqlite;

import org.jspecify.annotations.NullMarked;
