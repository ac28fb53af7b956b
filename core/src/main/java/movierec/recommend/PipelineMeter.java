package movierec.recommend;

import java.util.function.Supplier;

/** Measures what the pipeline does: how long each step takes, how many candidates there are. */
public interface PipelineMeter {
    /** Runs without measuring. */
    PipelineMeter NONE = new PipelineMeter() {
        @Override
        public <T> T time(String stage, Supplier<T> step) {
            return step.get();
        }

        @Override
        public void candidates(int count) {}
    };

    <T> T time(String stage, Supplier<T> step);

    void candidates(int count);
}
