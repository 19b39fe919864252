package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.people.tables.Table;
import app.lodge.core.products.Products;
import app.lodge.core.products.Products.LoadOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge product import`: products and prices from CSV or XLSX, all or nothing (ID-62).
@Command(name = "import")
final class ImportProducts extends DoorCommand {

    @Parameters(paramLabel = "FILE", descriptionKey = "product.import.file")
    Path file = Path.of("");

    @Option(names = "--dry-run", descriptionKey = "product.import.dry")
    boolean dry;

    ImportProducts(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var outcome =
                doors.door(Products.class)
                        .load(doors.actor(), RequestId.fresh(), file.toString(), content(), dry);
        return switch (outcome) {
            case LoadOutcome.Loaded loaded ->
                    Answer.done(
                            loaded,
                            session.text(
                                    loaded.written() ? "products.loaded" : "products.would-load",
                                    loaded.newProducts(),
                                    loaded.changedProducts(),
                                    loaded.newPrices()));
            case LoadOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
        };
    }

    private byte[] content() {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(Table.MOST_BYTES + 1);
        } catch (IOException e) {
            throw new WrongUsage("cli.file-unreadable", "FILE", file);
        }
    }
}
