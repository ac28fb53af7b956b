package movierec.catalogue.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import movierec.testkit.identity.SettableClock;
import movierec.testkit.title.TitleSourceContract;
import movierec.title.ListKey;
import movierec.title.ListScope;
import movierec.title.ListType;
import movierec.title.TitleId;
import movierec.title.TitleSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class FolderSourceContractTest extends TitleSourceContract {
    private static final int TITLES = 250;

    @TempDir
    private Path folder;

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-04T08:00:00Z"));
    private TitleSource source = new FolderSource(Path.of("."), FolderLimits.DEFAULT, () -> false, clock);

    @BeforeEach
    void write() throws IOException {
        Files.writeString(
                folder.resolve("titles.csv"),
                IntStream.rangeClosed(1, TITLES)
                        .mapToObj(number -> number + ",Invented film " + number + "," + number % 7)
                        .collect(Collectors.joining("\n", "tmdb_id,title,popularity\n", "\n")));
        source = new FolderSource(folder, FolderLimits.DEFAULT, () -> false, clock);
    }

    @Override
    protected TitleSource source() {
        return source;
    }

    @Override
    protected TitleId unknownTitle() {
        return TitleId.movie(TITLES + 1);
    }

    @Override
    protected ListKey longList() {
        return ListKey.of(ListType.POPULAR, ListScope.MOVIE);
    }

    @Override
    protected Set<TitleId> titlesOfLongList() {
        return IntStream.rangeClosed(1, TITLES).mapToObj(TitleId::movie).collect(Collectors.toSet());
    }
}
