package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.products.Product;
import app.lodge.core.products.Products;
import app.lodge.core.products.Products.ProductOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge product put`: a new product, or another form of the one with this number (ID-62).
@Command(name = "put")
final class PutProduct extends DoorCommand {

    @Parameters(index = "0", paramLabel = "NUMBER", descriptionKey = "product.number")
    String number = "";

    @Parameters(index = "1", paramLabel = "NAME", descriptionKey = "product.name")
    String name = "";

    @Option(names = "--in", paramLabel = "LANGUAGE=NAME", descriptionKey = "product.in")
    List<String> names = new ArrayList<>();

    @Option(names = "--category", paramLabel = "TEXT", descriptionKey = "product.category")
    String category = "";

    @Option(names = "--tax", paramLabel = "CODE", descriptionKey = "product.tax")
    String tax = "";

    @Option(names = "--off", descriptionKey = "product.off")
    boolean off;

    PutProduct(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var product =
                new Product(
                        PriceWords.product("NUMBER", number),
                        name,
                        Values.pairs("--in", names),
                        category,
                        tax,
                        !off);
        return switch (doors.door(Products.class).put(doors.actor(), RequestId.fresh(), product)) {
            case ProductOutcome.Done(var kept) ->
                    Answer.done(Map.of("product", kept), ListProducts.line(kept));
            case ProductOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
        };
    }
}
