package app.lodge.core.site;

import static app.lodge.core.privacy.PrivacyDesk.CHIEF;
import static app.lodge.core.privacy.PrivacyDesk.CLERK;
import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.accounts.AccountRules;
import app.lodge.core.accounts.Grounds;
import app.lodge.core.accounts.MediaCharges;
import app.lodge.core.accounts.MoveOutcome;
import app.lodge.core.accounts.PaymentMeans;
import app.lodge.core.accounts.Postings;
import app.lodge.core.accounts.Reason;
import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.media.MediaLife.ReturnOutcome;
import app.lodge.core.media.Uid;
import app.lodge.core.money.Money;
import app.lodge.core.people.EnrolOutcome;
import app.lodge.core.privacy.PrivacyDesk;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A card without a name from the counter and back: deposit and balance go out in cash, the account with
/// them, and the books balance (ID-12).
@Tag("ID-12")
final class NamelessCardTest {

    @TempDir Path folder;

    @Test
    void itsDepositAndBalanceArePaidOutAsItComesBackAndItsAccountIsClosed() throws Exception {
        var home = PrivacyDesk.home(folder.resolve("home"), "");
        try (var site = PrivacyDesk.open(home)) {
            var standard = AccountRules.STANDARD;
            site.moneyRules()
                    .change(
                            CHIEF,
                            RequestId.fresh(),
                            new AccountRules(
                                    standard.transfers(),
                                    standard.approvals(),
                                    new AccountRules.Tariff(500, 0, Map.of(), ""),
                                    standard.taxCodes(),
                                    standard.dormantMonths()));
            var desk = new PrivacyDesk(site);
            var enrolled =
                    (EnrolOutcome.Enrolled) site.people().enrolNameless(CLERK, RequestId.fresh());
            var nobody = enrolled.person().id();
            desk.topUp(nobody, 2_000);
            var card = desk.card(nobody, new Uid("04112233445566"));
            assertThat(site.accounts().ofPerson(CLERK, nobody).orElseThrow().balance().minor())
                    .as("the deposit is held")
                    .isEqualTo(1_500);

            assertThat(site.mediaLife().takeBack(CLERK, RequestId.fresh(), card))
                    .isInstanceOf(ReturnOutcome.Destroyed.class);
            var why = Grounds.of(Reason.HOLDER_REQUEST);
            assertThat(
                            site.mediaCharges()
                                    .giveBack(
                                            CLERK,
                                            RequestId.fresh(),
                                            new MediaCharges.Charge(card, why)))
                    .isInstanceOf(MoveOutcome.Moved.class);
            var closed =
                    site.postings()
                            .closeAccount(
                                    CLERK,
                                    RequestId.fresh(),
                                    new Postings.Closing(
                                            enrolled.account(),
                                            new Postings.Settlement.PaidOut(PaymentMeans.CASH),
                                            why));
            assertThat(closed).isInstanceOf(MoveOutcome.Moved.class);
            assertThat(((MoveOutcome.Moved) closed).receipt().amount())
                    .isEqualTo(new Money(2_000, PrivacyDesk.EUR).negated());
            assertThat(site.accounts().audit(Actor.system("test"))).isEmpty();
            assertThat(site.people().find(CLERK, nobody).orElseThrow().details().nameless())
                    .isTrue();
        }
    }
}
