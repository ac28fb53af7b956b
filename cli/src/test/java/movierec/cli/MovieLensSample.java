package movierec.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** A small made-up data set in MovieLens' form: even users like even movies, odd users odd ones. */
final class MovieLensSample {
    static final int USERS = 60;
    static final int MOVIES = 40;
    private static final int YEAR_2020 = 1_577_836_800;

    private MovieLensSample() {}

    static Path write(Path folder) throws IOException {
        Files.createDirectories(folder);
        StringBuilder ratings = new StringBuilder("userId,movieId,rating,timestamp\n");
        for (int user = 1; user <= USERS; user++) {
            for (int movie = 1; movie <= MOVIES; movie++) {
                // Everyone leaves out another fifth of their half.
                if (user % 2 == movie % 2 && (user + movie / 2) % 5 != 0) {
                    // Each user in an order of their own, so that the last movie is not the same for all.
                    int moment = YEAR_2020 + 86_400 * ((7 * movie + 3 * user) % MOVIES);
                    ratings.append(user + "," + movie + ",5.0," + moment + "\n");
                }
            }
        }
        ratings.append("1,not-a-movie,5.0,1577836800\n");
        StringBuilder movies = new StringBuilder("movieId,title,genres\n");
        StringBuilder links = new StringBuilder("movieId,imdbId,tmdbId\n");
        for (int movie = 1; movie <= MOVIES; movie++) {
            movies.append(movie + ",Made-up Movie " + movie + " (19" + (50 + movie) + "),Drama|Comedy\n");
            links.append(movie + ",1," + (9_000_000 + movie) + "\n");
        }
        Files.writeString(folder.resolve("ratings.csv"), ratings);
        Files.writeString(folder.resolve("movies.csv"), movies);
        Files.writeString(folder.resolve("links.csv"), links);
        return folder;
    }

    /** Gives every user as many movies as before, but any: what one likes says nothing any more about what others do. */
    static void shuffle(Path folder, Random random) throws IOException {
        Path ratings = folder.resolve("ratings.csv");
        Map<String, List<Integer>> movies = new HashMap<>();
        StringBuilder shuffled = new StringBuilder("userId,movieId,rating,timestamp\n");
        for (String line : Files.readAllLines(ratings)) {
            if (line.startsWith("userId")) {
                continue;
            }
            String[] cells = line.split(",");
            List<Integer> left = movies.computeIfAbsent(cells[0], user -> {
                List<Integer> all =
                        new ArrayList<>(IntStream.rangeClosed(1, MOVIES).boxed().toList());
                Collections.shuffle(all, random);
                return all;
            });
            shuffled.append(cells[0] + "," + left.removeLast() + "," + cells[2] + "," + cells[3] + "\n");
        }
        Files.writeString(ratings, shuffled);
    }

    /** Many users with some of 1,000 movies each. */
    static Path writeLarge(Path folder, int users, int moviesPerUser) throws IOException {
        Files.createDirectories(folder);
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("ratings.csv"))) {
            out.write("userId,movieId,rating,timestamp\n");
            for (int user = 1; user <= users; user++) {
                for (int place = 0; place < moviesPerUser; place++) {
                    out.write(user + "," + (1 + (user * 7 + place * 37) % 1_000) + ",5.0," + YEAR_2020 + "\n");
                }
            }
        }
        return folder;
    }
}
