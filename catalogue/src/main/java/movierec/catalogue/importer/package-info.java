/** Reads other people's rating files, streaming, and brings them into the catalogue and the training data. */
@NullMarked
package movierec.catalogue.importer;

import org.jspecify.annotations.NullMarked;
