@NullMarked
package movierec.textvectors;

import org.jspecify.annotations.NullMarked;
