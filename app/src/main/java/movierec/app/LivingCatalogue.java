package movierec.app;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import movierec.catalogue.fetch.Enrichment;
import movierec.catalogue.fetch.FetchSettings;
import movierec.catalogue.files.FolderLimits;
import movierec.catalogue.files.FolderSource;
import movierec.catalogue.tmdb.TmdbClient;
import movierec.catalogue.tmdb.TmdbCredential;
import movierec.catalogue.tmdb.TmdbLive;
import movierec.catalogue.tmdb.TmdbSource;
import movierec.recommend.LiveServingState;
import movierec.recommend.LiveSource;
import movierec.title.TitleFeed;
import movierec.title.TitleInterest;
import movierec.title.TitleSource;
import movierec.title.WatchOffer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What keeps the catalogue living, as far as it is set up.
 *
 * @param opened to be closed in the reverse order
 */
record LivingCatalogue(Fetching fetching, TitleInterest interest, LiveSource live, List<AutoCloseable> opened) {
    private static final Logger LOG = LoggerFactory.getLogger(LivingCatalogue.class);

    LivingCatalogue {
        opened = List.copyOf(opened);
    }

    /** Asks no source yet. */
    static LivingCatalogue open(
            Config config,
            Stores stores,
            LiveServingState state,
            Meters meters,
            InstantSource clock,
            RandomGenerator random) {
        CallTally calls = new CallTally(meters.tmdb());
        FetchSettings settings = FetchSettings.refreshingAfter(config.tmdb().refreshAfter());
        List<TitleSource> sources = new ArrayList<>();
        List<TitleFeed> feeds = new ArrayList<>();
        List<AutoCloseable> opened = new ArrayList<>();
        TitleInterest interest = TitleInterest.NONE;
        LiveSource live = LiveSource.NONE;
        if (config.tmdb().credential().isSet()) {
            TmdbCredential credential =
                    TmdbCredential.of(config.tmdb().credential().value());
            TmdbClient client = new TmdbClient(config.tmdb().settings(), credential, calls, clock, random);
            TmdbSource tmdb = new TmdbSource(client, clock);
            Enrichment enrichment = new Enrichment(tmdb, stores.toFetch(), settings.refreshAfter(), clock, LOG::warn);
            opened.addAll(List.of(client, enrichment));
            sources.add(tmdb);
            feeds.add(tmdb);
            interest = enrichment;
            if (config.tmdb().live()) {
                live = new TmdbLive(client, clock, name -> providerNumbers(state, name), enrichment::found);
            }
        }
        if (!config.titlesFolder().isEmpty()) {
            sources.add(titlesFolder(Path.of(config.titlesFolder()), stores, clock));
        }
        Fetching fetching = new Fetching(
                new Sources(sources, feeds, calls::counts),
                stores,
                settings,
                config.tmdb().growPerDay(),
                meters.jobs(),
                clock,
                random);
        opened.add(fetching);
        return new LivingCatalogue(fetching, interest, live, opened);
    }

    private static FolderSource titlesFolder(Path folder, Stores stores, InstantSource clock) {
        return new FolderSource(
                folder,
                FolderLimits.DEFAULT,
                () -> stores.catalogueLists().all().stream()
                        .anyMatch(list -> list.source().equals(FolderSource.NAME)
                                && !list.titles().isEmpty()),
                clock);
    }

    /** The numbers of a streaming service, which has several in different countries. */
    private static List<Integer> providerNumbers(LiveServingState state, String name) {
        return state.get().catalogue().all().stream()
                .flatMap(title -> title.offers().stream())
                .filter(offer -> offer.provider().equalsIgnoreCase(name))
                .map(WatchOffer::providerId)
                .distinct()
                .toList();
    }
}
