package movierec.app;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import movierec.catalogue.images.ImageProxy;
import movierec.learning.Progress;
import movierec.learning.train.TrainingOutcome;
import movierec.learning.train.TrainingSet;
import movierec.title.TitleInterest;

/** The opened product: what the server and the commands work with. Closing it closes everything it opened. Thread-safe. */
public final class Movierec implements AutoCloseable {
    /** Names of the secrets that an installation has. */
    static final List<String> SECRETS = List.of("group-pass", "log-hash");

    private final Config config;
    private final InstantSource clock;
    private final Storage storage;
    private final People people;
    private final Recommender recommender;
    private final Training training;
    private final LivingCatalogue catalogue;
    private final Images images;
    private final ContentVectors contentVectors;
    private final List<AutoCloseable> opened;

    Movierec(
            Config config,
            InstantSource clock,
            Storage storage,
            People people,
            Recommender recommender,
            Training training,
            LivingCatalogue catalogue,
            Images images,
            ContentVectors contentVectors,
            List<AutoCloseable> opened) {
        this.config = config;
        this.clock = clock;
        this.storage = storage;
        this.people = people;
        this.recommender = recommender;
        this.training = training;
        this.catalogue = catalogue;
        this.images = images;
        this.contentVectors = contentVectors;
        this.opened = List.copyOf(opened);
    }

    public Config config() {
        return config;
    }

    public InstantSource clock() {
        return clock;
    }

    /** Brings keys, models and corpora in step with other nodes, if there are any; true when files here changed. */
    boolean synchroniseFolders() {
        return storage.folders().synchronise();
    }

    /** A secret of this installation, 32 bytes, made on first use; the name is a file name. */
    public byte[] secret(String name) {
        return InstallationSecret.open(config.data().resolve("keys").resolve(name + ".secret"), new SecureRandom());
    }

    public Stores stores() {
        return storage.stores();
    }

    public People people() {
        return people;
    }

    public Recommender recommender() {
        return recommender;
    }

    /** Keeps the catalogue in step with its sources. */
    public Fetching fetching() {
        return catalogue.fetching();
    }

    /** Is told which titles people care about. */
    public TitleInterest interest() {
        return catalogue.interest();
    }

    /** Pictures of titles; also there where the settings show none, so that what was kept can be deleted. */
    public ImageProxy images() {
        return images.proxy();
    }

    /** What titles mean; knows nothing until it follows a catalogue. */
    public ContentVectors contentVectors() {
        return contentVectors;
    }

    /** The address of the source's pictures, that sizes and file names are appended to. */
    public String imageBase() {
        return images.base().get();
    }

    /** What a model would be trained on now. */
    public TrainingSet trainingSet() {
        return training.data();
    }

    /** Trains a model in this process on what the data folder holds, see {@link #train(Supplier, Progress)}. */
    public TrainingOutcome train(Progress progress) {
        return training.run(progress);
    }

    /**
     * Trains a model in this process, promotes it if it is good, and then computes the active users' lists with it.
     *
     * @param data read once it is certain that no other training runs
     * @throws movierec.failure.Refusal.Conflict when one does, in whatever process
     */
    public TrainingOutcome train(Supplier<TrainingSet> data, Progress progress) {
        return training.run(data, progress);
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
}
