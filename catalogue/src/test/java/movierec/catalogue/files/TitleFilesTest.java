package movierec.catalogue.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import movierec.catalogue.importer.Progress;
import movierec.catalogue.importer.SkippedRows.SkippedRow;
import movierec.title.Genre;
import movierec.title.MediaType;
import movierec.title.Title;
import movierec.title.TitleId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read from files as people and programs write them. */
class TitleFilesTest {
    private static final FolderLimits SMALL = new FolderLimits(2, 6, 5, 100_000, 2_000, 4_000);

    @TempDir
    private Path folder;

    private void write(String name, String text, Charset charset) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, text, charset);
    }

    private void write(String name, String text) throws IOException {
        write(name, text, StandardCharsets.UTF_8);
    }

    private FolderReading read() throws IOException {
        return FolderReading.of(FolderView.of(folder, SMALL), SMALL, Progress.NONE);
    }

    private Title title(TitleId id) throws IOException {
        return read().title(id).orElseThrow();
    }

    private static List<String> skipped(FolderReading reading) {
        return reading.skipped().examples().stream().map(SkippedRow::toString).toList();
    }

    @Test
    void aLineThatIsNoObjectCostsOnlyItself() throws IOException {
        write("a.jsonl", """
                {"titleId":"movie:1","title":"First"}
                {"titleId":"movie:2","title":
                [1, 2]
                {"titleId":"movie:3","title":"Third"} and more

                {"titleId":"tv:4","title":"Fourth"}""");

        FolderReading reading = read();

        assertThat(reading.titles(MediaType.MOVIE)).extracting(Title::name).containsExactly("First");
        assertThat(reading.titles(MediaType.TV)).extracting(Title::name).containsExactly("Fourth");
        assertThat(skipped(reading))
                .containsExactly(
                        "a.jsonl line 2: the line is no JSON object",
                        "a.jsonl line 3: the line is no JSON object",
                        "a.jsonl line 4: the line is no JSON object");
    }

    @Test
    void aHugeLineCostsOnlyItself() throws IOException {
        write(
                "a.jsonl",
                "{\"titleId\":\"movie:1\",\"title\":\"" + "x".repeat(3_000)
                        + "\"}\r\n{\"titleId\":\"movie:2\",\"title\":\"Second\"}\r\n");

        FolderReading reading = read();

        assertThat(reading.titles(MediaType.MOVIE)).extracting(Title::name).containsExactly("Second");
        assertThat(skipped(reading)).containsExactly("a.jsonl line 1: the line is longer than 2000 bytes");
    }

    @Test
    void deepNestingIsNoJsonToUs() throws IOException {
        write("a.jsonl", "{\"titleId\":\"movie:1\",\"title\":" + "[".repeat(1_500) + "\n");

        assertThat(skipped(read())).containsExactly("a.jsonl line 1: the line is no JSON object");
    }

    @Test
    void aBinaryFileIsLeftOut() throws IOException {
        write("a.jsonl", "\0\1\2");
        write("b.csv", "titleId,title\0\n1,x\n");
        write("c.nfo", "\0\1\2");
        write("d.jsonl", "{\"tmdbId\":7,\"title\":\"Seventh\"}");

        FolderReading reading = read();

        assertThat(skipped(reading))
                .containsExactly(
                        "a.jsonl: is not a text file",
                        "b.csv: is not a text file",
                        "c.nfo line 1: the file is no proper XML");
        assertThat(reading.size()).isEqualTo(1);
        assertThat(reading.isComplete()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"title\":\"X\"};it has no TMDB number (titleId, or mediaType and tmdbId)",
                "{\"title\":\"X\",\"id\":\"17\"};it has no TMDB number (titleId, or mediaType and tmdbId)",
                "{\"title\":\"X\",\"imdbId\":\"tt0000001\"};it has an IMDb id but no TMDB number, and numbers are not looked up",
                "{\"title\":\"X\",\"tmdbId\":0};its TMDB number is no positive whole number",
                "{\"title\":\"X\",\"tmdbId\":-3};its TMDB number is no positive whole number",
                "{\"title\":\"X\",\"tmdbId\":1.5};its TMDB number is no positive whole number",
                "{\"title\":\"X\",\"tmdbId\":99999999999};its TMDB number is no positive whole number",
                "{\"title\":\"X\",\"titleId\":\"film-1\"};its TMDB number is no positive whole number",
                "{\"title\":\"X\",\"tmdbId\":1,\"mediaType\":\"person\"};its type is neither movie nor tv",
                "{\"title\":\"X\",\"titleId\":\"tv:1\",\"mediaType\":\"movie\"};its type contradicts its titleId",
                "{\"title\":\"  \",\"tmdbId\":1};it has no title",
                "{\"title\":null,\"tmdbId\":1};it has no title"
            })
    void aRowThatNamesNoTitleIsSkippedWithItsReason(String row, String reason) throws IOException {
        write("a.ndjson", row);

        FolderReading reading = read();

        assertThat(skipped(reading)).containsExactly("a.ndjson line 1: " + reason);
        assertThat(reading.size()).isZero();
    }

    @Test
    void readsWhatOurOwnApiTells() throws IOException {
        write(
                "a.jsonl",
                "\uFEFF{\"titleId\":\"tv:12\",\"mediaType\":\"tv\",\"tmdbId\":12,\"title\":\"The Quiet Harbour\","
                        + "\"originalTitle\":\"Der stille Hafen\",\"year\":2019,\"releaseDate\":\"2019-05-03\","
                        + "\"genres\":[\"Drama\",\"sci-fi\",9648,{\"id\":80,\"name\":\"Crime\"},\"Slow Cinema\",123456],"
                        + "\"keywords\":[\"harbour\"],\"directors\":[\"A. Nobody\"],\"cast\":[\"B. Someone\",\"C. Else\"],"
                        + "\"overview\":\"Boats | fog.\",\"originalLanguage\":\"DE\",\"runtimeMinutes\":48,"
                        + "\"certification\":\"tv-14\",\"imdbId\":\"tt9999901\",\"tvdbId\":77,\"posterPath\":\"/x.jpg\","
                        + "\"voteAverage\":7.5,\"voteCount\":1200,\"popularity\":3.25,\"unknown\":{\"a\":1}}\n");

        assertThat(title(TitleId.tv(12)))
                .isEqualTo(Title.builder(TitleId.tv(12), "The Quiet Harbour")
                        .originalName("Der stille Hafen")
                        .year(2019)
                        .releaseDate("2019-05-03")
                        .genres(List.of(Genre.DRAMA, Genre.SCIENCE_FICTION, Genre.MYSTERY, Genre.CRIME))
                        .keywords(List.of("harbour", "slow cinema"))
                        .directors(List.of("A. Nobody"))
                        .cast(List.of("B. Someone", "C. Else"))
                        .overview("Boats | fog.")
                        .originalLanguage("de")
                        .runtimeMinutes(48)
                        .certification("TV-14")
                        .externalIds("tt9999901", 77)
                        .votes(7.5, 1200)
                        .popularity(3.25)
                        .detailed(true)
                        .build());
    }

    @Test
    void whatCannotBeReadIsUnknown() throws IOException {
        write(
                "a.jsonl",
                "{\"tmdbId\":\"12\",\"title\":\"Odd\",\"year\":\"soon\",\"releaseDate\":\"\",\"genres\":null,"
                        + "\"runtimeMinutes\":-4,\"certification\":\"FSK 12\",\"imdbId\":\"nm1\",\"voteAverage\":\"many\","
                        + "\"voteCount\":null,\"popularity\":\"NaN\",\"originalLanguage\":\"klingon\"}");

        Title odd = title(TitleId.movie(12));

        assertThat(odd.toBuilder().runtimeMinutes(0).build())
                .isEqualTo(
                        Title.builder(TitleId.movie(12), "Odd").detailed(true).build());
    }

    @Test
    void readsTablesInAnyOrderAndCase() throws IOException {
        write(
                "a.csv",
                "\uFEFFGenres,TYPE,Tmdb_Id,\"Title\",vote_count,Runtime,imdb_id,extra\r\n"
                        + "Drama| War |Odd,TV,7.0,\"Seven, and \"\"more\"\"\",\"1,234\",50 min,tt0000007,1\r\n"
                        + "\r\n"
                        + "Comedy,,8,Eight\r\n");

        FolderReading reading = read();

        assertThat(reading.title(TitleId.tv(7)).orElseThrow())
                .isEqualTo(Title.builder(TitleId.tv(7), "Seven, and \"more\"")
                        .genres(List.of(Genre.DRAMA, Genre.WAR))
                        .keywords(List.of("odd"))
                        .runtimeMinutes(50)
                        .votes(0, 1234)
                        .externalIds("tt0000007", 0)
                        .detailed(true)
                        .build());
        assertThat(reading.title(TitleId.movie(8)).orElseThrow().genres()).containsExactly(Genre.COMEDY);
        assertThat(reading.skipped().count()).isZero();
    }

    @Test
    void readsLatin1AndSemicolonsWhereSpreadsheetsWriteThem() throws IOException {
        write("a.csv", "tmdbid;title;vote_average\n5;Die Tür, heute;7,5\n", StandardCharsets.ISO_8859_1);

        Title title = title(TitleId.movie(5));

        assertThat(title.name()).isEqualTo("Die Tür, heute");
        assertThat(title.voteAverage()).isEqualTo(7.5);
    }

    @Test
    void linesOfJsonMustBeUtf8() throws IOException {
        write("a.jsonl", "{\"tmdbId\":5,\"title\":\"Tür\"}", StandardCharsets.ISO_8859_1);

        assertThat(skipped(read())).containsExactly("a.jsonl line 1: the line is not UTF-8");
    }

    @Test
    void aTableThatBreaksOffKeepsTheRowsBefore() throws IOException {
        write("a.csv", "tmdbid,title\n1,One\n2,\"Two\n" + "3,x\n".repeat(5_000));
        write("b.csv", "name,rating\nOne,5\n");

        FolderReading reading = read();

        assertThat(reading.titles(MediaType.MOVIE)).extracting(Title::name).containsExactly("One");
        assertThat(skipped(reading)).hasSize(2);
        assertThat(skipped(reading).getFirst()).startsWith("a.csv: cannot be read as rows of values");
        assertThat(skipped(reading).getLast())
                .isEqualTo("b.csv: has no column titleId or tmdbId; its first row must name the columns");
        assertThat(reading.isComplete()).isFalse();
    }

    @Test
    void readsWhatMediaCentresWrite() throws IOException {
        write("Film (2001)/film.nfo", """
                <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
                <!-- written by somebody -->
                <movie>
                  <title>The Paper Moon Garden</title><originaltitle>Papiermond</originaltitle>
                  <ratings>
                    <rating name="imdb" max="10"><value>6.0</value><votes>5</votes></rating>
                    <rating name="themoviedb" max="100" default="true"><value>74</value><votes>1,350</votes></rating>
                  </ratings>
                  <year>2001</year><premiered>2001-09-12</premiered>
                  <outline>Short.</outline><plot>A garden &amp; a <![CDATA[<moon>]]>.</plot>
                  <runtime>101</runtime><mpaa>US:Rated PG-13</mpaa>
                  <genre>Drama</genre><genre>Family / Fantasy</genre><tag>moon</tag><tag>garden</tag>
                  <director>D. Irector</director><credits>W. Riter</credits>
                  <set><name>Gardens</name><title>Not this</title></set>
                  <actor><name>Second</name><order>1</order></actor>
                  <actor><name>First</name><order>0</order></actor>
                  <uniqueid type="imdb" default="true">tt9999902</uniqueid><uniqueid type="tmdb">4711</uniqueid>
                </movie>
                https://www.themoviedb.org/movie/4711
                """);
        write("Show/tvshow.nfo", """
                <tvshow><title>Lanterns</title><tmdbid>31</tmdbid><imdb_id>tt9999903</imdb_id><tvdbid>5</tvdbid>
                <rating>8.1</rating><votes>12</votes><credits>C. Reator</credits></tvshow>
                """);

        FolderReading reading = read();

        assertThat(reading.title(TitleId.movie(4711)).orElseThrow())
                .isEqualTo(Title.builder(TitleId.movie(4711), "The Paper Moon Garden")
                        .originalName("Papiermond")
                        .votes(7.4, 1350)
                        .year(2001)
                        .releaseDate("2001-09-12")
                        .overview("A garden & a <moon>.")
                        .runtimeMinutes(101)
                        .certification("PG-13")
                        .genres(List.of(Genre.DRAMA, Genre.FAMILY, Genre.FANTASY))
                        .keywords(List.of("moon", "garden"))
                        .directors(List.of("D. Irector"))
                        .cast(List.of("First", "Second"))
                        .externalIds("tt9999902", 0)
                        .detailed(true)
                        .build());
        assertThat(reading.title(TitleId.tv(31)).orElseThrow())
                .isEqualTo(Title.builder(TitleId.tv(31), "Lanterns")
                        .votes(8.1, 12)
                        .directors(List.of("C. Reator"))
                        .externalIds("tt9999903", 5)
                        .detailed(true)
                        .build());
        assertThat(reading.skipped().count()).isZero();
    }

    @Test
    void xmlThatReachesOutOrExplodesIsRefused() throws IOException {
        Path secret = Files.writeString(Files.createTempFile("secret", ".txt"), "a secret");
        write(
                "a.nfo",
                "<!DOCTYPE movie [<!ENTITY x SYSTEM \"" + secret.toUri()
                        + "\">]><movie><title>&x;</title><tmdbid>1</tmdbid></movie>");
        write(
                "b.nfo",
                "<!DOCTYPE movie [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
                        + "<movie><title>&b;</title><tmdbid>2</tmdbid></movie>");
        write("c.nfo", "<!DOCTYPE movie SYSTEM \"http://127.0.0.1:1/x.dtd\"><movie><tmdbid>3</tmdbid></movie>");
        write("d.nfo", "<movie>" + "<a>".repeat(100) + "</a>".repeat(100) + "</movie>");
        write("e.nfo", "<movie><title>" + "x".repeat(5_000) + "</title><tmdbid>5</tmdbid></movie>");

        FolderReading reading = read();

        assertThat(reading.size()).isZero();
        assertThat(skipped(reading))
                .containsExactly(
                        "a.nfo line 1: the file has a document type, which is not allowed",
                        "b.nfo line 1: the file has a document type, which is not allowed",
                        "c.nfo line 1: the file has a document type, which is not allowed",
                        "d.nfo line 1: the file's elements are nested too deeply",
                        "e.nfo line 1: the file is longer than 4000 bytes");
        Files.delete(secret);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<movie><title>Cut", "", "just words", "<movie><title>&undeclared;</title></movie>"})
    void xmlThatIsNoneIsSkipped(String text) throws IOException {
        write("a.nfo", text);
        write("b.jsonl", "{\"tmdbId\":5,\"title\":\"Five\"}");

        FolderReading reading = read();

        assertThat(skipped(reading)).hasSize(1);
        assertThat(reading.size()).isEqualTo(1);
        assertThat(reading.isComplete()).isTrue();
    }

    @Test
    void linksAndEpisodesAreNoTitles() throws IOException {
        write("a.nfo", "\uFEFFhttps://www.themoviedb.org/movie/603-something\r\n");
        write("b.nfo", "<episodedetails><title>One</title><uniqueid type=\"tmdb\">9</uniqueid></episodedetails>");

        assertThat(skipped(read()))
                .containsExactly(
                        "a.nfo line 1: the file is only a link: it says nothing about its title",
                        "b.nfo line 1: the file is about no movie or show");
    }

    @Test
    void theLaterFileDecidesAboutATitleOfBoth() throws IOException {
        write("b.jsonl", "{\"tmdbId\":5,\"title\":\"Later\"}");
        write("a.csv", "tmdbid,title\n5,Earlier\n6,Six\n");

        FolderReading reading = read();

        assertThat(reading.title(TitleId.movie(5)).orElseThrow().name()).isEqualTo("Later");
        assertThat(reading.duplicates()).isEqualTo(1);
        assertThat(reading.size()).isEqualTo(2);
    }

    @Test
    void staysInsideTheFolderAndItsLimits(@TempDir Path elsewhere) throws IOException {
        Files.writeString(elsewhere.resolve("x.jsonl"), "{\"tmdbId\":1,\"title\":\"Elsewhere\"}");
        Files.createSymbolicLink(folder.resolve("link"), elsewhere);
        Files.createSymbolicLink(folder.resolve("link.jsonl"), elsewhere.resolve("x.jsonl"));
        write(".hidden/a.jsonl", "{\"tmdbId\":2,\"title\":\"Hidden\"}");
        write("1/2/a.jsonl", "{\"tmdbId\":3,\"title\":\"Deep\"}");
        write("1/2/3/a.jsonl", "{\"tmdbId\":4,\"title\":\"Too deep\"}");
        write("readme.txt", "{\"tmdbId\":5,\"title\":\"Another format\"}");

        FolderReading reading = read();

        assertThat(reading.titles(MediaType.MOVIE)).extracting(Title::name).containsExactly("Deep");
        assertThat(reading.isComplete()).isTrue();
    }

    @Test
    void moreTitlesThanAllowedAreLeftOut() throws IOException {
        write("a.csv", "tmdbid,title\n1,A\n2,B\n3,C\n4,D\n5,E\n6,F\n5,E again\n");

        FolderReading reading = read();

        assertThat(reading.size()).isEqualTo(5);
        assertThat(reading.title(TitleId.movie(5)).orElseThrow().name()).isEqualTo("E again");
        assertThat(skipped(reading)).containsExactly("a.csv line 7: there are more than 5 titles");
    }

    @Test
    void aFileOverTheLimitIsLeftOutAndNotBelievedToBeEmpty() throws IOException {
        write("a.csv", "tmdbid,title\n" + "1,x\n".repeat(30_000));

        FolderReading reading = read();

        assertThat(reading.size()).isZero();
        assertThat(skipped(reading)).containsExactly("a.csv: is larger than 100000 bytes");
        assertThat(reading.isComplete()).isFalse();
    }

    @Test
    void moreFilesThanAllowedAreLeftOut() throws IOException {
        for (int number = 1; number <= 7; number++) {
            write("n" + number + ".csv", "tmdbid,title\n1,N\n");
        }

        FolderReading reading = read();

        assertThat(reading.view().files()).hasSize(6);
        assertThat(skipped(reading)).containsExactly("more than 6 title files");
        assertThat(reading.isComplete()).isFalse();
    }

    @Test
    void theBestKnownComesFirst() throws IOException {
        write("a.csv", "tmdbid,title,popularity,votes\n3,C,1,5\n2,B,1,9\n1,A,,100\n4,D,8,0\n");

        assertThat(read().titles(MediaType.MOVIE)).extracting(Title::name).containsExactly("D", "B", "C", "A");
    }
}
