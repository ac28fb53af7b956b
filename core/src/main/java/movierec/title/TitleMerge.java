package movierec.title;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Makes one title of what several sources say about it. Facts come from the most trusted source that has them; votes and
 * popularity come together from one source, because they mean nothing on another one's scale.
 */
public final class TitleMerge {
    /** Most trusted first; sources that are not named stand between TMDB and the sample. */
    private static final List<String> FACTS = List.of(SourceTerms.TMDB, "", "sample", "movielens");

    /** Real votes before those of the sample's simulated audience. */
    private static final List<String> VOTES = List.of(SourceTerms.TMDB, "", "movielens", "sample");

    private TitleMerge() {}

    /** @param versions of one title, at least one, each of another source */
    public static Title of(List<Title> versions) {
        if (versions.size() == 1) {
            return versions.getFirst();
        }
        List<Title> facts = sorted(versions, FACTS);
        Title best = facts.getFirst();
        Title votes = sorted(versions, VOTES).stream()
                .filter(title -> title.voteCount() > 0 || title.popularity() > 0)
                .findFirst()
                .orElse(best);
        return Title.builder(best.id(), first(facts, Title::name, name -> !name.isEmpty()))
                .originalName(text(facts, Title::originalName))
                .year(first(facts, Title::year, year -> year > 0))
                .releaseDate(text(facts, Title::releaseDate))
                .genres(list(facts, Title::genres))
                .keywords(list(facts, Title::keywords))
                .directors(list(facts, Title::directors))
                .cast(list(facts, Title::cast))
                .originalLanguage(text(facts, Title::originalLanguage))
                .runtimeMinutes(first(facts, Title::runtimeMinutes, minutes -> minutes > 0))
                .certification(text(facts, Title::certification))
                .overview(text(facts, Title::overview))
                .posterPath(text(facts, Title::posterPath))
                .backdropPath(text(facts, Title::backdropPath))
                .externalIds(text(facts, Title::imdbId), first(facts, Title::tvdbId, number -> number > 0))
                .offers(list(facts, Title::offers))
                .votes(votes.voteAverage(), votes.voteCount())
                .popularity(votes.popularity())
                .votesSource(votes.source())
                .source(best.source(), best.fetchedAt())
                .detailed(best.detailed())
                .build();
    }

    private static List<Title> sorted(List<Title> versions, List<String> trust) {
        List<Title> sorted = new ArrayList<>(versions);
        sorted.sort(Comparator.<Title>comparingInt(title -> place(title.source(), trust))
                .thenComparing(Title::source));
        return sorted;
    }

    private static int place(String source, List<String> trust) {
        int place = trust.indexOf(source);
        return place >= 0 ? place : trust.indexOf("");
    }

    private static String text(List<Title> titles, Function<Title, String> fact) {
        return first(titles, fact, text -> !text.isEmpty());
    }

    private static <T> List<T> list(List<Title> titles, Function<Title, List<T>> fact) {
        return first(titles, fact, list -> !list.isEmpty());
    }

    private static <T> T first(List<Title> titles, Function<Title, T> fact, Predicate<T> isKnown) {
        return titles.stream().map(fact).filter(isKnown).findFirst().orElseGet(() -> fact.apply(titles.getFirst()));
    }
}
