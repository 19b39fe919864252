package app.lodge.core.stock;

import app.lodge.core.books.Problem;
import app.lodge.core.people.tables.Table;
import app.lodge.core.stock.Delivery.Numbering;
import app.lodge.core.stock.Stock.SerialList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Serial lists: how their numbers are spelt, and files that hold them (CSV or XLSX).
final class Serials {

    static final int LONGEST = 40;
    private static final Pattern UID = Pattern.compile("([0-9A-F]{2}){4,10}");
    private static final Pattern PRINTED = Pattern.compile("[0-9A-Z][0-9A-Z ./-]{0,38}[0-9A-Z]");

    private Serials() {}

    /// One way to write a number, whatever the maker's list does.
    static String spelt(String serial, Numbering numbering) {
        var upper = serial.strip().toUpperCase(Locale.ROOT);
        return numbering == Numbering.PRINTED ? upper : upper.replaceAll("[ :-]", "");
    }

    static boolean wellFormed(String spelt, Numbering numbering) {
        return (numbering == Numbering.PRINTED ? PRINTED : UID).matcher(spelt).matches();
    }

    /// The first column that holds numbers; a heading is left out. Doubles are named with both rows.
    static SerialList read(String name, byte[] content) {
        return switch (Table.read(name, content)) {
            case Table.Reading.Unreadable(var problems) -> new SerialList(List.of(), problems);
            case Table.Reading.Read(var table) -> of(name, table);
        };
    }

    private static SerialList of(String name, Table table) {
        int column = column(table);
        var heading = table.headings().size() > column ? table.headings().get(column) : "";
        var serials = new ArrayList<String>();
        var problems = new ArrayList<Problem>();
        var rows = new HashMap<String, Integer>();
        if (looksLikeANumber(heading)) {
            serials.add(heading.strip());
            rows.put(spelt(heading, Numbering.UID), 1);
        }
        for (var row : table.rows()) {
            var cell = row.cell(column).strip();
            if (cell.isEmpty()) {
                continue;
            }
            var before = rows.putIfAbsent(spelt(cell, Numbering.UID), row.number());
            if (before != null) {
                problems.add(
                        Problem.of("serials", cell, "stock.serial-twice", before, row.number()));
            } else if (!looksLikeANumber(cell)) {
                problems.add(Problem.of("serials", cell, "stock.serial-malformed", row.number()));
            } else {
                serials.add(cell);
            }
        }
        if (serials.isEmpty() && problems.isEmpty()) {
            problems.add(Problem.of("serials", name, "stock.serials-none"));
        }
        return new SerialList(serials, problems);
    }

    private static int column(Table table) {
        for (int column = 0; column < table.headings().size(); column++) {
            for (var row : table.rows()) {
                if (looksLikeANumber(row.cell(column))) {
                    return column;
                }
            }
        }
        return 0;
    }

    private static boolean looksLikeANumber(String cell) {
        var printed = spelt(cell, Numbering.PRINTED);
        return printed.chars().anyMatch(Character::isDigit)
                && (wellFormed(spelt(cell, Numbering.UID), Numbering.UID)
                        || wellFormed(printed, Numbering.PRINTED));
    }
}
