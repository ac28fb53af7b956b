package movierec.faketmdb.world;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is told about single titles of a world. */
public final class Titles {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final FakeWorld world;
    private final Lists lists;
    private final Paging paging;

    public Titles(FakeWorld world) {
        this.world = world;
        this.lists = new Lists(world);
        this.paging = new Paging(world.plan());
    }

    /** @param parts to append; those that nobody knows are left out without a word, as TMDB does */
    public ObjectNode details(FakeTitle title, List<String> parts) {
        ObjectNode details = DetailJson.of(title);
        for (String part : parts) {
            part(title, part, 1).ifPresent(body -> details.set(part, body));
        }
        return details;
    }

    /**
     * A part by itself, without the title's id.
     *
     * @param page of those parts that are lists
     */
    public Optional<ObjectNode> part(FakeTitle title, String name, int page) {
        return switch (name) {
            case "similar" -> Optional.of(paging.page(lists.alike(title, false), page, 0));
            case "recommendations" -> Optional.of(paging.page(lists.alike(title, true), page, 0));
            default -> PartJson.of(title, name);
        };
    }

    /** Whoever has that id elsewhere. */
    public ObjectNode find(String externalId, String source) {
        ObjectNode body = JSON.objectNode();
        for (String results :
                List.of("movie_results", "person_results", "tv_results", "tv_episode_results", "tv_season_results")) {
            body.putArray(results);
        }
        Stream.of(Kind.values())
                .flatMap(kind -> byExternalId(kind, externalId, source).stream())
                .forEach(
                        title -> ((ArrayNode) body.get(title.kind().word() + "_results")).add(RowJson.withType(title)));
        return body;
    }

    private Optional<FakeTitle> byExternalId(Kind kind, String externalId, String source) {
        if (source.equals("imdb_id") && externalId.matches("tt9[0-9]{1,9}")) {
            int number = Integer.parseInt(externalId.substring(3));
            return world.title(kind, number / 2)
                    .filter(title -> title.imdbId().equals(externalId) && !title.has(Trap.NO_IMDB_ID));
        }
        if (source.equals("tvdb_id") && kind == Kind.TV && externalId.matches("[0-9]{1,9}")) {
            int number = Integer.parseInt(externalId);
            return world.title(kind, number - FakeTitle.TVDB_OFFSET).filter(title -> title.tvdbId() == number);
        }
        return Optional.empty();
    }
}
