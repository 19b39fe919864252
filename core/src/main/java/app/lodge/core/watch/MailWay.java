package app.lodge.core.watch;

import app.lodge.core.books.Books;
import app.lodge.core.books.Sealing;
import java.io.IOException;
import java.util.function.Supplier;

/// The site's one mail server, for whoever has something to say to somebody.
public interface MailWay {

    /// The server that alerts go through.
    static MailWay in(Books books, Sealing sealing, String siteId, Supplier<Outlets> outlets) {
        return new Outgoing(books, sealing, siteId, outlets);
    }

    boolean setUp();

    /// @param key the same for every try of one message
    /// @throws IOException if it did not leave; it may have, if the server's answer was lost
    void mail(String key, String to, String subject, String text) throws IOException;
}
