package movierec.catalogue.importer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import movierec.title.TitleId;

/**
 * A MovieLens data set as users download it: a folder or zip with {@code ratings.csv} (or {@code ratings.dat}, {@code u.data})
 * and maybe {@code movies.csv}, {@code links.csv}, {@code tags.csv}; or one file of ratings, beside which the others may
 * stand. Any file may be gzipped. Nothing is unpacked to disk or held in memory but titles and links.
 */
public final class MovieLensFiles {
    private static final String LINKS = "links.csv";
    private static final int FLAGS_BEGIN = 5;

    private final String name;
    private final DataFiles files;
    private final DataFile ratings;

    private MovieLensFiles(String name, DataFiles files, DataFile ratings) {
        this.name = name;
        this.files = files;
        this.ratings = ratings;
    }

    public static MovieLensFiles open(Path path) {
        return open(path, ArchiveLimits.DEFAULT);
    }

    /** @throws movierec.failure.Refusal.Invalid when there is nothing usable; it says what was expected */
    public static MovieLensFiles open(Path path, ArchiveLimits limits) {
        Path absolute = path.toAbsolutePath().normalize();
        if (!Files.exists(absolute)) {
            throw UnusableFile.because("There is no file or folder " + path);
        }
        String fileName = String.valueOf(absolute.getFileName());
        try {
            if (Files.isDirectory(absolute)) {
                return ofArchive(fileName, DataFiles.ofFolder(absolute, limits));
            }
            if (fileName.toLowerCase(Locale.ROOT).endsWith(".zip")) {
                return ofArchive(fileName, DataFiles.ofZip(absolute, limits));
            }
            Path folder = absolute.getParent();
            DataFiles siblings = folder == null ? new DataFiles(Map.of()) : DataFiles.ofFolder(folder, limits);
            return new MovieLensFiles(nameOf(fileName), siblings, new DataFile.OnDisk(absolute, limits));
        } catch (IOException e) {
            throw UnusableFile.because(fileName, e);
        }
    }

    private static MovieLensFiles ofArchive(String fileName, DataFiles files) {
        DataFile ratings = files.find("ratings.csv", "ratings.dat", "u.data")
                .orElseThrow(() -> UnusableFile.because(
                        fileName + " holds no ratings.csv, ratings.dat or u.data; " + RatingColumns.EXPECTED));
        return new MovieLensFiles(nameOf(fileName), files, ratings);
    }

    private static String nameOf(String fileName) {
        return "movielens " + fileName.replaceFirst("(?i)(\\.(zip|csv|dat|data|gz))+$", "");
    }

    /** Such as {@code movielens ml-latest-small}. */
    public String name() {
        return name;
    }

    /**
     * The ratings with MovieLens' own numbers as opaque movie ids: for training and evaluation without a catalogue. A rating
     * that is no rating ends the reading, for nothing good can be learned from numbers that mean something else.
     */
    public MovieLensRatings asDataset(Progress progress) {
        return new MovieLensRatings(name, ratings, TitleId::movie, MovieLensRatings.WrongRatings.REFUSED, progress);
    }

    /** The same, but ratings that are none are skipped and counted. */
    MovieLensRatings byMovieId(Progress progress) {
        return new MovieLensRatings(name, ratings, TitleId::movie, MovieLensRatings.WrongRatings.SKIPPED, progress);
    }

    /** The ratings with TMDB's numbers; ratings of movies that have none, or that are none, are skipped and counted. */
    public MovieLensRatings byTmdbId(Progress progress) {
        Map<Integer, TitleId> links = tmdbIds();
        return new MovieLensRatings(name, ratings, links::get, MovieLensRatings.WrongRatings.SKIPPED, progress);
    }

    /** Whether the data set says which title of the catalogue each of its movies is. */
    public boolean hasLinks() {
        return files.find(LINKS).isPresent();
    }

    /** The TMDB id of each movie that has one, by MovieLens' number. */
    public Map<Integer, TitleId> tmdbIds() {
        DataFile file = files.find(LINKS)
                .orElseThrow(
                        () -> UnusableFile.because(
                                "links.csv is missing: only it says which movie of the catalogue a"
                                        + " rating is about; to train or evaluate without a catalogue, name the data set there"));
        Map<Integer, TitleId> tmdbIds = new HashMap<>();
        CsvColumns columns = new CsvColumns(file.name(), List.of("movieid", "tmdbid"));
        Rows.read(file, Progress.NONE, columns.visitor(cells -> {
            int movieId = Integer.parseInt(cells.get(0).strip());
            TitleId.parse(cells.get(1).strip()).ifPresent(titleId -> tmdbIds.put(movieId, titleId));
        }));
        return tmdbIds;
    }

    /** What the data set says about its movies, in the file's order; nothing when it has no file of movies. */
    public List<MovieLensTitle> titles() {
        Optional<DataFile> found = files.find("movies.csv", "movies.dat", "u.item");
        if (found.isEmpty()) {
            return List.of();
        }
        DataFile file = found.get();
        boolean flagged = file.name().startsWith("u.item");
        MovieLensTags tags = files.find("tags.csv").map(MovieLensTags::read).orElseGet(MovieLensTags::none);
        List<MovieLensTitle> titles = new ArrayList<>();
        CsvColumns columns =
                new CsvColumns(file.name(), flagged ? flaggedColumns() : List.of("movieid", "title", "genres"));
        Rows.read(
                file,
                Progress.NONE,
                columns.visitor(cells -> titles.add(title(
                        cells,
                        flagged
                                ? flaggedGenres(cells)
                                : Arrays.asList(cells.get(2).split("\\|")),
                        tags))));
        return titles;
    }

    private static MovieLensTitle title(List<String> cells, List<String> genreNames, MovieLensTags tags) {
        int movieId = Integer.parseInt(cells.get(0).strip());
        MovieLensName name = MovieLensName.of(cells.get(1));
        MovieLensGenres genres = MovieLensGenres.of(genreNames);
        Set<String> keywords = new LinkedHashSet<>(genres.keywords());
        keywords.addAll(tags.of(movieId));
        return new MovieLensTitle(
                movieId, name.name(), name.originalName(), name.year(), genres.genres(), List.copyOf(keywords));
    }

    /** {@code u.item}: number, title, three columns of no use here, then one flag a genre. */
    private static List<String> flaggedColumns() {
        List<String> names = new ArrayList<>(List.of("movieid", "title", "released", "video", "url"));
        names.addAll(MovieLensGenres.FLAGS);
        return names;
    }

    private static List<String> flaggedGenres(List<String> cells) {
        List<String> names = new ArrayList<>();
        for (int flag = 0; flag < MovieLensGenres.FLAGS.size(); flag++) {
            if (cells.get(FLAGS_BEGIN + flag).equals("1")) {
                names.add(MovieLensGenres.FLAGS.get(flag));
            }
        }
        return names;
    }
}
