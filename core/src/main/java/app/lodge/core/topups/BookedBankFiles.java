package app.lodge.core.topups;

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
import app.lodge.core.topups.BankFiles.CollectionOutcome.Collected;
import app.lodge.core.topups.BankFiles.CollectionOutcome.NotWritten;
import app.lodge.core.topups.BankFiles.CollectionOutcome.NothingDue;
import app.lodge.core.topups.BankFiles.CollectionOutcome.Rejected;
import app.lodge.core.work.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Collections as rows first and files second.
final class BookedBankFiles implements BankFiles {

    private static final Logger LOG = LoggerFactory.getLogger(BookedBankFiles.class);
    private static final String DOCUMENT = "bank";
    private static final int LONGEST_LIST = 500;

    private final Books books;
    private final TopUps topUps;
    private final Path ownFolder;
    private final Collecting collecting;
    private final TopUpStore orders = new TopUpStore();
    private final BankFileStore store = new BankFileStore();

    BookedBankFiles(Books books, Register register, TopUps topUps, Path ownFolder) {
        this.books = books;
        this.topUps = topUps;
        this.ownFolder = ownFolder;
        this.collecting = new Collecting(new BookedMandates(books, register));
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
    public Due due(Actor actor) {
        actor.require(Permission.MOVE_MONEY);
        var due = books.read(orders::due);
        return new Due(due.size(), sum(due));
    }

    private static Money sum(List<TopUpOrder> due) {
        return due.stream().map(TopUpOrder::amount).reduce(Money.of(0, "EUR"), Money::plus);
    }

    @Override
    public CollectionOutcome collect(Actor actor, RequestId request, LocalDate dueOn) {
        actor.require(Permission.MOVE_MONEY);
        var creditor = creditor();
        if (!creditor.complete()) {
            return new Rejected(List.of(Problem.of("creditor", "", "top-ups.no-creditor")));
        }
        var today = LocalDate.ofInstant(books.clock().instant(), ZoneOffset.UTC);
        if (!dueOn.isAfter(today) || dueOn.isAfter(today.plusDays(30))) {
            return new Rejected(
                    List.of(
                            Problem.of(
                                    "dueOn",
                                    dueOn,
                                    "top-ups.due-range",
                                    today.plusDays(1),
                                    today.plusDays(30))));
        }
        var number =
                books.once(
                                actor,
                                request,
                                "bank-files.collect",
                                List.of(dueOn),
                                Stored.class,
                                tx -> new Stored(stored(tx, creditor, dueOn)))
                        .file();
        if (number == 0) {
            return new NothingDue();
        }
        var file = books.read(sql -> store.find(sql, number)).orElseThrow();
        return written(actor, creditor, file)
                ? new Collected(books.read(sql -> store.find(sql, number)).orElseThrow())
                : new NotWritten(file, folder(creditor).toString());
    }

    /// The kept answer; 0: nothing was due.
    private record Stored(long file) {}

    private long stored(Tx tx, Creditor creditor, LocalDate dueOn) {
        var due = orders.due(tx.sql());
        if (due.isEmpty()) {
            return 0;
        }
        var number = store.nextNumber(tx);
        var name = "lodge-collection-%06d.xml".formatted(number);
        store.insert(tx, number, name, dueOn, due.size(), sum(due).minor());
        for (var order : due) {
            orders.file(tx, order.number(), number, collecting.sequence(tx, order).name());
        }
        var file = store.find(tx.sql(), number).orElseThrow();
        var content =
                collecting
                        .content(creditor, file, orders.inFile(tx.sql(), number))
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "A mandate of collection %d is gone".formatted(number)));
        store.sealed(tx, number, Collecting.hash(content));
        tx.journal(
                "collection.stored",
                "bank-file:" + number,
                Map.of(
                        "orders", due.size(),
                        "amount", sum(due).minor(),
                        "currency", "EUR",
                        "dueOn", dueOn.toString(),
                        "content", Collecting.hash(content)));
        return number;
    }

    /// @return whether it is in its folder
    private boolean written(Actor actor, Creditor creditor, BankFile file) {
        if (file.writtenAt() != null) {
            return true;
        }
        var content = content(creditor, file);
        if (content.isEmpty()) {
            return false;
        }
        try {
            WholeFile.write(folder(creditor), file.name(), content.get());
        } catch (IOException e) {
            LOG.warn(
                    "Collection {} could not be written to {}", file.number(), folder(creditor), e);
            return false;
        }
        books.write(
                actor,
                tx -> {
                    if (store.written(tx, file.number())) {
                        tx.journal(
                                "collection.written",
                                "bank-file:" + file.number(),
                                Map.of("content", file.contentHash()));
                    }
                    return null;
                });
        return true;
    }

    private Optional<byte[]> content(Creditor creditor, BankFile file) {
        var content =
                collecting.content(
                        creditor, file, books.read(sql -> orders.inFile(sql, file.number())));
        if (content.isPresent() && !Collecting.hash(content.get()).equals(file.contentHash())) {
            LOG.warn("Collection {} cannot be made again: the creditor changed", file.number());
            return Optional.empty();
        }
        return content;
    }

    private Path folder(Creditor creditor) {
        return creditor.folder().isBlank() ? ownFolder : Path.of(creditor.folder());
    }

    @Override
    public List<BankFile> resume(Actor actor) {
        actor.require(Permission.MOVE_MONEY);
        var creditor = creditor();
        return books.read(store::unwritten).reversed().stream()
                .filter(file -> !written(actor, creditor, file))
                .toList();
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
        return books.read(sql -> store.find(sql, file)).flatMap(one -> content(creditor(), one));
    }

    @Override
    public Returns previewReturns(Actor actor, ReturnsFile file) {
        actor.require(Permission.MOVE_MONEY);
        var read = ReturnLines.read(file.name(), file.content());
        return new Returns(
                read.lines().stream().map(line -> against(actor, line)).toList(), read.problems());
    }

    private ReturnRow against(Actor actor, ReturnLines.Line line) {
        var order =
                topUps.findByReference(actor, TopUpSource.DIRECT_DEBIT, line.reference())
                        .orElse(null);
        var state =
                !line.reason().matches("[A-Z]{2}[A-Z0-9]{2}")
                        ? ReturnState.REASON_MALFORMED
                        : order == null
                                ? ReturnState.UNKNOWN_REFERENCE
                                : switch (order.state()) {
                                    case RETURNED -> ReturnState.RETURNED_BEFORE;
                                    case AUTHORISED, SETTLED ->
                                            order.bankFile() == 0
                                                    ? ReturnState.NOT_COLLECTED
                                                    : ReturnState.READY;
                                    case ORDERED, REFUSED -> ReturnState.NOT_COLLECTED;
                                };
        return new ReturnRow(line.row(), line.reference(), line.reason(), state, order);
    }

    @Override
    public Returns applyReturns(Actor actor, RequestId request, ReturnsFile file) {
        var preview = previewReturns(actor, file);
        var rows = new ArrayList<ReturnRow>(preview.rows().size());
        for (var row : preview.rows()) {
            var order = row.order();
            rows.add(
                    order != null && row.state() == ReturnState.READY
                            ? applied(actor, request, row, order)
                            : row);
        }
        return new Returns(rows, preview.problems());
    }

    private ReturnRow applied(Actor actor, RequestId request, ReturnRow row, TopUpOrder order) {
        var derived =
                new RequestId(
                        "return-"
                                + Collecting.hash(Json.bytes(request, RequestId.class))
                                        .substring(0, 32)
                                + "-"
                                + order.number());
        return topUps.giveBack(actor, derived, order.number(), row.reason())
                        instanceof TopUps.OrderOutcome.Done(TopUpOrder now, var repeated)
                ? new ReturnRow(
                        row.row(),
                        row.reference(),
                        row.reason(),
                        repeated ? ReturnState.RETURNED_BEFORE : ReturnState.RETURNED_NOW,
                        now)
                : row;
    }
}
