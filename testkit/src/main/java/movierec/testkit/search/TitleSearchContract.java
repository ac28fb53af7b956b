package movierec.testkit.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import movierec.title.Title;
import movierec.title.TitleId;
import movierec.title.TitleSearch;
import org.junit.jupiter.api.Test;

/** What every {@link TitleSearch} does. */
public interface TitleSearchContract {
    Title GODFATHER = title(1, "The Godfather", 60)
            .directors(List.of("Francis Ford Coppola"))
            .cast(List.of("Al Pacino"))
            .build();
    Title GODFATHER_2 = title(2, "The Godfather Part II", 40)
            .directors(List.of("Francis Ford Coppola"))
            .cast(List.of("Al Pacino"))
            .build();
    Title SHAWSHANK = title(3, "The Shawshank Redemption", 70).build();
    Title PULP_FICTION =
            title(4, "Pulp Fiction", 80).directors(List.of("Quentin Tarantino")).build();
    Title JACKIE_BROWN =
            title(5, "Jackie Brown", 10).directors(List.of("Quentin Tarantino")).build();
    Title AMELIE = title(6, "Amélie", 30)
            .originalName("Le Fabuleux Destin d'Amélie Poulain")
            .build();
    Title ALIEN = title(7, "Alien", 20).build();
    Title ALIENS = title(8, "Aliens", 50).build();
    Title HEAT =
            title(9, "Heat", 15).cast(List.of("Al Pacino", "Robert De Niro")).build();
    Title THE_HEAT = title(10, "The Heat", 16).build();
    Title IN_THE_HEAT = title(11, "In the Heat of the Night", 90).build();
    Title SPIDER_MAN = title(12, "Spider-Man", 65).build();
    Title LA_CONFIDENTIAL = title(13, "L.A. Confidential", 25).build();
    Title SPIRITED_AWAY =
            title(14, "Spirited Away", 55).originalName("千と千尋の神隠し").build();
    Title PRIDE = title(15, "Pride & Prejudice", 22).build();
    Title SCHINDLER = title(16, "Schindler's List", 33).build();
    Title BREAKING_BAD =
            Title.builder(TitleId.tv(1), "Breaking Bad").popularity(95).build();

    List<Title> TITLES = List.of(
            GODFATHER,
            GODFATHER_2,
            SHAWSHANK,
            PULP_FICTION,
            JACKIE_BROWN,
            AMELIE,
            ALIEN,
            ALIENS,
            HEAT,
            THE_HEAT,
            IN_THE_HEAT,
            SPIDER_MAN,
            LA_CONFIDENTIAL,
            SPIRITED_AWAY,
            PRIDE,
            SCHINDLER,
            BREAKING_BAD);

    /** A search that was never built. */
    TitleSearch emptySearch();

    private TitleSearch search() {
        TitleSearch search = emptySearch();
        search.rebuild(TITLES);
        return search;
    }

    private static Title.Builder title(int number, String name, double popularity) {
        return Title.builder(TitleId.movie(number), name).popularity(popularity);
    }

    @Test
    default void findsNothingBeforeItWasBuilt() {
        assertThat(emptySearch().search("godfather", 10)).isEmpty();
    }

    @Test
    default void findsNothingForATextWithoutLettersOrDigits() {
        for (String text : List.of("", "   ", "!?", "*", "*:*", "\"", "\\", "~", "()", "\u0000", "🎬")) {
            assertThat(search().search(text, 10)).as(text).isEmpty();
        }
    }

    @Test
    default void neverTakesTheTextForAQueryLanguage() {
        TitleSearch search = search();

        assertThat(search.search("-godfather +(", 10)).startsWith(GODFATHER.id());
        assertThat(search.search("g?dfather^9", 10)).doesNotContain(HEAT.id());
        assertThat(search.search("name:godfather OR *:*", 10)).hasSizeLessThan(TITLES.size());
        assertThat(search.search("[a TO z]", 10)).hasSizeLessThan(TITLES.size());
        assertThat(search.search("heat\" OR \"alien", 10)).hasSizeLessThan(5);
        assertThat(search.search("a".repeat(100_000), 10)).isEmpty();
        assertThat(search.search("heat ".repeat(10_000), 10)).contains(HEAT.id());
    }

    @Test
    default void findsNothingForWordsThatNoTitleHas() {
        assertThat(search().search("zxqv", 10)).isEmpty();
    }

    @Test
    default void givesNoMoreThanTheLimit() {
        assertThat(search().search("the", 3)).hasSizeLessThanOrEqualTo(3);
        assertThat(search().search("heat", 2)).hasSize(2);
        assertThat(search().search("heat", 0)).isEmpty();
    }

    @Test
    default void findsATitleWhileItsNameIsTyped() {
        for (String typed : List.of("godf", "the god", "godfather", "Godfather", "THE GODFATHER")) {
            assertThat(search().search(typed, 10)).as(typed).startsWith(GODFATHER.id(), GODFATHER_2.id());
        }
        assertThat(search().search("breaking b", 10)).startsWith(BREAKING_BAD.id());
        assertThat(search().search("shaw", 10)).containsExactly(SHAWSHANK.id());
    }

    @Test
    default void forgivesTypos() {
        assertThat(search().search("shawshenk redemtion", 10)).containsExactly(SHAWSHANK.id());
        assertThat(search().search("godfahter", 10)).startsWith(GODFATHER.id());
        assertThat(search().search("pulp ficton", 10)).startsWith(PULP_FICTION.id());
        assertThat(search().search("shawshen", 10)).as("while typed").containsExactly(SHAWSHANK.id());
    }

    @Test
    default void forgivesAWordThatDoesNotBelong() {
        assertThat(search().search("shawshank zxqv", 10)).containsExactly(SHAWSHANK.id());
    }

    @Test
    default void tellsTitlesThatLackAWordFromThoseThatHaveThemAll() {
        TitleSearch search = search();

        assertThat(search.match("shawshank zxqv", 10))
                .isEqualTo(new TitleSearch.Matches(List.of(), List.of(SHAWSHANK.id())));
        assertThat(search.match("shawshenk redemtion", 10))
                .isEqualTo(new TitleSearch.Matches(List.of(SHAWSHANK.id()), List.of()));
        assertThat(search.match("quentin taran", 10).full()).containsExactly(PULP_FICTION.id(), JACKIE_BROWN.id());
        assertThat(search.match("zxqv", 10)).isEqualTo(TitleSearch.Matches.NONE);
    }

    @Test
    default void findsTitlesByPeople() {
        assertThat(search().search("tarantino", 10)).containsExactly(PULP_FICTION.id(), JACKIE_BROWN.id());
        assertThat(search().search("quentin taran", 10)).containsExactly(PULP_FICTION.id(), JACKIE_BROWN.id());
        assertThat(search().search("tarrantino", 10)).containsExactly(PULP_FICTION.id(), JACKIE_BROWN.id());
        assertThat(search().search("heat pacino", 10)).startsWith(HEAT.id());
    }

    @Test
    default void accentsDoNotMatter() {
        for (String text : List.of("amelie", "Amélie", "AMÉLIE", "ame\u0301lie")) {
            assertThat(search().search(text, 10)).as(text).startsWith(AMELIE.id());
        }
    }

    @Test
    default void findsOriginalNamesInAnyScript() {
        assertThat(search().search("fabuleux destin", 10)).containsExactly(AMELIE.id());
        assertThat(search().search("千と千尋", 10)).containsExactly(SPIRITED_AWAY.id());
    }

    @Test
    default void articlesAndPunctuationDoNotMatter() {
        assertThat(search().search("a godfather", 10)).startsWith(GODFATHER.id());
        assertThat(search().search("godfather, the", 10)).startsWith(GODFATHER.id());
        for (String text : List.of("spiderman", "spider man", "Spider-Man", "spider‐man!")) {
            assertThat(search().search(text, 10)).as(text).startsWith(SPIDER_MAN.id());
        }
        assertThat(search().search("la confidential", 10)).startsWith(LA_CONFIDENTIAL.id());
        assertThat(search().search("pride and prejudice", 10)).startsWith(PRIDE.id());
        assertThat(search().search("schindlers list", 10)).startsWith(SCHINDLER.id());
        assertThat(search().search("godfather part 2", 10)).startsWith(GODFATHER_2.id());
    }

    @Test
    default void theExactNameComesBeforeMorePopularTitles() {
        assertThat(search().search("alien", 10)).startsWith(ALIEN.id(), ALIENS.id());
        assertThat(search().search("heat", 10)).startsWith(THE_HEAT.id(), HEAT.id(), IN_THE_HEAT.id());
    }

    @Test
    default void aRebuildReplacesEverything() {
        TitleSearch search = search();

        search.rebuild(List.of(ALIEN));

        assertThat(search.search("godfather", 10)).isEmpty();
        assertThat(search.search("alien", 10)).containsExactly(ALIEN.id());
    }

    @Test
    default void searchesDuringARebuildSeeTheOldOrTheNewIndex() throws InterruptedException {
        TitleSearch search = search();
        AtomicBoolean stop = new AtomicBoolean();
        List<Throwable> failures = new ArrayList<>();
        Thread searching = Thread.ofPlatform().start(() -> {
            try {
                while (!stop.get()) {
                    assertThat(search.search("heat", 10)).hasSize(3);
                }
            } catch (Throwable failure) {
                failures.add(failure);
            }
        });

        for (int i = 0; i < 30; i++) {
            search.rebuild(TITLES);
        }
        stop.set(true);
        searching.join();

        assertThat(failures).isEmpty();
    }
}
