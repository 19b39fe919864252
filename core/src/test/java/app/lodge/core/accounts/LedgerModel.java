package app.lodge.core.accounts;

import app.lodge.core.accounts.Action.Authorise;
import app.lodge.core.accounts.Action.BlockAccount;
import app.lodge.core.accounts.Action.BlockMedium;
import app.lodge.core.accounts.Action.BlockPerson;
import app.lodge.core.accounts.Action.Book;
import app.lodge.core.accounts.Action.Expire;
import app.lodge.core.accounts.Action.Release;
import app.lodge.core.accounts.Action.TopUp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// What the ledger should do, in sixty lines of maps: answers are short words, to be compared with what
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
        posted[person] += topUp.cents();
        return "posting " + ++postings + " balance " + posted[person];
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
        if (posted[person] - reserved[person] < ask.cents()) {
            return "INSUFFICIENT " + (posted[person] - reserved[person]);
        }
        reserved[person] += ask.cents();
        open.put(key, new OpenHold(person, ask.cents(), now.plus(Duration.ofMinutes(15))));
        return "hold " + ++holds + " available " + (posted[person] - reserved[person]);
    }

    private String book(Book event) {
        var key = event.device() + " ask " + event.ask();
        var hold = open.get(key);
        if (hold != null && hold.person == event.person()) {
            free(key);
        }
        if (event.person() != 99) {
            posted[event.person()] -= event.cents();
            forced += posted[event.person()] < reserved[event.person()] ? 1 : 0;
        }
        var at = Site.START.plus(Duration.ofMinutes(event.minute()));
        late += at.isBefore(now.minus(Duration.ofMinutes(5))) ? 1 : 0;
        return "posting " + ++postings;
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
