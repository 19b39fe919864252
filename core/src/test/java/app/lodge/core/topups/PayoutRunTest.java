package app.lodge.core.topups;

import static app.lodge.core.topups.TopUpSite.CHIEF;
import static app.lodge.core.topups.TopUpSite.CLERK;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.lodge.core.accounts.AccountId;
import app.lodge.core.accounts.Grounds;
import app.lodge.core.accounts.MoveOutcome;
import app.lodge.core.accounts.PaymentMeans;
import app.lodge.core.accounts.Postings.Closing;
import app.lodge.core.accounts.Postings.PayOut;
import app.lodge.core.accounts.Postings.Settlement;
import app.lodge.core.accounts.Reason;
import app.lodge.core.accounts.TopUpOutcome;
import app.lodge.core.books.RequestId;
import app.lodge.core.money.Money;
import app.lodge.core.people.Person;
import app.lodge.core.topups.BankFile.Kind;
import app.lodge.core.topups.BankFile.State;
import app.lodge.core.topups.BankFiles.ReturnState;
import app.lodge.core.topups.BankFiles.ReturnsFile;
import app.lodge.core.topups.BankFiles.RunOutcome.Filed;
import app.lodge.core.topups.BankFiles.RunOutcome.NothingDue;
import app.lodge.core.topups.RunItem.Hindrance;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pay-outs by transfer, from the account to the bank's file and back.
@Tag("ID-64")
final class PayoutRunTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    @TempDir Path folder;
    private TopUpSite site;
    private Person ana;
    private Person ivo;

    @BeforeEach
    void open() {
        site = new TopUpSite(folder);
        site.creditor();
        ana = site.person("Ana");
        ivo = site.person("Ivo");
        site.mandate(ana, false);
        load(ana, 5_000);
        load(ivo, 2_000);
    }

    @AfterEach
    void close() {
        site.close();
    }

    private void load(Person person, long cents) {
        assertThat(
                        site.accounts.topUp(
                                CLERK,
                                RequestId.fresh(),
                                site.account(person),
                                Money.of(cents, "EUR"),
                                PaymentMeans.CASH))
                .isInstanceOf(TopUpOutcome.ToppedUp.class);
    }

    private long payOut(Person person, long cents) {
        var outcome =
                site.postings.payOut(
                        CLERK,
                        RequestId.fresh(),
                        new PayOut(
                                site.account(person),
                                Money.of(cents, "EUR"),
                                PaymentMeans.BANK_TRANSFER,
                                Grounds.of(Reason.HOLDER_REQUEST)));
        return ((MoveOutcome.Moved) outcome).posting();
    }

    private void closeAccount(AccountId account) {
        assertThat(
                        site.postings.closeAccount(
                                CLERK,
                                RequestId.fresh(),
                                new Closing(
                                        account,
                                        new Settlement.PaidOut(PaymentMeans.BANK_TRANSFER),
                                        Grounds.of(Reason.HOLDER_REQUEST))))
                .isInstanceOf(MoveOutcome.Moved.class);
    }

    private BankFile run() {
        return ((Filed) site.bankFiles.run(CHIEF, RequestId.fresh(), Kind.PAYOUT, DAY)).file();
    }

    private ReturnsFile returned(String reference) {
        return new ReturnsFile(
                "r.csv", ("reference;reason\n" + reference + ";AC04\n").getBytes(UTF_8));
    }

    @Test
    void payOutsAndClosingsGoIntoOneFileAndThoseWithoutBankDetailsWait() throws Exception {
        var first = payOut(ana, 1_500);
        closeAccount(site.account(ana));
        payOut(ivo, 700);
        assertThat(site.bankFiles.waiting(CHIEF, Kind.PAYOUT))
                .extracting(RunItem::person, item -> item.amount().minor(), RunItem::hindrance)
                .containsExactly(
                        tuple(ana.id(), 1_500L, null),
                        tuple(ana.id(), 3_500L, null),
                        tuple(ivo.id(), 700L, Hindrance.NO_BANK_DETAILS));
        assertThat(site.bankFiles.due(CHIEF, Kind.PAYOUT).amount().minor()).isEqualTo(5_000);
        var file = run();
        var text = Files.readString(folder.resolve("bank").resolve(file.name()));
        assertThat(text)
                .contains("pain.001.001.09", "<CtrlSum>50.00</CtrlSum>", "<NbOfTxs>2</NbOfTxs>")
                .contains("<EndToEndId>LODGE-T-" + first + "</EndToEndId>", "Ana Maric")
                .doesNotContain("Ivo");
        assertThat(site.bankFiles.run(CHIEF, RequestId.fresh(), Kind.PAYOUT, DAY))
                .isEqualTo(new NothingDue());
        site.mandate(ivo, true);
        assertThat(run().amount().minor()).isEqualTo(700);
    }

    @Test
    void aTransferThatComesBackIsOnTheAccountAgainOnceOnly() {
        var posting = payOut(ana, 1_500);
        var file = run();
        assertThat(site.balance(site.account(ana))).isEqualTo(3_500);
        var returns = returned("LODGE-T-" + posting);
        assertThat(site.bankFiles.previewReturns(CHIEF, returns).rows())
                .extracting(row -> row.state(), row -> row.payout())
                .containsExactly(tuple(ReturnState.READY, posting));
        assertThat(site.balance(site.account(ana))).isEqualTo(3_500);
        site.bankFiles.applyReturns(CHIEF, RequestId.fresh(), returns);
        site.bankFiles.applyReturns(CHIEF, RequestId.fresh(), returns);
        assertThat(site.balance(site.account(ana))).isEqualTo(5_000);
        assertThat(site.bankFiles.carriedOut(CHIEF, RequestId.fresh(), file.number())).isEmpty();
        assertThat(clearing()).isZero();
    }

    @Test
    void whatTheBankHasCarriedOutLeavesTheClearingAccountAndWhatComesBackLaterReturnsThere() {
        var posting = payOut(ana, 1_500);
        closeAccount(site.account(ivo));
        site.mandate(ivo, false);
        var closing = site.bankFiles.waiting(CHIEF, Kind.PAYOUT).getLast().number();
        var file = run();
        assertThat(clearing()).isEqualTo(3_500);
        var request = RequestId.fresh();
        assertThat(site.bankFiles.carriedOut(CHIEF, request, file.number())).isEmpty();
        assertThat(site.bankFiles.carriedOut(CHIEF, request, file.number())).isEmpty();
        assertThat(site.bankFiles.carriedOut(CHIEF, RequestId.fresh(), file.number())).isEmpty();
        assertThat(clearing()).isZero();
        assertThat(site.bankFiles.files(CHIEF, 1).getFirst().state()).isEqualTo(State.CARRIED_OUT);
        site.bankFiles.applyReturns(CHIEF, RequestId.fresh(), returned("LODGE-T-" + posting));
        assertThat(site.balance(site.account(ana))).isEqualTo(5_000);
        assertThat(
                        site.bankFiles
                                .applyReturns(
                                        CHIEF, RequestId.fresh(), returned("LODGE-T-" + closing))
                                .count(ReturnState.RETURNED_NOW))
                .as("to a closed account: it waits where unassigned money waits")
                .isEqualTo(1);
        assertThat(clearing()).isZero();
        assertThat(sum("SUSPENSE")).isEqualTo(2_000);
    }

    @Test
    void aPayOutUndoneBeforeTheRunIsInNoFile() {
        var posting = payOut(ana, 1_500);
        site.postings.reverse(
                CHIEF,
                RequestId.fresh(),
                new app.lodge.core.accounts.Postings.Reversal(
                        posting, Grounds.of(Reason.CLERK_ERROR)));
        assertThat(site.bankFiles.waiting(CHIEF, Kind.PAYOUT)).isEmpty();
    }

    @Test
    void aPayOutThatTheBankHasIsNotUndoneByHandButByItsReturn() {
        var posting = payOut(ana, 1_500);
        var file = run();
        assertThat(
                        site.postings.reverse(
                                CHIEF,
                                RequestId.fresh(),
                                new app.lodge.core.accounts.Postings.Reversal(
                                        posting, Grounds.of(Reason.CLERK_ERROR))))
                .isEqualTo(
                        new MoveOutcome.Refused(
                                new app.lodge.core.accounts.Refusal.InBankFile(
                                        posting, file.number())));
        assertThat(site.balance(site.account(ana))).isEqualTo(3_500);
        site.bankFiles.applyReturns(CHIEF, RequestId.fresh(), returned("LODGE-T-" + posting));
        assertThat(site.balance(site.account(ana))).isEqualTo(5_000);
        site.bankFiles.carriedOut(CHIEF, RequestId.fresh(), file.number());
        assertThat(clearing()).isZero();
    }

    @Test
    void nobodyTopsUpAtTheCounterByTransfer() {
        assertThat(
                        site.accounts.topUp(
                                CLERK,
                                RequestId.fresh(),
                                site.account(ana),
                                Money.of(100, "EUR"),
                                PaymentMeans.BANK_TRANSFER))
                .isInstanceOf(TopUpOutcome.Rejected.class);
    }

    private long clearing() {
        return sum("PAY_OUT_CLEARING");
    }

    private long sum(String kind) {
        return site.books.read(sql ->
                sql.fetchSingle(
                                """
                                select coalesce(sum(e.amount), 0) from ledger_entry e
                                join ledger_account a on a.id = e.account_id where a.kind = ?
                                """,
                                kind)
                        .get(0, Long.class));
    }
}
