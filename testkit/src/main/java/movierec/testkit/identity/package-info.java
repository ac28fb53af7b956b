/** Contract suites and in-memory stand-ins for everything about accounts, sessions, codes, keys and mail. */
@NullMarked
package movierec.testkit.identity;

import org.jspecify.annotations.NullMarked;
