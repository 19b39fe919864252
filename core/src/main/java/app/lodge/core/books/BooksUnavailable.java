package app.lodge.core.books;

/// The books cannot be read or written just now: database gone, disk full, bridge stopping. Nothing of
/// the failed call is in the books, or all of it is: repeat it with the same request id.
public final class BooksUnavailable extends RuntimeException {

    public BooksUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
