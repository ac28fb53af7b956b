/** The catalogue that ships with the product, and the simulated audience that rates it. */
@NullMarked
package movierec.catalogue.sample;

import org.jspecify.annotations.NullMarked;
