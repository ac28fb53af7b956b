/** Commands that bring data in, take them out, keep them safe and delete them. */
@NullMarked
package movierec.cli.data;

import org.jspecify.annotations.NullMarked;
