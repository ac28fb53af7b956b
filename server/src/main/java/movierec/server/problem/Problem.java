package movierec.server.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import movierec.failure.Refusal.Fault;
import movierec.server.json.Json;

/**
 * An error answer as of RFC 9457.
 *
 * @param code last part of the type URI; catalogue in {@code docs/problems.md}
 * @param detail for people; always a text
 * @param errors every wrong place of the request, or empty
 * @param headers further headers of the answer, such as {@code Retry-After}
 */
public record Problem(
        String code, String title, int status, String detail, List<Fault> errors, Map<String, String> headers) {
    public static final String TYPE_BASE = "https://movierec.example/problems/";
    public static final String CONTENT_TYPE = "application/problem+json";

    public Problem {
        errors = List.copyOf(errors);
        headers = Map.copyOf(headers);
    }

    static Problem of(ProblemType type, String detail) {
        return new Problem(type.code(), type.title(), type.status(), detail, List.of(), Map.of());
    }

    /** A problem whose code is a refusal's; the title is the code in words. */
    static Problem of(String code, int status, String detail) {
        String words = code.replace('-', ' ');
        String title = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        return new Problem(code, title, status, detail, List.of(), Map.of());
    }

    Problem with(Map<String, String> moreHeaders) {
        return new Problem(code, title, status, detail, errors, moreHeaders);
    }

    Problem because(List<Fault> faults) {
        return new Problem(code, title, status, detail, faults, headers);
    }

    /**
     * The body of the answer.
     *
     * @param instance path of the request, without its query
     */
    public byte[] json(String instance, String requestId) {
        List<Wrong> wrong = errors.stream()
                .map(fault -> new Wrong(
                        fault.name().isEmpty() ? fault.pointer() : null,
                        fault.name().isEmpty() ? null : fault.name(),
                        fault.detail()))
                .toList();
        return Json.bytes(new Wire(TYPE_BASE + code, title, status, detail, instance, wrong, requestId));
    }

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    private record Wire(
            String type,
            String title,
            int status,
            @JsonInclude(JsonInclude.Include.ALWAYS) String detail,
            String instance,
            List<Wrong> errors,
            String requestId) {}

    /** Null fields are left out of the JSON: an error has a pointer or a name, never both. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Wrong(
            @org.jspecify.annotations.Nullable String pointer,
            @org.jspecify.annotations.Nullable String name,
            String detail) {}
}
