/** The HTTP server: its start class and the one table of routes. */
@NullMarked
package movierec.server;

import org.jspecify.annotations.NullMarked;
