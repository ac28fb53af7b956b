/**
 * Keeps the catalogue in step with its sources: lists first, then the titles on them, in steps that survive a kill (CAT-4 to
 * CAT-7).
 */
@NullMarked
package movierec.catalogue.fetch;

import org.jspecify.annotations.NullMarked;
