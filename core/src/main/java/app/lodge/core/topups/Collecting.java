package app.lodge.core.topups;

import app.lodge.core.books.Tx;
import app.lodge.core.sepa.BankAccount;
import app.lodge.core.sepa.CollectionFile;
import app.lodge.core.sepa.CreditorId;
import app.lodge.core.sepa.Iban;
import app.lodge.core.sepa.SepaAddress;
import app.lodge.core.sepa.SepaParty;
import app.lodge.core.sepa.Sequence;
import app.lodge.core.topups.TopUpStore.Filed;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// Orders as a file for the bank: the same bytes whenever it is made.
final class Collecting {

    private final BookedMandates mandates;
    private final TopUpStore orders = new TopUpStore();

    Collecting(BookedMandates mandates) {
        this.mandates = mandates;
    }

    Sequence sequence(Tx tx, TopUpOrder order) {
        var number = order.mandate();
        var mandate = mandates.find(number);
        if (mandate.isEmpty()) {
            throw new IllegalStateException("Order %d has no mandate".formatted(order.number()));
        }
        if (mandate.get().oneOff()) {
            return Sequence.OOFF;
        }
        return orders.collectedFrom(tx, number) ? Sequence.RCUR : Sequence.FRST;
    }

    /// @return empty if somebody in it was erased
    Optional<byte[]> content(Creditor creditor, BankFile file, List<Filed> filed) {
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
                            new SepaParty(
                                    bank.holder(),
                                    new SepaAddress(
                                            bank.street(),
                                            bank.buildingNumber(),
                                            bank.postcode(),
                                            bank.town(),
                                            bank.country()),
                                    account(bank.iban(), bank.bic())),
                            creditor.name() + " " + one.order().reference()));
        }
        return Optional.of(
                new CollectionFile(
                                "LODGE-C-" + file.number(),
                                file.createdAt(),
                                party(creditor),
                                CreditorId.of(creditor.creditorId()),
                                file.dueOn(),
                                debits)
                        .xml());
    }

    private static SepaParty party(Creditor creditor) {
        return new SepaParty(
                creditor.name(),
                new SepaAddress(
                        creditor.street(),
                        creditor.buildingNumber(),
                        creditor.postcode(),
                        creditor.town(),
                        creditor.country()),
                account(creditor.iban(), creditor.bic()));
    }

    private static BankAccount account(String iban, String bic) {
        return new BankAccount(Iban.parse(iban).orElseThrow(), bic);
    }

    static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
