/** Mail by SMTP. */
@NullMarked
package movierec.smtp;

import org.jspecify.annotations.NullMarked;
