package movierec.app;

import com.github.benmanes.caffeine.cache.Ticker;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import movierec.caffeine.CaffeineResponseCache;
import movierec.catalogue.images.ImageProxy;
import movierec.catalogue.sample.SampleCatalogue;
import movierec.catalogue.sample.SampleTitle;
import movierec.catalogue.sample.SeedCatalogue;
import movierec.catalogue.sample.SimulatedAudience;
import movierec.crypto.Argon2PasswordHasher;
import movierec.crypto.JwtTokens;
import movierec.crypto.SigningKeys;
import movierec.failure.OutsideFailure;
import movierec.identity.ApiKeys;
import movierec.identity.Confirmation;
import movierec.identity.IdentityPorts;
import movierec.identity.LocalIdentity;
import movierec.identity.MailSender;
import movierec.identity.Secrets;
import movierec.job.HeldLease;
import movierec.learning.train.FileModelRepository;
import movierec.learning.train.TrainModel;
import movierec.learning.train.TrainingSources;
import movierec.lucene.LuceneTitleSearch;
import movierec.recommend.GroupPass;
import movierec.recommend.LiveServingState;
import movierec.recommend.LiveSource;
import movierec.recommend.PipelineMeter;
import movierec.recommend.ResponseCache;
import movierec.redis.RedisResponseCache;
import movierec.redis.RedisServer;
import movierec.smtp.SmtpMailSender;
import movierec.smtp.SmtpServer;
import movierec.taste.ServedRecorder;
import movierec.taste.vocabulary.Vocabularies;
import movierec.title.StoredCatalogue;
import movierec.vector.FusedSearch;
import movierec.vector.VectorStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens what the settings name and plugs it together. */
public final class Wiring {
    private static final Logger LOG = LoggerFactory.getLogger(Wiring.class);
    private static final long CACHE_BYTES = 32L << 20;

    private final Config config;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final List<AutoCloseable> opened = new ArrayList<>();

    private Wiring(Config config, InstantSource clock) {
        this.config = config;
        this.clock = clock;
    }

    /** Opens the product; an empty catalogue is filled with the sample first. Nothing stays open when this fails. */
    public static Movierec open(Config config, InstantSource clock, Meters meters) {
        Wiring wiring = new Wiring(config, clock);
        try {
            return wiring.open(meters);
        } catch (RuntimeException failure) {
            for (AutoCloseable resource : wiring.opened.reversed()) {
                closeAfter(failure, resource);
            }
            throw failure;
        }
    }

    private static void closeAfter(RuntimeException failure, AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception another) {
            failure.addSuppressed(another);
        }
    }

    private Movierec open(Meters meters) {
        Path data = config.data();
        FileModelRepository models = new FileModelRepository(data.resolve("models"));
        Storage storage = Storage.open(config, models, clock);
        keep(storage.database());
        Stores stores = storage.stores();
        shareSecrets(storage);
        int seeded = new SeedCatalogue(stores.titles()).run();
        if (seeded > 0) {
            LOG.info("Filled the empty catalogue with {} sample titles; their audience is simulated", seeded);
        }
        LiveServingState state = servingState(stores);
        LivingCatalogue catalogue = LivingCatalogue.open(config, stores, state, meters, clock, random);
        catalogue.opened().forEach(this::keep);
        ContentVectors contentVectors = keep(contentVectors(storage.vectors()));
        FusedSearch search = new FusedSearch(new LuceneTitleSearch(), contentVectors.search());
        Recommender recommender = recommender(state, stores, search, catalogue.live(), meters.pipeline());
        Training training = new Training(
                new DataFolder(data),
                new TrainModel(models, clock),
                sources(stores),
                stores,
                recommender.state(),
                clock);
        return new Movierec(
                config,
                clock,
                storage,
                people(storage),
                recommender,
                training,
                catalogue,
                images(stores),
                contentVectors,
                opened);
    }

    /** Makes the keys and secrets that are missing, one node at a time, so that all nodes have the same. */
    private void shareSecrets(Storage storage) {
        NodeFolders folders = storage.folders();
        if (folders == NodeFolders.ALONE) {
            return;
        }
        Path keys = config.data().resolve("keys");
        try (HeldLease held = SharedLease.await(storage.stores().leases(), "keys", clock, random)) {
            folders.synchronise();
            SigningKeys.open(keys, clock);
            for (String secret : Movierec.SECRETS) {
                InstallationSecret.open(keys.resolve(secret + ".secret"), random);
            }
            folders.synchronise();
        }
        keep(() -> synchroniseOnce(folders));
    }

    private static void synchroniseOnce(NodeFolders folders) {
        try {
            folders.synchronise();
        } catch (OutsideFailure away) {
            LOG.warn("What this node changed last reaches the others at its next start: {}", away.getMessage());
        }
    }

    private Images images(Stores stores) {
        Supplier<String> base = new ImageBase(stores.references(), clock);
        long maxBytes = (long) config.images().cacheMegabytes() << 20;
        return new Images(base, keep(new ImageProxy(config.data().resolve("images"), maxBytes, base, clock)));
    }

    private ContentVectors contentVectors(VectorStore vectors) {
        return config.textVectors()
                ? EmbeddedContentVectors.open(vectors, config.data().resolve("cache"))
                : ContentVectors.OFF;
    }

    private TrainingSources sources(Stores stores) {
        return new TrainingSources(
                stores.corpora(),
                stores.events(),
                new SimulatedAudience(SampleCatalogue.load()),
                config.trainingHalfLife());
    }

    private People people(Storage storage) {
        ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
        keep(background);
        IdentityPorts ports = new IdentityPorts(
                storage.accounts(),
                storage.sessions(),
                storage.codes(),
                Argon2PasswordHasher.recommended(random),
                new JwtTokens(SigningKeys.open(config.data().resolve("keys"), clock), issuer(), clock),
                mailSender(),
                random,
                clock,
                task -> background.execute(() -> reporting(task)));
        LocalIdentity local = new LocalIdentity(
                ports, Confirmation.valueOf(config.signUps().confirmation().toUpperCase(Locale.ROOT)));
        ApiKeys apiKeys = new ApiKeys(storage.apiKeys(), new Secrets(random), clock, ports.background());
        return new People(local, local.accounts(), apiKeys, local.sessions());
    }

    private static void reporting(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException failure) {
            LOG.error("Work behind an answer failed", failure);
        }
    }

    private String issuer() {
        String set = config.http().publicUrl();
        if (!set.isEmpty()) {
            return set;
        }
        // Nodes behind one address verify each other's tokens, whatever they listen on.
        return config.adapters().mode().equals("server")
                ? "movierec"
                : "http://" + config.http().host() + ":" + config.http().port();
    }

    private MailSender mailSender() {
        Secret url = config.smtpUrl();
        return url.isSet() ? new SmtpMailSender(SmtpServer.of(url.value())) : MailSender.NONE;
    }

    private LiveServingState servingState(Stores stores) {
        return new LiveServingState(
                new StoredCatalogue(stores.titles(), stores.catalogueLists()),
                stores.models(),
                Vocabularies.load(),
                () -> SampleCatalogue.load().titles().stream()
                        .map(SampleTitle::title)
                        .toList(),
                LOG::warn,
                clock);
    }

    private Recommender recommender(
            LiveServingState state, Stores stores, FusedSearch search, LiveSource live, PipelineMeter meter) {
        return Recommender.over(
                state,
                stores,
                search,
                cache(),
                keep(new ServedRecorder(stores.served(), LOG::warn)),
                new GroupPass(InstallationSecret.open(config.data().resolve("keys/group-pass.secret"), random)),
                live,
                clock,
                meter,
                config.showWatchlist());
    }

    private ResponseCache cache() {
        return config.adapters().cache().equals("redis")
                ? new RedisResponseCache(
                        keep(RedisServer.open(config.servers().redisUrl().value())))
                : new CaffeineResponseCache(CACHE_BYTES, Ticker.systemTicker());
    }

    private <T extends AutoCloseable> T keep(T resource) {
        opened.add(resource);
        return resource;
    }
}
