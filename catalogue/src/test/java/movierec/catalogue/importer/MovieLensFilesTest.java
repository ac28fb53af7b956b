package movierec.catalogue.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import movierec.failure.Refusal;
import movierec.model.RatingCorpus;
import movierec.title.Genre;
import movierec.title.TitleId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MovieLensFilesTest {
    private static final String RATINGS = "userId,movieId,rating,timestamp\n1,10,4.0,1000\n2,20,0.5,2000\n";

    @TempDir
    Path folder;

    @Test
    void nothingThereIsRefused() {
        assertThatThrownBy(() -> MovieLensFiles.open(folder.resolve("nowhere")))
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessageContaining("no file or folder");
    }

    @Test
    void aFolderWithoutRatingsIsRefusedSayingWhatWasExpected() throws IOException {
        write("movies.csv", "movieId,title,genres\n");

        assertThatThrownBy(() -> MovieLensFiles.open(folder))
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessageContaining("no ratings.csv, ratings.dat or u.data")
                .hasMessageContaining("expected MovieLens ratings");
    }

    @Test
    void filesOfNoKnownFormatAreRefusedSayingWhatWasExpected() throws IOException {
        byte[] garbage = new byte[5000];
        new java.util.SplittableRandom(1).nextBytes(garbage);
        Map<String, byte[]> files = new TreeMap<>(Map.of(
                "empty.csv", new byte[0],
                "blank.csv", "\n\n".getBytes(StandardCharsets.UTF_8),
                "other.csv", "name,age\nAnn,3\n".getBytes(StandardCharsets.UTF_8),
                "picture.csv", garbage,
                "only-header.csv", "userId,movieId\n".getBytes(StandardCharsets.UTF_8),
                "cut.csv.gz", Arrays.copyOf(gzip("userId,movieId\n" + "1,2\n3,4\n".repeat(50_000)), 100),
                "broken.zip", "PK and then nothing".getBytes(StandardCharsets.UTF_8)));

        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = Files.write(folder.resolve(file.getKey()), file.getValue());
            assertThatThrownBy(() -> read(MovieLensFiles.open(path).asDataset(Progress.NONE)))
                    .as(file.getKey())
                    .isInstanceOf(Refusal.Invalid.class)
                    .hasMessageMatching("(?s).*(expected|empty|not a text file|damaged).*");
        }
    }

    @Test
    void aGzipThatIsCutOffInTheMiddleIsRefused() throws IOException {
        StringBuilder rows = new StringBuilder("userId,movieId,rating,timestamp\n");
        new java.util.SplittableRandom(2).ints(60_000, 1, 100_000).forEach(n -> rows.append(n)
                .append(',')
                .append(n % 977 + 1)
                .append(",3.5,")
                .append(n * 31L)
                .append('\n'));
        byte[] whole = gzip(rows.toString());
        Path path = Files.write(folder.resolve("ratings.csv.gz"), Arrays.copyOf(whole, whole.length / 2));

        assertThatThrownBy(() -> read(MovieLensFiles.open(path).asDataset(Progress.NONE)))
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessageContaining("damaged or cut off");
    }

    @Test
    void badRowsAreSkippedAndReportedWithTheirLines() throws IOException {
        write("ratings.csv", """
                userId,movieId,rating,timestamp
                1,10,4.0,1000
                x,10,4.0,1000
                1,,4.0,1000
                1,11,nine,1000
                1,12,9,1000
                1,0,3,1000
                1,13,NaN,1000
                1,14

                1,15,3.0,soon
                2,20,5,2000
                """);
        MovieLensRatings ratings = MovieLensFiles.open(folder).byMovieId(Progress.NONE);

        assertThat(read(ratings)).containsExactly("1 movie:10 4.0 1000", "2 movie:20 5.0 2000");
        assertThat(ratings.skipped().count()).isEqualTo(8);
        assertThat(ratings.skipped().examples())
                .extracting(SkippedRows.SkippedRow::toString)
                .containsExactly(
                        "ratings.csv line 3: userId is not a whole number",
                        "ratings.csv line 4: movieId is not a whole number",
                        "ratings.csv line 5: rating is not a number",
                        "ratings.csv line 6: rating is not between 0.5 and 5",
                        "ratings.csv line 7: movieId is out of range",
                        "ratings.csv line 8: rating is not between 0.5 and 5",
                        "ratings.csv line 9: rating is missing",
                        "ratings.csv line 11: timestamp is not a whole number");
    }

    @Test
    void aRatingThatIsNoneEndsTheReadingOfADatasetWithItsLine() throws IOException {
        for (String wrong : List.of("nan", "NaN", "9", "0", "-1", "Infinity", "1e9", "five", "")) {
            Path path = write("wrong.csv", "userId,movieId,rating,timestamp\n1,10,4.0,1000\n1,11," + wrong + ",1000\n");

            assertThatThrownBy(() -> read(MovieLensFiles.open(path).asDataset(Progress.NONE)))
                    .as(wrong)
                    .isInstanceOf(Refusal.Invalid.class)
                    .hasMessageContaining("wrong.csv line 3: rating is not");
            assertThat(read(MovieLensFiles.open(path).byMovieId(Progress.NONE)))
                    .as("an import goes on without it")
                    .hasSize(1);
        }
    }

    @Test
    void aRowThatIsCutOffIsLeftOutWithItsLine() throws IOException {
        write("ratings.csv", RATINGS + "3,30,4.0,1000\n3,31");
        MovieLensRatings ratings = MovieLensFiles.open(folder).asDataset(Progress.NONE);

        assertThat(read(ratings)).hasSize(3);
        assertThat(ratings.skipped().examples())
                .extracting(SkippedRows.SkippedRow::toString)
                .containsExactly("ratings.csv line 5: rating is missing");
    }

    @Test
    void anotherDelimiterOrCharacterSetIsRefusedSayingWhatWasExpected() throws IOException {
        Map<String, Path> files = new TreeMap<>(Map.of(
                "semicolons", write("semicolons.csv", RATINGS.replace(',', ';')),
                "tabs", write("tabs.csv", RATINGS.replace(',', '\t')),
                "blanks", write("blanks.csv", RATINGS.replace(',', ' ')),
                "a header of commas only", write("mixed.csv", "userId,movieId,rating\n1;2;3\n"),
                "UTF-16", write("wide.csv", RATINGS, StandardCharsets.UTF_16)));

        files.forEach((what, path) -> assertThatThrownBy(
                        () -> read(MovieLensFiles.open(path).asDataset(Progress.NONE)))
                .as(what)
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessageMatching("(?s).*(expected MovieLens ratings|not a text file).*"));
    }

    @Test
    void bytesThatAreNoUtf8CostOneRowOrALetterOfAName() throws IOException {
        write("ratings.csv", RATINGS + "3,\u00e910,4,1\n", StandardCharsets.ISO_8859_1);
        write("movies.csv", "movieId,title,genres\n10,Am\u00e9lie (2001),Comedy\n", StandardCharsets.ISO_8859_1);
        MovieLensFiles files = MovieLensFiles.open(folder);

        assertThat(read(files.asDataset(Progress.NONE))).hasSize(2);
        assertThat(files.titles()).singleElement().satisfies(title -> {
            assertThat(title.year()).isEqualTo(2001);
            assertThat(title.genres()).containsExactly(Genre.COMEDY);
        });
    }

    @Test
    void unsortedAndRepeatedRowsAreHandedOverAsTheyStand() throws IOException {
        write("ratings.csv", "userId,movieId,rating,timestamp\n2,20,4,9\n1,10,4,5\n2,20,4,9\n1,11,4,3\n");

        assertThat(read(MovieLensFiles.open(folder).asDataset(Progress.NONE)))
                .containsExactly("2 movie:20 4.0 9", "1 movie:10 4.0 5", "2 movie:20 4.0 9", "1 movie:11 4.0 3");
    }

    @Test
    void aFileOfNothingButBadRowsIsRefusedWithAnExample() throws IOException {
        write("ratings.csv", "userId,movieId,rating\n1,2,99\n1,3,98\n");

        assertThatThrownBy(() -> read(MovieLensFiles.open(folder).byMovieId(Progress.NONE)))
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessageContaining("line 2: rating is not between");
    }

    @Test
    void anArchiveThatUnpacksToTooMuchIsRefused() throws IOException {
        String zeros = "userId,movieId\n" + "1,1\n".repeat(2_000_000);
        Path zip = zip("bomb.zip", Map.of("ratings.csv", zeros));
        Path gzip = Files.write(folder.resolve("bomb.csv.gz"), gzip(zeros));

        assertThatThrownBy(() -> MovieLensFiles.open(zip)).hasMessageContaining("100 times its size");
        assertThatThrownBy(() -> read(MovieLensFiles.open(gzip).asDataset(Progress.NONE)))
                .hasMessageContaining("100 times its size");
        ArchiveLimits tight = new ArchiveLimits(1, 1_000, 100);
        assertThatThrownBy(() -> MovieLensFiles.open(zip("two.zip", Map.of("a", "", "b", "")), tight))
                .hasMessageContaining("2 members");
        assertThatThrownBy(() -> MovieLensFiles.open(zip, tight)).hasMessageContaining("more than 1000 bytes");
    }

    @Test
    void membersThatClimbOutOfTheZipAreNotSeen() throws IOException {
        Path zip = zip(
                "evil.zip", Map.of("../ratings.csv", RATINGS, "a/b/ratings.csv", RATINGS, "a\\ratings.csv", RATINGS));

        assertThatThrownBy(() -> MovieLensFiles.open(zip)).hasMessageContaining("holds no ratings.csv");
    }

    @Test
    void readsEveryDialect() throws IOException {
        List<String> expected = List.of("1 movie:10 4.0 1000", "2 movie:20 0.5 2000");
        Map<String, String> files = new TreeMap<>(Map.of(
                "plain.csv", RATINGS,
                "windows.csv", "\uFEFF" + RATINGS.replace("\n", "\r\n"),
                "quoted.csv",
                        "\"userId\",\"movieId\",\"rating\",\"timestamp\"\n\"1\",\"10\",\"4.0\",\"1000\"\n2,20,0.5,2000\n",
                "any-order.csv", "Timestamp,note,RATING,movieid,UserID\n1000,a,4.0,10,1\n2000,b,0.5,20,2",
                "ratings.dat", "1::10::4::1000\n2::20::0.5::2000\n",
                "u.data", "1\t10\t4\t1000\n2\t20\t0.5\t2000\n"));

        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = write(file.getKey(), file.getValue());
            assertThat(read(MovieLensFiles.open(path).asDataset(Progress.NONE)))
                    .as(file.getKey())
                    .isEqualTo(expected);
        }
    }

    @Test
    void ratingsAndTimesMayBeMissing() throws IOException {
        Path pairs = write("pairs.csv", "userId,movieId,split\n1,10,train\n");
        Path sequence = write("sequence.csv", "userId,movieId,pos\n1,10,0\n1,11,1\n");

        assertThat(read(MovieLensFiles.open(pairs).asDataset(Progress.NONE))).containsExactly("1 movie:10 NaN 0");
        assertThat(read(MovieLensFiles.open(sequence).asDataset(Progress.NONE)))
                .as("the position orders the ratings in place of a time")
                .containsExactly("1 movie:10 NaN 1", "1 movie:11 NaN 2");
    }

    @Test
    void readsFoldersZipsAndGzippedFilesAlike() throws IOException {
        Path zip = zip("ml-tiny.zip", Map.of("ml-tiny/ratings.csv", RATINGS, "ml-tiny/README.txt", "hello"));
        Path flatZip = zip("flat.zip", Map.of("ratings.csv", RATINGS));
        Path packed = Files.write(folder.resolve("packed.csv.gz"), gzip(RATINGS));
        write("ratings.csv", RATINGS);

        for (Path path : List.of(zip, flatZip, packed, folder)) {
            assertThat(read(MovieLensFiles.open(path).asDataset(Progress.NONE)))
                    .as(path.toString())
                    .hasSize(2);
        }
        assertThat(MovieLensFiles.open(zip).name()).isEqualTo("movielens ml-tiny");
        assertThat(MovieLensFiles.open(packed).name()).isEqualTo("movielens packed");
    }

    @Test
    void linksTurnMoviesIntoTmdbTitlesAndTheRestIsCounted() throws IOException {
        write("ratings.csv", RATINGS + "3,30,4,3000\n3,40,4,3000\n");
        write("links.csv", "movieId,imdbId,tmdbId\n10,0114709,862\n30,0000001,\n");
        MovieLensRatings ratings = MovieLensFiles.open(folder).byTmdbId(Progress.NONE);

        assertThat(read(ratings)).containsExactly("1 movie:862 4.0 1000");
        assertThat(ratings.skipped().countByReason()).isEqualTo(Map.of("links.csv has no TMDB id for the movie", 3L));
    }

    @Test
    void withoutLinksThereAreNoTmdbTitles() throws IOException {
        write("ratings.csv", RATINGS);

        assertThatThrownBy(() -> MovieLensFiles.open(folder).byTmdbId(Progress.NONE))
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessageContaining("links.csv is missing");
    }

    @Test
    void aSecondReadingGivesTheSameAndCountsAnew() throws IOException {
        write("ratings.csv", RATINGS + "bad\n");
        MovieLensRatings ratings = MovieLensFiles.open(folder).asDataset(Progress.NONE);

        assertThat(read(ratings)).isEqualTo(read(ratings));
        assertThat(ratings.skipped().count()).isEqualTo(1);
    }

    @Test
    void titlesCarryGenresAndTheTagsOnWhichPeopleAgree() throws IOException {
        write("ratings.csv", RATINGS);
        write(
                "movies.csv",
                "movieId,title,genres\n10,\"Matrix, The (1999)\",Action|Sci-Fi\n20,Untagged,(no genres listed)\n");
        write("tags.csv", """
                userId,movieId,tag,timestamp
                1,10,Cyberpunk,1
                1,10,cyberpunk,2
                1,10,alone,1
                1,10,In Netflix queue,1
                2,10,In Netflix queue,1
                2,10,CYBERPUNK,1
                2,10,dreams,1
                3,10,dreams,1
                4,10,dreams,1
                bad row
                """);

        List<MovieLensTitle> titles = MovieLensFiles.open(folder).titles();

        assertThat(titles)
                .containsExactly(
                        new MovieLensTitle(
                                10,
                                "The Matrix",
                                "",
                                1999,
                                List.of(Genre.ACTION, Genre.SCIENCE_FICTION),
                                List.of("dreams", "cyberpunk")),
                        new MovieLensTitle(20, "Untagged", "", 0, List.of(), List.of()));
    }

    @Test
    void readsTitlesOfTheOldFormats() throws IOException {
        write("ratings.dat", "1::10::4::1000\n");
        Files.write(
                folder.resolve("movies.dat"),
                "10::Amélie, \"La\" (2001)::Children's|Comedy\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(MovieLensFiles.open(folder).titles())
                .containsExactly(new MovieLensTitle(
                        10, "Amélie, \"La\"", "", 2001, List.of(Genre.FAMILY, Genre.COMEDY), List.of()));

        Files.delete(folder.resolve("movies.dat"));
        write(
                "u.item",
                "10|Toy Story (1995)|01-Jan-1995||http://x|0|0|0|1|1|1|0|0|0|0|0|0|0|0|0|0|0|0|0\n",
                StandardCharsets.ISO_8859_1);
        assertThat(MovieLensFiles.open(folder).titles())
                .containsExactly(new MovieLensTitle(
                        10, "Toy Story", "", 1995, List.of(Genre.ANIMATION, Genre.FAMILY, Genre.COMEDY), List.of()));
    }

    @Test
    void progressGrowsToTheWholeFile() throws IOException {
        Path path = write("ratings.csv", RATINGS.repeat(1));
        List<Long> seen = new ArrayList<>();

        read(MovieLensFiles.open(path).asDataset((readBytes, totalBytes) -> {
            assertThat(totalBytes).isEqualTo(RATINGS.length());
            seen.add(readBytes);
        }));

        assertThat(seen).isSorted().last().isEqualTo((long) RATINGS.length());
    }

    private static List<String> read(RatingCorpus corpus) {
        List<String> ratings = new ArrayList<>();
        corpus.forEach((int user, TitleId titleId, float rating, long second) ->
                ratings.add(user + " " + titleId + " " + rating + " " + second));
        return ratings;
    }

    private Path write(String name, String text) throws IOException {
        return write(name, text, StandardCharsets.UTF_8);
    }

    private Path write(String name, String text, Charset charset) throws IOException {
        return Files.writeString(folder.resolve(name), text, charset);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream stream = new GZIPOutputStream(bytes)) {
            stream.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private Path zip(String name, Map<String, String> members) throws IOException {
        Path path = folder.resolve(name);
        try (ZipOutputStream stream = new ZipOutputStream(Files.newOutputStream(path))) {
            for (Map.Entry<String, String> member : members.entrySet()) {
                stream.putNextEntry(new ZipEntry(member.getKey()));
                stream.write(member.getValue().getBytes(StandardCharsets.UTF_8));
                stream.closeEntry();
            }
        }
        return path;
    }
}
