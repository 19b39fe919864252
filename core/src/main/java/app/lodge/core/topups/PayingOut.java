package app.lodge.core.topups;

import app.lodge.core.books.Books;
import app.lodge.core.books.Tx;
import app.lodge.core.sepa.PayoutFile;
import app.lodge.core.topups.PayoutStore.Transfer;
import app.lodge.core.topups.PayoutStore.Waiting;
import app.lodge.core.topups.RunItem.Hindrance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Pay-outs by transfer as a file for the bank: to the account that the holder's newest mandate names.
final class PayingOut implements BankRun {

    private final Books books;
    private final BookedMandates mandates;
    private final PayoutStore payouts = new PayoutStore();

    PayingOut(Books books, BookedMandates mandates) {
        this.books = books;
        this.mandates = mandates;
    }

    @Override
    public List<RunItem> waiting() {
        return books.read(payouts::waiting).stream().map(this::item).toList();
    }

    private RunItem item(Waiting one) {
        var person = one.person();
        var mandate = person == null ? null : mandates.withBankDetails(person).orElse(null);
        return new RunItem(
                one.posting(),
                PayoutStore.reference(one.posting()),
                one.account(),
                one.person(),
                one.amount(),
                mandate == null ? 0 : mandate.number(),
                hindrance(one, mandate));
    }

    private static @Nullable Hindrance hindrance(Waiting one, @Nullable Mandate mandate) {
        if (!one.amount().currency().getCurrencyCode().equals("EUR")) {
            return Hindrance.NOT_EUROS;
        }
        return mandate == null ? Hindrance.NO_BANK_DETAILS : null;
    }

    @Override
    public void put(Tx tx, long file, List<RunItem> items) {
        items.forEach(item -> payouts.put(tx, file, item));
    }

    @Override
    public Optional<byte[]> content(Creditor creditor, BankFile file) {
        return content(creditor, file, books.read(sql -> payouts.inFile(sql, file.number())));
    }

    @Override
    public Optional<byte[]> content(Tx tx, Creditor creditor, BankFile file) {
        return content(creditor, file, payouts.inFile(tx.sql(), file.number()));
    }

    private Optional<byte[]> content(Creditor creditor, BankFile file, List<Transfer> filed) {
        var transfers = new ArrayList<PayoutFile.Transfer>();
        for (var one : filed) {
            var bank = mandates.find(one.mandate()).map(Mandate::bank).orElse(null);
            if (bank == null) {
                return Optional.empty();
            }
            transfers.add(
                    new PayoutFile.Transfer(
                            PayoutStore.reference(one.posting()),
                            one.amount(),
                            BankParties.of(bank),
                            creditor.name() + " " + PayoutStore.reference(one.posting())));
        }
        return Optional.of(
                new PayoutFile(
                                "LODGE-P-" + file.number(),
                                file.createdAt(),
                                BankParties.of(creditor),
                                file.dueOn(),
                                transfers)
                        .xml());
    }
}
