package movierec.app;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import movierec.learning.Progress;
import movierec.learning.train.TrainingOutcome;

/** The opened product: what the server and the commands work with. Closing it closes everything it opened. Thread-safe. */
public final class Movierec implements AutoCloseable {
    private final Config config;
    private final InstantSource clock;
    private final Stores stores;
    private final People people;
    private final Recommender recommender;
    private final Training training;
    private final List<AutoCloseable> opened;

    Movierec(
            Config config,
            InstantSource clock,
            Stores stores,
            People people,
            Recommender recommender,
            Training training,
            List<AutoCloseable> opened) {
        this.config = config;
        this.clock = clock;
        this.stores = stores;
        this.people = people;
        this.recommender = recommender;
        this.training = training;
        this.opened = List.copyOf(opened);
    }

    public Config config() {
        return config;
    }

    public InstantSource clock() {
        return clock;
    }

    /** A secret of this installation, 32 bytes, made on first use; the name is a file name. */
    public byte[] secret(String name) {
        return InstallationSecret.open(config.data().resolve("keys").resolve(name + ".secret"), new SecureRandom());
    }

    public Stores stores() {
        return stores;
    }

    public People people() {
        return people;
    }

    public Recommender recommender() {
        return recommender;
    }

    /** Trains a model in this process and promotes it if it is good. */
    public TrainingOutcome train(Progress progress) {
        return training.run(progress);
    }

    /** Closes in the reverse order of opening; one failure does not keep the rest open. */
    @Override
    public void close() {
        RuntimeException first = null;
        for (AutoCloseable resource : opened.reversed()) {
            try {
                resource.close();
            } catch (Exception failure) {
                first = first != null ? first : new IllegalStateException("Closing failed", failure);
            }
        }
        if (first != null) {
            throw first;
        }
    }

    /** How a model is trained in this installation. */
    interface Training {
        TrainingOutcome run(Progress progress);
    }
}
