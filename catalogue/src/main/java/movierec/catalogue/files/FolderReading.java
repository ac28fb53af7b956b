package movierec.catalogue.files;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import movierec.catalogue.files.TitleDecoder.Unusable;
import movierec.catalogue.files.TitleDecoder.Usable;
import movierec.catalogue.importer.Progress;
import movierec.catalogue.importer.SkippedRows;
import movierec.title.MediaType;
import movierec.title.Title;
import movierec.title.TitleId;

/**
 * What the files of a folder say, read once. Of a title that several files name, the later file in the order of names
 * decides. What cannot be read is skipped with its reason and costs only itself.
 */
final class FolderReading {
    private static final Comparator<Title> BEST_KNOWN_FIRST = Comparator.comparingDouble(Title::popularity)
            .thenComparingInt(Title::voteCount)
            .reversed()
            .thenComparing(Title::id);

    private final FolderView view;
    private final FolderLimits limits;
    private final Map<TitleId, Title> titles = new HashMap<>();
    private final SkippedRows skipped = new SkippedRows();
    private long duplicates;
    private int unreadable;

    private FolderReading(FolderView view, FolderLimits limits) {
        this.view = view;
        this.limits = limits;
    }

    static FolderReading of(FolderView view, FolderLimits limits, Progress progress) {
        FolderReading reading = new FolderReading(view, limits);
        long total = view.files().stream().mapToLong(FoundFile::bytes).sum();
        long done = 0;
        for (FoundFile file : view.files()) {
            reading.read(file);
            done += file.bytes();
            progress.read(done, total);
        }
        view.unseen().forEach(what -> reading.skipped.add("", 0, what));
        return reading;
    }

    private void read(FoundFile file) {
        try {
            if (file.format() != FoundFile.Format.NFO && file.bytes() > limits.maxFileBytes()) {
                throw new BrokenFile("is larger than " + limits.maxFileBytes() + " bytes");
            }
            Collector collector = new Collector(file.name());
            switch (file.format()) {
                case JSON_LINES -> JsonLinesFile.read(file.path(), limits.maxRowBytes(), collector);
                case CSV -> CsvFile.read(file.path(), limits.maxRowBytes(), collector);
                case NFO -> NfoFile.read(file.path(), limits.maxNfoBytes(), collector);
            }
        } catch (BrokenFile broken) {
            unreadable++;
            skipped.add(file.name(), 0, String.valueOf(broken.getMessage()));
        } catch (IOException failure) {
            unreadable++;
            skipped.add(file.name(), 0, "cannot be read");
        }
    }

    private final class Collector implements RowReader {
        private final String file;

        Collector(String file) {
            this.file = file;
        }

        @Override
        public void row(long line, Facts facts) {
            switch (TitleDecoder.decode(facts)) {
                case Usable usable -> add(line, usable.title());
                case Unusable unusable -> skipped(line, unusable.reason());
            }
        }

        private void add(long line, Title title) {
            if (titles.size() == limits.maxTitles() && !titles.containsKey(title.id())) {
                skipped(line, "there are more than " + limits.maxTitles() + " titles");
                return;
            }
            if (titles.put(title.id(), title) != null) {
                duplicates++;
            }
        }

        @Override
        public void skipped(long line, String reason) {
            skipped.add(file, line, reason);
        }
    }

    FolderView view() {
        return view;
    }

    /** Whether all files could be read: if not, a title that is missing here may still be in one of them. */
    boolean isComplete() {
        return unreadable == 0 && view.unseen().isEmpty();
    }

    Optional<Title> title(TitleId id) {
        return Optional.ofNullable(titles.get(id));
    }

    /** All titles of a type, the best known first. */
    List<Title> titles(MediaType type) {
        return titles.values().stream()
                .filter(title -> title.id().type() == type)
                .sorted(BEST_KNOWN_FIRST)
                .toList();
    }

    int size() {
        return titles.size();
    }

    SkippedRows skipped() {
        return skipped;
    }

    /** Rows whose title a later row described again. */
    long duplicates() {
        return duplicates;
    }
}
