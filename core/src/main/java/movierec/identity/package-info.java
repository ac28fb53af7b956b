/** Accounts, sessions and API keys: the rules of sign-up, sign-in and token rotation. */
@NullMarked
package movierec.identity;

import org.jspecify.annotations.NullMarked;
