package app.lodge.core.people.index;

import app.lodge.core.books.Page;
import app.lodge.core.people.index.IndexedPerson.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/// All people in order of name, in memory, found by any part of any word.
///
/// One immutable array, replaced at each change: readers never wait. Finding is a scan that stops
/// when the page is full, about ten milliseconds for all of 100,000 people (`PeopleMeasurement`); an
/// index of substrings would cost memory and upkeep to save that. Thread-safe.
public final class PeopleIndex {

    private static final Comparator<IndexedPerson> ORDER =
            (a, b) -> Arrays.compareUnsigned(a.order, b.order);

    private volatile IndexedPerson[] people = {};

    /// Puts people in, in place of those of the same numbers.
    public synchronized void put(Collection<IndexedPerson> changed) {
        if (changed.isEmpty()) {
            return;
        }
        var added = changed.toArray(IndexedPerson[]::new);
        Arrays.parallelSort(added, ORDER);
        var numbers = new HashSet<Long>();
        for (var one : added) {
            numbers.add(one.number);
        }
        people = merged(people, added, numbers);
    }

    /// Takes people out.
    public synchronized void remove(Collection<Long> numbers) {
        people = merged(people, new IndexedPerson[0], Set.copyOf(numbers));
    }

    public int size() {
        return people.length;
    }

    /// Numbers of people in order of family name, given name, number.
    ///
    /// @param after a page's `next`, or null
    /// @param within whose numbers count
    /// @throws IllegalArgumentException if `after` is none of this index's
    public Page<Long> list(String text, @Nullable String after, int limit, LongPredicate within) {
        return list(text, after, limit, within, Set.of());
    }

    /// @param hidden what nobody is found by
    public Page<Long> list(
            String text,
            @Nullable String after,
            int limit,
            LongPredicate within,
            Set<Part> hidden) {
        var all = people;
        var needles = Needles.of(text);
        var found = new ArrayList<IndexedPerson>(Math.min(limit, all.length) + 1);
        for (var i = after == null ? 0 : firstAfter(all, after); i < all.length; i++) {
            if (within.test(all[i].number) && needles.allIn(all[i].text(hidden))) {
                if (found.size() == limit) {
                    return new Page<>(numbers(found), place(found.getLast()));
                }
                found.add(all[i]);
            }
        }
        return new Page<>(numbers(found), null);
    }

    public long count(String text, LongPredicate within) {
        return count(text, within, Set.of());
    }

    public long count(String text, LongPredicate within, Set<Part> hidden) {
        var needles = Needles.of(text);
        var count = 0;
        for (var one : people) {
            if (within.test(one.number) && needles.allIn(one.text(hidden))) {
                count++;
            }
        }
        return count;
    }

    /// Those first in whom every word sought begins a word, then the others.
    public List<Long> best(String text, int limit, LongPredicate within) {
        return best(text, limit, within, Set.of());
    }

    public List<Long> best(String text, int limit, LongPredicate within, Set<Part> hidden) {
        var needles = Needles.of(text);
        if (needles.areNone()) {
            return List.of();
        }
        var first = new ArrayList<IndexedPerson>();
        var then = new ArrayList<IndexedPerson>();
        for (var one : people) {
            if (!within.test(one.number)) {
                continue;
            }
            var sought = one.text(hidden);
            if (needles.allIn(sought)) {
                if (needles.allBeginAWordOf(sought)) {
                    first.add(one);
                } else if (then.size() < limit) {
                    then.add(one);
                }
                if (first.size() == limit) {
                    break;
                }
            }
        }
        first.addAll(then.subList(0, Math.min(then.size(), limit - first.size())));
        return numbers(first);
    }

    private static IndexedPerson[] merged(
            IndexedPerson[] before, IndexedPerson[] added, Set<Long> replaced) {
        var out = new ArrayList<IndexedPerson>(before.length + added.length);
        var next = 0;
        for (var one : before) {
            if (replaced.contains(one.number)) {
                continue;
            }
            while (next < added.length && ORDER.compare(added[next], one) < 0) {
                out.add(added[next++]);
            }
            out.add(one);
        }
        while (next < added.length) {
            out.add(added[next++]);
        }
        return out.toArray(IndexedPerson[]::new);
    }

    private static int firstAfter(IndexedPerson[] all, String after) {
        var order = Base64.getUrlDecoder().decode(after);
        var low = 0;
        var high = all.length;
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (Arrays.compareUnsigned(all[middle].order, order) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static String place(IndexedPerson last) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(last.order);
    }

    private static List<Long> numbers(List<IndexedPerson> found) {
        return found.stream().map(one -> one.number).toList();
    }
}
