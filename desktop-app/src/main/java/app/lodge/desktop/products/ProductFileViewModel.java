package app.lodge.desktop.products;

import app.lodge.core.books.RequestId;
import app.lodge.core.products.Products.LoadOutcome;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;

/// Products and prices out to a file and in from one.
public final class ProductFileViewModel {

    private final Session session;
    private final BooleanProperty busy;
    private final Runnable changed;

    ProductFileViewModel(Session session, BooleanProperty busy, Runnable changed) {
        this.session = session;
        this.busy = busy;
        this.changed = changed;
    }

    /// Products and prices into a file of the person's choice.
    public void keep() {
        session.dialogs()
                .chooseTarget("prices.keep", "products.csv")
                .ifPresent(target ->
                        session.background()
                                .run(
                                        "prices.reading",
                                        busy,
                                        () -> written(target),
                                        well -> told(well, "prices.kept", target)));
    }

    private boolean written(Path target) {
        try {
            Files.write(target, session.doors().products().export(session.actor()));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void told(boolean well, String key, Path file) {
        if (well) {
            session.notices().done(Message.of(key, file.getFileName()));
        } else {
            session.notices().warn(Message.of("prices.file-failed", file.getFileName()));
        }
    }

    /// Products and prices from a file: what would become of it is said first.
    public void load() {
        session.dialogs()
                .chooseFile("prices.load", "prices.files", List.of("*.csv", "*.xlsx"))
                .ifPresent(file ->
                        session.background()
                                .run(
                                        "prices.reading",
                                        busy,
                                        () -> content(file),
                                        content ->
                                                content.ifPresentOrElse(
                                                        bytes -> ask(file, bytes, true),
                                                        () -> told(false, "", file))));
    }

    private static Optional<byte[]> content(Path file) {
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void ask(Path file, byte[] bytes, boolean dry) {
        var request = RequestId.fresh();
        var name = String.valueOf(file.getFileName());
        session.background()
                .run(
                        "prices.saving",
                        busy,
                        () ->
                                session.doors()
                                        .products()
                                        .load(session.actor(), request, name, bytes, dry),
                        outcome -> answered(file, bytes, outcome));
    }

    private void answered(Path file, byte[] bytes, LoadOutcome outcome) {
        switch (outcome) {
            case LoadOutcome.Rejected(var problems) ->
                    problems.stream()
                            .limit(5)
                            .forEach(one -> session.notices().warn(Message.of(one)));
            case LoadOutcome.Loaded loaded -> {
                var words =
                        Message.of(
                                loaded.written() ? "products.loaded" : "products.would-load",
                                loaded.newProducts(),
                                loaded.changedProducts(),
                                loaded.newPrices());
                if (loaded.written()) {
                    session.notices().done(words);
                    changed.run();
                } else {
                    // Prices that stand may be sold by at once, and a sale keeps its price.
                    session.dialogs()
                            .confirm(
                                    Message.of("prices.load-title"),
                                    words,
                                    "prices.load-now",
                                    () -> ask(file, bytes, false));
                }
            }
        }
    }
}
