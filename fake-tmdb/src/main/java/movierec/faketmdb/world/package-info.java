/** The invented titles, computed from a seed and their ids whenever they are asked for. */
@NullMarked
package movierec.faketmdb.world;

import org.jspecify.annotations.NullMarked;
