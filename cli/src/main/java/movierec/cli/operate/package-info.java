/** Commands that run the server and look after it. */
@NullMarked
package movierec.cli.operate;

import org.jspecify.annotations.NullMarked;
