/**
 * Titles from files of the operator's own, so that the product is useful without anybody's service: JSON lines, CSV, and the
 * NFO files of media centres. {@code docs/title-files.md} describes the formats.
 */
@NullMarked
package movierec.catalogue.files;

import org.jspecify.annotations.NullMarked;
