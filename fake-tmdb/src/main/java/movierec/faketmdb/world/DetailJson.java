package movierec.faketmdb.world;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.SplittableRandom;

/** Everything that TMDB says about one title by itself. */
final class DetailJson {
    private DetailJson() {}

    static ObjectNode of(FakeTitle title) {
        ObjectNode details = RowJson.common(title);
        SplittableRandom random = title.dice().roll("details");
        ArrayNode genres = details.putArray("genres");
        title.genres().forEach(id -> genres.addObject().put("id", id.intValue()).put("name", Genres.name(id)));
        details.put("homepage", title.has(Trap.NO_HOMEPAGE) ? "" : "https://films.example/" + title.id());
        details.put("tagline", title.has(Trap.NO_TAGLINE) ? "" : Words.tagline(random));
        details.putArray("origin_country").add(title.country());
        makers(title, details, random);
        if (title.kind() == Kind.MOVIE) {
            movie(title, details, random);
        } else {
            show(title, details, random);
        }
        return details;
    }

    private static void makers(FakeTitle title, ObjectNode details, SplittableRandom random) {
        ArrayNode companies = details.putArray("production_companies");
        for (int number = random.nextInt(3); number >= 0; number--) {
            int id = 700_001 + random.nextInt(300);
            companies
                    .addObject()
                    .put("id", id)
                    .put("logo_path", random.nextBoolean() ? Pictures.path("logo", id) : null)
                    .put(
                            "name",
                            Words.company(
                                    Dice.of(title.dice().seed(), "company", id).roll("name")))
                    .put("origin_country", random.nextInt(4) == 0 ? "" : title.country());
        }
        details.putArray("production_countries")
                .addObject()
                .put("iso_3166_1", title.country())
                .put("name", Offers.COUNTRIES.getOrDefault(title.country(), title.country()));
        details.putArray("spoken_languages")
                .addObject()
                .put("english_name", title.language())
                .put("iso_639_1", title.language())
                .put("name", title.language());
    }

    private static void movie(FakeTitle title, ObjectNode details, SplittableRandom random) {
        if (title.has(Trap.NO_COLLECTION)) {
            details.putNull("belongs_to_collection");
        } else {
            int id = 800_001 + random.nextInt(100);
            details.putObject("belongs_to_collection")
                    .put("id", id)
                    .put("name", Words.proper(random) + " Collection")
                    .put("poster_path", random.nextBoolean() ? Pictures.path("pcollection", id) : null)
                    .putNull("backdrop_path");
        }
        details.put("budget", random.nextInt(3) == 0 ? 0 : random.nextInt(1, 200) * 1_000_000);
        details.put("revenue", random.nextInt(3) == 0 ? 0L : random.nextInt(1, 900) * 1_000_000L);
        details.put("imdb_id", title.has(Trap.NO_IMDB_ID) ? null : title.imdbId());
        int runtime = title.has(Trap.ZERO_RUNTIME) ? 0 : 75 + random.nextInt(95);
        if (title.has(Trap.NO_RUNTIME)) {
            details.putNull("runtime");
        } else {
            details.put("runtime", runtime);
        }
        details.put("status", title.date().isEmpty() ? "In Production" : "Released");
    }

    private static void show(FakeTitle title, ObjectNode details, SplittableRandom random) {
        boolean running = !title.date().isEmpty() && random.nextInt(3) == 0;
        int seasons = 1 + random.nextInt(6);
        int episodes = 6 + random.nextInt(8);
        ArrayNode makers = details.putArray("created_by");
        Person maker = Person.of(title.dice().seed(), random.nextInt(500));
        if (random.nextInt(4) > 0) {
            makers.addObject()
                    .put("id", maker.id())
                    .put("credit_id", PartJson.creditId(title, maker, "created"))
                    .put("name", maker.name())
                    .put("gender", maker.gender())
                    .put("profile_path", maker.pictured() ? Pictures.path("face", maker.id()) : null);
        }
        ArrayNode runtimes = details.putArray("episode_run_time");
        if (!title.has(Trap.NO_RUNTIME) && random.nextInt(4) > 0) {
            runtimes.add(22 + random.nextInt(40));
        }
        details.put("in_production", running);
        details.putArray("languages").add(title.language());
        details.put("number_of_episodes", seasons * episodes);
        details.put("number_of_seasons", seasons);
        details.put("status", running ? "Returning Series" : "Ended");
        details.put("type", "Scripted");
        int network = 900_001 + random.nextInt(40);
        details.putArray("networks")
                .addObject()
                .put("id", network)
                .put("logo_path", Pictures.path("logo", network))
                .put("name", Words.proper(random) + " Network")
                .put("origin_country", title.country());
        seasons(title, details, seasons, episodes);
        if (running && !details.get("last_episode_to_air").isNull()) {
            details.set(
                    "next_episode_to_air", details.get("last_episode_to_air").deepCopy());
        }
    }

    private static void seasons(FakeTitle title, ObjectNode details, int seasons, int episodes) {
        ArrayNode array = details.putArray("seasons");
        String airDate = "";
        for (int season = 1; season <= seasons; season++) {
            airDate = title.date().isEmpty()
                    ? ""
                    : LocalDate.parse(title.date()).plusYears(season - 1L).toString();
            array.addObject()
                    .put("air_date", airDate.isEmpty() ? null : airDate)
                    .put("episode_count", episodes)
                    .put("id", title.id() * 10L + season)
                    .put("name", "Season " + season)
                    .put("overview", "")
                    .putNull("poster_path")
                    .put("season_number", season)
                    .put("vote_average", 7);
        }
        details.put("last_air_date", airDate.isEmpty() ? null : airDate);
        details.putNull("next_episode_to_air");
        if (airDate.isEmpty()) {
            details.putNull("last_episode_to_air");
            return;
        }
        details.putObject("last_episode_to_air")
                .put("id", title.id() * 1000L + episodes)
                .put("name", Words.title(title.dice().roll("episode")))
                .put("overview", "")
                .put("vote_average", 7.5)
                .put("vote_count", 12)
                .put("air_date", airDate)
                .put("episode_number", episodes)
                .put("production_code", "")
                .put("runtime", 44)
                .put("season_number", seasons)
                .put("show_id", title.id())
                .putNull("still_path");
    }
}
