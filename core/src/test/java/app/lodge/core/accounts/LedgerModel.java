package app.lodge.core.accounts;

import app.lodge.core.accounts.Action.Authorise;
import app.lodge.core.accounts.Action.BlockAccount;
import app.lodge.core.accounts.Action.BlockMedium;
import app.lodge.core.accounts.Action.BlockPerson;
import app.lodge.core.accounts.Action.Book;
import app.lodge.core.accounts.Action.Correct;
import app.lodge.core.accounts.Action.Expire;
import app.lodge.core.accounts.Action.PayOut;
import app.lodge.core.accounts.Action.Refund;
import app.lodge.core.accounts.Action.Release;
import app.lodge.core.accounts.Action.Reverse;
import app.lodge.core.accounts.Action.SetLimit;
import app.lodge.core.accounts.Action.TopUp;
import app.lodge.core.accounts.Action.Transfer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What the ledger should do, in a handful of maps: answers are short words, to be compared with what
/// the real books answered.
final class LedgerModel {

    private static final long MAXIMUM = 50_000;

    final long[] posted = new long[4];
    final long[] reserved = new long[4];
    private final Set<Integer> blockedAccounts = new HashSet<>();
    private final Set<Integer> blockedMedia = new HashSet<>();
    private final Set<Integer> blockedPeople = new HashSet<>();
    private final Map<Object, Object> contents = new HashMap<>();
    private final Map<Object, String> answers = new HashMap<>();
    private final Map<String, OpenHold> open = new HashMap<>();
    private Instant now = Site.START;
    private int holds;
    int postings;
    int late;
    int forced;

    private final long[] overdraft = new long[4];
    private final List<Map<Limit.Kind, Long>> limits =
            List.of(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    private final List<Past> past = new ArrayList<>();

    /// What was booked; people's legs only, number 99 for nobody's.
    private static final class Past {
        final PostingKind kind;
        final Map<Integer, Long> legs;
        final boolean atAPoint;
        long refunded;
        int reversedBy;
        Past refunds;

        Past(PostingKind kind, Map<Integer, Long> legs, boolean atAPoint) {
            this.kind = kind;
            this.legs = legs;
            this.atAPoint = atAPoint;
        }
    }

    private int booked(Past posting) {
        posting.legs.forEach((person, cents) -> {
            if (person != 99) {
                posted[person] += cents;
            }
        });
        past.add(posting);
        return ++postings;
    }

    private long available(int person) {
        return posted[person] + overdraft[person] - reserved[person];
    }

    private long own(int person) {
        return posted[person] - reserved[person];
    }

    private String moved(int person, Past posting) {
        return "posting " + booked(posting) + " balance " + posted[person];
    }

    private String transfer(Transfer move) {
        if (move.from() == move.to() || move.cents() <= 0) {
            return "rejected";
        }
        if (blockedAccounts.contains(move.from()) || blockedAccounts.contains(move.to())) {
            return "Blocked";
        }
        if (move.cents() > own(move.from())) {
            return "NotFromOverdraft " + own(move.from());
        }
        if (move.cents() > 10_000) {
            return "LimitReached 10000";
        }
        var perDay = limits.get(move.from()).getOrDefault(Limit.Kind.TRANSFERRED_PER_DAY, 20_000L);
        var today =
                past.stream()
                        .filter(each -> each.kind == PostingKind.TRANSFER && each.reversedBy == 0)
                        .mapToLong(each -> Math.max(0, -each.legs.getOrDefault(move.from(), 0L)))
                        .sum();
        if (perDay != 0 && move.cents() > perDay - today) {
            return "LimitReached " + Math.max(0, perDay - today);
        }
        if (move.cents() > MAXIMUM - posted[move.to()]) {
            return "LimitReached " + Math.max(0, MAXIMUM - posted[move.to()]);
        }
        var legs = new LinkedHashMap<Integer, Long>();
        legs.put(move.from(), -move.cents());
        legs.put(move.to(), move.cents());
        return moved(move.from(), new Past(PostingKind.TRANSFER, legs, false));
    }

    private String payOut(PayOut move) {
        if (move.cents() <= 0) {
            return "rejected";
        }
        if (blockedAccounts.contains(move.person())) {
            return "Blocked";
        }
        if (move.cents() > own(move.person())) {
            return "NotFromOverdraft " + own(move.person());
        }
        return moved(
                move.person(),
                new Past(PostingKind.PAY_OUT, Map.of(move.person(), -move.cents()), false));
    }

    private String correct(Correct move) {
        if (move.cents() == 0) {
            return "rejected";
        }
        if (-move.cents() > available(move.person()) && move.cents() < 0) {
            return "BelowFloor " + available(move.person());
        }
        return moved(
                move.person(),
                new Past(PostingKind.CORRECTION, Map.of(move.person(), move.cents()), false));
    }

    private String reverse(Reverse move) {
        if (move.posting() > past.size() || past.get(move.posting() - 1).legs.containsKey(99)) {
            return "rejected";
        }
        var undone = past.get(move.posting() - 1);
        if (undone.reversedBy != 0) {
            return "AlreadyReversed " + undone.reversedBy;
        }
        if (undone.kind == PostingKind.REVERSAL || undone.refunded != 0) {
            return "NotReversible";
        }
        var legs = new LinkedHashMap<Integer, Long>();
        undone.legs.forEach((person, cents) -> legs.put(person, -cents));
        for (var leg : legs.entrySet()) {
            if (leg.getValue() < 0 && available(leg.getKey()) + leg.getValue() < 0) {
                return "BelowFloor " + available(leg.getKey());
            }
        }
        if (undone.refunds != null) {
            undone.refunds.refunded -= undone.legs.values().iterator().next();
        }
        var holder = legs.keySet().iterator().next();
        var answer = moved(holder, new Past(PostingKind.REVERSAL, legs, undone.atAPoint));
        undone.reversedBy = postings;
        return answer;
    }

    private String refund(Refund move) {
        if (move.posting() > past.size() || past.get(move.posting() - 1).legs.containsKey(99)) {
            return "rejected";
        }
        var purchase = past.get(move.posting() - 1);
        if (purchase.kind != PostingKind.PAYMENT) {
            return "rejected";
        }
        if (purchase.reversedBy != 0) {
            return "AlreadyReversed " + purchase.reversedBy;
        }
        if (move.cents() <= 0) {
            return "rejected";
        }
        var person = purchase.legs.keySet().iterator().next();
        var remains = -purchase.legs.get(person) - purchase.refunded;
        if (move.cents() > remains) {
            return "MoreThanPaid " + remains;
        }
        purchase.refunded += move.cents();
        var back = new Past(PostingKind.REFUND, Map.of(person, move.cents()), true);
        back.refunds = purchase;
        return moved(person, back);
    }

    private String setLimit(SetLimit set) {
        if (set.most() < 0) {
            limits.get(set.person()).remove(set.kind());
        } else {
            limits.get(set.person()).put(set.kind(), set.most());
        }
        overdraft[set.person()] = limits.get(set.person()).getOrDefault(Limit.Kind.OVERDRAFT, 0L);
        return "";
    }

    private @Nullable String limited(int person, long cents) {
        for (var limit : limits.get(person).entrySet()) {
            var holds = open.values().stream().filter(hold -> hold.person == person).toList();
            var remains =
                    switch (limit.getKey()) {
                        case SPENT_PER_DAY ->
                                limit.getValue()
                                        + past.stream()
                                                .filter(each -> each.atAPoint)
                                                .mapToLong(
                                                        each -> each.legs.getOrDefault(person, 0L))
                                                .sum()
                                        - holds.stream().mapToLong(OpenHold::cents).sum();
                        case PAYMENTS_PER_DAY ->
                                limit.getValue()
                                        - past.stream()
                                                .filter(each ->
                                                        each.kind == PostingKind.PAYMENT
                                                                && each.reversedBy == 0
                                                                && each.legs.containsKey(person))
                                                .count()
                                        - holds.size();
                        default -> Long.MAX_VALUE;
                    };
            var needed = limit.getKey() == Limit.Kind.PAYMENTS_PER_DAY ? 1 : cents;
            if (needed > remains) {
                return "LIMIT_REACHED " + Math.max(0, remains);
            }
        }
        return null;
    }

    private record OpenHold(int person, long cents, Instant expires) {}

    String apply(Action action) {
        return switch (action) {
            case TopUp topUp -> once("request " + topUp.request(), topUp, () -> topUp(topUp));
            case Authorise ask -> authorise(ask);
            case Book event ->
                    once(event.device() + " seq " + event.seq(), event, () -> book(event));
            case Release release -> {
                free(release.device() + " ask " + release.ask());
                yield "";
            }
            case Expire expire -> {
                now = now.plus(Duration.ofMinutes(expire.minutesLater()));
                var over =
                        open.entrySet().stream()
                                .filter(hold -> !hold.getValue().expires.isAfter(now))
                                .map(Map.Entry::getKey)
                                .toList();
                over.forEach(this::free);
                yield "expired " + over.size();
            }
            case BlockAccount block ->
                    once(
                            "request " + block.request(),
                            block,
                            () -> set(blockedAccounts, block.person(), block.blocked()));
            case Transfer move -> once("request " + move.request(), move, () -> transfer(move));
            case PayOut move -> once("request " + move.request(), move, () -> payOut(move));
            case Correct move -> once("request " + move.request(), move, () -> correct(move));
            case Reverse move -> once("request " + move.request(), move, () -> reverse(move));
            case Refund move -> once("request " + move.request(), move, () -> refund(move));
            case SetLimit set -> setLimit(set);
            case BlockMedium block -> set(blockedMedia, block.person(), block.blocked());
            case BlockPerson block -> set(blockedPeople, block.person(), block.blocked());
        };
    }

    private String once(Object key, Action content, Supplier<String> work) {
        if (contents.containsKey(key)) {
            return contents.get(key).equals(content) ? answers.get(key) : "reused";
        }
        contents.put(key, content);
        answers.put(key, work.get());
        return answers.get(key);
    }

    private String topUp(TopUp topUp) {
        var person = topUp.person();
        if (topUp.cents() <= 0) {
            return "rejected";
        }
        if (blockedAccounts.contains(person)) {
            return "blocked";
        }
        if (posted[person] + topUp.cents() > MAXIMUM) {
            return "above maximum";
        }
        return moved(person, new Past(PostingKind.TOP_UP, Map.of(person, topUp.cents()), false));
    }

    private String authorise(Authorise ask) {
        if (ask.device() == 9) {
            return "WRONG_DEVICE";
        }
        var key = ask.device() + " ask " + ask.ask();
        var answer = once(key, ask, () -> decide(key, ask));
        return answer.equals("reused") ? "ASK_REUSED" : answer;
    }

    private String decide(String key, Authorise ask) {
        var person = ask.person();
        if (ask.cents() <= 0) {
            return "BAD_AMOUNT";
        }
        if (person == 99) {
            return "UNKNOWN_CREDENTIAL";
        }
        if (blockedMedia.contains(person)) {
            return "BLOCKED_MEDIUM";
        }
        if (blockedPeople.contains(person)) {
            return "BLOCKED_PERSON";
        }
        if (blockedAccounts.contains(person)) {
            return "BLOCKED_ACCOUNT";
        }
        if (ask.dollars()) {
            return "WRONG_CURRENCY";
        }
        var limited = limited(person, ask.cents());
        if (limited != null) {
            return limited;
        }
        if (available(person) < ask.cents()) {
            return "INSUFFICIENT " + available(person);
        }
        reserved[person] += ask.cents();
        open.put(key, new OpenHold(person, ask.cents(), now.plus(Duration.ofMinutes(15))));
        return "hold " + ++holds + " available " + available(person);
    }

    private String book(Book event) {
        var key = event.device() + " ask " + event.ask();
        var hold = open.get(key);
        if (hold != null && hold.person == event.person()) {
            free(key);
        }
        booked(new Past(PostingKind.PAYMENT, Map.of(event.person(), -event.cents()), true));
        if (event.person() != 99) {
            forced += available(event.person()) < 0 ? 1 : 0;
        }
        var at = Site.START.plus(Duration.ofMinutes(event.minute()));
        late += at.isBefore(now.minus(Duration.ofMinutes(5))) ? 1 : 0;
        return "posting " + postings;
    }

    private void free(String key) {
        var hold = open.remove(key);
        if (hold != null) {
            reserved[hold.person] -= hold.cents;
        }
    }

    private static String set(Set<Integer> blocked, int person, boolean isBlocked) {
        if (isBlocked) {
            blocked.add(person);
        } else {
            blocked.remove(person);
        }
        return "";
    }
}
