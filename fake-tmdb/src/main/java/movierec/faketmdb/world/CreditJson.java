package movierec.faketmdb.world;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Who made a title. */
final class CreditJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int PEOPLE = 2_000;
    private static final List<Job> JOBS = List.of(
            new Job("Directing", "Director"),
            new Job("Writing", "Screenplay"),
            new Job("Production", "Producer"),
            new Job("Camera", "Director of Photography"));

    private CreditJson() {}

    private record Job(String department, String name) {}

    static ObjectNode credits(FakeTitle title) {
        ObjectNode part = JSON.objectNode();
        ArrayNode cast = part.putArray("cast");
        SplittableRandom random = title.dice().roll("characters");
        List<Person> actors = people(title, "cast", 3, 14);
        for (int order = 0; order < actors.size(); order++) {
            Person actor = actors.get(order);
            ObjectNode row = person(cast, actor, "Acting");
            if (title.kind() == Kind.MOVIE) {
                row.put("cast_id", order + 1);
            }
            row.put("character", Words.character(random));
            row.put("credit_id", PartJson.creditId(title, actor, "cast"));
            row.put("order", order);
        }
        ArrayNode crew = part.putArray("crew");
        for (Worker worker : crew(title)) {
            person(crew, worker.person(), worker.job().department())
                    .put(
                            "credit_id",
                            PartJson.creditId(
                                    title, worker.person(), worker.job().name()))
                    .put("department", worker.job().department())
                    .put("job", worker.job().name());
        }
        return part;
    }

    static ObjectNode aggregate(FakeTitle title) {
        ObjectNode part = JSON.objectNode();
        ArrayNode cast = part.putArray("cast");
        SplittableRandom random = title.dice().roll("characters");
        List<Person> actors = people(title, "cast", 3, 14);
        for (int order = 0; order < actors.size(); order++) {
            Person actor = actors.get(order);
            int episodes = 1 + random.nextInt(60);
            ObjectNode row = person(cast, actor, "Acting");
            row.putArray("roles")
                    .addObject()
                    .put("credit_id", PartJson.creditId(title, actor, "cast"))
                    .put("character", Words.character(random))
                    .put("episode_count", episodes);
            row.put("total_episode_count", episodes);
            row.put("order", order);
        }
        ArrayNode crew = part.putArray("crew");
        for (Worker worker : crew(title)) {
            int episodes = 1 + random.nextInt(60);
            ObjectNode row = person(crew, worker.person(), worker.job().department());
            row.putArray("jobs")
                    .addObject()
                    .put(
                            "credit_id",
                            PartJson.creditId(
                                    title, worker.person(), worker.job().name()))
                    .put("job", worker.job().name())
                    .put("episode_count", episodes);
            row.put("department", worker.job().department());
            row.put("total_episode_count", episodes);
        }
        return part;
    }

    private record Worker(Person person, Job job) {}

    private static List<Worker> crew(FakeTitle title) {
        List<Person> people = people(title, "crew", 2, JOBS.size() + 1);
        List<Worker> crew = new ArrayList<>();
        for (int number = 0; number < people.size(); number++) {
            crew.add(new Worker(people.get(number), JOBS.get(number)));
        }
        return crew;
    }

    /** Few people are in many titles and many in few. */
    private static List<Person> people(FakeTitle title, String facet, int atLeast, int below) {
        SplittableRandom random = title.dice().roll(facet);
        return random.doubles(random.nextInt(atLeast, below))
                .mapToInt(chance -> (int) (chance * chance * PEOPLE))
                .distinct()
                .mapToObj(number -> Person.of(title.dice().seed(), number))
                .toList();
    }

    private static ObjectNode person(ArrayNode array, Person person, String department) {
        return array.addObject()
                .put("adult", false)
                .put("gender", person.gender())
                .put("id", person.id())
                .put("known_for_department", department)
                .put("name", person.name())
                .put("original_name", person.name())
                .put("popularity", person.popularity())
                .put("profile_path", person.pictured() ? Pictures.path("face", person.id()) : null);
    }
}
