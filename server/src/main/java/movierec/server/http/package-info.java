/** What an endpoint is made of: a route, a call, an answer. */
@NullMarked
package movierec.server.http;

import org.jspecify.annotations.NullMarked;
