package app.lodge.core.sepa;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lodge.core.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

@Tag("ID-28")
class SepaFilesTest {

    private static final Instant AT = Instant.parse("2026-11-20T08:30:15.123Z");
    private static final LocalDate DUE = LocalDate.of(2026, 11, 24);
    private static final SepaParty SITE =
            new SepaParty(
                    "Lakeside Campus & Co. KG",
                    new SepaAddress("Seestraße", "12a", "88045", "Friedrichshafen", "DE"),
                    account("DE89370400440532013000", "COBADEFFXXX"));
    private static final SepaParty ANA =
            new SepaParty(
                    "Ana Marić",
                    new SepaAddress("Ilica", "1", "10000", "Zagreb", "HR"),
                    account("HR1210010051863000160", ""));
    private static final SepaParty ZOFIA =
            new SepaParty(
                    "Zofia Łukaszewicz",
                    SepaAddress.NONE,
                    account("PL61109010140000071219812874", ""));
    private static final CreditorId CREDITOR = CreditorId.of("DE98 ZZZ 09999999999");

    private static BankAccount account(String iban, String bic) {
        return new BankAccount(Iban.parse(iban).orElseThrow(), bic);
    }

    static CollectionFile collection() {
        return new CollectionFile(
                "LODGE-C-7",
                AT,
                SITE,
                CREDITOR,
                DUE,
                List.of(
                        debit("T-1", "M0000001-1", Sequence.FRST, 2_500, ANA),
                        debit("T-2", "M0000002-1", Sequence.RCUR, 1, ZOFIA),
                        debit("T-3", "M0000003-1", Sequence.RCUR, 123_456, SITE)));
    }

    private static CollectionFile.Debit debit(
            String reference, String mandate, Sequence sequence, long cents, SepaParty debtor) {
        return new CollectionFile.Debit(
                reference,
                mandate,
                LocalDate.of(2026, 10, 1),
                sequence,
                Money.of(cents, "EUR"),
                debtor,
                "Guthaben für Konto 9 – Danke!");
    }

    static PayoutFile payout() {
        return new PayoutFile(
                "LODGE-P-3",
                AT,
                SITE,
                DUE,
                List.of(
                        new PayoutFile.Transfer(
                                "P-1", Money.of(1_250, "EUR"), ANA, "Closing of account 9"),
                        new PayoutFile.Transfer("P-2", Money.of(99, "EUR"), ZOFIA, "")));
    }

    @Test
    void aCollectionIsWhatItWasAndOfThePublishedSchema() throws Exception {
        var xml = collection().xml();
        assertThat(new String(xml, UTF_8)).isEqualTo(golden("collection.xml"));
        PublishedSchemas.validate("pain.008.001.08", xml);
    }

    @Test
    void aPayoutIsWhatItWasAndOfThePublishedSchema() throws Exception {
        var xml = payout().xml();
        assertThat(new String(xml, UTF_8)).isEqualTo(golden("payout.xml"));
        PublishedSchemas.validate("pain.001.001.09", xml);
    }

    @Test
    void thePublishedSchemaRefusesWhatIsWrong() {
        var broken =
                new String(collection().xml(), UTF_8)
                        .replace("<SeqTp>FRST</SeqTp>", "<SeqTp>ONCE</SeqTp>")
                        .getBytes(UTF_8);
        assertThatThrownBy(() -> PublishedSchemas.validate("pain.008.001.08", broken))
                .isInstanceOf(SAXException.class)
                .hasMessageContaining("ONCE");
    }

    @Test
    void whateverStandsInTheBooksGivesFilesOfTheSchema() throws Exception {
        var random = new Random(28);
        for (var round = 0; round < 60; round++) {
            var debits = new ArrayList<CollectionFile.Debit>();
            var transfers = new ArrayList<PayoutFile.Transfer>();
            for (var i = 0; i <= random.nextInt(6); i++) {
                var party =
                        new SepaParty(
                                "X" + anything(random),
                                new SepaAddress(
                                        anything(random),
                                        anything(random),
                                        anything(random),
                                        "T" + anything(random),
                                        "CH"),
                                account("CH9300762011623852957", ""));
                debits.add(
                        new CollectionFile.Debit(
                                "T-" + i,
                                "M-" + i,
                                DUE.minusDays(random.nextInt(900)),
                                Sequence.values()[random.nextInt(4)],
                                Money.of(1 + random.nextLong(99_999_999_999L), "EUR"),
                                party,
                                anything(random)));
                transfers.add(
                        new PayoutFile.Transfer(
                                "P-" + i,
                                Money.of(1 + random.nextLong(99_999_999_999L), "EUR"),
                                party,
                                anything(random)));
            }
            PublishedSchemas.validate(
                    "pain.008.001.08",
                    new CollectionFile("C" + round, AT, SITE, CREDITOR, DUE, debits).xml());
            PublishedSchemas.validate(
                    "pain.001.001.09", new PayoutFile("P" + round, AT, SITE, DUE, transfers).xml());
        }
    }

    private static String anything(Random random) {
        return random.ints(random.nextInt(180), 0x20, 0x3000)
                .filter(Character::isDefined)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Test
    void namesAreWrittenInLettersThatEveryBankTakes() {
        assertThat(EpcText.of("Łukasz Größe & Søn, «Đuro» 张伟 – 50 €", 70))
                .matches("[A-Za-z0-9/\\-?:().,'+ ]+")
                .startsWith("Lukasz Groesse + Son,")
                .contains("Duro")
                .contains("zhang wei");
        assertThat(EpcText.of("Müller-Lüdenscheidt", 7)).isEqualTo("Mueller");
        assertThat(EpcText.reference("//T/1//2/")).isEqualTo("T/1/2");
    }

    @Test
    void otherMoneyThanEurosAboveZeroIsRefused() {
        assertThatThrownBy(() -> new PayoutFile.Transfer("P", Money.of(100, "CHF"), ANA, ""))
                .hasMessageContaining("only euros");
        assertThatThrownBy(() -> new PayoutFile.Transfer("P", Money.of(0, "EUR"), ANA, ""))
                .hasMessageContaining("above zero");
    }

    private static String golden(String name) throws Exception {
        try (var in = SepaFilesTest.class.getResourceAsStream(name)) {
            return in == null ? "" : new String(in.readAllBytes(), UTF_8);
        }
    }
}
