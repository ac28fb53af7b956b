/** The wiring: configuration, and one class per mode that opens what it names. No web framework. */
@NullMarked
package movierec.app;

import org.jspecify.annotations.NullMarked;
