package app.lodge.core.products;

import app.lodge.core.books.Problem;
import app.lodge.core.people.tables.Table;
import app.lodge.core.products.Prices.Wanted;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Products and prices as a table with one row for each price.
final class ProductFile {

    private static final String NAME_IN = "name.";
    private static final List<String> NAMED = List.of("de", "en", "fr", "hr", "pl", "zh");

    private ProductFile() {}

    /// @param list name of the price list; empty for a product alone
    /// @param minor null: not sold by that list from then on
    record Row(int row, Product product, String list, @Nullable Long minor, LocalDate from) {

        Optional<Wanted> wanted(PriceBook book) {
            return named(book).map(one -> new Wanted(one.id(), product.number(), minor, from));
        }

        private Optional<PriceList> named(PriceBook book) {
            return book.lists().stream()
                    .filter(one -> one.name().equalsIgnoreCase(list))
                    .findFirst();
        }

        Optional<Problem> unknownList(PriceBook book) {
            return list.isEmpty() || named(book).isPresent()
                    ? Optional.empty()
                    : Optional.of(Problem.of("list", list, "products.list-unknown"));
        }

        Problem at(Problem problem) {
            return new Problem(
                    "row " + row + ": " + problem.field(),
                    problem.value(),
                    problem.key(),
                    problem.arguments());
        }
    }

    sealed interface Reading {
        record Read(List<Row> rows) implements Reading {}

        record Faulty(List<Problem> problems) implements Reading {}
    }

    /// @param today from when a price holds that names no day
    static Reading read(String name, byte[] content, Currency currency, LocalDate today) {
        return switch (Table.read(name, content)) {
            case Table.Reading.Unreadable(var problems) -> new Reading.Faulty(problems);
            case Table.Reading.Read(var table) -> rows(table, currency, today);
        };
    }

    private static Reading rows(Table table, Currency currency, LocalDate today) {
        var columns = new HashMap<String, Integer>();
        for (var i = 0; i < table.headings().size(); i++) {
            columns.putIfAbsent(table.headings().get(i).strip().toLowerCase(Locale.ROOT), i);
        }
        var problems = new ArrayList<Problem>();
        for (var needed : List.of("number", "name")) {
            if (!columns.containsKey(needed)) {
                problems.add(Problem.of("file", needed, "products.column-missing"));
            }
        }
        if (!problems.isEmpty()) {
            return new Reading.Faulty(problems);
        }
        var rows = new ArrayList<Row>();
        for (var row : table.rows()) {
            var cells = new Cells(row, columns, currency, problems);
            rows.add(
                    new Row(
                            row.number(),
                            cells.product(),
                            cells.text("list"),
                            cells.money("price"),
                            cells.day("from", today)));
        }
        return problems.isEmpty() ? new Reading.Read(rows) : new Reading.Faulty(problems);
    }

    private record Cells(
            Table.Row row,
            Map<String, Integer> columns,
            Currency currency,
            List<Problem> problems) {

        String text(String column) {
            var at = columns.get(column);
            return at == null ? "" : row.cell(at).strip();
        }

        Product product() {
            var names = new TreeMap<String, String>();
            columns.keySet().stream()
                    .filter(column -> column.startsWith(NAME_IN) && !text(column).isEmpty())
                    .forEach(column -> names.put(column.substring(NAME_IN.length()), text(column)));
            return new Product(
                    number(),
                    text("name"),
                    names,
                    text("category"),
                    text("tax"),
                    !List.of("no", "false", "0").contains(text("active").toLowerCase(Locale.ROOT)));
        }

        private int number() {
            if (!text("number").matches("[0-9]{1,6}")) {
                wrong("number", "products.number", Product.HIGHEST);
                return 1;
            }
            return Integer.parseInt(text("number"));
        }

        @Nullable Long money(String column) {
            var text = text(column).replace(',', '.');
            if (text.isEmpty()) {
                return null;
            }
            try {
                return new BigDecimal(text)
                        .movePointRight(currency.getDefaultFractionDigits())
                        .longValueExact();
            } catch (ArithmeticException | NumberFormatException _) {
                wrong(column, "products.price-malformed");
                return null;
            }
        }

        LocalDate day(String column, LocalDate otherwise) {
            if (text(column).isEmpty()) {
                return otherwise;
            }
            try {
                return LocalDate.parse(text(column));
            } catch (DateTimeParseException _) {
                wrong(column, "products.day-malformed");
                return otherwise;
            }
        }

        private void wrong(String column, String key, Object... arguments) {
            problems.add(
                    Problem.of(
                            "row " + row.number() + ": " + column, text(column), key, arguments));
        }
    }

    /// What a file says of products: of several rows about one, the last.
    static Map<Integer, Product> products(List<Row> rows) {
        var products = new LinkedHashMap<Integer, Product>();
        rows.forEach(row -> products.put(row.product().number(), stripped(row.product())));
        return products;
    }

    static PriceBook together(PriceBook book, Map<Integer, Product> more) {
        var all = new HashMap<>(book.products());
        all.putAll(more);
        return new PriceBook(all, book.lists(), book.prices());
    }

    static Product stripped(Product product) {
        var names = new TreeMap<String, String>();
        product.names().forEach((language, name) -> names.put(language, name.strip()));
        return new Product(
                product.number(),
                product.name().strip(),
                names,
                product.category().strip(),
                product.taxCode(),
                product.active());
    }

    /// @param now prices that were over by then are left out
    static byte[] write(PriceBook book, Instant now, ZoneId zone, Currency currency) {
        var out = new StringWriter();
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out)) {
            var head = new ArrayList<>(List.of("number", "name"));
            NAMED.forEach(language -> head.add(NAME_IN + language));
            head.addAll(List.of("category", "tax", "active", "list", "price", "from"));
            csv.writeRecord(head);
            book.products().values().stream()
                    .sorted(Comparator.comparingInt(Product::number))
                    .forEach(product -> {
                        var rows = priced(book, product, now, zone, currency);
                        (rows.isEmpty() ? List.of(List.of("", "", "")) : rows)
                                .forEach(row -> csv.writeRecord(cells(product, row)));
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<List<String>> priced(
            PriceBook book, Product product, Instant now, ZoneId zone, Currency currency) {
        return book.lists().stream()
                .filter(list -> list.endsAt() == null)
                .flatMap(list ->
                        book.of(list).stream()
                                .filter(offer -> offer.product() == product.number())
                                .filter(offer ->
                                        offer.until() == null || offer.until().isAfter(now))
                                .sorted(Comparator.comparing(Offer::from))
                                .map(offer ->
                                        List.of(
                                                list.name(),
                                                BigDecimal.valueOf(
                                                                offer.minor(),
                                                                currency.getDefaultFractionDigits())
                                                        .toPlainString(),
                                                offer.from().isAfter(now)
                                                        ? LocalDate.ofInstant(offer.from(), zone)
                                                                .toString()
                                                        : "")))
                .toList();
    }

    private static List<String> cells(Product product, List<String> price) {
        var cells = new ArrayList<String>();
        cells.add(String.valueOf(product.number()));
        cells.add(product.name());
        NAMED.forEach(language -> cells.add(product.names().getOrDefault(language, "")));
        cells.add(product.category());
        cells.add(product.taxCode());
        cells.add(product.active() ? "yes" : "no");
        cells.addAll(price);
        return cells;
    }
}
