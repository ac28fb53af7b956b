package movierec.catalogue.fetch;

/** Is told how far a run has come. */
public interface FetchWatcher {
    FetchWatcher NONE = (task, done, total) -> {};

    void step(String task, long done, long total);
}
