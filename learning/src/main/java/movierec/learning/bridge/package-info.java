/**
 * From what a title is to what a model would say of it, for titles that nobody has yet.
 *
 * <table>
 *   <caption>Names of the papers</caption>
 *   <tr><td>A, attributes of items</td><td>content: items x facts</td></tr>
 *   <tr><td>H, item factors</td><td>factors: items x d, targets of the regression</td></tr>
 *   <tr><td>M, the linear map of section 4.3</td><td>weights: facts x d</td></tr>
 * </table>
 */
@NullMarked
package movierec.learning.bridge;

import org.jspecify.annotations.NullMarked;
