/** What all commands share: settings, printing, progress, failures in words. */
@NullMarked
package movierec.cli.shell;

import org.jspecify.annotations.NullMarked;
