/**
 * Models that look at the order in which a user came to items.
 *
 * <table>
 * <caption>Symbols of the paper and our names</caption>
 * <tr><td>S, T</td><td>past and future partial sequences: one row per moment of a user's history</td></tr>
 * <tr><td>w_pos</td><td>decay of an item's weight with its distance from the moment</td></tr>
 * <tr><td>lambda</td><td>regularization</td></tr>
 * <tr><td>B</td><td>item weights: row = item of the past, column = item scored</td></tr>
 * </table>
 */
@NullMarked
package movierec.learning.sequence;

import org.jspecify.annotations.NullMarked;
