package app.lodge.core.sepa;

import app.lodge.core.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/// Money paid out by SEPA credit transfer: pain.001.001.09.
///
/// @param id of the message, 1 to 35 characters, never used twice towards a bank
/// @param dueOn when the debtor's bank is to carry it out
public record PayoutFile(
        String id, Instant createdAt, SepaParty debtor, LocalDate dueOn, List<Transfer> transfers) {

    /// One payment.
    ///
    /// @param reference end to end
    /// @param amount euros, above zero
    public record Transfer(String reference, Money amount, SepaParty creditor, String text) {

        public Transfer {
            CollectionFile.euros(amount);
        }
    }

    public PayoutFile {
        transfers = List.copyOf(transfers);
        if (transfers.isEmpty()) {
            throw new IllegalArgumentException("Payout %s pays nothing".formatted(id));
        }
        CollectionFile.onlyOnce(id, transfers.stream().map(Transfer::reference).toList());
    }

    public byte[] xml() {
        return Pain.write(
                "pain.001.001.09", document -> document.element("CstmrCdtTrfInitn", this::message));
    }

    private void message(Pain message) throws XMLStreamException {
        message.header(id, createdAt, amounts(), debtor.name());
        message.element(
                "PmtInf",
                payment -> {
                    payment.text("PmtInfId", EpcText.reference(id));
                    payment.text("PmtMtd", "TRF");
                    payment.sums(amounts());
                    payment.element("PmtTpInf", type -> type.code("SEPA"));
                    payment.element("ReqdExctnDt", date -> date.text("Dt", dueOn.toString()));
                    payment.party("Dbtr", debtor);
                    payment.account("DbtrAcct", debtor.account());
                    payment.bank("DbtrAgt", debtor.account());
                    payment.text("ChrgBr", "SLEV");
                    for (var transfer : transfers) {
                        payment.element("CdtTrfTxInf", one -> transaction(one, transfer));
                    }
                });
    }

    private static void transaction(Pain transaction, Transfer transfer) throws XMLStreamException {
        transaction.element(
                "PmtId", id -> id.text("EndToEndId", EpcText.reference(transfer.reference())));
        transaction.element(
                "Amt",
                amount -> amount.amount("InstdAmt", CollectionFile.euros(transfer.amount())));
        if (!transfer.creditor().account().bic().isEmpty()) {
            transaction.bank("CdtrAgt", transfer.creditor().account());
        }
        transaction.party("Cdtr", transfer.creditor());
        transaction.account("CdtrAcct", transfer.creditor().account());
        transaction.remittance(transfer.text());
    }

    private List<BigDecimal> amounts() {
        return transfers.stream().map(transfer -> CollectionFile.euros(transfer.amount())).toList();
    }
}
