package movierec.server.recommend;

import java.time.Duration;
import java.util.function.Supplier;
import movierec.recommend.PipelineMeter;
import movierec.server.metrics.Metrics;

/** Tells the metrics what the pipeline does. */
public record MeasuredPipeline(Metrics metrics) implements PipelineMeter {
    @Override
    public <T> T time(String stage, Supplier<T> step) {
        long started = System.nanoTime();
        try {
            return step.get();
        } finally {
            metrics.stage(stage, Duration.ofNanos(System.nanoTime() - started));
        }
    }

    @Override
    public void candidates(int count) {
        metrics.candidates(count);
    }
}
