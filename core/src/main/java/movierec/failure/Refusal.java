package movierec.failure;

import java.time.Duration;
import java.util.List;

/** The request ends here, by rule and not by accident. The code is stable; the message is for people. */
public abstract sealed class Refusal extends RuntimeException {
    private final String code;

    private Refusal(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    /** Stable, lower-case-with-dashes; part of the documented problem type. */
    public final String code() {
        return code;
    }

    /** The message, never null. */
    public final String reason() {
        return String.valueOf(getMessage());
    }

    /** What was asked for does not exist, or not for this user. */
    public static final class NotFound extends Refusal {
        public NotFound(String message) {
            super("not-found", message);
        }
    }

    /** One or more fields or parameters are wrong; all are reported at once. */
    public static final class Invalid extends Refusal {
        private final List<Fault> faults;

        public Invalid(String code, List<Fault> faults) {
            super(code, faults.isEmpty() ? "invalid request" : faults.getFirst().toString());
            this.faults = List.copyOf(faults);
        }

        /** A fault of the request's body; {@code field} without slash, such as {@code email}. */
        public static Invalid field(String field, String why) {
            return new Invalid("invalid-body", List.of(Fault.pointer("/" + field, why)));
        }

        /** A fault of a query or path parameter. */
        public static Invalid parameter(String name, String why) {
            return new Invalid("invalid-parameter", List.of(Fault.parameter(name, why)));
        }

        public List<Fault> faults() {
            return faults;
        }
    }

    /**
     * One wrong place.
     *
     * @param pointer JSON pointer into the body, or empty
     * @param name parameter name, or empty
     */
    public record Fault(String pointer, String name, String detail) {
        public static Fault pointer(String pointer, String detail) {
            return new Fault(pointer, "", detail);
        }

        public static Fault parameter(String name, String detail) {
            return new Fault("", name, detail);
        }

        @Override
        public String toString() {
            String place = name.isEmpty() ? pointer.replaceFirst("^/", "") : name;
            return place.isEmpty() ? detail : place + " " + detail;
        }
    }

    /** It clashes with what is there, for example an e-mail that already has an account. */
    public static final class Conflict extends Refusal {
        public Conflict(String code, String message) {
            super(code, message);
        }
    }

    /** The state the caller based the change on is no longer the current one ({@code If-Match}). */
    public static final class Stale extends Refusal {
        public Stale(String message) {
            super("precondition-failed", message);
        }
    }

    /** Who is asking is not known. */
    public static final class Unauthenticated extends Refusal {
        public Unauthenticated(String message) {
            super("unauthenticated", message);
        }
    }

    /** Who is asking is known and may not. */
    public static final class Forbidden extends Refusal {
        public Forbidden(String code, String message) {
            super(code, message);
        }
    }

    /** Too often; worth trying again later. */
    public static final class TooMany extends Refusal {
        private final Duration retryAfter;

        public TooMany(String message, Duration retryAfter) {
            super("too-many-requests", message);
            this.retryAfter = retryAfter;
        }

        public Duration retryAfter() {
            return retryAfter;
        }
    }

    /** Not yet, or not at the moment: starting, overloaded, shutting down. */
    public static final class NotReady extends Refusal {
        private final Duration retryAfter;

        public NotReady(String message, Duration retryAfter) {
            super("not-ready", message);
            this.retryAfter = retryAfter;
        }

        public Duration retryAfter() {
            return retryAfter;
        }
    }
}
