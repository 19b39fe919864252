package app.lodge.core.stock;

import app.lodge.core.books.Problem;
import app.lodge.core.books.Tx;
import app.lodge.core.stock.Delivery.Numbering;
import app.lodge.core.stock.Stock.Counted;
import app.lodge.core.stock.Stock.HandOver;
import app.lodge.core.stock.Stock.NewDelivery;
import app.lodge.core.stock.Stock.WriteOff;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;

/// What is wrong with what somebody typed about the stock.
final class StockCheck {

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_BATCH = 40;
    private static final int LONGEST_CHIP = 32;
    private static final int MOST = 1_000_000;
    private static final int THINNEST = 100;
    private static final int THICKEST = 5_000;

    private final ShelfStore shelves;
    private final StockStore pieces;

    StockCheck(ShelfStore shelves, StockStore pieces) {
        this.shelves = shelves;
        this.pieces = pieces;
    }

    List<Problem> place(Tx tx, Place place) {
        var problems = new ArrayList<Problem>();
        name(place.name(), problems);
        for (var other : shelves.places(tx.sql())) {
            if (other.id() != place.id() && other.name().equalsIgnoreCase(place.name())) {
                problems.add(Problem.of("name", place.name(), "stock.name-taken"));
            }
        }
        if (place.id() != 0 && shelves.place(tx.sql(), place.id()).isEmpty()) {
            problems.add(Problem.of("place", place.id(), "stock.place-unknown"));
        }
        if (place.workstation().length() > 64) {
            problems.add(Problem.of("workstation", place.workstation(), "stock.too-long", 64));
        }
        if (place.lowAt() < 0 || place.lowAt() > MOST) {
            problems.add(Problem.of("lowAt", place.lowAt(), "stock.pieces-range", 0, MOST));
        }
        return problems;
    }

    List<Problem> blank(Tx tx, Blank blank) {
        var problems = new ArrayList<Problem>();
        name(blank.name(), problems);
        if (shelves.blanks(tx.sql()).stream()
                .anyMatch(other -> other.name().equalsIgnoreCase(blank.name()))) {
            problems.add(Problem.of("name", blank.name(), "stock.name-taken"));
        }
        if (blank.chip().length() > LONGEST_CHIP) {
            problems.add(Problem.of("chip", blank.chip(), "stock.too-long", LONGEST_CHIP));
        }
        int thick = blank.thicknessMicrometres();
        if (thick < THINNEST || thick > THICKEST) {
            problems.add(Problem.of("thickness", thick, "stock.thickness", THINNEST, THICKEST));
        }
        return problems;
    }

    private static void name(String name, List<Problem> problems) {
        if (name.isEmpty()) {
            problems.add(Problem.of("name", name, "stock.name-missing"));
        } else if (name.length() > LONGEST_NAME) {
            problems.add(Problem.of("name", name, "stock.too-long", LONGEST_NAME));
        }
    }

    List<Problem> delivery(Tx tx, NewDelivery coming, int count) {
        var problems = new ArrayList<Problem>();
        if (shelves.blank(tx.sql(), coming.blank()).isEmpty()) {
            problems.add(Problem.of("blank", coming.blank(), "stock.blank-unknown"));
        }
        if (shelves.place(tx.sql(), coming.place()).isEmpty()) {
            problems.add(Problem.of("place", coming.place(), "stock.place-unknown"));
        }
        if (supplier(tx, coming).isEmpty()) {
            problems.add(Problem.of("supplier", coming.supplier(), "stock.name-missing"));
        } else if (coming.supplier().length() > LONGEST_NAME) {
            problems.add(Problem.of("supplier", coming.supplier(), "stock.too-long", LONGEST_NAME));
        }
        if (coming.batch().strip().length() > LONGEST_BATCH) {
            problems.add(Problem.of("batch", coming.batch(), "stock.too-long", LONGEST_BATCH));
        }
        if (count < 1 || count > MOST) {
            problems.add(Problem.of("pieces", count, "stock.pieces-range", 1, MOST));
        }
        if (coming.numbering() != Numbering.NONE) {
            serials(tx, coming, problems);
        }
        return problems;
    }

    private void serials(Tx tx, NewDelivery coming, List<Problem> problems) {
        var rows = new HashMap<String, Integer>();
        int row = 0;
        for (var serial : coming.serials()) {
            row++;
            var spelt = Serials.spelt(serial, coming.numbering());
            if (!Serials.wellFormed(spelt, coming.numbering())) {
                problems.add(Problem.of("serials", serial, "stock.serial-malformed", row));
            }
            var before = rows.putIfAbsent(spelt, row);
            if (before != null) {
                problems.add(Problem.of("serials", serial, "stock.serial-twice", before, row));
            }
        }
        var all = new ArrayList<>(rows.keySet());
        for (int from = 0; from < all.size(); from += 500) {
            for (var known :
                    pieces.known(tx.sql(), all.subList(from, Math.min(all.size(), from + 500)))) {
                problems.add(
                        Problem.of(
                                "serials",
                                known,
                                "stock.serial-known",
                                rows.getOrDefault(known, 0)));
            }
        }
    }

    /// As typed, or the order's.
    String supplier(Tx tx, NewDelivery coming) {
        var order = coming.order();
        return coming.supplier().isBlank() && order != null
                ? new OrderStore().supplier(tx.sql(), order).orElse("")
                : coming.supplier().strip();
    }

    List<Problem> handOver(Tx tx, HandOver order) {
        var problems = new ArrayList<Problem>();
        if (!order.state().lies()) {
            problems.add(Problem.of("state", order.state(), "stock.state-not-here"));
        }
        if (order.from() == order.to() || shelves.place(tx.sql(), order.to()).isEmpty()) {
            problems.add(Problem.of("to", order.to(), "stock.place-unknown"));
        }
        if (shelves.delivery(tx.sql(), order.delivery()).isEmpty()) {
            problems.add(Problem.of("delivery", order.delivery(), "stock.delivery-unknown"));
        }
        if (order.serials().stream().distinct().count() < order.serials().size()) {
            problems.add(Problem.of("serials", "", "stock.serials-repeat"));
        }
        return problems;
    }

    List<Problem> writeOff(Tx tx, WriteOff order) {
        var problems = new ArrayList<Problem>();
        if (!order.from().lies()) {
            problems.add(Problem.of("state", order.from(), "stock.state-not-here"));
        }
        if (!order.reason().spoils() && order.reason() != MoveReason.MISSING) {
            problems.add(Problem.of("reason", order.reason(), "stock.reason-not-for-that"));
        }
        if (shelves.delivery(tx.sql(), order.delivery()).isEmpty()) {
            problems.add(Problem.of("delivery", order.delivery(), "stock.delivery-unknown"));
        }
        if (order.serials().stream().distinct().count() < order.serials().size()) {
            problems.add(Problem.of("serials", "", "stock.serials-repeat"));
        }
        return problems;
    }

    List<Problem> counted(Tx tx, long place, List<Counted> counted) {
        var problems = new ArrayList<Problem>();
        if (shelves.place(tx.sql(), place).isEmpty()) {
            problems.add(Problem.of("place", place, "stock.place-unknown"));
        }
        var seen = new HashSet<String>();
        for (var line : counted) {
            if (!line.state().lies() || !seen.add(line.delivery() + " " + line.state())) {
                problems.add(Problem.of("state", line.state(), "stock.state-not-here"));
            }
            if (line.pieces() < 0 || line.pieces() > MOST) {
                problems.add(Problem.of("pieces", line.pieces(), "stock.pieces-range", 0, MOST));
            }
            if (shelves.delivery(tx.sql(), line.delivery()).isEmpty()) {
                problems.add(Problem.of("delivery", line.delivery(), "stock.delivery-unknown"));
            }
        }
        return problems;
    }
}
