/** Argon2id password hashes and signed JSON web tokens, with the keys they are signed with. */
@NullMarked
package movierec.crypto;

import org.jspecify.annotations.NullMarked;
