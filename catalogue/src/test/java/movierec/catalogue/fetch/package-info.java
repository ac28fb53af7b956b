@NullMarked
package movierec.catalogue.fetch;

import org.jspecify.annotations.NullMarked;
