package movierec.app;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.common.MapBackedConfigSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.ConfigValue;

/**
 * The raw settings from three sources: command line and environment before file before defaults. Collects what is wrong
 * instead of stopping at the first error. Not thread-safe.
 */
final class Settings {
    private static final String PREFIX = "movierec.";

    /** Settings that other programs know under a name of their own. */
    private static final Map<String, String> WELL_KNOWN = Map.of(
            "DATABASE_URL", "movierec.database-url",
            "REDIS_URL", "movierec.redis-url",
            "SMTP_URL", "movierec.smtp-url",
            "TMDB_API_KEY", "movierec.tmdb.api-key",
            "TMDB_BASE_URL", "movierec.tmdb.base-url");

    /** Names that the product's first users know; they work and are warned about. */
    private static final Map<String, String> OUTDATED = Map.of("REACT_APP_TMDB_API_KEY", "TMDB_API_KEY");

    private static final Set<String> NO_SETTINGS = Set.of("MOVIEREC_CONFIG", "MOVIEREC_JAVA_OPTS", "MOVIEREC_HOME");

    private final List<String> errors = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final Set<String> keys;
    private final SmallRyeConfig config;

    Settings(Map<String, String> commandLine, Map<String, String> environment, Optional<Path> file) {
        Map<String, String> defaults = defaults();
        keys = new TreeSet<>(defaults.keySet());
        Map<String, String> fromFile = file.map(this::read).orElse(Map.of());
        fromFile.keySet().stream()
                .filter(key -> !keys.contains(key))
                .forEach(key -> errors.add(key + " in " + file.orElseThrow() + " is no setting." + suggestion(key)));
        config = new SmallRyeConfigBuilder()
                .withSources(new Source(commandLine, "command line", 500))
                .withSources(new Source(fromEnvironment(environment), "environment", 400))
                .withSources(new Source(fromFile, file.map(Path::toString).orElse("no file"), 300))
                .withSources(new Source(defaults, "default", 100))
                .build();
    }

    private static Map<String, String> defaults() {
        try (InputStream in = Settings.class.getResourceAsStream("/movierec/reference.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return strings(properties);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Map<String, String> read(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            Properties properties = new Properties();
            properties.load(reader);
            return strings(properties);
        } catch (IOException | IllegalArgumentException failure) {
            errors.add("The settings file " + file + " cannot be read: " + failure.getMessage());
            return Map.of();
        }
    }

    private static Map<String, String> strings(Properties properties) {
        Map<String, String> strings = new HashMap<>();
        properties
                .stringPropertyNames()
                .forEach(key -> strings.put(key, properties.getProperty(key).strip()));
        return strings;
    }

    private Map<String, String> fromEnvironment(Map<String, String> given) {
        Map<String, String> environment = withoutOutdated(given);
        Map<String, String> found = new HashMap<>();
        Map<String, String> keyByVariable = new HashMap<>(WELL_KNOWN);
        keys.forEach(key -> keyByVariable.put(variable(key), key));
        environment.forEach((variable, value) -> {
            boolean isFile = variable.endsWith("_FILE") && !keyByVariable.containsKey(variable);
            String name = isFile ? variable.substring(0, variable.length() - "_FILE".length()) : variable;
            String key = keyByVariable.get(name);
            if (key != null) {
                found.put(key, isFile ? contents(variable, Path.of(value)) : value.strip());
            } else if (variable.startsWith("MOVIEREC_") && !NO_SETTINGS.contains(variable)) {
                errors.add("The environment variable " + variable + " is no setting." + suggestion(asKey(name)));
            }
        });
        return found;
    }

    private Map<String, String> withoutOutdated(Map<String, String> given) {
        Map<String, String> environment = new HashMap<>(given);
        OUTDATED.forEach((outdated, name) -> {
            String value = environment.remove(outdated);
            if (value != null && environment.putIfAbsent(name, value) == null) {
                warnings.add("The environment variable " + outdated + " is an outdated name; it is read as " + name);
            }
        });
        return environment;
    }

    private String contents(String variable, Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException failure) {
            errors.add(variable + " names a file that cannot be read: " + file);
            return "";
        }
    }

    private static String variable(String key) {
        return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    private static String asKey(String variable) {
        return variable.toLowerCase(Locale.ROOT).replaceFirst("_", ".");
    }

    private String suggestion(String unknown) {
        return keys.stream()
                .min(Comparator.comparingInt(
                        key -> distance(key.replaceAll("[.-]", ""), unknown.replaceAll("[._-]", ""))))
                .map(key -> " Did you mean " + key + "?")
                .orElse("");
    }

    /** Levenshtein distance. */
    private static int distance(String one, String other) {
        int[] previous = new int[other.length() + 1];
        for (int column = 0; column < previous.length; column++) {
            previous[column] = column;
        }
        for (int row = 1; row <= one.length(); row++) {
            int[] current = new int[previous.length];
            current[0] = row;
            for (int column = 1; column < current.length; column++) {
                int change = one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1;
                current[column] =
                        Math.min(Math.min(current[column - 1], previous[column]) + 1, previous[column - 1] + change);
            }
            previous = current;
        }
        return previous[other.length()];
    }

    Set<String> keys() {
        return keys;
    }

    /** The value, or an empty string. */
    String text(String key) {
        ConfigValue value = config.getConfigValue(PREFIX + key);
        return value.getValue() == null ? "" : value.getValue();
    }

    String source(String key) {
        return String.valueOf(config.getConfigValue(key).getSourceName());
    }

    String oneOf(String key, List<String> words) {
        String value = text(key);
        return words.contains(value) ? value : wrong(key, "is one of " + String.join(", ", words), words.getFirst());
    }

    boolean flag(String key) {
        return oneOf(key, List.of("true", "false")).equals("true");
    }

    int number(String key, int min, int max) {
        String text = text(key);
        try {
            int number = Integer.parseInt(text);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Reported below, as a number out of range is.
        }
        return wrong(key, "is a whole number from " + min + " to " + max, min);
    }

    List<String> list(String key) {
        return List.of(text(key).split(",")).stream()
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private <T> T wrong(String key, String allowed, T instead) {
        errors.add(PREFIX + key + " " + allowed + ", not \"" + text(key) + "\" (from " + source(PREFIX + key) + ")");
        return instead;
    }

    void refuse(String error) {
        errors.add(error);
    }

    void warn(String warning) {
        warnings.add(warning);
    }

    /** What works and yet should be changed. */
    List<String> warnings() {
        return List.copyOf(warnings);
    }

    List<String> errors() {
        return List.copyOf(errors);
    }

    /** One source of settings, named in words. */
    private static final class Source extends MapBackedConfigSource {
        Source(Map<String, String> values, String name, int ordinal) {
            super(name, values, ordinal);
        }
    }
}
