package movierec.catalogue.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads an .nfo file as Kodi and Jellyfin write them: a {@code <movie>} or {@code <tvshow>} in XML. Nothing outside the file
 * is ever opened, and a file with a document type, which media centres do not write, is refused.
 */
final class NfoFile {
    private static final int MAX_DEPTH = 20;
    private static final double BEST_RATING = 10;
    private static final XMLInputFactory XML = factory();

    /** Elements that say the same as a field of that name. */
    private static final Set<String> FIELDS = Set.of(
            "title",
            "originaltitle",
            "year",
            "premiered",
            "aired",
            "releasedate",
            "plot",
            "outline",
            "runtime",
            "mpaa",
            "tag",
            "director",
            "votes",
            "tmdbid",
            "imdbid",
            "imdb_id",
            "tvdbid");

    private final Facts facts = new Facts();
    private final Deque<Element> open = new ArrayDeque<>();
    private final List<Actor> actors = new ArrayList<>();
    private final List<Rating> ratings = new ArrayList<>();

    private NfoFile() {}

    /** An element that is open, with what of it is known so far. */
    private record Element(
            String path, Map<String, String> attributes, StringBuilder text, Map<String, String> children) {}

    private record Actor(String name, double order) {}

    private record Rating(String average, String count, boolean isDefault) {}

    static void read(Path path, int maxBytes, RowReader reader) throws IOException {
        byte[] bytes;
        try (InputStream stream = Files.newInputStream(path)) {
            bytes = stream.readNBytes(maxBytes + 1);
        }
        if (bytes.length > maxBytes) {
            reader.skipped(1, "the file is longer than " + maxBytes + " bytes");
            return;
        }
        String start = new String(bytes, StandardCharsets.ISO_8859_1)
                .replaceFirst("^ï»¿", "")
                .strip();
        if (start.matches("(?is)[a-z]+://.*")) {
            reader.skipped(1, "the file is only a link: it says nothing about its title");
            return;
        }
        try {
            new NfoFile().read(bytes, reader);
        } catch (XMLStreamException broken) {
            reader.skipped(1, "the file is no proper XML");
        }
    }

    private void read(byte[] bytes, RowReader reader) throws XMLStreamException {
        XMLStreamReader xml = XML.createXMLStreamReader(new ByteArrayInputStream(bytes));
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD -> {
                    reader.skipped(1, "the file has a document type, which is not allowed");
                    return;
                }
                case XMLStreamConstants.START_ELEMENT -> {
                    if (open.isEmpty() && !begin(xml.getLocalName(), reader)) {
                        return;
                    }
                    if (open.size() == MAX_DEPTH) {
                        reader.skipped(1, "the file's elements are nested too deeply");
                        return;
                    }
                    open.push(element(xml));
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!open.isEmpty()) {
                        open.element().text().append(xml.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    end(open.pop());
                    if (open.isEmpty()) {
                        // Some write a link behind the XML.
                        reader.row(1, complete());
                        return;
                    }
                }
                default -> {
                    // Comments and instructions say nothing.
                }
            }
        }
    }

    /** Whether the file is about a title, by its outermost element. */
    private boolean begin(String name, RowReader reader) {
        switch (name.toLowerCase(Locale.ROOT)) {
            case "movie" -> facts.add("mediaType", "movie");
            case "tvshow" -> facts.add("mediaType", "tv");
            default -> {
                reader.skipped(1, "the file is about no movie or show");
                return false;
            }
        }
        return true;
    }

    private Element element(XMLStreamReader xml) {
        String name = xml.getLocalName().toLowerCase(Locale.ROOT);
        Map<String, String> attributes = new HashMap<>();
        for (int attribute = 0; attribute < xml.getAttributeCount(); attribute++) {
            attributes.put(
                    xml.getAttributeLocalName(attribute).toLowerCase(Locale.ROOT), xml.getAttributeValue(attribute));
        }
        String path = open.isEmpty() ? "movie" : open.element().path() + "/" + name;
        return new Element(path, attributes, new StringBuilder(), new HashMap<>());
    }

    private void end(Element element) {
        String text = element.text().toString().strip();
        String name = element.path().substring(element.path().lastIndexOf('/') + 1);
        if (!open.isEmpty()) {
            open.element().children().putIfAbsent(name, text);
        }
        switch (element.path()) {
            case "movie/uniqueid" -> {
                String system = element.attributes().getOrDefault("type", "").toLowerCase(Locale.ROOT);
                if (List.of("tmdb", "imdb", "tvdb").contains(system)) {
                    facts.add(system + "Id", text);
                }
            }
            case "movie/actor" -> actors.add(actor(element));
            case "movie/ratings/rating" -> ratings.add(rating(element));
            case "movie/rating" -> facts.add("voteAverage", text);
            case "movie/genre" -> List.of(text.split(" / ")).forEach(genre -> facts.add("genres", genre));
            // Of a show it names who created it; of a movie, who wrote it.
            case "movie/credits" -> facts.add(facts.text("mediaType").equals("tv") ? "creators" : "writers", text);
            default -> {
                if (FIELDS.contains(name) && element.path().equals("movie/" + name)) {
                    facts.add(name, text);
                }
            }
        }
    }

    private Actor actor(Element element) {
        String order = element.children().getOrDefault("order", "");
        return new Actor(
                element.children().getOrDefault("name", ""), order.isEmpty() ? actors.size() : Numbers.decimal(order));
    }

    private static Rating rating(Element element) {
        double best = Numbers.decimal(element.attributes().getOrDefault("max", ""));
        double value = Numbers.decimal(element.children().getOrDefault("value", ""));
        double ofTen = value * BEST_RATING / (best > 0 ? best : BEST_RATING);
        return new Rating(
                "" + ofTen,
                element.children().getOrDefault("votes", ""),
                Boolean.parseBoolean(element.attributes().get("default")));
    }

    private Facts complete() {
        actors.stream()
                .sorted(Comparator.comparingDouble(Actor::order))
                .forEach(actor -> facts.add("cast", actor.name()));
        ratings.stream()
                .sorted(Comparator.comparing(rating -> !rating.isDefault()))
                .limit(1)
                .forEach(rating -> {
                    facts.add("voteAverage", rating.average());
                    facts.add("voteCount", rating.count());
                });
        return facts;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("Nothing outside the file is read");
        });
        return factory;
    }
}
