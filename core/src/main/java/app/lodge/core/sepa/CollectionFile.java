package app.lodge.core.sepa;

import app.lodge.core.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;

/// A collection by SEPA Core direct debit: pain.008.001.08, one payment block per sequence type.
///
/// @param id of the message, 1 to 35 characters, never used twice towards a bank
/// @param dueOn when the debtors' accounts are charged; a bank wants it at least one business day ahead
public record CollectionFile(
        String id,
        Instant createdAt,
        SepaParty creditor,
        CreditorId creditorId,
        LocalDate dueOn,
        List<Debit> debits) {

    /// One collection.
    ///
    /// @param reference end to end: comes back with a return
    /// @param mandate the mandate's reference, 1 to 35 characters
    /// @param amount euros, above zero
    public record Debit(
            String reference,
            String mandate,
            LocalDate signedOn,
            Sequence sequence,
            Money amount,
            SepaParty debtor,
            String text) {

        public Debit {
            euros(amount);
        }
    }

    public CollectionFile {
        debits = List.copyOf(debits);
        if (debits.isEmpty()) {
            throw new IllegalArgumentException("Collection %s collects nothing".formatted(id));
        }
        onlyOnce(id, debits.stream().map(Debit::reference).toList());
    }

    public byte[] xml() {
        return Pain.write(
                "pain.008.001.08",
                document -> document.element("CstmrDrctDbtInitn", this::message));
    }

    private void message(Pain message) throws XMLStreamException {
        message.header(id, createdAt, amounts(debits), creditor.name());
        Map<Sequence, List<Debit>> blocks = new EnumMap<>(Sequence.class);
        for (var sequence : Sequence.values()) {
            var some = debits.stream().filter(debit -> debit.sequence() == sequence).toList();
            if (!some.isEmpty()) {
                blocks.put(sequence, some);
            }
        }
        for (var block : new TreeMap<>(blocks).entrySet()) {
            message.element("PmtInf", payment -> block(payment, block.getKey(), block.getValue()));
        }
    }

    private void block(Pain payment, Sequence sequence, List<Debit> some)
            throws XMLStreamException {
        payment.text("PmtInfId", EpcText.reference(id + "-" + sequence));
        payment.text("PmtMtd", "DD");
        payment.sums(amounts(some));
        payment.element(
                "PmtTpInf",
                type -> {
                    type.code("SEPA");
                    type.element("LclInstrm", instrument -> instrument.text("Cd", "CORE"));
                    type.text("SeqTp", sequence.name());
                });
        payment.text("ReqdColltnDt", dueOn.toString());
        payment.party("Cdtr", creditor);
        payment.account("CdtrAcct", creditor.account());
        payment.bank("CdtrAgt", creditor.account());
        payment.text("ChrgBr", "SLEV");
        payment.element("CdtrSchmeId", this::scheme);
        for (var debit : some) {
            payment.element("DrctDbtTxInf", transaction -> transaction(transaction, debit));
        }
    }

    private void scheme(Pain party) throws XMLStreamException {
        party.element(
                "Id",
                id ->
                        id.element(
                                "PrvtId",
                                person ->
                                        person.element(
                                                "Othr",
                                                other -> {
                                                    other.text("Id", creditorId.text());
                                                    other.element(
                                                            "SchmeNm",
                                                            name -> name.text("Prtry", "SEPA"));
                                                })));
    }

    private static void transaction(Pain transaction, Debit debit) throws XMLStreamException {
        transaction.element(
                "PmtId", id -> id.text("EndToEndId", EpcText.reference(debit.reference())));
        transaction.amount("InstdAmt", euros(debit.amount()));
        transaction.element(
                "DrctDbtTx",
                direct ->
                        direct.element(
                                "MndtRltdInf",
                                mandate -> {
                                    mandate.text("MndtId", EpcText.reference(debit.mandate()));
                                    mandate.text("DtOfSgntr", debit.signedOn().toString());
                                }));
        transaction.bank("DbtrAgt", debit.debtor().account());
        transaction.party("Dbtr", debit.debtor());
        transaction.account("DbtrAcct", debit.debtor().account());
        transaction.remittance(debit.text());
    }

    private static List<BigDecimal> amounts(List<Debit> debits) {
        return debits.stream().map(debit -> euros(debit.amount())).toList();
    }

    static BigDecimal euros(Money amount) {
        if (!amount.currency().getCurrencyCode().equals("EUR") || !amount.positive()) {
            throw new IllegalArgumentException(
                    "%s cannot go into a SEPA file: only euros above zero".formatted(amount));
        }
        return amount.major();
    }

    static void onlyOnce(String id, List<String> references) {
        if (new HashSet<>(references).size() != references.size()) {
            throw new IllegalArgumentException("A reference stands twice in file " + id);
        }
    }
}
