package movierec.cli.model;

import java.nio.file.Path;
import java.util.List;
import movierec.app.Movierec;
import movierec.catalogue.importer.MovieLensFiles;
import movierec.catalogue.importer.MovieLensRatings;
import movierec.catalogue.importer.SkippedRows;
import movierec.cli.shell.ShownProgress;
import movierec.learning.train.TrainingSet;
import movierec.title.Title;
import movierec.title.TitleId;

/** The data that are trained on and measured with. */
final class Datasets {
    static final String DESCRIPTION =
            "Ratings in MovieLens format instead of what the data folder holds: a folder, or a"
                    + " file ratings.csv, ratings.dat, u.data or any csv with userId,movieId[,rating][,timestamp].";

    private Datasets() {}

    /** The ratings of a folder or file with the data set's own numbers, for measuring; tells of rows that were left out. */
    static TrainingSet at(String path, ShownProgress progress) {
        return read(MovieLensFiles.open(Path.of(path)).asDataset(progress.ofReading("ratings")), progress);
    }

    /** The same with the catalogue's numbers where the data set has links.csv, for a model that is to serve. */
    static TrainingSet toServe(String path, ShownProgress progress) {
        MovieLensFiles files = MovieLensFiles.open(Path.of(path));
        if (!files.hasLinks()) {
            progress.note("there is no links.csv, so the data set's numbers are taken for the catalogue's");
            return at(path, progress);
        }
        return read(files.byTmdbId(progress.ofReading("ratings")), progress);
    }

    private static TrainingSet read(MovieLensRatings ratings, ShownProgress progress) {
        TrainingSet data = TrainingSet.of(List.of(ratings));
        SkippedRows skipped = ratings.skipped();
        if (skipped.count() > 0) {
            progress.note("left out " + skipped.count() + " rows, the first: "
                    + skipped.examples().getFirst());
        }
        return data;
    }

    /** What the same folder, or the folder of the same file, says about its movies; nothing where it says nothing. */
    static List<Title> titlesAt(String path) {
        return MovieLensFiles.open(Path.of(path)).titles().stream()
                .map(movie -> movie.describe(TitleId.movie(movie.movieId())).build())
                .toList();
    }

    /** The titles of the data folder. */
    static List<Title> ownTitles(Movierec movierec) {
        return movierec.stores().titles().all();
    }
}
