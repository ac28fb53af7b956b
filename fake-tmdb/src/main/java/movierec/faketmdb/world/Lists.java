package movierec.faketmdb.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;

/** The lists of a world. */
public final class Lists {
    private static final Comparator<FakeTitle> POPULAR =
            Comparator.comparingDouble(FakeTitle::popularity).reversed();
    private static final Comparator<FakeTitle> BEST =
            Comparator.comparingDouble(FakeTitle::voteAverage).reversed();
    private static final int ENOUGH_VOTES = 200;
    private static final int ALIKE = 60;
    private static final int RECOMMENDED = 40;
    /** Among rows of mixed types, each tenth is a person, on the fourth place. */
    private static final int PERSON_EVERY = 10;

    private static final int PERSON_AT = 3;

    private final FakeWorld world;

    public Lists(FakeWorld world) {
        this.world = world;
    }

    public Listing popular(Kind kind) {
        return titles(kind, "popular", title -> true, POPULAR, RowJson::row);
    }

    public Listing topRated(Kind kind) {
        return titles(kind, "top_rated", title -> title.voteCount() >= ENOUGH_VOTES, BEST, RowJson::row);
    }

    /** @param name of the choice and the order together */
    public Listing chosen(Kind kind, String name, Predicate<FakeTitle> choice, Comparator<FakeTitle> order) {
        return titles(kind, name, choice, order, RowJson::row);
    }

    public Listing trending(Kind kind, String window) {
        return titles(kind, "trending" + window, title -> true, trend(window), RowJson::withType);
    }

    private static Comparator<FakeTitle> trend(String window) {
        return Comparator.comparingDouble((FakeTitle title) ->
                        title.popularity() * title.dice().roll("trend" + window).nextDouble())
                .reversed();
    }

    /** Two movies, a show and so on, with persons between them. */
    public Listing trendingAll(String window) {
        Listing movies = trending(Kind.MOVIE, window);
        Listing shows = trending(Kind.TV, window);
        int triples = Math.min(movies.size() / 2, shows.size());
        int size = triples * 3 * PERSON_EVERY / (PERSON_EVERY - 1);
        return new Listing("all", size, position -> {
            if (position % PERSON_EVERY == PERSON_AT) {
                return person(position);
            }
            int place = position - (position + PERSON_EVERY - 1 - PERSON_AT) / PERSON_EVERY;
            return place % 3 == 2 ? shows.row().apply(place / 3) : movies.row().apply(place - place / 3);
        });
    }

    private ObjectNode person(int number) {
        Kind kind = world.endOfIds(Kind.MOVIE) > world.plan().firstId() ? Kind.MOVIE : Kind.TV;
        FakeTitle knownFor = FakeTitle.of(world.plan(), kind, world.plan().firstId(), 0);
        return RowJson.person(Person.of(world.plan().seed(), number), knownFor);
    }

    /** Titles with the words of a query in their names. */
    public Listing search(Kind kind, String query) {
        return titles(kind, "search" + query, named(query), POPULAR, RowJson::row);
    }

    /** A collection first, then titles of both types with a person after the movies. */
    public Listing searchAll(String query) {
        Listing movies = titles(Kind.MOVIE, "search" + query, named(query), POPULAR, RowJson::withType);
        Listing shows = titles(Kind.TV, "search" + query, named(query), POPULAR, RowJson::withType);
        int titles = movies.size() + shows.size();
        return new Listing("search", titles == 0 ? 0 : titles + 2, position -> {
            if (position == 0) {
                return RowJson.collection(800_001, query + " Collection");
            }
            if (position <= movies.size()) {
                return movies.row().apply(position - 1);
            }
            return position == movies.size() + 1
                    ? person(position)
                    : shows.row().apply(position - movies.size() - 2);
        });
    }

    private static Predicate<FakeTitle> named(String query) {
        String wanted = query.toLowerCase(Locale.ROOT);
        return title -> title.name().toLowerCase(Locale.ROOT).contains(wanted);
    }

    /** Titles of the same first genre; what is recommended is a part of what is similar. */
    public Listing alike(FakeTitle title, boolean recommended) {
        int genre = title.genres().getFirst();
        int[] ids = Arrays.stream(world.ids(
                        title.kind(), "genre" + genre, other -> other.genres().getFirst() == genre, POPULAR))
                .filter(id -> id != title.id())
                .limit(recommended ? RECOMMENDED : ALIKE)
                .toArray();
        return new Listing("alike", ids.length, position -> world.title(title.kind(), ids[position])
                .map(recommended ? RowJson::withType : RowJson::row)
                .orElseThrow());
    }

    private Listing titles(
            Kind kind,
            String name,
            Predicate<FakeTitle> choice,
            Comparator<FakeTitle> order,
            Function<FakeTitle, ObjectNode> row) {
        int[] ids = world.ids(kind, name, choice, order);
        return new Listing(name, ids.length, position -> world.title(kind, ids[position])
                .map(row)
                .orElseGet(() -> row.apply(FakeTitle.of(world.plan(), kind, ids[position], 0))));
    }
}
