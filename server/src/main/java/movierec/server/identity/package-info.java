/** Accounts over HTTP: sign-up, sign-in, tokens, and who a verified token or key stands for. */
@NullMarked
package movierec.server.identity;

import org.jspecify.annotations.NullMarked;
