/** Texts as vectors with the model bge-small-en-v1.5 (Xiao et al. 2023, MIT licence), on the processor of this machine. */
@NullMarked
package movierec.textvectors;

import org.jspecify.annotations.NullMarked;
