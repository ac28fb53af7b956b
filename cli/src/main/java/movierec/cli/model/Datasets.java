package movierec.cli.model;

import java.nio.file.Path;
import java.util.List;
import movierec.app.Movierec;
import movierec.catalogue.importer.MovieLensFiles;
import movierec.catalogue.sample.SampleCatalogue;
import movierec.catalogue.sample.SimulatedAudience;
import movierec.cli.shell.ShownProgress;
import movierec.learning.train.TrainingSet;
import movierec.learning.train.TrainingSources;

/** The data that are trained on and measured with. */
final class Datasets {
    static final String DESCRIPTION =
            "Ratings in MovieLens format instead of what the data folder holds: a folder, or a"
                    + " file ratings.csv, ratings.dat, u.data or any csv with userId,movieId[,rating][,timestamp].";

    private Datasets() {}

    /** The ratings of a folder or file. */
    static TrainingSet at(String path, ShownProgress progress) {
        return TrainingSet.of(List.of(MovieLensFiles.open(Path.of(path)).asDataset(progress.ofReading("ratings"))));
    }

    /** What the data folder would be trained on. */
    static TrainingSet own(Movierec movierec) {
        return new TrainingSources(
                        movierec.stores().corpora(),
                        movierec.stores().events(),
                        new SimulatedAudience(SampleCatalogue.load()))
                .gather();
    }
}
