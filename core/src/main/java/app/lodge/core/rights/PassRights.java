package app.lodge.core.rights;

import app.lodge.core.books.Books;
import app.lodge.core.books.Tx;
import app.lodge.core.settings.SiteSettings;
import java.util.function.Supplier;

/// Rights at a door, for the bridge: one tap at a time, or all at once to keep for when the books are away.
public final class PassRights {

    private final Books books;
    private final Supplier<SiteSettings> settings;

    public PassRights(Books books, Supplier<SiteSettings> settings) {
        this.books = books;
        this.settings = settings;
    }

    /// @param device the door's number
    /// @param credential upper-case hex
    public Pass decide(long device, String credential) {
        var now = books.clock().instant();
        var zone = settings.get().zone();
        return books.snapshot(
                        sql -> PassStore.of(sql, device, PassStore.carrying(credential), now, zone))
                .decide(credential, now);
    }

    public KnownPasses known(long device) {
        var now = books.clock().instant();
        var zone = settings.get().zone();
        return books.snapshot(sql -> PassStore.of(sql, device, PassStore.anything(), now, zone));
    }

    /// Whether a fact of this kind may change what anybody may at a door.
    public static boolean mayChange(String kind) {
        return kind.startsWith("right.")
                || kind.startsWith("group.")
                || kind.startsWith("media.")
                || kind.startsWith("medium.")
                || kind.startsWith("card.")
                || kind.startsWith("person.");
    }

    /// Makes the resource of a new door, named as people call it.
    public static void begin(Tx tx, long device, String label, String name) {
        var plain = label.length() > 60 ? label.substring(0, 60) : label;
        var free = RightStore.named(tx.sql(), plain).isEmpty() ? plain : plain + " " + name;
        if (free.length() <= 80 && RightStore.named(tx.sql(), free).isEmpty()) {
            BookedRights.add(tx, Resource.Kind.DOOR, free, device);
        }
    }
}
