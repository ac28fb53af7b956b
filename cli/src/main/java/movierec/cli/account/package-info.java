/** Commands for accounts, API keys and signing keys. */
@NullMarked
package movierec.cli.account;

import org.jspecify.annotations.NullMarked;
