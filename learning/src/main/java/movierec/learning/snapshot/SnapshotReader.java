package movierec.learning.snapshot;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import movierec.learning.FittedEnsemble;
import movierec.learning.ItemFactors;
import movierec.learning.ItemWeights;
import movierec.learning.RecentItemWeights;

/**
 * Reads a checked file from its first byte to its last. A file whose checksum is right can still contradict itself, when
 * whoever wrote it was wrong; nothing read here can lead out of the file later.
 */
final class SnapshotReader {
    private static final int MAX_DIMENSION = 4096;

    private final MemorySegment file;
    private long place = Format.HEADER_BYTES;

    private SnapshotReader(MemorySegment file) {
        this.file = file;
    }

    /** Reads the content of a file whose header and checksum were found right. */
    static Snapshot read(MemorySegment file) throws BadSnapshot {
        MemorySegment content = file.asSlice(0, file.byteSize() - Format.CHECKSUM_BYTES);
        SnapshotReader reader = new SnapshotReader(content);
        Snapshot snapshot = file.get(Format.INT, Format.FORMAT_VERSION_PLACE) == Format.ITEM_WEIGHTS_ONLY
                ? reader.itemWeightsOnly()
                : reader.ensemble();
        require(reader.place == content.byteSize(), "it is longer than its content");
        return snapshot;
    }

    private Snapshot ensemble() throws BadSnapshot {
        Map<String, String> properties = properties();
        int itemCount = itemCount();
        long[] itemIds = part(itemCount, Long.BYTES).toArray(Format.LONG);
        int[] support = part(itemCount, Integer.BYTES).toArray(Format.INT);
        int memberCount = file.get(Format.INT, Format.COUNT_PLACE);
        require(memberCount > 0, "it has " + memberCount + " members");
        List<FittedEnsemble.Member> members = new ArrayList<>();
        for (int m = 0; m < memberCount; m++) {
            members.add(member(itemCount));
        }
        return new Snapshot(properties, itemIds, support, new FittedEnsemble(members).withSupport(support));
    }

    /** Format 1. It was written for trained items only, so all of them have support, though it does not say how much. */
    private Snapshot itemWeightsOnly() throws BadSnapshot {
        Map<String, String> properties = properties();
        int itemCount = itemCount();
        long[] itemIds = part(itemCount, Long.BYTES).toArray(Format.LONG);
        int[] support = new int[itemCount];
        Arrays.fill(support, 1);
        ItemWeights weights = weights(itemCount, file.get(Format.INT, Format.COUNT_PLACE));
        String name = properties.getOrDefault("algorithm", "item weights");
        return new Snapshot(
                properties, itemIds, support, new FittedEnsemble(List.of(new FittedEnsemble.Member(name, weights, 1))));
    }

    private Map<String, String> properties() throws BadSnapshot {
        Map<String, String> properties = new LinkedHashMap<>();
        for (String line :
                text(file.get(Format.INT, Format.PROPERTY_BYTES_PLACE)).lines().toList()) {
            int equals = line.indexOf('=');
            require(equals >= 0, "a property has no value");
            properties.put(line.substring(0, equals), line.substring(equals + 1));
        }
        return properties;
    }

    private int itemCount() throws BadSnapshot {
        int itemCount = file.get(Format.INT, Format.ITEM_COUNT_PLACE);
        require(itemCount >= 0 && itemCount <= Format.MAX_ITEMS, "it has " + itemCount + " items");
        return itemCount;
    }

    private FittedEnsemble.Member member(int itemCount) throws BadSnapshot {
        int kind = readInt();
        int nameBytes = readInt();
        double weight = readDouble();
        require(weight >= 0 && Double.isFinite(weight), "a member has the weight " + weight);
        String name = text(nameBytes);
        return switch (kind) {
            case Format.ITEM_WEIGHTS -> new FittedEnsemble.Member(name, weights(itemCount, readInt()), weight);
            case Format.ITEM_FACTORS -> new FittedEnsemble.Member(name, factors(itemCount), weight);
            case Format.RECENT_ITEM_WEIGHTS -> new FittedEnsemble.Member(name, recentWeights(itemCount), weight);
            default -> throw contradiction("the member " + name + " is of the unknown kind " + kind);
        };
    }

    private ItemWeights weights(int itemCount, int weightCount) throws BadSnapshot {
        int[] offsets = part(itemCount + 1L, Integer.BYTES).toArray(Format.INT);
        require(offsets[0] == 0 && offsets[itemCount] == weightCount, "its rows are not its weights");
        MemorySegment columns = part(weightCount, Character.BYTES);
        MemorySegment halves = part(weightCount, Short.BYTES);
        for (int i = 0; i < itemCount; i++) {
            require(offsets[i] <= offsets[i + 1] && offsets[i + 1] <= weightCount, "its rows overlap");
            int before = -1;
            for (int p = offsets[i]; p < offsets[i + 1]; p++) {
                int columnIndex = columns.get(Format.INDEX, 2L * p);
                require(columnIndex > before && columnIndex < itemCount, "a weight leads nowhere");
                before = columnIndex;
            }
        }
        return new ItemWeights(new MappedRows(offsets, columns, halves));
    }

    private RecentItemWeights recentWeights(int itemCount) throws BadSnapshot {
        double decay = readDouble();
        require(decay > 0, "a member has the decay " + decay);
        return new RecentItemWeights(weights(itemCount, readInt()), decay);
    }

    private ItemFactors factors(int itemCount) throws BadSnapshot {
        int dimension = readInt();
        int trainedItems = readInt();
        require(dimension > 0 && dimension <= MAX_DIMENSION, "its items have " + dimension + " factors");
        ItemFactors.Loss loss = new ItemFactors.Loss(readDouble(), readDouble(), readDouble());
        float[] gram = part((long) dimension * dimension, Float.BYTES).toArray(Format.FLOAT);
        MemorySegment halves = part((long) itemCount * dimension, Short.BYTES);
        float[] factors = new float[itemCount * dimension];
        for (int f = 0; f < factors.length; f++) {
            factors[f] = Float.float16ToFloat(halves.get(Format.HALF, 2L * f));
        }
        return new ItemFactors(dimension, factors, loss, gram, trainedItems);
    }

    private int readInt() throws BadSnapshot {
        return part(1, Integer.BYTES).get(Format.INT, 0);
    }

    private double readDouble() throws BadSnapshot {
        return part(1, Double.BYTES).get(Format.DOUBLE, 0);
    }

    private String text(int bytes) throws BadSnapshot {
        return new String(part(bytes, 1).toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8);
    }

    /** The next so many values of the file. */
    private MemorySegment part(long count, int bytesEach) throws BadSnapshot {
        long bytes = count * bytesEach;
        require(count >= 0 && bytes <= file.byteSize() - place, "a part of it is longer than the rest of the file");
        MemorySegment part = file.asSlice(place, bytes);
        place += bytes;
        return part;
    }

    private static void require(boolean holds, String contradiction) throws BadSnapshot {
        if (!holds) {
            throw contradiction(contradiction);
        }
    }

    private static BadSnapshot contradiction(String what) {
        return new BadSnapshot("contradicts itself: " + what);
    }
}
