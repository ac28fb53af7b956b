/**
 * Matrix factorisation for implicit feedback by alternating least squares (iALS).
 *
 * <table>
 * <caption>Symbols of the papers and our names</caption>
 * <tr><td>W, H</td><td>user factors and item factors, rows x d; the half-steps call the one they solve for
 *     <i>solved</i> and the other <i>fixed</i></td></tr>
 * <tr><td>d</td><td>factors, dimension</td></tr>
 * <tr><td>alpha0</td><td>unobserved weight</td></tr>
 * <tr><td>lambda, nu</td><td>regularization, frequency exponent</td></tr>
 * <tr><td>G = Hᵀ H</td><td>gram of the fixed factors</td></tr>
 * <tr><td>Q, Λ</td><td>principal axes of the gram and how much it stretches along them: G = Q Λ Qᵀ</td></tr>
 * <tr><td>c</td><td>confidence, the value of an interaction</td></tr>
 * <tr><td>r</td><td>ridge: lambda (confidences of the row + alpha0 fixed rows)^nu</td></tr>
 * </table>
 */
@NullMarked
package movierec.learning.als;

import org.jspecify.annotations.NullMarked;
