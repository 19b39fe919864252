package app.lodge.core.watch;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.watch.Watch.ProvisionOutcome;
import app.lodge.core.watch.Watch.RibbonTold;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Keeps what runs out: entered, or told by a workstation of its printer.
final class Provisioning {

    private static final int LONGEST_NAME = 80;
    private static final long HIGHEST = 1_000_000_000_000L;

    /// An unchanged ribbon is told anew after this time, so that its day moves on.
    private static final Duration AGAIN = Duration.ofHours(12);

    private final Books books;
    private final ProvisionStore rows = new ProvisionStore();

    Provisioning(Books books) {
        this.books = books;
    }

    List<Provision> all(Actor actor) {
        actor.require(Permission.SEE_DEVICES);
        return books.read(rows::all);
    }

    ProvisionOutcome put(Actor actor, RequestId request, Provision provision) {
        actor.require(Permission.CHANGE_SETTINGS);
        var problems = problems(provision);
        if (!problems.isEmpty()) {
            return new ProvisionOutcome.Rejected(problems);
        }
        return books.once(
                actor,
                request,
                "watch.putProvision",
                provision,
                ProvisionOutcome.class,
                tx -> {
                    if (provision.id() != 0
                            && rows.find(tx.sql(), provision.id())
                                    .filter(one -> one.kind().entered())
                                    .isEmpty()) {
                        return new ProvisionOutcome.Rejected(
                                List.of(
                                        Problem.of(
                                                "provision",
                                                provision.id(),
                                                "watch.provision-unknown")));
                    }
                    var id = rows.put(tx, provision);
                    tx.journal(
                            "watch.provision-changed",
                            "provision:" + id,
                            Map.of(
                                    "kind", provision.kind().name(),
                                    "name", provision.name(),
                                    "on", String.valueOf(provision.on()),
                                    "remaining", provision.remaining(),
                                    "wanted", provision.wanted()));
                    return new ProvisionOutcome.Kept(rows.find(tx.sql(), id).orElseThrow());
                });
    }

    private static List<Problem> problems(Provision provision) {
        var problems = new ArrayList<Problem>();
        if (!provision.kind().entered()) {
            problems.add(Problem.of("kind", provision.kind(), "watch.provision-told"));
        }
        if (provision.name().isBlank()) {
            problems.add(Problem.of("name", "", "watch.provision-name"));
        } else if (provision.name().length() > LONGEST_NAME) {
            problems.add(Problem.of("name", provision.name(), "watch.too-long", LONGEST_NAME));
        }
        if (provision.kind() == Provision.Kind.LICENCE && provision.on() == null) {
            problems.add(Problem.of("on", "", "watch.provision-day"));
        }
        range("remaining", provision.remaining(), problems);
        range("wanted", provision.wanted(), problems);
        return problems;
    }

    private static void range(String field, long value, List<Problem> problems) {
        if (value < 0 || value > HIGHEST) {
            problems.add(Problem.of(field, value, "watch.threshold-range", 0, HIGHEST));
        }
    }

    /// A ribbon leaves the list, too, with a printer that is gone.
    boolean remove(Actor actor, RequestId request, long id) {
        actor.require(Permission.CHANGE_SETTINGS);
        return books.once(
                actor,
                request,
                "watch.removeProvision",
                List.of(id),
                Boolean.class,
                tx -> {
                    var removed = rows.remove(tx, id);
                    if (removed) {
                        tx.journal("watch.provision-removed", "provision:" + id, Map.of());
                    }
                    return removed;
                });
    }

    void tell(Actor actor, RibbonTold ribbon) {
        actor.require(Permission.ISSUE_CARDS);
        if (ribbon.left() < 0 || ribbon.capacity() < 1) {
            return;
        }
        var printer = ribbon.printer();
        var name = ribbon.kind() + " · " + printer.substring(Math.max(0, printer.length() - 40));
        var named = name.substring(0, Math.min(name.length(), LONGEST_NAME));
        var before = books.read(sql -> rows.ribbon(sql, named));
        var now = books.clock().instant();
        if (before.filter(
                        one ->
                                one.remaining() == ribbon.left()
                                        && one.wanted() == ribbon.capacity()
                                        && one.toldAt().plus(AGAIN).isAfter(now))
                .isPresent()) {
            return;
        }
        books.write(
                actor,
                tx ->
                        rows.put(
                                tx,
                                new Provision(
                                        rows.ribbon(tx.sql(), named).map(Provision::id).orElse(0L),
                                        Provision.Kind.RIBBON,
                                        named,
                                        null,
                                        ribbon.left(),
                                        ribbon.capacity(),
                                        now)));
    }
}
