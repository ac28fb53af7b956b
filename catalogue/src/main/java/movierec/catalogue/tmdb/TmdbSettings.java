package movierec.catalogue.tmdb;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What is asked of TMDB and where.
 *
 * @param baseUrl with the version and no slash at its end
 * @param exportsUrl folder of the daily id files, no slash at its end
 * @param language of names and descriptions, such as {@code en-US}
 * @param region ISO 3166-1 country whose popular movies are meant; empty for the world's
 * @param trendingWindow {@code day} or {@code week}
 * @param providerRegions countries whose watch offers are kept; none when empty
 */
public record TmdbSettings(
        URI baseUrl,
        URI exportsUrl,
        String language,
        String region,
        String trendingWindow,
        List<String> providerRegions,
        TmdbLimits limits) {
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}(-[A-Z]{2})?");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    public static final TmdbSettings DEFAULTS = new TmdbSettings(
            URI.create("https://api.themoviedb.org/3"),
            URI.create("https://files.tmdb.org/p/exports"),
            "en-US",
            "",
            "week",
            List.of("US"),
            TmdbLimits.DEFAULTS);

    public TmdbSettings {
        baseUrl = address("base URL", baseUrl);
        exportsUrl = address("exports URL", exportsUrl);
        region = region.toUpperCase(Locale.ROOT);
        providerRegions = providerRegions.stream()
                .map(country -> country.toUpperCase(Locale.ROOT))
                .distinct()
                .toList();
        demand(LANGUAGE.matcher(language).matches(), "language is such as en or en-US, not " + language);
        demand(region.isEmpty() || COUNTRY.matcher(region).matches(), "region is such as US or empty, not " + region);
        demand(
                trendingWindow.equals("day") || trendingWindow.equals("week"),
                "trending window is day or week, not " + trendingWindow);
        demand(
                providerRegions.stream()
                        .allMatch(country -> COUNTRY.matcher(country).matches()),
                "provider regions are such as US, not " + providerRegions);
    }

    /** The same, asked elsewhere. */
    public TmdbSettings at(URI otherBase, URI otherExports) {
        return new TmdbSettings(otherBase, otherExports, language, region, trendingWindow, providerRegions, limits);
    }

    public TmdbSettings with(TmdbLimits otherLimits) {
        return new TmdbSettings(baseUrl, exportsUrl, language, region, trendingWindow, providerRegions, otherLimits);
    }

    private static URI address(String name, URI url) {
        boolean isHttp = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
        demand(
                isHttp && url.getHost() != null && url.getQuery() == null && url.getUserInfo() == null,
                name + " is an http or https address without user and query");
        String text = url.toString();
        return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : url;
    }

    private static void demand(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException("TMDB " + sentence);
        }
    }
}
