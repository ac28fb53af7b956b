package movierec.learning.snapshot;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import movierec.learning.FittedEnsemble;
import movierec.learning.ItemFactors;
import movierec.learning.ItemWeights;
import movierec.learning.RecentItemWeights;
import movierec.learning.matrix.WeightRows;

/** Writes a trained ensemble of item weights and item factors; weights and factors are rounded to half precision. */
public final class SnapshotWriter {
    /** How many items a snapshot can hold. */
    public static final int MAX_ITEMS = Format.MAX_ITEMS;

    private static final float GREATEST_HALF = 65_504;

    private final ChecksummedOutput out;

    private SnapshotWriter(ChecksummedOutput out) {
        this.out = out;
    }

    /**
     * Writes the whole file.
     *
     * @param properties what is known of the model; no key may contain {@code =} and nothing a line break
     * @param itemIds outside id per item index
     * @param support users per item index; 0 for an item whose factors were predicted from content
     * @throws IllegalArgumentException when the parts do not fit together or a number cannot be written
     */
    public static void write(
            WritableByteChannel channel,
            Map<String, String> properties,
            long[] itemIds,
            int[] support,
            FittedEnsemble ensemble)
            throws IOException {
        int itemCount = ensemble.itemCount();
        if (itemIds.length != itemCount || support.length != itemCount || itemCount > MAX_ITEMS) {
            throw new IllegalArgumentException(itemIds.length + " ids and " + support.length + " counts for "
                    + itemCount + " items; a snapshot holds up to " + MAX_ITEMS + " items");
        }
        byte[] lines = lines(properties);
        List<FittedEnsemble.Member> members = ensemble.members();
        long fileBytes = Format.HEADER_BYTES + lines.length + 12L * itemCount + Format.CHECKSUM_BYTES;
        for (FittedEnsemble.Member member : members) {
            fileBytes += bytes(member);
        }
        ChecksummedOutput out = new ChecksummedOutput(channel);
        out.putLong(Format.MAGIC);
        out.putInt(Format.VERSION);
        out.putInt(lines.length);
        out.putInt(itemCount);
        out.putInt(members.size());
        out.putLong(fileBytes);
        out.putBytes(lines);
        for (long itemId : itemIds) {
            out.putLong(itemId);
        }
        for (int users : support) {
            out.putInt(users);
        }
        SnapshotWriter writer = new SnapshotWriter(out);
        for (FittedEnsemble.Member member : members) {
            writer.write(member);
        }
        out.finish(fileBytes);
    }

    private static long bytes(FittedEnsemble.Member member) {
        long head = 16L + name(member).length;
        return switch (member.model()) {
            case ItemWeights weights -> head + bytes(weights.rows());
            case RecentItemWeights recent -> head + 8 + bytes(recent.weights().rows());
            case ItemFactors factors -> head + 32 + 4L * factors.gram().length + 2L * factors.factors().length;
            default -> throw unwritable(member);
        };
    }

    private static long bytes(WeightRows rows) {
        return 4 + 4L * (rows.rowCount() + 1) + 4L * rows.size();
    }

    private void write(FittedEnsemble.Member member) throws IOException {
        switch (member.model()) {
            case ItemWeights weights -> {
                writeHead(Format.ITEM_WEIGHTS, member);
                write(weights.rows());
            }
            case RecentItemWeights recent -> {
                writeHead(Format.RECENT_ITEM_WEIGHTS, member);
                out.putDouble(recent.decay());
                write(recent.weights().rows());
            }
            case ItemFactors factors -> {
                writeHead(Format.ITEM_FACTORS, member);
                write(factors);
            }
            default -> throw unwritable(member);
        }
    }

    private void writeHead(int kind, FittedEnsemble.Member member) throws IOException {
        byte[] name = name(member);
        out.putInt(kind);
        out.putInt(name.length);
        out.putDouble(member.weight());
        out.putBytes(name);
    }

    private static IllegalArgumentException unwritable(FittedEnsemble.Member member) {
        return new IllegalArgumentException(
                "A snapshot holds item weights and item factors, which " + member.name() + " has not");
    }

    private void write(WeightRows rows) throws IOException {
        out.putInt(rows.size());
        out.putInt(0);
        for (int i = 0; i < rows.rowCount(); i++) {
            out.putInt(rows.end(i));
        }
        for (int p = 0; p < rows.size(); p++) {
            out.putIndex(rows.columnIndexAt(p));
        }
        for (int p = 0; p < rows.size(); p++) {
            out.putHalf(half(rows.valueAt(p)));
        }
    }

    private void write(ItemFactors factors) throws IOException {
        out.putInt(factors.dimension());
        out.putInt(factors.trainedItems());
        out.putDouble(factors.loss().unobservedWeight());
        out.putDouble(factors.loss().regularization());
        out.putDouble(factors.loss().frequencyExponent());
        for (float value : factors.gram()) {
            out.putFloat(value);
        }
        for (float factor : factors.factors()) {
            out.putHalf(half(factor));
        }
    }

    private static short half(float value) {
        // Also catches what is not a number.
        if (!(Math.abs(value) <= GREATEST_HALF)) {
            throw new IllegalArgumentException(
                    value + " does not fit into half precision: the model has no sensible scale, regularize it more");
        }
        return Float.floatToFloat16(value);
    }

    private static byte[] name(FittedEnsemble.Member member) {
        return member.name().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] lines(Map<String, String> properties) {
        StringBuilder lines = new StringBuilder();
        new TreeMap<>(properties).forEach((key, value) -> {
            if (key.contains("=") || key.contains("\n") || value.contains("\n")) {
                throw new IllegalArgumentException("A property fits on one line key=value, not " + key);
            }
            lines.append(key).append('=').append(value).append('\n');
        });
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }
}
