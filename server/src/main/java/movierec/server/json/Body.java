package movierec.server.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import movierec.failure.Refusal.Fault;

/**
 * A JSON object sent by a client, read field by field. A missing or wrong field is noted with its JSON pointer and a
 * harmless value is returned, so that reading goes on; {@link Faults#check()} (through {@code call.check()}) then reports
 * everything at once. Unknown fields are ignored. {@code null} counts as missing; see {@link #isNull}.
 */
public final class Body {
    private final JsonNode fields;
    private final String pointer;
    private final Faults faults;

    private Body(JsonNode fields, String pointer, Faults faults) {
        this.fields = fields;
        this.pointer = pointer;
        this.faults = faults;
    }

    /** @param node what was sent; anything but an object is a fault */
    public static Body of(JsonNode node, Faults faults) {
        return at(node, "", faults);
    }

    /** The objects of a value that is one object or an array of up to {@code maxItems}; at least one. */
    public static List<Body> listOf(JsonNode node, int maxItems, Faults faults) {
        if (!node.isArray()) {
            return List.of(of(node, faults));
        }
        if (node.isEmpty() || node.size() > maxItems) {
            faults.add(Fault.pointer("", "must have 1 to " + maxItems + " items"));
            return List.of();
        }
        List<Body> bodies = new ArrayList<>();
        for (JsonNode item : node) {
            bodies.add(at(item, "/" + bodies.size(), faults));
        }
        return bodies;
    }

    private static Body at(JsonNode node, String pointer, Faults faults) {
        if (!node.isObject()) {
            faults.add(Fault.pointer(pointer, "must be a JSON object"));
        }
        return new Body(node, pointer, faults);
    }

    /** Whether the field was sent and is not null. */
    public boolean has(String name) {
        return fields.hasNonNull(name);
    }

    /** Whether the field was sent as {@code null}: in a merge patch, "reset this". */
    public boolean isNull(String name) {
        JsonNode value = fields.get(name);
        return value != null && value.isNull();
    }

    /** The first of several accepted names that was sent; the first name if none was. */
    public String present(String... names) {
        for (String name : names) {
            if (has(name)) {
                return name;
            }
        }
        return names[0];
    }

    /** A required text that is not blank. */
    public String text(String name, int maxLength) {
        if (!has(name)) {
            fault(name, "is required");
            return "";
        }
        String text = text(name, maxLength, "");
        if (text.isBlank() && fields.get(name).isTextual()) {
            fault(name, "must not be empty");
        }
        return text;
    }

    public String text(String name, int maxLength, String otherwise) {
        return has(name) ? textOf(fields.get(name), name, maxLength) : otherwise;
    }

    /** A list of texts; empty when missing. */
    public List<String> texts(String name, int maxItems, int maxLength) {
        List<String> texts = new ArrayList<>();
        int index = 0;
        for (JsonNode item : array(name, maxItems)) {
            texts.add(textOf(item, name + "/" + index++, maxLength));
        }
        return texts;
    }

    public double number(String name, double min, double max, double otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        JsonNode value = fields.get(name);
        if (!value.isNumber() || value.doubleValue() < min || value.doubleValue() > max) {
            fault(name, "must be a number from " + plain(min) + " to " + plain(max));
            return otherwise;
        }
        return value.doubleValue();
    }

    public int integer(String name, int min, int max, int otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        JsonNode value = fields.get(name);
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < min || value.intValue() > max) {
            fault(name, "must be a whole number from " + min + " to " + max);
            return otherwise;
        }
        return value.intValue();
    }

    public boolean flag(String name, boolean otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        if (!fields.get(name).isBoolean()) {
            fault(name, "must be true or false");
            return otherwise;
        }
        return fields.get(name).booleanValue();
    }

    /** An ISO 8601 instant with {@code Z} or an offset. */
    public Instant instant(String name, Instant otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        try {
            return OffsetDateTime.parse(fields.get(name).asText()).toInstant();
        } catch (DateTimeException e) {
            fault(name, "must be an ISO 8601 time such as 2026-01-31T20:15:00Z");
            return otherwise;
        }
    }

    /** The objects of an array field; empty when missing. */
    public List<Body> objects(String name, int maxItems) {
        List<Body> objects = new ArrayList<>();
        int index = 0;
        for (JsonNode item : array(name, maxItems)) {
            objects.add(at(item, pointer + "/" + name + "/" + index++, faults));
        }
        return objects;
    }

    /** The field as it was sent, for shapes the other methods do not know. */
    public Optional<JsonNode> node(String name) {
        return has(name) ? Optional.of(fields.get(name)) : Optional.empty();
    }

    /** The whole object as it was sent; empty when it was no object. */
    public ObjectNode tree() {
        return fields instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
    }

    /** Notes that a field is wrong; {@code name} may be a path such as {@code genres/3}, or empty for the whole. */
    public void fault(String name, String why) {
        faults.add(Fault.pointer(name.isEmpty() ? pointer : pointer + "/" + name, why));
    }

    private String textOf(JsonNode value, String name, int maxLength) {
        if (!value.isTextual()) {
            fault(name, "must be a text");
            return "";
        }
        String why = Texts.fault(value.textValue(), maxLength);
        if (!why.isEmpty()) {
            fault(name, why);
            return "";
        }
        return value.textValue();
    }

    private Iterable<JsonNode> array(String name, int maxItems) {
        if (!has(name)) {
            return List.of();
        }
        JsonNode value = fields.get(name);
        if (!value.isArray()) {
            fault(name, "must be an array");
            return List.of();
        }
        if (value.size() > maxItems) {
            fault(name, "must have at most " + maxItems + " items");
            return List.of();
        }
        return value;
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
