package movierec.faketmdb.world;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Where a title can be watched, at providers that do not exist. */
public final class Offers {
    static final Map<String, String> COUNTRIES = countries();
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int FIRST_ID = 90_001;
    private static final List<String> WAYS = List.of("flatrate", "rent", "buy", "ads", "free");
    /** Two of them are one brand with several numbers, as TMDB has it. */
    private static final List<String> PROVIDERS = List.of(
            "Streamoria",
            "Streamoria with Ads",
            "Kinolux",
            "Popcorn Harbour",
            "Vidora Store",
            "Reelbay",
            "Freeflix Public",
            "Nordlicht+");

    private Offers() {}

    /** The part of that name for a title. */
    static ObjectNode json(FakeTitle title) {
        ObjectNode results = JSON.objectNode();
        for (String country : COUNTRIES.keySet()) {
            Map<String, List<Integer>> offers = offers(title, country);
            if (!offers.isEmpty()) {
                ObjectNode entry = results.putObject(country);
                entry.put("link", link(title, country));
                offers.forEach((way, providers) -> addAll(entry.putArray(way), providers));
            }
        }
        return results;
    }

    /** Whether one of the providers has it in any way. */
    public static boolean has(FakeTitle title, String country, List<Integer> providers) {
        return offers(title, country).values().stream().flatMap(List::stream).anyMatch(providers::contains);
    }

    private static Map<String, List<Integer>> offers(FakeTitle title, String country) {
        Map<String, List<Integer>> offers = new LinkedHashMap<>();
        if (title.has(Trap.NO_OFFERS) || !COUNTRIES.containsKey(country)) {
            return offers;
        }
        SplittableRandom random = title.dice().roll("offers" + country);
        for (String way : WAYS) {
            if (random.nextInt(3) == 0) {
                List<Integer> providers = new ArrayList<>();
                for (int provider = 0; provider < PROVIDERS.size(); provider++) {
                    if (random.nextInt(5) == 0) {
                        providers.add(FIRST_ID + provider);
                    }
                }
                if (!providers.isEmpty()) {
                    offers.put(way, providers);
                }
            }
        }
        return offers;
    }

    private static void addAll(ArrayNode array, List<Integer> providers) {
        for (int provider : providers) {
            array.addObject()
                    .put("logo_path", Pictures.path("logo", provider))
                    .put("provider_id", provider)
                    .put("provider_name", PROVIDERS.get(provider - FIRST_ID))
                    .put("display_priority", provider - FIRST_ID);
        }
    }

    private static String link(FakeTitle title, String country) {
        return "https://tmdb.example/" + title.kind().word() + "/" + title.id() + "/watch?locale=" + country;
    }

    /** The countries with offers. */
    public static ObjectNode regions() {
        ObjectNode body = JSON.objectNode();
        ArrayNode results = body.putArray("results");
        COUNTRIES.forEach((code, name) -> results.addObject()
                .put("iso_3166_1", code)
                .put("english_name", name)
                .put("native_name", name));
        return body;
    }

    private static Map<String, String> countries() {
        Map<String, String> countries = new LinkedHashMap<>();
        countries.put("AU", "Australia");
        countries.put("BR", "Brazil");
        countries.put("CA", "Canada");
        countries.put("DE", "Germany");
        countries.put("ES", "Spain");
        countries.put("FR", "France");
        countries.put("GB", "United Kingdom");
        countries.put("IN", "India");
        countries.put("IT", "Italy");
        countries.put("JP", "Japan");
        countries.put("KR", "South Korea");
        countries.put("SE", "Sweden");
        countries.put("US", "United States of America");
        return countries;
    }
}
