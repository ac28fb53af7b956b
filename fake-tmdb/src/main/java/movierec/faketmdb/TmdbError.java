package movierec.faketmdb;

/** How TMDB says no: its own code, which comes with an HTTP status. */
enum TmdbError {
    INVALID_KEY(401, 7, "Invalid API key: You must be granted a valid key."),
    INTERNAL(500, 11, "Internal error: Something went wrong, contact TMDB."),
    DATE_RANGE(422, 20, "Invalid date range: Should be a range no longer than 14 days."),
    INVALID_PAGE(400, 22, "Invalid page: Pages start at 1 and max at 500. They are expected to be an integer."),
    INVALID_DATE(400, 23, "Invalid date: Format needs to be YYYY-MM-DD."),
    TIMED_OUT(504, 24, "Your request to the backend server timed out. Try again."),
    TOO_MANY(429, 25, "Your request count (46) is over the allowed limit of 40."),
    TOO_MANY_APPENDS(400, 27, "Too many append to response objects: The maximum number of remote calls is 20."),
    NOT_FOUND(404, 34, "The resource you requested could not be found."),
    METHOD(405, 42, "This request method is not supported for this resource."),
    MAINTENANCE(503, 46, "The API is undergoing maintenance. Try again later.");

    private final int status;
    private final int code;
    private final String message;

    TmdbError(int status, int code, String message) {
        this.status = status;
        this.code = code;
        this.message = message;
    }

    Answer answer() {
        return Answer.json(
                status, "{\"success\":false,\"status_code\":%d,\"status_message\":\"%s\"}".formatted(code, message));
    }

    /** Without the key {@code success}, as older answers are. */
    Answer shortAnswer() {
        return Answer.json(status, "{\"status_code\":%d,\"status_message\":\"%s\"}".formatted(code, message));
    }

    /** Ends the request. */
    Raised raised() {
        return new Raised(this);
    }

    static final class Raised extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final TmdbError error;

        private Raised(TmdbError error) {
            super(error.message);
            this.error = error;
        }

        TmdbError error() {
            return error;
        }
    }
}
