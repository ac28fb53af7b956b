package movierec.faketmdb;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import movierec.faketmdb.world.FakeTitle;
import movierec.faketmdb.world.FakeWorld;
import movierec.faketmdb.world.Kind;
import movierec.faketmdb.world.Listing;
import movierec.faketmdb.world.Lists;
import movierec.faketmdb.world.Offers;

/** Lists by criteria. Parameters that it does not know change nothing, as with TMDB. */
final class Discover {
    private final Lists lists;

    Discover(FakeWorld world) {
        this.lists = new Lists(world);
    }

    Listing list(Kind kind, Request request) {
        Map<String, String> criteria = new TreeMap<>(request.query());
        criteria.keySet().removeAll(List.of("page", "api_key", "language"));
        return lists.chosen(kind, "discover" + criteria, choice(kind, request), order(request));
    }

    private static Predicate<FakeTitle> choice(Kind kind, Request request) {
        String dates = kind == Kind.MOVIE ? "primary_release_date" : "first_air_date";
        String year = request.text(kind == Kind.MOVIE ? "primary_release_year" : "first_air_date_year");
        Predicate<FakeTitle> choice = between(request, "vote_average", FakeTitle::voteAverage)
                .and(between(request, "vote_count", title -> (double) title.voteCount()))
                .and(with(request, "with_genres", FakeTitle::genres))
                .and(with(request, "with_keywords", FakeTitle::keywordIds))
                .and(without(request, "without_genres", FakeTitle::genres))
                .and(without(request, "without_keywords", FakeTitle::keywordIds))
                .and(offered(request));
        String language = request.text("with_original_language");
        String from = request.text(dates + ".gte");
        String to = request.text(dates + ".lte");
        return choice.and(title -> language.isEmpty() || title.language().equals(language))
                .and(title -> from.isEmpty() || title.date().compareTo(from) >= 0)
                .and(title ->
                        to.isEmpty() || (!title.date().isEmpty() && title.date().compareTo(to) <= 0))
                .and(title -> year.isEmpty() || title.date().startsWith(year + "-"));
    }

    private static Predicate<FakeTitle> between(Request request, String name, Function<FakeTitle, Double> value) {
        double least = request.number(name + ".gte").orElse(Double.NEGATIVE_INFINITY);
        double most = request.number(name + ".lte").orElse(Double.POSITIVE_INFINITY);
        return title -> value.apply(title) >= least && value.apply(title) <= most;
    }

    /** A comma means all of them, a bar one of them. */
    private static Predicate<FakeTitle> with(Request request, String name, Function<FakeTitle, List<Integer>> has) {
        List<Integer> wanted = numbers(request.text(name));
        if (wanted.isEmpty()) {
            return title -> true;
        }
        return request.text(name).contains("|")
                ? title -> has.apply(title).stream().anyMatch(wanted::contains)
                : title -> has.apply(title).containsAll(wanted);
    }

    private static Predicate<FakeTitle> without(Request request, String name, Function<FakeTitle, List<Integer>> has) {
        List<Integer> unwanted = numbers(request.text(name));
        return title -> has.apply(title).stream().noneMatch(unwanted::contains);
    }

    /** Providers count only together with a country: TMDB says nothing and ignores them. */
    private static Predicate<FakeTitle> offered(Request request) {
        List<Integer> providers = numbers(request.text("with_watch_providers"));
        String country = request.text("watch_region");
        return providers.isEmpty() || country.isEmpty()
                ? title -> true
                : title -> Offers.has(title, country, providers);
    }

    private static List<Integer> numbers(String text) {
        return Arrays.stream(text.split("[,|]"))
                .filter(part -> part.matches("[0-9]{1,9}"))
                .map(Integer::valueOf)
                .toList();
    }

    private static Comparator<FakeTitle> order(Request request) {
        String[] wanted =
                request.query().getOrDefault("sort_by", "popularity.desc").split("\\.");
        Comparator<FakeTitle> order =
                switch (wanted[0]) {
                    case "vote_average" -> Comparator.comparingDouble(FakeTitle::voteAverage);
                    case "vote_count" -> Comparator.comparingInt(FakeTitle::voteCount);
                    case "primary_release_date", "first_air_date" -> Comparator.comparing(FakeTitle::date);
                    case "title", "name", "original_title", "original_name" -> Comparator.comparing(FakeTitle::name);
                    default -> Comparator.comparingDouble(FakeTitle::popularity);
                };
        return wanted.length > 1 && wanted[1].equals("asc") ? order : order.reversed();
    }
}
