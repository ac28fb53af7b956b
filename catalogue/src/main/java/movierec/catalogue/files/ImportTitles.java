package movierec.catalogue.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import movierec.catalogue.importer.Progress;
import movierec.catalogue.importer.SkippedRows;
import movierec.catalogue.importer.UnusableFile;
import movierec.failure.OutsideFailure;
import movierec.title.MediaType;
import movierec.title.Title;
import movierec.title.TitleId;
import movierec.title.TitleStore;

/** Brings the titles of a file or folder into the catalogue, once. */
public final class ImportTitles {
    private static final int TITLES_A_SAVE = 5_000;

    private final TitleStore titles;
    private final FolderLimits limits;
    private final InstantSource clock;

    public ImportTitles(TitleStore titles, FolderLimits limits, InstantSource clock) {
        this.titles = titles;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * What an import did.
     *
     * @param files that were read
     * @param added titles that no source knew before
     * @param updated titles known before, from whatever source, about which the files say something new
     * @param unchanged titles about which the files say what they said before
     * @param duplicates rows whose title a later row described again
     * @param skipped rows and files left out, with reasons
     */
    public record Summary(int files, int added, int updated, int unchanged, long duplicates, SkippedRows skipped) {}

    /**
     * Reads a file or a folder and saves its titles. Repeating it changes nothing.
     *
     * @throws movierec.failure.Refusal.Invalid when there is no title file
     */
    public Summary run(Path place, Progress progress) {
        FolderView view = look(place);
        if (view.files().isEmpty()) {
            throw UnusableFile.because(
                    place + " is or holds no title file: such a file ends in .jsonl, .ndjson, .csv or .nfo");
        }
        FolderReading reading = FolderReading.of(view, limits, progress);
        Instant now = clock.instant();
        List<Title> read = Stream.of(MediaType.values())
                .flatMap(type -> reading.titles(type).stream())
                .map(title -> title.toBuilder().source(FolderSource.NAME, now).build())
                .toList();
        List<Title> changed = changed(read);
        Set<TitleId> known = new HashSet<>();
        titles.all().forEach(title -> known.add(title.id()));
        int added = (int)
                changed.stream().filter(title -> !known.contains(title.id())).count();
        for (int from = 0; from < changed.size(); from += TITLES_A_SAVE) {
            titles.save(changed.subList(from, Math.min(from + TITLES_A_SAVE, changed.size())));
        }
        return new Summary(
                view.files().size(),
                added,
                changed.size() - added,
                read.size() - changed.size(),
                reading.duplicates(),
                reading.skipped());
    }

    private FolderView look(Path place) {
        if (!Files.exists(place)) {
            throw UnusableFile.because("There is no file or folder " + place);
        }
        try {
            return FolderView.of(place, limits);
        } catch (IOException failure) {
            throw new OutsideFailure("file system", "cannot read " + place, false, failure);
        }
    }

    private List<Title> changed(List<Title> read) {
        Map<TitleId, Title> before = new HashMap<>();
        titles.of(FolderSource.NAME, read.stream().map(Title::id).toList())
                .forEach(title -> before.put(title.id(), title));
        List<Title> changed = new ArrayList<>();
        for (Title title : read) {
            Title known = before.get(title.id());
            if (known == null || !known.saysTheSameAs(title)) {
                changed.add(title);
            }
        }
        return changed;
    }
}
