package movierec.learning.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32C;
import movierec.learning.FittedEnsemble;
import movierec.learning.FittedEnsemble.Member;
import movierec.learning.FittedModel;
import movierec.learning.ItemFactors;
import movierec.learning.ItemWeights;
import movierec.learning.matrix.Interactions;
import movierec.learning.popularity.Popularity;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SnapshotTest {
    /** Half precision keeps three digits; the z-scores of an ensemble divide by small deviations. */
    private static final Offset<Float> CLOSE = within(0.02f);

    private static final Map<String, String> PROPERTIES = Map.of("version", "v1", "algorithm", "ensemble, Größe");

    @Property(tries = 100)
    void aSavedEnsembleScoresAsItDidOnTheHeap(
            @ForAll @IntRange(min = 3, max = 50) int itemCount,
            @ForAll @IntRange(min = 1, max = 4) int memberCount,
            @ForAll long seed)
            throws Exception {
        Example heap = Example.random(itemCount, memberCount, seed);

        Snapshot saved = open(heap.bytes());

        assertThat(saved.properties()).isEqualTo(PROPERTIES);
        assertThat(saved.itemCount()).isEqualTo(itemCount);
        assertThat(saved.ensemble().members())
                .extracting(Member::name, Member::weight)
                .isEqualTo(heap.ensemble.members().stream()
                        .map(member -> tuple(member.name(), member.weight()))
                        .toList());
        for (int i = 0; i < itemCount; i++) {
            assertThat(saved.itemId(i)).isEqualTo(heap.itemIds[i]);
            assertThat(saved.support(i)).isEqualTo(heap.support[i]);
        }
        int[] history = {0, 2, 1};
        float[] weights = {1, -0.5f, 0.25f};
        assertThat(saved.ensemble().foldIn(history, weights).scores())
                .containsExactly(heap.ensemble.foldIn(history, weights).scores(), CLOSE);
    }

    @Property(tries = 300)
    void anyFlippedByteIsRefused(@ForAll long seed, @ForAll @IntRange(min = 1, max = 255) int flip) throws Exception {
        Random random = new Random(seed);
        byte[] bytes = Example.random(3 + random.nextInt(9), 2, seed).bytes();
        bytes[random.nextInt(bytes.length)] ^= (byte) flip;

        assertThatThrownBy(() -> open(bytes)).isInstanceOf(BadSnapshot.class).hasMessageMatching("(is|has) .+");
    }

    @Property(tries = 300)
    void anyCutIsRefused(@ForAll long seed) throws Exception {
        Random random = new Random(seed);
        byte[] bytes = Example.random(3 + random.nextInt(9), 2, seed).bytes();

        assertThatThrownBy(() -> open(Arrays.copyOf(bytes, random.nextInt(bytes.length))))
                .isInstanceOf(BadSnapshot.class)
                .hasMessageMatching("is (cut short|not a model snapshot).*");
    }

    /** Whoever writes a right checksum over wrong numbers is refused too: nothing may be read beyond the file later. */
    @Property(tries = 500)
    void aChangedFileWithTheRightChecksumIsRefusedOrReadable(@ForAll long seed) throws Exception {
        Random random = new Random(seed);
        int itemCount = 3 + random.nextInt(9);
        byte[] bytes = Example.random(itemCount, 2, seed).bytes();
        ByteBuffer changed = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        changed.put(12 + random.nextInt(bytes.length - 16), (byte) random.nextInt(256));
        seal(changed);

        try {
            Snapshot snapshot = open(bytes);
            float[] scores =
                    snapshot.ensemble().foldIn(new int[] {0}, new float[] {1}).scores();
            assertThat(scores).hasSize(snapshot.itemCount());
        } catch (BadSnapshot refused) {
            assertThat(refused).hasMessageMatching("(contradicts itself: |is cut short|has format ).+");
        }
    }

    @Test
    void aWriterThatWasWrongIsNamed() throws Exception {
        byte[] bytes = Example.random(5, 1, 3).bytes();
        ByteBuffer noMembers = ByteBuffer.wrap(bytes.clone()).order(ByteOrder.LITTLE_ENDIAN);
        noMembers.putInt(20, 0);
        seal(noMembers);
        ByteBuffer tooManyItems = ByteBuffer.wrap(bytes.clone()).order(ByteOrder.LITTLE_ENDIAN);
        tooManyItems.putInt(16, 65_537);
        seal(tooManyItems);

        assertThatThrownBy(() -> open(noMembers.array())).hasMessage("contradicts itself: it has 0 members");
        assertThatThrownBy(() -> open(tooManyItems.array())).hasMessage("contradicts itself: it has 65537 items");
    }

    @Test
    void aFailingDiskFailsTheWrite() {
        Example example = Example.random(40, 2, 1);
        WritableByteChannel full = new FullChannel(1_000);

        assertThatThrownBy(() ->
                        SnapshotWriter.write(full, PROPERTIES, example.itemIds, example.support, example.ensemble))
                .isInstanceOf(IOException.class)
                .hasMessage("No space left on device");
    }

    @Test
    void whatAFileCannotHoldIsRefusedBeforeAnythingIsWritten() {
        Example example = Example.random(4, 1, 1);
        ItemFactors infinite = new ItemFactors(1, new float[] {1, 2, 1e6f, 0}, new ItemFactors.Loss(0.1, 0.1, 1));
        ItemFactors none = new ItemFactors(1, new float[] {1, Float.NaN, 2, 0}, new ItemFactors.Loss(0.1, 0.1, 1));
        Popularity popularity = new Popularity();
        Interactions one = Interactions.builder(1, 4).add(0, 0, 1).build();

        assertThatThrownBy(() -> example.with(infinite).bytes()).hasMessageContaining("regularize");
        assertThatThrownBy(() -> example.with(none).bytes()).hasMessageContaining("NaN");
        assertThatThrownBy(() -> example.with(popularity.fit(one)).bytes())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("only");
        assertThatThrownBy(() -> new Example(new long[3], example.support, example.ensemble).bytes())
                .hasMessageContaining("3 ids");
    }

    private static Snapshot open(byte[] bytes) throws IOException, BadSnapshot {
        Path file = Files.createTempFile("movierec", ".model");
        try {
            return Snapshot.open(Files.write(file, bytes));
        } finally {
            Files.delete(file);
        }
    }

    private static void seal(ByteBuffer file) {
        CRC32C crc = new CRC32C();
        crc.update(file.array(), 0, file.capacity() - 4);
        file.putInt(file.capacity() - 4, (int) crc.getValue());
    }

    /** What a snapshot is written from. */
    private record Example(long[] itemIds, int[] support, FittedEnsemble ensemble) {
        static Example random(int itemCount, int memberCount, long seed) {
            Random random = new Random(seed);
            int[] support = new int[itemCount];
            for (int i = 0; i < itemCount; i++) {
                support[i] = i < 3 ? 1 + i : random.nextInt(5);
            }
            List<Member> members = new ArrayList<>();
            for (int m = 0; m < memberCount; m++) {
                members.add(
                        m % 2 == 0
                                ? new Member("weights " + m, weights(support, random), 0.5 + m)
                                : new Member("factors " + m, factors(itemCount, 1 + random.nextInt(9), random), 0.1));
            }
            return new Example(
                    random.longs(itemCount).toArray(), support, new FittedEnsemble(members).withSupport(support));
        }

        Example with(FittedModel model) {
            return new Example(itemIds, support, new FittedEnsemble(List.of(new Member("only", model, 1))));
        }

        byte[] bytes() throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            SnapshotWriter.write(Channels.newChannel(bytes), PROPERTIES, itemIds, support, ensemble);
            return bytes.toByteArray();
        }

        private static ItemWeights weights(int[] support, Random random) {
            Interactions.Builder rows = Interactions.builder(support.length, support.length);
            for (int i = 0; i < support.length; i++) {
                for (int j = 0; j < support.length; j++) {
                    if (support[i] > 0 && support[j] > 0 && random.nextBoolean()) {
                        rows.add(i, j, 0.01f + random.nextFloat());
                    }
                }
            }
            return new ItemWeights(rows.build().byUser());
        }

        private static ItemFactors factors(int itemCount, int dimension, Random random) {
            float[] factors = new float[itemCount * dimension];
            for (int f = 0; f < factors.length; f++) {
                factors[f] = (float) random.nextGaussian();
            }
            return new ItemFactors(dimension, factors, new ItemFactors.Loss(0.1, 0.1, 0.9));
        }
    }

    /** A disk with little room left. */
    private static final class FullChannel implements WritableByteChannel {
        private int room;

        FullChannel(int room) {
            this.room = room;
        }

        @Override
        public int write(ByteBuffer source) throws IOException {
            int taken = Math.min(room, source.remaining());
            if (taken == 0) {
                throw new IOException("No space left on device");
            }
            source.position(source.position() + taken);
            room -= taken;
            return taken;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {
            // There is nothing to close.
        }
    }
}
