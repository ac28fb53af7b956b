package movierec.server.http;

import java.util.ArrayList;
import java.util.List;
import movierec.server.json.Parameters;

/** Which page of a list is asked for, and where the others are (RFC 8288). Pages count from 1. */
public record Paging(int page, int limit) {
    private static final int MAX_PAGE = 100_000;

    /** Reads {@code page} and {@code limit}; what is wrong with them is noted as with any other parameter. */
    public static Paging read(Parameters query, int defaultLimit, int maxLimit) {
        return new Paging(query.integer("page", 1, MAX_PAGE, 1), query.integer("limit", 1, maxLimit, defaultLimit));
    }

    /** How many results come before this page. */
    public int offset() {
        return (page - 1) * limit;
    }

    public int totalPages(int totalResults) {
        return (totalResults + limit - 1) / limit;
    }

    /** The part of a whole list that is on this page. */
    public <T> List<T> of(List<T> all) {
        int from = Math.min(offset(), all.size());
        return all.subList(from, Math.min(from + limit, all.size()));
    }

    /** Adds the {@code Link} header to a page of a list of known length. */
    public Answer linked(Answer answer, Call call, int totalResults) {
        int last = totalPages(totalResults);
        List<String> links = new ArrayList<>();
        if (last > 0) {
            links.add(link(call, "page", "1", "first"));
            links.add(link(call, "page", Integer.toString(last), "last"));
        }
        if (page > 1 && page <= last) {
            links.add(link(call, "page", Integer.toString(page - 1), "prev"));
        }
        if (page < last) {
            links.add(link(call, "page", Integer.toString(page + 1), "next"));
        }
        return links.isEmpty() ? answer : answer.header("Link", String.join(", ", links));
    }

    /** A link to the same list with one parameter changed. */
    public static String link(Call call, String parameter, String value, String relation) {
        StringBuilder query = new StringBuilder();
        for (String one : call.queryString().split("&")) {
            if (!one.isEmpty() && !one.equals(parameter) && !one.startsWith(parameter + "=")) {
                query.append(one).append('&');
            }
        }
        return "<" + safe(call.calledPath() + "?" + query) + parameter + "=" + value + ">; rel=\"" + relation + "\"";
    }

    /** Escapes what would end the address too early in a header. */
    private static String safe(String address) {
        StringBuilder safe = new StringBuilder();
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            if (c > ' ' && c < 0x7f && c != '<' && c != '>' && c != '"' && c != ',' && c != ';') {
                safe.append(c);
            } else if (c < 0x80) {
                safe.append('%').append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            }
        }
        return safe.toString();
    }
}
