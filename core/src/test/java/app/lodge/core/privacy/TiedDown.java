package app.lodge.core.privacy;

import static app.lodge.core.privacy.PrivacyDesk.CHIEF;
import static app.lodge.core.privacy.PrivacyDesk.CLERK;
import static app.lodge.core.privacy.PrivacyDesk.EUR;
import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.accounts.AccountId;
import app.lodge.core.accounts.FourEyes.Matter;
import app.lodge.core.accounts.FourEyes.Verb;
import app.lodge.core.accounts.Grounds;
import app.lodge.core.accounts.Limit;
import app.lodge.core.accounts.Limits;
import app.lodge.core.accounts.Reason;
import app.lodge.core.approvals.Approvals.AskOutcome;
import app.lodge.core.books.RequestId;
import app.lodge.core.costcentres.Budget;
import app.lodge.core.costcentres.CostCentre.OverBudget;
import app.lodge.core.costcentres.CostCentres.CentreOutcome;
import app.lodge.core.costcentres.CostCentres.Holder;
import app.lodge.core.costcentres.CostCentres.Link;
import app.lodge.core.groups.Groups.GroupOutcome;
import app.lodge.core.media.MediumId;
import app.lodge.core.money.Money;
import app.lodge.core.people.PersonId;
import app.lodge.core.rights.Effect;
import app.lodge.core.rights.Resource;
import app.lodge.core.rights.RightDrafts;
import app.lodge.core.rights.Rights;
import app.lodge.core.rights.Rule;
import app.lodge.core.site.Site;
import app.lodge.core.topups.BankFile.Kind;
import app.lodge.core.topups.BankFiles.RunOutcome;
import app.lodge.core.topups.Creditor;
import app.lodge.core.topups.Mandate.BankDetails;
import app.lodge.core.topups.Mandates.MandateOutcome;
import app.lodge.core.topups.TopUpSource;
import app.lodge.core.topups.TopUps.NewOrder;
import app.lodge.core.topups.TopUps.OrderOutcome;
import java.time.LocalDate;

/// Ties somebody to all that a site has beside people, cards and cash: group, cost centre, budget, limit,
/// mandate with an IBAN, a collection at the bank, a request for approval.
public record TiedDown(Site site, PersonId person, MediumId card) {

    public static final String IBAN = "HR1210010051863000160";
    public static final String BANK_STREET = "Ulica Krumpirova";
    private static final LocalDate DAY = LocalDate.parse("2026-11-01");

    /// @return how much has arrived on the account from the bank, in minor units
    public long tie() {
        var account = site.accounts().ofPerson(CLERK, person).orElseThrow().id();
        var group =
                ((GroupOutcome.Done) site.groups().add(CHIEF, RequestId.fresh(), "Night shift"))
                        .group()
                        .id();
        site.groups().enter(CHIEF, RequestId.fresh(), group, person);
        site.groups().leave(CHIEF, RequestId.fresh(), group, person);
        site.groups().enter(CHIEF, RequestId.fresh(), group, person);
        mayOpen();
        var centre =
                ((CentreOutcome.Done)
                                site.costCentres()
                                        .add(
                                                CHIEF,
                                                RequestId.fresh(),
                                                "4100",
                                                "Kitchen",
                                                OverBudget.OWN_ACCOUNT))
                        .centre()
                        .id();
        for (var link :
                new Link[] {
                    new Link(Holder.PERSON, person.number(), false),
                    new Link(Holder.MEDIUM, card.number(), false),
                    new Link(Holder.GROUP, group.number(), false)
                }) {
            assertThat(site.costCentres().link(CHIEF, RequestId.fresh(), centre, link))
                    .isInstanceOf(CentreOutcome.Done.class);
        }
        assertThat(
                        site.costCentres()
                                .setBudget(
                                        CHIEF,
                                        RequestId.fresh(),
                                        centre,
                                        new Budget(
                                                account.number(),
                                                Budget.Period.MONTH,
                                                5_000,
                                                false,
                                                DAY,
                                                null)))
                .isInstanceOf(CentreOutcome.Done.class);
        assertThat(
                        site.limits()
                                .set(
                                        CHIEF,
                                        RequestId.fresh(),
                                        new Limit(
                                                Limit.Kind.SPENT_PER_DAY,
                                                Limit.Owner.ACCOUNT,
                                                account.number(),
                                                90_000,
                                                null)))
                .isInstanceOf(Limits.LimitOutcome.Done.class);
        assertThat(
                        site.approvals()
                                .ask(
                                        CLERK,
                                        RequestId.fresh(),
                                        new Matter(Verb.PAY_OUT, account, new Money(100, EUR), 0),
                                        Grounds.of(Reason.HOLDER_REQUEST)))
                .isInstanceOf(AskOutcome.Asked.class);
        assertThat(site.holderPins().set(CLERK, RequestId.fresh(), person, "25801".toCharArray()))
                .isInstanceOf(app.lodge.core.pins.HolderPins.SetOutcome.Set.class);
        new OnlineToo(site, person).tie();
        return collected(account);
    }

    private void mayOpen() {
        var room =
                ((Rights.ResourceOutcome.Done)
                                site.rights()
                                        .addResource(
                                                CHIEF,
                                                RequestId.fresh(),
                                                Resource.Kind.ROOM,
                                                "Cellar",
                                                null))
                        .resource();
        var wanted =
                new Rule.Wanted(
                        room.id(),
                        app.lodge.core.rights.Holder.person(person.number()),
                        Effect.GRANT,
                        null,
                        null,
                        null);
        assertThat(site.rights().put(CHIEF, RequestId.fresh(), wanted))
                .isInstanceOf(Rights.RuleOutcome.Done.class);
        var draft =
                ((RightDrafts.DraftOutcome.Done)
                                site.rightDrafts().begin(CHIEF, RequestId.fresh(), "Keys"))
                        .draft();
        assertThat(
                        site.rightDrafts()
                                .change(
                                        CHIEF,
                                        RequestId.fresh(),
                                        draft.id(),
                                        new RightDrafts.Change.Put(wanted)))
                .isInstanceOf(RightDrafts.DraftOutcome.Done.class);
    }

    private long collected(AccountId account) {
        var details = PrivacyDesk.ZVJEZDANA;
        assertThat(
                        site.mandates()
                                .grant(
                                        CLERK,
                                        RequestId.fresh(),
                                        person,
                                        DAY,
                                        false,
                                        new BankDetails(
                                                details.familyName(),
                                                IBAN,
                                                "",
                                                BANK_STREET,
                                                "7",
                                                "31999",
                                                "Krumpirgrad",
                                                "HR")))
                .isInstanceOf(MandateOutcome.Kept.class);
        assertThat(
                        site.bankFiles()
                                .changeCreditor(
                                        CHIEF,
                                        RequestId.fresh(),
                                        new Creditor(
                                                "Hof",
                                                "DE98ZZZ09999999999",
                                                "DE89370400440532013000",
                                                "",
                                                "Seestraße",
                                                "1",
                                                "88045",
                                                "Friedrichshafen",
                                                "DE",
                                                "")))
                .isEmpty();
        var ordered =
                site.topUps()
                        .order(
                                CLERK,
                                RequestId.fresh(),
                                new NewOrder(
                                        TopUpSource.DIRECT_DEBIT,
                                        "D-1",
                                        account,
                                        new Money(900, EUR)));
        var order = ((OrderOutcome.Done) ordered).order();
        assertThat(
                        site.bankFiles()
                                .run(
                                        CHIEF,
                                        RequestId.fresh(),
                                        Kind.COLLECTION,
                                        LocalDate.parse("2026-11-26")))
                .isInstanceOf(RunOutcome.Filed.class);
        assertThat(site.topUps().settle(CHIEF, RequestId.fresh(), order.number()))
                .isInstanceOf(OrderOutcome.Done.class);
        return 900;
    }
}
