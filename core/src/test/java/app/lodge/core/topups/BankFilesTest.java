package app.lodge.core.topups;

import static app.lodge.core.topups.TopUpSite.CHIEF;
import static app.lodge.core.topups.TopUpSite.CLERK;
import static app.lodge.core.topups.TopUpSite.DUE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.lodge.core.books.BooksSource;
import app.lodge.core.books.RequestId;
import app.lodge.core.people.Person;
import app.lodge.core.topups.BankFile.Kind;
import app.lodge.core.topups.BankFiles.ReturnState;
import app.lodge.core.topups.BankFiles.ReturnsFile;
import app.lodge.core.topups.BankFiles.RunOutcome.Filed;
import app.lodge.core.topups.BankFiles.RunOutcome.NotWritten;
import app.lodge.core.topups.BankFiles.RunOutcome.NothingDue;
import app.lodge.core.topups.BankFiles.RunOutcome.Rejected;
import app.lodge.core.topups.SourceRule.Crediting;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("ID-28")
@Tag("ID-29")
final class BankFilesTest {

    @TempDir Path folder;
    private TopUpSite site;
    private Person ana;
    private Path bank;

    @BeforeEach
    void open() {
        site =
                new TopUpSite(
                        folder,
                        new BooksSource.EmbeddedFile(folder.resolve("books"), "cd".repeat(32)));
        site.creditor();
        site.rule(TopUpSource.DIRECT_DEBIT, Crediting.AT_ONCE, 0, 350);
        ana = site.person("Ana");
        site.mandate(ana, false);
        bank = folder.resolve("bank");
    }

    @AfterEach
    void close() {
        site.close();
    }

    private void debit(String reference, long cents) {
        site.done(site.order(TopUpSource.DIRECT_DEBIT, reference, site.account(ana), cents));
    }

    private BankFile collected() {
        return ((Filed) site.bankFiles.run(CHIEF, RequestId.fresh(), Kind.COLLECTION, DUE)).file();
    }

    @Test
    void eachOrderIsCollectedInOneFileAndFirstAndRecurringAreTold() throws Exception {
        debit("D-1", 1_000);
        debit("D-2", 2_050);
        assertThat(site.bankFiles.due(CHIEF, Kind.COLLECTION).amount().minor()).isEqualTo(3_050);
        var file = collected();
        var text = Files.readString(bank.resolve(file.name()));
        assertThat(text)
                .contains("<CtrlSum>30.50</CtrlSum>", "<SeqTp>FRST</SeqTp>", "<SeqTp>RCUR</SeqTp>")
                .contains("<EndToEndId>D-1</EndToEndId>", "<EndToEndId>D-2</EndToEndId>")
                .contains("<MndtId>LODGE-M-1</MndtId>", "<Nm>Ana Maric</Nm>");
        assertThat(site.bankFiles.run(CHIEF, RequestId.fresh(), Kind.COLLECTION, DUE))
                .isEqualTo(new NothingDue());
        debit("D-3", 100);
        assertThat(Files.readString(bank.resolve(collected().name())))
                .contains("<EndToEndId>D-3</EndToEndId>", "<SeqTp>RCUR</SeqTp>")
                .doesNotContain("D-1", "D-2", "FRST");
        assertThat(site.bankFiles.content(CHIEF, file.number()).orElseThrow())
                .isEqualTo(text.getBytes(UTF_8));
    }

    @Test
    void aFileStoredAndNotWrittenIsWrittenTheSameAfterTheNextStart() throws Exception {
        debit("D-1", 1_000);
        Files.writeString(bank, "in the way");
        var request = RequestId.fresh();
        var outcome = (NotWritten) site.bankFiles.run(CHIEF, request, Kind.COLLECTION, DUE);
        debit("D-2", 500);
        assertThat(site.bankFiles.resume(CHIEF)).hasSize(1);
        site.books.close();
        site.open();
        Files.delete(bank);
        site.now = site.now.plusSeconds(3_600);
        assertThat(site.bankFiles.resume(CHIEF)).isEmpty();
        var content = Files.readAllBytes(bank.resolve(outcome.file().name()));
        assertThat(BankFolder.hash(content)).isEqualTo(outcome.file().contentHash());
        assertThat(new String(content, UTF_8)).contains("D-1").doesNotContain("D-2");
        assertThat(
                        ((Filed) site.bankFiles.run(CHIEF, request, Kind.COLLECTION, DUE))
                                .file()
                                .number())
                .as("the same request again")
                .isEqualTo(outcome.file().number());
        try (var files = Files.list(bank)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void aFileOfReturnsIsShownThenDoneAndOnceOnly() {
        debit("D-1", 1_000);
        debit("D-2", 2_000);
        collected();
        debit("D-3", 300);
        var csv =
                new ReturnsFile(
                        "r.csv",
                        "Reference;Reason\nD-1;AM04\nD-3;AC04\nX-9;MD06\nD-2;???\n"
                                .getBytes(UTF_8));
        assertThat(site.bankFiles.previewReturns(CHIEF, csv).rows())
                .extracting(row -> row.reference(), row -> row.state())
                .containsExactly(
                        tuple("D-1", ReturnState.READY),
                        tuple("D-3", ReturnState.NOT_COLLECTED),
                        tuple("X-9", ReturnState.UNKNOWN_REFERENCE),
                        tuple("D-2", ReturnState.REASON_MALFORMED));
        assertThat(site.balance(site.account(ana))).isEqualTo(3_300);
        var request = RequestId.fresh();
        assertThat(site.bankFiles.applyReturns(CHIEF, request, csv).count(ReturnState.RETURNED_NOW))
                .isEqualTo(1);
        assertThat(site.balance(site.account(ana))).isEqualTo(3_300 - 1_000 - 350);
        site.bankFiles.applyReturns(CHIEF, request, csv);
        site.bankFiles.applyReturns(CHIEF, RequestId.fresh(), csv);
        assertThat(site.balance(site.account(ana))).isEqualTo(3_300 - 1_000 - 350);
    }

    @Test
    void returnsAreReadFromCamt054() {
        debit("D-1", 1_000);
        collected();
        var camt =
                """
                <?xml version="1.0"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08"><BkToCstmrDbtCdtNtfctn><Ntfctn>
                <Ntry><NtryDtls><TxDtls><Refs><EndToEndId>D-1</EndToEndId></Refs>
                <RtrInf><Rsn><Cd>MD06</Cd></Rsn></RtrInf></TxDtls>
                <TxDtls><Refs><EndToEndId>OTHER</EndToEndId></Refs></TxDtls></NtryDtls></Ntry>
                </Ntfctn></BkToCstmrDbtCdtNtfctn></Document>
                """;
        assertThat(
                        site.bankFiles
                                .previewReturns(
                                        CHIEF, new ReturnsFile("n.xml", camt.getBytes(UTF_8)))
                                .rows())
                .extracting(row -> row.reference(), row -> row.reason(), row -> row.state())
                .containsExactly(tuple("D-1", "MD06", ReturnState.READY));
        var hostile =
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><Document>&e;</Document>";
        assertThat(
                        site.bankFiles
                                .previewReturns(
                                        CHIEF, new ReturnsFile("n.xml", hostile.getBytes(UTF_8)))
                                .rows())
                .isEmpty();
    }

    @Test
    void aOneOffMandateIsCollectedOnceAndARevokedOneNever() throws Exception {
        var ivo = site.person("Ivo");
        site.mandate(ivo, true);
        site.done(site.order(TopUpSource.DIRECT_DEBIT, "I-1", site.account(ivo), 100));
        assertThat(site.order(TopUpSource.DIRECT_DEBIT, "I-2", site.account(ivo), 100))
                .isEqualTo(new TopUps.OrderOutcome.NoMandate());
        assertThat(Files.readString(bank.resolve(collected().name())))
                .contains("<SeqTp>OOFF</SeqTp>");
        var mandate = site.mandates.ofPerson(CLERK, ana.id()).getFirst();
        site.mandates.revoke(CLERK, RequestId.fresh(), mandate.number());
        assertThat(site.order(TopUpSource.DIRECT_DEBIT, "D-9", site.account(ana), 100))
                .isEqualTo(new TopUps.OrderOutcome.NoMandate());
    }

    @Test
    void withoutACreditorOrOnAPastDayNothingIsCollected() {
        debit("D-1", 100);
        assertThat(site.bankFiles.run(CHIEF, RequestId.fresh(), Kind.COLLECTION, DUE.minusDays(30)))
                .isInstanceOf(Rejected.class);
        assertThat(site.bankFiles.files(CHIEF, 10)).isEmpty();
    }

    @Test
    @Tag("ID-57")
    void bankDetailsAreSealedAndGoWithThePerson() throws Exception {
        var ivo = site.person("Ivo");
        site.mandate(ivo, false);
        assertThat(site.mandates.ofPerson(CLERK, ivo.id()).getFirst().bank())
                .isEqualTo(TopUpSite.BANK);
        var open = site.done(site.order(TopUpSource.DIRECT_DEBIT, "I-1", site.account(ivo), 100));
        assertThat(
                        site.books.<java.util.Optional<app.lodge.core.people.ImportRuns.Left>>write(
                                CHIEF, tx -> site.removal().remove(tx, ivo.id(), "x")))
                .as("an open top-up and its money hold the erasure up")
                .isPresent();
        var nobody = site.person("Nobody");
        site.mandate(nobody, false);
        assertThat(
                        site.books.<java.util.Optional<app.lodge.core.people.ImportRuns.Left>>write(
                                CHIEF, tx -> site.removal().remove(tx, nobody.id(), "x")))
                .isEmpty();
        assertThat(site.mandates.ofPerson(CLERK, nobody.id())).isEmpty();
        assertThat(open.mandate()).isNotZero();
        site.books.close();
        var file =
                Files.readString(
                        folder.resolve("books.mv.db"),
                        java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(file).doesNotContain("HR1210010051863000160");
        site.open();
    }
}
