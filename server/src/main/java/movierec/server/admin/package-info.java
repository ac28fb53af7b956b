/** What only admins may do: accounts, API keys, models and jobs. */
@NullMarked
package movierec.server.admin;

import org.jspecify.annotations.NullMarked;
