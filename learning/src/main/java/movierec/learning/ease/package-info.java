/**
 * The linear item-item autoencoder and its denoising variant.
 *
 * <table>
 * <caption>Symbols of the papers and our names</caption>
 * <tr><td>X</td><td>interactions, users x items</td></tr>
 * <tr><td>G = Xᵀ X</td><td>Gram matrix: how many users share two items</td></tr>
 * <tr><td>lambda</td><td>regularization</td></tr>
 * <tr><td>p</td><td>dropout</td></tr>
 * <tr><td>P</td><td>inverse of the regularized Gram matrix</td></tr>
 * <tr><td>B</td><td>item weights: row = item of the history, column = item scored</td></tr>
 * </table>
 */
@NullMarked
package movierec.learning.ease;

import org.jspecify.annotations.NullMarked;
