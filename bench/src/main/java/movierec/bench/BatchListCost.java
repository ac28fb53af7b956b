package movierec.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import movierec.identity.UserId;
import movierec.learning.FittedEnsemble;
import movierec.learning.ItemFactors;
import movierec.learning.ItemWeights;
import movierec.learning.matrix.Interactions;
import movierec.learning.train.FileModelRepository;
import movierec.model.CollaborativeModel;
import movierec.model.ModelInfo;
import movierec.sqlite.SqliteBatchListStore;
import movierec.sqlite.SqliteDatabase;
import movierec.sqlite.SqliteEventLog;
import movierec.taste.BatchList;
import movierec.taste.Event;
import movierec.taste.EventKind;
import movierec.title.TitleId;

/**
 * What a precomputed list costs: to write, to read, and beside both what it would save, folding in a history of 50 titles over
 * 13,000. Also what one row per title would cost instead of one row per user.
 */
public final class BatchListCost {
    private static final int USERS = 5_000;
    private static final int PER_TRANSACTION = 250;
    private static final int ITEMS = 13_000;
    private static final int FACTORS = 128;
    private static final int WEIGHTS_PER_ITEM = 500;
    private static final int HISTORY = 50;
    private static final int CALLS = 20_000;

    private BatchListCost() {}

    public static void main(String[] args) throws IOException {
        Path folder = Files.createTempDirectory("movierec-bench");
        try (SqliteDatabase database = SqliteDatabase.open(folder.resolve("movierec.db"))) {
            measureStore(database);
        }
        measureFoldIn(new FileModelRepository(folder.resolve("models")));
    }

    private static void measureStore(SqliteDatabase database) {
        SqliteBatchListStore lists = new SqliteBatchListStore(database);
        SqliteEventLog events = new SqliteEventLog(database);
        IntStream.range(0, USERS)
                .parallel()
                .forEach(user -> events.record(
                        user(user), List.of(Event.of(TitleId.movie(1), EventKind.WATCHED, Instant.EPOCH))));
        for (int round = 0; round < 2; round++) {
            print("write a list, in a row of its own", USERS, inTransactions(some -> lists.save(some)));
        }
        database.write(handle -> handle.execute(
                "CREATE TABLE by_rank (user_id TEXT, rank INTEGER, tmdb_id INTEGER, score REAL, PRIMARY KEY (user_id, rank))"
                        + " WITHOUT ROWID"));
        print(
                "write a list, a row for each title",
                USERS,
                inTransactions(some -> database.write(handle -> {
                    var batch = handle.prepareBatch("INSERT OR REPLACE INTO by_rank VALUES (?, ?, ?, ?)");
                    some.forEach((user, list) -> {
                        for (int rank = 0; rank < list.entries().size(); rank++) {
                            BatchList.Entry entry = list.entries().get(rank);
                            batch.add(user.value(), rank, entry.titleId().number(), entry.score());
                        }
                    });
                    return batch.execute().length;
                })));
        SplittableRandom random = new SplittableRandom(1);
        median("read a list", call -> lists.find(user(random.nextInt(USERS))));
    }

    private static long inTransactions(Consumer<Map<UserId, BatchList>> save) {
        long start = System.nanoTime();
        for (int first = 0; first < USERS; first += PER_TRANSACTION) {
            Map<UserId, BatchList> some = new HashMap<>();
            for (int user = first; user < first + PER_TRANSACTION; user++) {
                some.put(user(user), list(user));
            }
            save.accept(some);
        }
        return System.nanoTime() - start;
    }

    private static UserId user(int number) {
        return new UserId("user-" + number);
    }

    private static BatchList list(int seed) {
        return new BatchList(
                "model",
                1,
                IntStream.rangeClosed(1, BatchList.MAX_ENTRIES)
                        .mapToObj(rank -> new BatchList.Entry(TitleId.movie(seed + rank * 97), 1f / rank))
                        .toList());
    }

    private static void measureFoldIn(FileModelRepository models) {
        SplittableRandom random = new SplittableRandom(2);
        Interactions.Builder weights = Interactions.builder(ITEMS, ITEMS);
        for (int item = 0; item < ITEMS; item++) {
            for (int weight = 0; weight < WEIGHTS_PER_ITEM; weight++) {
                weights.add(item, random.nextInt(ITEMS), random.nextFloat());
            }
        }
        List<TitleId> titles =
                IntStream.rangeClosed(1, ITEMS).mapToObj(TitleId::movie).toList();
        ModelInfo info = new ModelInfo(
                "bench", "ease", Instant.EPOCH, List.of("chance"), false, 1, ITEMS, 1, Map.of(), Map.of());
        float[] factors = new float[ITEMS * FACTORS];
        for (int f = 0; f < factors.length; f++) {
            factors[f] = random.nextFloat() - 0.5f;
        }
        FittedEnsemble ensemble = new FittedEnsemble(List.of(
                new FittedEnsemble.Member(
                        "weights", new ItemWeights(weights.build().byUser()), 1),
                new FittedEnsemble.Member(
                        "factors", new ItemFactors(FACTORS, factors, new ItemFactors.Loss(0.3, 0.005, 1)), 1)));
        int[] support = new int[ITEMS];
        Arrays.fill(support, 1);
        models.add(info, titles, ensemble, support);
        CollaborativeModel model = models.open("bench");
        float[] scores = new float[ITEMS];
        float[] ones = new float[HISTORY];
        Arrays.fill(ones, 1);
        median("fold in and score", call -> {
            int[] history = random.ints(HISTORY, 0, ITEMS).toArray();
            model.foldIn(history, ones).scores(scores);
        });
    }

    private static void print(String what, int count, long nanos) {
        System.out.printf("  %-36s %8.1f us%n", what, nanos / 1e3 / count);
    }

    private static void median(String what, IntConsumer call) {
        double[] micros = new double[CALLS];
        for (int i = 0; i < CALLS; i++) {
            long start = System.nanoTime();
            call.accept(i);
            micros[i] = (System.nanoTime() - start) / 1e3;
        }
        Arrays.sort(micros);
        System.out.printf(
                "  %-36s %8.1f us in the median, %.1f in the 99th hundredth%n",
                what, micros[CALLS / 2], micros[CALLS * 99 / 100]);
    }
}
