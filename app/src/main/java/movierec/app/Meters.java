package movierec.app;

import java.util.function.Consumer;
import movierec.catalogue.tmdb.TmdbMeter;
import movierec.job.JobStatus;
import movierec.recommend.PipelineMeter;

/**
 * Who counts what the product does.
 *
 * @param jobs is told every fetch job that ended in this process
 */
public record Meters(PipelineMeter pipeline, TmdbMeter tmdb, Consumer<JobStatus> jobs) {
    /** Nobody does. */
    public static final Meters NONE = new Meters(PipelineMeter.NONE, TmdbMeter.NONE, job -> {});
}
