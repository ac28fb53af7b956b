/**
 * The inverse of a symmetric positive definite matrix, natively or in plain Java.
 *
 * <table>
 * <caption>Symbols of the textbooks and our names</caption>
 * <tr><td>A</td><td>the matrix before</td></tr>
 * <tr><td>L</td><td>its lower Cholesky factor, A = L Lᵀ</td></tr>
 * <tr><td>M</td><td>the inverse of L, so the inverse of A is Mᵀ M</td></tr>
 * </table>
 */
@NullMarked
package movierec.learning.linear;

import org.jspecify.annotations.NullMarked;
