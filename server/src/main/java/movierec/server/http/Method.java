package movierec.server.http;

/** The HTTP methods routes use; a GET route answers HEAD as well. */
public enum Method {
    GET,
    POST,
    PUT,
    PATCH,
    DELETE
}
