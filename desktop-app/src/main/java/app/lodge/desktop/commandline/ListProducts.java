package app.lodge.desktop.commandline;

import app.lodge.core.products.Product;
import app.lodge.core.products.Products;
import java.util.Map;
import picocli.CommandLine.Command;

/// `lodge product list`: what payment points sell (ID-62).
@Command(name = "list")
final class ListProducts extends DoorCommand {

    ListProducts(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var products = doors.door(Products.class).list(doors.actor());
        return new Answer.Done(
                Map.of("products", products), products.stream().map(ListProducts::line).toList());
    }

    static String line(Product product) {
        return "%6d  %-32s  %-16s  %-10s %s"
                .formatted(
                        product.number(),
                        product.name(),
                        product.category(),
                        product.taxCode().isEmpty() ? "-" : product.taxCode(),
                        product.active() ? "" : "x")
                .stripTrailing();
    }
}
