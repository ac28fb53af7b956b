@NullMarked
package movierec.catalogue.files;

import org.jspecify.annotations.NullMarked;
