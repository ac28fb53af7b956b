package movierec.app;

import java.util.function.Supplier;
import movierec.catalogue.images.ImageProxy;

/**
 * Pictures of titles.
 *
 * @param base address of the source's pictures, that sizes and file names are appended to
 */
record Images(Supplier<String> base, ImageProxy proxy) {}
