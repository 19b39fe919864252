package app.lodge.core.purse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Finds purses that were rolled back or cloned, and value that nobody loaded, from counters and
/// records alone (CHAIN-30, CHAIN-37, CHAIN-43).
///
/// A card counts every change, and each record says the value after it; orders of the back office are
/// in the books before the card is written. So for each card:
///
/// 1. No counter has two records. Two histories that follow one another are a rolled-back card, two
///    that run beside each other a clone; which, is told by the terminals' clocks and only a hint.
/// 2. A record begins where the one before ended.
/// 3. Over records that are missing, the value may rise by orders not seen yet and by one undo of the
///    last debit, and by nothing else.
/// 4. A load, refund or pay-out is an order's, and each order is written once.
/// 5. An undo gives back at most what was taken last.
/// 6. A card that is seen has a counter at least as high as any record that was here before.
///
/// None of them says anything about a record that is only missing, so uploads may come late, twice and
/// in any order. Pure: the same facts give the same findings.
public final class PurseDetector {

    private PurseDetector() {}

    /// What was found.
    public enum Finding {
        ROLLED_BACK,
        CLONED,
        VALUE_WITHOUT_LOAD,
        /// Less than there should be, or a record changed: written by somebody else, or damaged.
        DOES_NOT_ADD_UP,
        /// The check value is not the card's.
        FORGED_RECORD
    }

    /// @param counter where it begins
    public record Found(Finding what, long counter) {}

    /// An order of the back office that is or may be on the card.
    public record Order(long number, PurseKind kind, long amount) {}

    /// The card was read at the back office.
    ///
    /// @param counter that it showed
    /// @param knownThen the highest counter in the books just before
    public record Sight(long counter, long knownThen) {}

    /// @param records of one card; equal ones count once
    public static List<Found> find(
            Collection<PurseRecord> records, Collection<Order> orders, Collection<Sight> sights) {
        var byCounter = new TreeMap<Long, List<PurseRecord>>();
        for (var record : new HashSet<>(records)) {
            byCounter.computeIfAbsent(record.counter(), _ -> new ArrayList<>()).add(record);
        }
        byCounter.values().forEach(each -> each.sort(Comparator.comparing(PurseRecord::at)));
        var found = new ArrayList<Found>();
        fork(byCounter, found);
        steps(byCounter, orders, found);
        orders(byCounter, orders, found);
        undone(byCounter, found);
        for (var sight : sights) {
            if (sight.counter() < sight.knownThen()) {
                found.add(new Found(Finding.ROLLED_BACK, sight.counter() + 1));
            }
        }
        return found.stream().distinct().toList();
    }

    private static void fork(TreeMap<Long, List<PurseRecord>> byCounter, List<Found> found) {
        for (var entry : byCounter.entrySet()) {
            if (entry.getValue().size() > 1) {
                var later = byCounter.tailMap(entry.getKey(), true);
                found.add(
                        new Found(
                                beside(later) ? Finding.CLONED : Finding.ROLLED_BACK,
                                entry.getKey()));
                return;
            }
        }
    }

    /// Whether two histories run beside each other: the older one has a record later than the younger
    /// one's first.
    private static boolean beside(Map<Long, List<PurseRecord>> later) {
        var histories = new ArrayList<List<PurseRecord>>();
        for (var records : later.values()) {
            var free = new ArrayList<>(histories);
            for (var record : records) {
                var history = continued(free, record);
                if (history == null) {
                    history = new ArrayList<>();
                    histories.add(history);
                } else {
                    free.remove(history);
                }
                history.add(record);
            }
        }
        histories.sort(Comparator.comparing(each -> each.getFirst().at()));
        Instant end = Instant.MIN;
        for (var history : histories) {
            if (history.getFirst().at().isBefore(end)) {
                return true;
            }
            end = history.getLast().at();
        }
        return false;
    }

    private static @Nullable List<PurseRecord> continued(
            List<List<PurseRecord>> histories, PurseRecord record) {
        for (var history : histories) {
            var last = history.getLast();
            if (last.counter() == record.counter() - 1
                    && last.balanceAfter() == record.balanceBefore()
                    && !last.at().isAfter(record.at())) {
                return history;
            }
        }
        return null;
    }

    private static void steps(
            TreeMap<Long, List<PurseRecord>> byCounter,
            Collection<Order> orders,
            List<Found> found) {
        for (var entry : byCounter.entrySet()) {
            var before = byCounter.lowerEntry(entry.getKey());
            for (var record : entry.getValue()) {
                long last = before == null ? 0 : before.getKey();
                if (last == record.counter() - 1) {
                    next(record, before == null ? List.of() : before.getValue(), found);
                } else {
                    gap(byCounter, record, last, orders, found);
                }
            }
        }
    }

    private static void next(PurseRecord record, List<PurseRecord> before, List<Found> found) {
        long begins = record.balanceBefore();
        boolean fits =
                before.isEmpty()
                        ? begins == 0
                        : before.stream().anyMatch(each -> each.balanceAfter() == begins);
        if (!fits) {
            long most = before.stream().mapToLong(PurseRecord::balanceAfter).max().orElse(0);
            found.add(
                    new Found(
                            begins > most ? Finding.VALUE_WITHOUT_LOAD : Finding.DOES_NOT_ADD_UP,
                            record.counter()));
        }
    }

    private static void gap(
            TreeMap<Long, List<PurseRecord>> byCounter,
            PurseRecord record,
            long last,
            Collection<Order> orders,
            List<Found> found) {
        long returnable = returnable(byCounter, last);
        if (returnable < 0) {
            return; // what was taken last is missing itself
        }
        long start =
                byCounter.getOrDefault(last, List.of()).stream()
                        .mapToLong(PurseRecord::balanceAfter)
                        .max()
                        .orElse(0);
        long raised = Math.addExact(start, returnable);
        for (var order : orders) {
            if (order.kind().sign() > 0 && !placed(byCounter, order)) {
                raised = Math.addExact(raised, order.amount());
            }
        }
        if (record.balanceBefore() > raised) {
            found.add(new Found(Finding.VALUE_WITHOUT_LOAD, record.counter()));
        }
    }

    private static boolean placed(TreeMap<Long, List<PurseRecord>> byCounter, Order order) {
        return byCounter.values().stream()
                .flatMap(List::stream)
                .anyMatch(record -> record.terminal() == 0 && record.sequence() == order.number());
    }

    /// What an undo right after a counter could still give back.
    ///
    /// @return -1 if that cannot be known yet
    private static long returnable(TreeMap<Long, List<PurseRecord>> byCounter, long counter) {
        for (long at = counter; at > 0; at--) {
            var there = byCounter.get(at);
            if (there == null) {
                return -1;
            }
            long taken =
                    there.stream()
                            .filter(record -> record.kind().sign() < 0)
                            .mapToLong(PurseRecord::amount)
                            .max()
                            .orElse(0);
            if (taken > 0) {
                return taken;
            }
            if (there.stream().anyMatch(record -> record.kind() == PurseKind.UNDO)) {
                return 0;
            }
        }
        return 0;
    }

    private static void orders(
            TreeMap<Long, List<PurseRecord>> byCounter,
            Collection<Order> orders,
            List<Found> found) {
        var known = new HashMap<Long, Order>();
        orders.forEach(order -> known.put(order.number(), order));
        Set<Long> written = new HashSet<>();
        for (var records : byCounter.values()) {
            for (var record : records) {
                if (!record.kind().backOffice()) {
                    continue;
                }
                var order = known.get(record.sequence());
                boolean ordered =
                        record.terminal() == 0
                                && order != null
                                && order.kind() == record.kind()
                                && order.amount() == record.amount();
                if (!ordered || !written.add(record.sequence())) {
                    found.add(
                            new Found(
                                    record.kind().sign() > 0
                                            ? Finding.VALUE_WITHOUT_LOAD
                                            : Finding.DOES_NOT_ADD_UP,
                                    record.counter()));
                }
            }
        }
    }

    private static void undone(TreeMap<Long, List<PurseRecord>> byCounter, List<Found> found) {
        for (var records : byCounter.values()) {
            for (var record : records) {
                if (record.kind() == PurseKind.UNDO) {
                    long returnable = returnable(byCounter, record.counter() - 1);
                    if (returnable >= 0 && record.amount() > returnable) {
                        found.add(new Found(Finding.VALUE_WITHOUT_LOAD, record.counter()));
                    }
                }
            }
        }
    }
}
