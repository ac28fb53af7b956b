/**
 * Dense linear algebra in single precision: the inverse of a large symmetric positive definite matrix, natively or in plain
 * Java; Gram matrices; and small systems by the hundred thousand, always in Java, which there reaches the speed of the
 * native library.
 *
 * <p>Sums have a fixed order, so equal data give equal results with any number of threads.
 *
 * <table>
 * <caption>Symbols of the textbooks and our names</caption>
 * <tr><td>A</td><td>the matrix before</td></tr>
 * <tr><td>L</td><td>its lower Cholesky factor, A = L Lᵀ</td></tr>
 * <tr><td>U</td><td>Lᵀ, where rows are easier to walk along</td></tr>
 * <tr><td>M</td><td>the inverse of L, so the inverse of A is Mᵀ M</td></tr>
 * <tr><td>F, R</td><td>rows of factors</td></tr>
 * <tr><td>Q</td><td>principal axes of a Gram matrix</td></tr>
 * </table>
 */
@NullMarked
package movierec.learning.linear;

import org.jspecify.annotations.NullMarked;
