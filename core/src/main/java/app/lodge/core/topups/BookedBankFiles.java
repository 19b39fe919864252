package app.lodge.core.topups;

import app.lodge.core.accounts.Bookkeeping;
import app.lodge.core.accounts.OutsideMoney;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Tx;
import app.lodge.core.doors.Json;
import app.lodge.core.money.Money;
import app.lodge.core.people.Reach;
import app.lodge.core.people.Register;
import app.lodge.core.sepa.BankAccount;
import app.lodge.core.sepa.CreditorId;
import app.lodge.core.settings.Documents;
import app.lodge.core.topups.BankFile.Kind;
import app.lodge.core.topups.BankFiles.RunOutcome.Filed;
import app.lodge.core.topups.BankFiles.RunOutcome.NotWritten;
import app.lodge.core.topups.BankFiles.RunOutcome.NothingDue;
import app.lodge.core.topups.BankFiles.RunOutcome.Rejected;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Runs as rows first and files second.
final class BookedBankFiles implements BankFiles {

    private static final String DOCUMENT = "bank";
    private static final int LONGEST_LIST = 500;
    private static final int FARTHEST_DUE = 30;

    private final Books books;
    private final BankFolder folder;
    private final Map<Kind, BankRun> runs;
    private final CarriedOut carried;
    private final Returning returning;
    private final BankFileStore store = new BankFileStore();

    BookedBankFiles(
            Books books, Bookkeeping keeping, Register register, TopUps topUps, Path ownFolder) {
        this.books = books;
        var mandates = new BookedMandates(books, register);
        this.runs =
                Map.of(
                        Kind.COLLECTION, new Collecting(books, mandates),
                        Kind.PAYOUT, new PayingOut(books, mandates));
        this.folder = new BankFolder(books, runs, ownFolder);
        var money = OutsideMoney.in(keeping);
        this.carried = new CarriedOut(books, topUps, money);
        this.returning = new Returning(books, topUps, money);
    }

    @Override
    public Creditor creditor(Actor actor) {
        actor.require(Permission.MOVE_MONEY);
        return creditor();
    }

    private Creditor creditor() {
        return Documents.find(books, DOCUMENT)
                .map(text -> Json.read(text, Creditor.class))
                .orElse(Creditor.NONE);
    }

    @Override
    public List<Problem> changeCreditor(Actor actor, RequestId request, Creditor creditor) {
        actor.require(Permission.CHANGE_SETTINGS);
        var problems = problems(creditor);
        if (problems.isEmpty()) {
            books.once(
                    actor,
                    request,
                    "bank-files.change-creditor",
                    creditor,
                    Boolean.class,
                    tx -> {
                        Documents.put(tx, DOCUMENT, Json.text(creditor, Creditor.class));
                        tx.journal(
                                "creditor.changed",
                                "site",
                                Map.of("creditorId", creditor.creditorId()));
                        return true;
                    });
        }
        return problems;
    }

    private static List<Problem> problems(Creditor creditor) {
        var problems = new ArrayList<>(BankAccount.problems(creditor.iban(), creditor.bic()));
        CreditorId.problem("creditorId", creditor.creditorId()).ifPresent(problems::add);
        if (creditor.name().isBlank() || creditor.name().length() > 70) {
            problems.add(Problem.of("name", creditor.name(), "settings.name-length", 70));
        }
        return problems;
    }

    @Override
    public Due due(Actor actor, Kind kind) {
        actor.require(Permission.MOVE_MONEY);
        var ready = ready(kind);
        return new Due(ready.size(), sum(ready));
    }

    @Override
    public List<RunItem> waiting(Actor actor, Kind kind) {
        actor.require(Permission.MOVE_MONEY);
        return run(kind).waiting();
    }

    private List<RunItem> ready(Kind kind) {
        return run(kind).waiting().stream().filter(RunItem::ready).toList();
    }

    private BankRun run(Kind kind) {
        return switch (kind) {
            case COLLECTION, PAYOUT -> java.util.Objects.requireNonNull(runs.get(kind));
        };
    }

    private static Money sum(List<RunItem> items) {
        return items.stream().map(RunItem::amount).reduce(Money.of(0, "EUR"), Money::plus);
    }

    @Override
    public RunOutcome run(Actor actor, RequestId request, Kind kind, LocalDate dueOn) {
        actor.require(Permission.MOVE_MONEY);
        var creditor = creditor();
        if (!creditor.complete()) {
            return new Rejected(List.of(Problem.of("creditor", "", "top-ups.no-creditor")));
        }
        var today = LocalDate.ofInstant(books.clock().instant(), ZoneOffset.UTC);
        var first = kind == Kind.COLLECTION ? today.plusDays(1) : today;
        var last = today.plusDays(FARTHEST_DUE);
        if (dueOn.isBefore(first) || dueOn.isAfter(last)) {
            return new Rejected(
                    List.of(Problem.of("dueOn", dueOn, "top-ups.due-range", first, last)));
        }
        var number =
                books.once(
                                actor,
                                request,
                                kind == Kind.COLLECTION
                                        ? "bank-files.collect"
                                        : "bank-files.pay-out",
                                List.of(dueOn),
                                Stored.class,
                                tx -> new Stored(stored(tx, kind, creditor, dueOn)))
                        .file();
        if (number == 0) {
            return new NothingDue();
        }
        var file = get(number);
        return folder.written(actor, creditor, file)
                ? new Filed(get(number))
                : new NotWritten(file, folder.path(creditor).toString());
    }

    /// The kept answer; 0: nothing was due.
    private record Stored(long file) {}

    private BankFile get(long number) {
        return books.read(sql -> store.find(sql, number)).orElseThrow();
    }

    private long stored(Tx tx, Kind kind, Creditor creditor, LocalDate dueOn) {
        var ready = ready(kind);
        if (ready.isEmpty()) {
            return 0;
        }
        var number = store.nextNumber(tx);
        var word = kind.name().toLowerCase(Locale.ROOT);
        var name = "lodge-%s-%06d.xml".formatted(word, number);
        store.insert(tx, number, kind, name, dueOn, ready.size(), sum(ready).minor());
        run(kind).put(tx, number, ready);
        var file = store.find(tx.sql(), number).orElseThrow();
        var content =
                run(kind)
                        .content(tx, creditor, file)
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "A mandate of %s %d is gone".formatted(word, number)));
        var hash = BankFolder.hash(content);
        store.sealed(tx, number, hash);
        tx.journal(
                word + ".stored",
                "bank-file:" + number,
                Map.of(
                        "orders", ready.size(),
                        "amount", sum(ready).minor(),
                        "currency", "EUR",
                        "dueOn", dueOn.toString(),
                        "content", hash));
        return number;
    }

    @Override
    public List<BankFile> resume(Actor actor) {
        actor.require(Permission.MOVE_MONEY);
        var creditor = creditor();
        return books.read(store::unwritten).reversed().stream()
                .filter(file -> !folder.written(actor, creditor, file))
                .toList();
    }

    @Override
    public List<Problem> carriedOut(Actor actor, RequestId request, long file) {
        actor.require(Permission.MOVE_MONEY);
        return carried.confirm(actor, request, file);
    }

    @Override
    public List<BankFile> files(Actor actor, int limit) {
        actor.require(Permission.MOVE_MONEY);
        return books.read(sql -> store.newest(sql, Math.clamp(limit, 1, LONGEST_LIST)));
    }

    @Override
    public Optional<byte[]> content(Actor actor, long file) {
        actor.require(Permission.MOVE_MONEY);
        if (actor.mandate().hiddenFields().contains(Reach.BANK)) {
            return Optional.empty();
        }
        return books.read(sql -> store.find(sql, file))
                .flatMap(one -> folder.content(creditor(), one));
    }

    @Override
    public Returns previewReturns(Actor actor, ReturnsFile file) {
        actor.require(Permission.MOVE_MONEY);
        return returning.preview(actor, file);
    }

    @Override
    public Returns applyReturns(Actor actor, RequestId request, ReturnsFile file) {
        actor.require(Permission.MOVE_MONEY);
        return returning.apply(actor, request, file);
    }
}
