/** Tests of pictures, against servers that misbehave. */
@NullMarked
package movierec.catalogue.images;

import org.jspecify.annotations.NullMarked;
