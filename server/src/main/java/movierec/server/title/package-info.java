/** The catalogue over HTTP: titles, lists, search, and the one wire shape of a title. */
@NullMarked
package movierec.server.title;

import org.jspecify.annotations.NullMarked;
