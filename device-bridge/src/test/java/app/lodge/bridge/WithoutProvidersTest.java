package app.lodge.bridge;

import static app.lodge.bridge.TestBridge.ADMIN;
import static app.lodge.bridge.TestBridge.EUR;
import static app.lodge.bridge.TestBridge.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.bridge.virtual.VirtualPaymentPoint;
import app.lodge.bridge.virtual.VirtualPaymentPoint.TapOutcome;
import app.lodge.core.accounts.Grounds;
import app.lodge.core.accounts.Limit;
import app.lodge.core.accounts.LookPurpose;
import app.lodge.core.accounts.MoveOutcome;
import app.lodge.core.accounts.Movement;
import app.lodge.core.accounts.PaymentMeans;
import app.lodge.core.accounts.PostingKind;
import app.lodge.core.accounts.Postings;
import app.lodge.core.accounts.Reason;
import app.lodge.core.books.RequestId;
import app.lodge.core.costcentres.Budget;
import app.lodge.core.costcentres.CostCentre;
import app.lodge.core.costcentres.CostCentres;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.money.Money;
import app.lodge.core.selfservice.HolderAnswer;
import app.lodge.core.selfservice.HolderRequest;
import app.lodge.core.selfservice.LinkOutcome;
import app.lodge.core.selfservice.LinkRight;
import app.lodge.core.site.SiteException;
import app.lodge.core.topups.Creditor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A site that knows no bank, no terminal provider and no online payments: money comes in over the counter,
/// and everything that people do with it works (ID-61).
@Tag("ID-61")
final class WithoutProvidersTest {

    private static final Grounds ON_REQUEST = Grounds.of(Reason.HOLDER_REQUEST);

    @Test
    void everythingThatPeopleDoWithTheirMoneyWorks(@TempDir Path folder)
            throws IOException, SiteException {
        try (var bridge = new TestBridge(folder)) {
            var site = bridge.site();
            assertThat(site.bankFiles().creditor(ADMIN)).as("no bank").isEqualTo(Creditor.NONE);
            var ana = bridge.holder("Ana", "04A1B2C3D4E701", 1_000);
            var ben = bridge.holder("Ben", "04A1B2C3D4E702", 0);
            try (var till =
                    bridge.join(VirtualPaymentPoint.class, "till", DeviceKind.PAYMENT_POINT)) {
                paid(till.tap(ana.uid(), money(300))); // ID-14, ID-15
                chargesACentreWithinItsBudget(bridge, ana, till);
                goesBelowZeroWhereAllowed(bridge, ben, till);
                eventually(() -> till.unacknowledged() == 0);
            }
            assertThat(bridge.balance(ana)).as("ID-20").isEqualTo(700);
            done(
                    site.postings()
                            .transfer(
                                    ADMIN,
                                    RequestId.fresh(),
                                    new Postings.Transfer(
                                            ana.account(), ben.account(), money(250), ON_REQUEST)));
            var bought =
                    site
                            .accounts()
                            .movements(ADMIN, ana.account(), LookPurpose.COUNTER, null, 10)
                            .rows()
                            .stream()
                            .filter(row -> row.kind() == PostingKind.PAYMENT)
                            .mapToLong(Movement::posting)
                            .findFirst()
                            .orElseThrow();
            done(
                    site.postings()
                            .refund(
                                    ADMIN,
                                    RequestId.fresh(),
                                    new Postings.Refund(bought, money(100), ON_REQUEST)));
            done(
                    site.postings()
                            .payOut(
                                    ADMIN,
                                    RequestId.fresh(),
                                    new Postings.PayOut(
                                            ana.account(),
                                            money(50),
                                            PaymentMeans.CASH,
                                            ON_REQUEST)));
            assertThat(
                            site.accounts()
                                    .movements(ADMIN, ana.account(), LookPurpose.COUNTER, null, 10)
                                    .rows())
                    .as("ID-21")
                    .extracting(Movement::kind)
                    .containsExactly(
                            PostingKind.PAY_OUT,
                            PostingKind.REFUND,
                            PostingKind.TRANSFER,
                            PostingKind.PAYMENT,
                            PostingKind.TOP_UP);
            assertThat(bridge.balance(ana)).isEqualTo(1_000 - 300 - 250 + 100 - 50);
            assertThat(bridge.balance(ben)).isEqualTo(250 - 400);
        }
    }

    /// ID-22 to ID-26: a login, released by mail to the owner's address, sees two accounts and gives from one.
    @Test
    @Tag("ID-22")
    @Tag("ID-23")
    @Tag("ID-24")
    @Tag("ID-25")
    @Tag("ID-26")
    void everythingThatHoldersDoThemselvesWorks(@TempDir Path folder)
            throws IOException, SiteException {
        try (var bridge = new TestBridge(folder)) {
            var ben = bridge.holder("Ben", "04A1B2C3D4E702", 0);
            try (var holder = new HolderAtThePortal(bridge.site(), "ana@example.test")) {
                var ana = holder.enrolled("Ana", money(1_000));
                holder.opens(); // ID-22
                holder.linksByRelease(ana, LinkRight.VIEW, LinkRight.TRANSFER); // ID-23
                holder.linksAtTheDesk(ben.account(), LinkRight.VIEW);
                assertThat(holder.balances())
                        .as("ID-25")
                        .containsOnly(
                                Map.entry(ana, money(1_000)), Map.entry(ben.account(), money(0)));
                holder.gives(ana, ben.account(), money(250)); // ID-26
                assertThat(
                                holder.asks(
                                        new HolderRequest.Transfer(
                                                ben.account(), ana, money(1), "T••• A••")))
                        .as("ID-25: seeing is not giving")
                        .isEqualTo(new HolderAnswer.NoRight(LinkRight.TRANSFER));
                holder.movesTo(ana, "other@example.test");
                assertThat(holder.release(ana, LinkRight.LIMITS))
                        .as("ID-24")
                        .isInstanceOf(LinkOutcome.Barred.class);
                eventually(() ->
                        holder.mailsTo("ana@example.test") == 3); // ID-24: the old one is told
                assertThat(holder.balances().get(ana)).isEqualTo(money(750));
            }
            assertThat(bridge.balance(ben)).isEqualTo(250);
        }
    }

    /// ID-16, ID-17, ID-18.
    private static void chargesACentreWithinItsBudget(
            TestBridge bridge, TestBridge.Holder ana, VirtualPaymentPoint till) {
        var centres = bridge.site().costCentres();
        var hall =
                ((CostCentres.CentreOutcome.Done)
                                centres.add(
                                        ADMIN,
                                        RequestId.fresh(),
                                        "4100",
                                        "Hall B",
                                        CostCentre.OverBudget.REFUSE))
                        .centre()
                        .id();
        centres.link(
                ADMIN,
                RequestId.fresh(),
                hall,
                new CostCentres.Link(CostCentres.Holder.PERSON, ana.person().number(), false));
        centres.setBudget(
                ADMIN,
                RequestId.fresh(),
                hall,
                new Budget(
                        0,
                        Budget.Period.DAY,
                        500,
                        false,
                        LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC)
                                .minusDays(1),
                        null));
        paid(till.tap(ana.uid(), money(400), "4100"));
        assertThat(till.tap(ana.uid(), money(200), "4100"))
                .isInstanceOfSatisfying(
                        TapOutcome.Refused.class,
                        refused -> {
                            var limit = refused.limit();
                            assertThat(refused.why()).isEqualTo("OVER_BUDGET");
                            assertThat(limit).isNotNull();
                            assertThat(limit.text())
                                    .isEqualTo("Budget of the cost centre: €1.00 left.");
                        });
    }

    /// ID-19.
    private static void goesBelowZeroWhereAllowed(
            TestBridge bridge, TestBridge.Holder ben, VirtualPaymentPoint till) {
        assertThat(till.tap(ben.uid(), money(400))).isInstanceOf(TapOutcome.Refused.class);
        bridge.site()
                .limits()
                .set(
                        ADMIN,
                        RequestId.fresh(),
                        new Limit(
                                Limit.Kind.OVERDRAFT,
                                Limit.Owner.ACCOUNT,
                                ben.account().number(),
                                500,
                                null));
        paid(till.tap(ben.uid(), money(400)));
    }

    private static void paid(TapOutcome outcome) {
        assertThat(outcome).isInstanceOf(TapOutcome.Paid.class);
    }

    private static void done(MoveOutcome outcome) {
        assertThat(outcome).isInstanceOf(MoveOutcome.Moved.class);
    }

    private static Money money(long cents) {
        return new Money(cents, EUR);
    }
}
