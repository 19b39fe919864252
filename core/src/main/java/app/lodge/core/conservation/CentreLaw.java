package app.lodge.core.conservation;

import app.lodge.core.conservation.Conservation.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// What each cost centre was charged is what its account says, posting by posting, and the sums that
/// budgets are measured against are those of the charges.
///
/// The journal says which posting charged which centre and how much was given back. By whom and on which
/// day only the charge itself and the sum say: where one charge on another account or day makes two sums
/// agree again, that charge is the smaller explanation.
final class CentreLaw {

    private static final Comparator<Key> ORDER =
            Comparator.comparingLong(Key::centre)
                    .thenComparingLong(Key::account)
                    .thenComparing(Key::day);

    private final Map<Long, Long> centreOfAccount;
    private final Map<Long, Expected> charges = new TreeMap<>();

    /// Which charge a giving back belongs to.
    private final Map<Long, Long> backOf = new TreeMap<>();

    record Key(long centre, long account, LocalDate day) {

        String row() {
            return "cost-centre-use:%d/%d/%s".formatted(centre, account, day);
        }
    }

    record Charge(long centre, long account, LocalDate day, long amount, long givenBack) {

        Key key() {
            return new Key(centre, account, day);
        }
    }

    private record Expected(long centre, long amount, long givenBack) {

        long net() {
            return amount - givenBack;
        }
    }

    /// @param centreOfAccount the centres' accounts in the ledger
    CentreLaw(Map<Long, Long> centreOfAccount) {
        this.centreOfAccount = Map.copyOf(centreOfAccount);
    }

    void take(Told told) {
        for (var line : told.lines()) {
            var centre = centreOfAccount.get(line.account());
            if (centre == null) {
                continue;
            }
            if (told.undoes() == 0) {
                charges.put(told.posting(), new Expected(centre, -line.amount(), 0));
            } else {
                long charge = backOf.getOrDefault(told.undoes(), told.undoes());
                backOf.put(told.posting(), charge);
                charges.computeIfPresent(
                        charge,
                        (_, before) ->
                                new Expected(
                                        before.centre(),
                                        before.amount(),
                                        Math.addExact(before.givenBack(), line.amount())));
            }
        }
    }

    List<Row> faults(Map<Long, Charge> found, Map<Key, Long> used) {
        var faults = new ArrayList<Row>();
        var sums = new TreeMap<Key, Long>(ORDER);
        var all = new TreeSet<>(charges.keySet());
        all.addAll(found.keySet());
        for (var posting : all) {
            var expected = charges.get(posting);
            var stands = found.get(posting);
            if (expected == null || stands == null) {
                faults.add(
                        new Row(
                                row(posting),
                                "row",
                                expected == null ? "-" : "row",
                                stands == null ? "-" : "row"));
                continue;
            }
            differ(faults, posting, "centre_id", expected.centre(), stands.centre());
            differ(faults, posting, "amount", expected.amount(), stands.amount());
            differ(faults, posting, "given_back", expected.givenBack(), stands.givenBack());
            sums.merge(
                    new Key(expected.centre(), stands.account(), stands.day()),
                    expected.net(),
                    Math::addExact);
        }
        if (faults.stream().noneMatch(fault -> fault.column().equals("row"))) {
            faults.addAll(uses(found, sums, used));
        }
        return faults;
    }

    private List<Row> uses(Map<Long, Charge> found, Map<Key, Long> sums, Map<Key, Long> used) {
        var keys = new TreeSet<>(ORDER);
        keys.addAll(sums.keySet());
        keys.addAll(used.keySet());
        keys.removeIf(key -> sums.getOrDefault(key, 0L).equals(used.getOrDefault(key, 0L)));
        var faults = new ArrayList<Row>();
        while (!keys.isEmpty()) {
            var key = keys.removeFirst();
            var off = sums.getOrDefault(key, 0L) - used.getOrDefault(key, 0L);
            var other =
                    keys.stream()
                            .filter(each ->
                                    each.centre() == key.centre()
                                            && sums.getOrDefault(each, 0L)
                                                            - used.getOrDefault(each, 0L)
                                                    == -off)
                            .findFirst();
            var moved =
                    other.flatMap(to -> off > 0 ? moved(found, key, off) : moved(found, to, -off));
            if (other.isPresent() && moved.isPresent()) {
                keys.remove(other.get());
                faults.add(placed(moved.get(), found, off > 0 ? other.get() : key));
            } else {
                faults.add(
                        new Row(
                                key.row(),
                                "used",
                                "" + sums.getOrDefault(key, 0L),
                                "" + used.getOrDefault(key, 0L)));
            }
        }
        return faults;
    }

    /// A charge in that sum of just that much.
    private Optional<Long> moved(Map<Long, Charge> found, Key in, long much) {
        return found.entrySet().stream()
                .filter(one -> one.getValue().key().equals(in))
                .filter(one -> {
                    var expected = charges.get(one.getKey());
                    return expected != null && expected.net() == much;
                })
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static Row placed(long posting, Map<Long, Charge> found, Key belongs) {
        var stands = found.get(posting);
        if (stands == null) {
            throw new IllegalArgumentException("No charge of posting %d".formatted(posting));
        }
        return stands.account() == belongs.account()
                ? new Row(row(posting), "charged_on", "" + belongs.day(), "" + stands.day())
                : new Row(
                        row(posting), "account_id", "" + belongs.account(), "" + stands.account());
    }

    private static String row(long posting) {
        return "cost-centre-charge:" + posting;
    }

    private static void differ(
            List<Row> faults, long posting, String column, long expected, long found) {
        if (expected != found) {
            faults.add(new Row(row(posting), column, "" + expected, "" + found));
        }
    }
}
