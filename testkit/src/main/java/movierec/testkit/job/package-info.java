/** The contracts of the ports that remember jobs and lend leases, and in-memory stores. */
@NullMarked
package movierec.testkit.job;

import org.jspecify.annotations.NullMarked;
