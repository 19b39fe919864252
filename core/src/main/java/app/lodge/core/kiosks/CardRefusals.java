package app.lodge.core.kiosks;

import app.lodge.core.books.Books;
import java.time.Instant;
import java.util.List;

/// What kiosks took by card and nobody was credited with: somebody gives it back at the terminal (ID-28, ID-30).
/// It names no holder; who paid stands in the device's journal, for those who may read it.
public final class CardRefusals {

    private final Books books;

    public CardRefusals(Books books) {
        this.books = books;
    }

    /// Those told since then, in order.
    public List<CardRefusal> since(Instant from) {
        return books.read(sql -> CardRefusalStore.since(sql, from));
    }

    /// @param label the device's
    /// @param reference of the payment at the terminal: device and its number
    /// @param amount with its currency, such as `12.50 EUR`
    public record CardRefusal(long device, String label, String reference, String amount) {}
}
