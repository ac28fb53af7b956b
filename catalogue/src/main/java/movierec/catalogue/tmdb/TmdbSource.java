package movierec.catalogue.tmdb;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import movierec.failure.OutsideFailure;
import movierec.title.Genre;
import movierec.title.ListKey;
import movierec.title.MediaType;
import movierec.title.SourceTerms;
import movierec.title.Title;
import movierec.title.TitleFeed;
import movierec.title.TitleId;
import movierec.title.TitleSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** TMDB as the catalogue sees it. Thread-safe. */
public final class TmdbSource implements TitleSource, TitleFeed {
    private static final Logger LOG = LoggerFactory.getLogger(TmdbSource.class);
    private static final int MAX_TEXT = 200;

    private final TmdbClient client;
    private final InstantSource clock;
    private final TitleReader reader;
    private final TmdbLists lists;
    private final TmdbExports exports;
    private final TmdbChanges changes;

    /** @param clock says when facts were learned */
    public TmdbSource(TmdbClient client, InstantSource clock) {
        this.client = client;
        this.clock = clock;
        this.reader = new TitleReader(clock);
        this.lists = new TmdbLists(client.settings());
        this.exports = new TmdbExports(client);
        this.changes = new TmdbChanges(client);
    }

    @Override
    public String name() {
        return SourceTerms.TMDB;
    }

    @Override
    public List<PagePlan> plan(JobKind job, List<Genre> topGenres) {
        return TmdbPlan.of(job, topGenres);
    }

    @Override
    public SourcePage page(ListKey list, int page) {
        if (page < 1) {
            throw new IllegalArgumentException("Pages start at 1, not " + page);
        }
        if (page > TmdbLists.LAST_PAGE) {
            return new SourcePage(List.of(), page, TmdbLists.LAST_PAGE);
        }
        TmdbRequest request = lists.request(list, page);
        Row row = body(request);
        ListRows rows = ListRows.read(row.rows("results"), list.scope(), reader);
        if (rows.broken() > 0) {
            LOG.warn("TMDB {} page {}: {} rows cannot be read", request.endpoint(), page, rows.broken());
        }
        return new SourcePage(rows.titles(), page, Math.min(row.number("total_pages"), TmdbLists.LAST_PAGE));
    }

    @Override
    public Fetched details(TitleId id, String etag) {
        String type = id.type().word();
        TmdbRequest request = TmdbRequest.to("/" + type + "/{id}", "/" + type + "/" + id.number(), "id")
                .with("append_to_response", DetailBody.parts(id.type()))
                .with("language", client.settings().language())
                .unlessItIs(etag);
        return switch (client.get(request)) {
            case TmdbAnswer.NotModified notModified -> new Unchanged();
            case TmdbAnswer.NotFound notFound -> new Gone();
            case TmdbAnswer.Body(Row row, String newEtag, var maxAge) -> found(id, row, newEtag);
        };
    }

    private Fetched found(TitleId id, Row row, String etag) {
        if (row.number("id") != id.number()) {
            throw new OutsideFailure(
                    TmdbClient.SYSTEM, "answered with another title than " + id, true, new IOException("wrong id"));
        }
        Optional<Title> title =
                new DetailBody(row, id.type()).title(reader, client.settings().providerRegions());
        return title.<Fetched>map(known -> new Found(known, etag)).orElseGet(Gone::new);
    }

    /** Four calls: addresses of pictures, the genres of movies and of shows, and the regions of watch offers. */
    @Override
    public SourceReference reference() {
        Row configuration = body(TmdbRequest.to("/configuration", "images"));
        checkGenres("/genre/movie/list");
        checkGenres("/genre/tv/list");
        List<Region> regions = body(inLanguage("/watch/providers/regions", "results")).rows("results").stream()
                .map(row -> new Region(row.text("iso_3166_1", 2), row.text("english_name", MAX_TEXT)))
                .filter(region -> region.code().matches("[A-Z]{2}"))
                .toList();
        String imageBase = configuration.row("images").text("secure_base_url", MAX_TEXT);
        return new SourceReference(name(), isAsSafe(imageBase) ? imageBase : "", regions, clock.instant());
    }

    /**
     * Asks one small question, once.
     *
     * @param patience most time that it may take
     * @throws OutsideFailure when TMDB does not answer in time, or does not accept the credential
     */
    public void probe(Duration patience) {
        client.getWithin(TmdbRequest.to("/configuration", "images"), patience);
    }

    /** Pictures are not asked for less safely than everything else. */
    private boolean isAsSafe(String address) {
        return address.startsWith("https://")
                || address.startsWith("http://")
                        && "http".equals(client.settings().baseUrl().getScheme());
    }

    private void checkGenres(String path) {
        List<Integer> unknown = body(inLanguage(path, "genres")).rows("genres").stream()
                .map(row -> row.number("id"))
                .filter(number -> Genre.parse(Integer.toString(number)).isEmpty())
                .toList();
        if (!unknown.isEmpty()) {
            LOG.warn("TMDB has genres that are unknown here and left out of titles: {}", unknown);
        }
    }

    private TmdbRequest inLanguage(String path, String mustHave) {
        return TmdbRequest.to(path, mustHave).with("language", client.settings().language());
    }

    private Row body(TmdbRequest request) {
        return client.body(request);
    }

    @Override
    public SourceHealth health() {
        return client.health();
    }

    @Override
    public void everyTitle(MediaType type, LocalDate day, Consumer<Known> reader) {
        exports.read(type, day, reader);
    }

    @Override
    public void changes(MediaType type, LocalDate from, LocalDate to, Consumer<TitleId> reader) {
        changes.read(type, from, to, reader);
    }
}
