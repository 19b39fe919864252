package app.lodge.core.topups;

import app.lodge.core.books.Books;
import app.lodge.core.books.Tx;
import app.lodge.core.sepa.CollectionFile;
import app.lodge.core.sepa.CreditorId;
import app.lodge.core.sepa.Sequence;
import app.lodge.core.topups.RunItem.Hindrance;
import app.lodge.core.topups.TopUpStore.Filed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Authorised direct debits as a file for the bank.
final class Collecting implements BankRun {

    private final Books books;
    private final BookedMandates mandates;
    private final TopUpStore orders = new TopUpStore();

    Collecting(Books books, BookedMandates mandates) {
        this.books = books;
        this.mandates = mandates;
    }

    @Override
    public List<RunItem> waiting() {
        return books.read(orders::due).stream().map(this::item).toList();
    }

    private RunItem item(TopUpOrder order) {
        var mandate = mandates.find(order.mandate()).orElse(null);
        return new RunItem(
                order.number(),
                order.reference(),
                order.account(),
                mandate == null ? null : mandate.person(),
                order.amount(),
                order.mandate(),
                hindrance(mandate));
    }

    private static @Nullable Hindrance hindrance(@Nullable Mandate mandate) {
        if (mandate == null || mandate.bank() == null) {
            return Hindrance.NO_BANK_DETAILS;
        }
        return mandate.revoked() ? Hindrance.MANDATE_REVOKED : null;
    }

    @Override
    public void put(Tx tx, long file, List<RunItem> items) {
        for (var item : items) {
            orders.file(tx, item.number(), file, sequence(tx, item.mandate()).name());
        }
    }

    private Sequence sequence(Tx tx, long mandate) {
        if (mandates.find(mandate).orElseThrow().oneOff()) {
            return Sequence.OOFF;
        }
        return orders.collectedFrom(tx, mandate) ? Sequence.RCUR : Sequence.FRST;
    }

    @Override
    public Optional<byte[]> content(Creditor creditor, BankFile file) {
        return content(creditor, file, books.read(sql -> orders.inFile(sql, file.number())));
    }

    @Override
    public Optional<byte[]> content(Tx tx, Creditor creditor, BankFile file) {
        return content(creditor, file, orders.inFile(tx.sql(), file.number()));
    }

    private Optional<byte[]> content(Creditor creditor, BankFile file, List<Filed> filed) {
        var debits = new ArrayList<CollectionFile.Debit>();
        for (var one : filed) {
            var mandate = mandates.find(one.order().mandate()).orElse(null);
            var bank = mandate == null ? null : mandate.bank();
            if (mandate == null || bank == null) {
                return Optional.empty();
            }
            debits.add(
                    new CollectionFile.Debit(
                            one.order().reference(),
                            mandate.reference(),
                            mandate.signedOn(),
                            Sequence.valueOf(one.sequence()),
                            one.order().amount(),
                            BankParties.of(bank),
                            creditor.name() + " " + one.order().reference()));
        }
        return Optional.of(
                new CollectionFile(
                                "LODGE-C-" + file.number(),
                                file.createdAt(),
                                BankParties.of(creditor),
                                CreditorId.of(creditor.creditorId()),
                                file.dueOn(),
                                debits)
                        .xml());
    }
}
