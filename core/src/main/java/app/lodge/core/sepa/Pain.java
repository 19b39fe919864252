package app.lodge.core.sepa;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// What both messages to the bank are made of, written one element a line.
final class Pain {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final XMLStreamWriter xml;
    private int depth;

    /// @param message `pain.008.001.08`
    private Pain(String message) throws XMLStreamException {
        xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
        xml.writeStartDocument("UTF-8", "1.0");
        line();
        xml.writeStartElement("Document");
        xml.writeDefaultNamespace("urn:iso:std:iso:20022:tech:xsd:" + message);
        depth = 1;
    }

    static byte[] write(String message, Part body) {
        try {
            var pain = new Pain(message);
            body.in(pain);
            pain.depth = 0;
            pain.line();
            pain.xml.writeEndElement();
            pain.xml.writeEndDocument();
            pain.xml.close();
            pain.out.writeBytes("\n".getBytes(StandardCharsets.UTF_8));
            return pain.out.toByteArray();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A file in memory could not be written", e);
        }
    }

    void element(String name, Part content) throws XMLStreamException {
        line();
        xml.writeStartElement(name);
        depth++;
        content.in(this);
        depth--;
        line();
        xml.writeEndElement();
    }

    void text(String name, String text) throws XMLStreamException {
        line();
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    void amount(String name, BigDecimal euros) throws XMLStreamException {
        line();
        xml.writeStartElement(name);
        xml.writeAttribute("Ccy", "EUR");
        xml.writeCharacters(euros.toPlainString());
        xml.writeEndElement();
    }

    void header(String id, Instant createdAt, List<BigDecimal> amounts, String initiator)
            throws XMLStreamException {
        element(
                "GrpHdr",
                header -> {
                    header.text("MsgId", EpcText.reference(id));
                    header.text("CreDtTm", createdAt.truncatedTo(ChronoUnit.SECONDS).toString());
                    header.sums(amounts);
                    header.element(
                            "InitgPty", party -> party.text("Nm", EpcText.of(initiator, 70)));
                });
    }

    void sums(List<BigDecimal> amounts) throws XMLStreamException {
        text("NbOfTxs", Integer.toString(amounts.size()));
        text("CtrlSum", amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add).toPlainString());
    }

    void code(String name) throws XMLStreamException {
        element("SvcLvl", level -> level.text("Cd", name));
    }

    void party(String name, SepaParty party) throws XMLStreamException {
        element(
                name,
                content -> {
                    content.text("Nm", EpcText.of(party.name(), 70));
                    var address = party.address();
                    if (address.usable()) {
                        content.element(
                                "PstlAdr",
                                postal -> {
                                    postal.unlessEmpty("StrtNm", EpcText.of(address.street(), 70));
                                    postal.unlessEmpty(
                                            "BldgNb", EpcText.of(address.buildingNumber(), 16));
                                    postal.unlessEmpty("PstCd", EpcText.of(address.postcode(), 16));
                                    postal.text("TwnNm", EpcText.of(address.town(), 35));
                                    postal.text("Ctry", address.country());
                                });
                    }
                });
    }

    void account(String name, BankAccount account) throws XMLStreamException {
        element(
                name,
                content -> content.element("Id", id -> id.text("IBAN", account.iban().text())));
    }

    void bank(String name, BankAccount account) throws XMLStreamException {
        element(
                name,
                agent ->
                        agent.element(
                                "FinInstnId",
                                institution -> {
                                    if (account.bic().isEmpty()) {
                                        institution.element(
                                                "Othr", other -> other.text("Id", "NOTPROVIDED"));
                                    } else {
                                        institution.text("BICFI", account.bic());
                                    }
                                }));
    }

    void remittance(String text) throws XMLStreamException {
        var plain = EpcText.of(text, 140);
        if (!plain.isEmpty()) {
            element("RmtInf", info -> info.text("Ustrd", plain));
        }
    }

    private void unlessEmpty(String name, String text) throws XMLStreamException {
        if (!text.isEmpty()) {
            text(name, text);
        }
    }

    private void line() throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    /// What stands within an element.
    @FunctionalInterface
    interface Part {
        void in(Pain pain) throws XMLStreamException;
    }
}
