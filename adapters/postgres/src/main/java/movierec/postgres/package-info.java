/** PostgreSQL: every store of the server mode, shared by any number of nodes. */
@NullMarked
package movierec.postgres;

import org.jspecify.annotations.NullMarked;
