package movierec.faketmdb.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.IntFunction;

/**
 * A list of rows that is cut into pages.
 *
 * @param row computes the row at a position from 0, below the size
 */
public record Listing(String name, int size, IntFunction<ObjectNode> row) {}
