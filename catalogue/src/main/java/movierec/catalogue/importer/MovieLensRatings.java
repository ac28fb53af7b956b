package movierec.catalogue.importer;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.List;
import java.util.function.IntFunction;
import movierec.catalogue.importer.RatingColumns.BadRow;
import movierec.model.RatingCorpus;
import movierec.title.TitleId;
import org.jspecify.annotations.Nullable;

/** The ratings of a MovieLens data set, read from the file anew on every {@link #forEach}. Not thread-safe. */
public final class MovieLensRatings implements RatingCorpus {
    private final String name;
    private final DataFile file;
    private final IntFunction<@Nullable TitleId> titleIdOfMovie;
    private final WrongRatings wrongRatings;
    private final Progress progress;
    private final SkippedRows skipped = new SkippedRows();

    /** What becomes of rows whose rating is no number between 0.5 and 5. */
    enum WrongRatings {
        SKIPPED,
        REFUSED
    }

    /** @param titleIdOfMovie null for a movie that is to be skipped: called once a row, too often for anything dearer */
    MovieLensRatings(
            String name,
            DataFile file,
            IntFunction<@Nullable TitleId> titleIdOfMovie,
            WrongRatings wrongRatings,
            Progress progress) {
        this.name = name;
        this.file = file;
        this.titleIdOfMovie = titleIdOfMovie;
        this.wrongRatings = wrongRatings;
        this.progress = progress;
    }

    @Override
    public String name() {
        return name;
    }

    /** The rows that the latest reading left out. */
    public SkippedRows skipped() {
        return skipped;
    }

    /**
     * Reads the file once. Bad rows are skipped and counted.
     *
     * @throws movierec.failure.Refusal.Invalid when the file is damaged, of no known format, or has no usable row; where
     *     wrong ratings are refused, also at the first of them
     */
    @Override
    public void forEach(Visitor visitor) {
        skipped.clear();
        Reading reading = new Reading(visitor);
        Rows.read(file, progress, reading);
        if (reading.usable == 0) {
            throw UnusableFile.because(reading.whyNothingIsUsable());
        }
    }

    private final class Reading implements Rows.Visitor {
        private final Visitor visitor;
        private RatingColumns columns = new RatingColumns(0, 1, 2, 3, -1);
        private long usable;

        private Reading(Visitor visitor) {
            this.visitor = visitor;
        }

        @Override
        public void columns(List<String> names) {
            columns = RatingColumns.of(names, file.name());
        }

        @Override
        public void row(long line, CsvRecord cells) {
            try {
                int user = columns.userOf(cells);
                TitleId titleId = titleIdOfMovie.apply(columns.movieOf(cells));
                float rating = columns.ratingOf(cells);
                long time = columns.timeOf(cells);
                if (titleId == null) {
                    throw new BadRow("links.csv has no TMDB id for the movie");
                }
                visitor.rating(user, titleId, rating, time);
                usable++;
            } catch (BadRow bad) {
                if (bad.isWrongRating() && wrongRatings == WrongRatings.REFUSED) {
                    throw UnusableFile.because(file.name() + " line " + line + ": " + bad.reason()
                            + "; mend or remove the row, nothing was used");
                }
                skipped.add(file.name(), line, bad.reason());
            }
        }

        private String whyNothingIsUsable() {
            String example = skipped.examples().isEmpty()
                    ? "it has no rows"
                    : skipped.examples().getFirst().toString();
            return file.name() + " has no usable rating (" + example + "); " + RatingColumns.EXPECTED;
        }
    }
}
