package app.lodge.desktop.commandline;

import app.lodge.core.products.Products;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lodge product export`: products and prices as CSV, as `lodge product import` takes them (ID-62).
@Command(name = "export")
final class ExportProducts extends DoorCommand {

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "product.export.out")
    Path out = Path.of("products.csv");

    ExportProducts(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        OutFile.requireFree("--out", out);
        var target = Files.isDirectory(out) ? out.resolve("products.csv") : out;
        try {
            Files.write(
                    target,
                    doors.door(Products.class).export(doors.actor()),
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            return Answer.refused("cli.file-exists", "--out", target);
        } catch (IOException e) {
            return Answer.refused("cli.file-unwritable", "--out", target);
        }
        return Answer.done(
                Map.of("file", target.toString()), session.text("cli.product.exported", target));
    }
}
