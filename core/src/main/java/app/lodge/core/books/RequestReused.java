package app.lodge.core.books;

/// A request id came again with other content: the caller's mistake, never a repeat.
public final class RequestReused extends RuntimeException {

    public RequestReused(RequestId id, String door) {
        super("Request %s was already used for another call (%s)".formatted(id.value(), door));
    }
}
