package movierec.catalogue.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import movierec.catalogue.importer.Progress;
import movierec.failure.OutsideFailure;
import movierec.title.Genre;
import movierec.title.ListKey;
import movierec.title.ListScope;
import movierec.title.ListType;
import movierec.title.MediaType;
import movierec.title.Title;
import movierec.title.TitleId;
import movierec.title.TitleSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder of title files as the catalogue sees it: one list of everything for each type. The first page of a list looks
 * whether files changed; what is asked after it is answered from memory, so that a run sees one state. Thread-safe.
 */
public final class FolderSource implements TitleSource {
    public static final String NAME = "files";

    private static final Logger LOG = LoggerFactory.getLogger(FolderSource.class);
    private static final String SYSTEM = "title files";
    private static final int PAGE = 100;
    private static final Map<ListKey, MediaType> LISTS = Stream.of(MediaType.values())
            .collect(Collectors.toMap(type -> ListKey.of(ListType.POPULAR, ListScope.of(type)), Function.identity()));

    private final Path folder;
    private final FolderLimits limits;
    private final BooleanSupplier hadTitles;
    private final InstantSource clock;
    private volatile SourceHealth health = new SourceHealth.Well();
    /** Nothing before the first question. */
    private @Nullable Contents contents;

    /**
     * @param hadTitles whether the catalogue has titles of this folder: then it is not believed to be empty, for what looks
     *     empty is most often not mounted
     * @param clock says when facts were learned
     */
    public FolderSource(Path folder, FolderLimits limits, BooleanSupplier hadTitles, InstantSource clock) {
        this.folder = folder;
        this.limits = limits;
        this.hadTitles = hadTitles;
        this.clock = clock;
    }

    /** What was read, with the titles of each type in their order. */
    private record Contents(FolderReading reading, Map<MediaType, List<Title>> byType) {
        static Contents of(FolderReading reading) {
            return new Contents(
                    reading,
                    Stream.of(MediaType.values()).collect(Collectors.toMap(Function.identity(), reading::titles)));
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<PagePlan> plan(JobKind job, List<Genre> topGenres) {
        return Stream.of(MediaType.values())
                .map(type -> PagePlan.everything(ListKey.of(ListType.POPULAR, ListScope.of(type))))
                .toList();
    }

    @Override
    public SourcePage page(ListKey list, int page) {
        if (page < 1) {
            throw new IllegalArgumentException("Pages start at 1, not " + page);
        }
        MediaType type = LISTS.get(list);
        if (type == null) {
            return new SourcePage(List.of(), page, 0);
        }
        List<Title> all = contents(page == 1).byType().getOrDefault(type, List.of());
        int from = (int) Math.min((page - 1L) * PAGE, all.size());
        Instant now = clock.instant();
        List<Title> titles = all.subList(from, Math.min(from + PAGE, all.size())).stream()
                .map(title -> title.toBuilder().source(NAME, now).build())
                .toList();
        return new SourcePage(titles, page, Math.max(1, Math.ceilDiv(all.size(), PAGE)));
    }

    @Override
    public Fetched details(TitleId id, String etag) {
        FolderReading reading = contents(false).reading();
        Optional<Title> found = reading.title(id);
        if (found.isEmpty()) {
            // It may be in the file that cannot be read today.
            return reading.isComplete() ? new Gone() : new Unchanged();
        }
        Title title = found.get();
        String current = etag(title);
        return current.equals(etag)
                ? new Unchanged()
                : new Found(title.toBuilder().source(NAME, clock.instant()).build(), current);
    }

    private static String etag(Title title) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(title.toString().getBytes(StandardCharsets.UTF_8)), 0, 16);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** Nothing: titles of one's own have no pictures and no watch offers. */
    @Override
    public SourceReference reference() {
        return new SourceReference(NAME, "", List.of(), clock.instant());
    }

    @Override
    public SourceHealth health() {
        return health;
    }

    private synchronized Contents contents(boolean look) {
        Contents known = contents;
        if (known != null && !look) {
            return known;
        }
        FolderView view = look();
        if (known == null
                || !known.reading().isComplete()
                || !known.reading().view().equals(view)) {
            known = Contents.of(read(view));
            contents = known;
        }
        health = new SourceHealth.Well();
        return known;
    }

    private FolderView look() {
        try {
            return FolderView.of(folder, limits);
        } catch (IOException failure) {
            throw unreachable("The folder " + folder + " is not there or cannot be read", failure);
        }
    }

    private FolderReading read(FolderView view) {
        FolderReading reading = FolderReading.of(view, limits, Progress.NONE);
        if (reading.size() == 0 && (hadTitles.getAsBoolean() || !reading.isComplete())) {
            String what = view.files().isEmpty()
                    ? "no .jsonl, .csv or .nfo file"
                    : "no title that can be read (" + reading.skipped().firstExample() + ")";
            throw unreachable(
                    "The folder " + folder + " has " + what
                            + "; what it said before stays. Is it mounted? To forget it: movierec purge --source "
                            + NAME,
                    new IOException(what));
        }
        if (reading.skipped().count() > 0) {
            LOG.warn(
                    "The folder {}: {} titles read, {} rows or files skipped: {}; first {}",
                    folder,
                    reading.size(),
                    reading.skipped().count(),
                    reading.skipped().countByReason(),
                    reading.skipped().firstExample());
        }
        return reading;
    }

    private OutsideFailure unreachable(String why, IOException cause) {
        health = new SourceHealth.Unreachable(why);
        return new OutsideFailure(SYSTEM, why, true, cause);
    }
}
