package app.lodge.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.accounts.Limit;
import app.lodge.core.accounts.MovementFilter;
import app.lodge.core.accounts.MovementMarks;
import app.lodge.core.accounts.MovementStatus;
import app.lodge.core.accounts.PeriodState;
import app.lodge.core.accounts.PostingKind;
import app.lodge.core.accounts.Postings.Closing;
import app.lodge.core.accounts.Postings.Correction;
import app.lodge.core.accounts.Postings.Refund;
import app.lodge.core.accounts.Postings.Reversal;
import app.lodge.core.accounts.Postings.Settlement;
import app.lodge.core.accounts.Postings.Transfer;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Problem;
import app.lodge.core.books.Role;
import app.lodge.desktop.accounts.AccountsViewModel;
import app.lodge.desktop.accounts.FilterViewModel.Span;
import app.lodge.desktop.accounts.Move;
import app.lodge.desktop.bookkeeping.BookkeepingViewModel;
import app.lodge.desktop.shell.Dialogs;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.SavedFilters;
import app.lodge.desktop.shell.Session;
import app.lodge.desktop.shell.ShellViewModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the screens of the books do, without a screen.
class MoneyViewModelsTest {

    @TempDir Path folder;

    private final FakeSite site = new FakeSite();
    private final List<Message> notices = new ArrayList<>();

    private Session session(Role role) {
        var actor = new Actor(1, "Clara", role, "desk-1");
        return new Session(
                site.doors(),
                actor,
                site.settings,
                new InlineBackground(),
                new Saving(),
                new HeardNotices(notices),
                new ShellViewModel(actor),
                InstantSource.fixed(FakePeople.NOW));
    }

    private AccountsViewModel accounts(Role role) {
        var model = new AccountsViewModel(session(role));
        model.open("person:3");
        return model;
    }

    @Test
    @Tag("ID-21")
    void aFilterIsAskedOfTheBooksAndNamedOnesOutliveTheDesktop() {
        var file = folder.resolve("w.filters");
        var model = new AccountsViewModel(session(Role.CLERK), SavedFilters.in(file));
        model.open("person:3");
        var filter = model.movements().filter();
        filter.kind().set(Optional.of(PostingKind.TOP_UP));
        assertThat(model.movements().rows())
                .extracting(row -> row.kind())
                .containsOnly(PostingKind.TOP_UP);
        filter.span().set(Span.LAST_MONTH);
        filter.place().set(filter.places().getLast());
        filter.centre().set(filter.centres().getLast());
        assertThat(site.money.asked.getLast())
                .isEqualTo(
                        new MovementFilter(
                                LocalDate.of(2026, 10, 1),
                                LocalDate.of(2026, 10, 31),
                                PostingKind.TOP_UP,
                                2,
                                MovementFilter.Direction.BOTH,
                                7,
                                MovementMarks.ANY));
        filter.name().set("till 2");
        filter.keep();
        filter.reset();
        assertThat(site.money.asked.getLast()).isEqualTo(MovementFilter.ALL);

        var tomorrow = new AccountsViewModel(session(Role.CLERK), SavedFilters.in(file));
        tomorrow.open("person:4");
        assertThat(tomorrow.movements().filter().saved()).containsExactly("till 2");
        tomorrow.movements().filter().choose("till 2");
        assertThat(site.money.asked.getLast().kind()).isEqualTo(PostingKind.TOP_UP);
        assertThat(site.money.asked.getLast().place()).isEqualTo(2);
        assertThat(site.money.asked.getLast().centre()).isEqualTo(7);
        tomorrow.movements().filter().forget("till 2");
        assertThat(SavedFilters.in(file).names(1, "movements")).isEmpty();
    }

    @Test
    @Tag("ID-50")
    void mediumAmountStatusStaffAndTextFilterAndAreKeptButForTheMedium() {
        var model = accounts(Role.CLERK);
        var filter = model.movements().filter();
        var marks = filter.marks();
        marks.medium().set(marks.media().get(1));
        marks.least().set("2,50");
        marks.most().set("10");
        marks.status().set(Optional.of(MovementStatus.REVERSED));
        marks.clerk().set(marks.clerks().getLast());
        marks.text().set(" b-17 ");
        assertThat(site.money.asked.getLast())
                .isEqualTo(
                        MovementFilter.of(
                                new MovementMarks(
                                        12, 250, 1_000, MovementStatus.REVERSED, 5, "b-17")));
        marks.most().set("ten");
        assertThat(marks.problems()).extracting(one -> one.field()).containsExactly("most");
        marks.most().set("");
        assertThat(marks.problems()).isEmpty();
        filter.name().set("undone|by Iva");
        filter.keep();
        filter.reset();
        assertThat(site.money.asked.getLast()).isEqualTo(MovementFilter.ALL);
        filter.choose("undone|by Iva");
        assertThat(filter.applied().get())
                .isEqualTo(
                        MovementFilter.of(
                                new MovementMarks(
                                        MovementMarks.ANY_MEDIUM,
                                        250,
                                        MovementMarks.NO_END,
                                        MovementStatus.REVERSED,
                                        5,
                                        "b-17")));
    }

    @Test
    @Tag("ID-20")
    void anAccountInAnotherCurrencyIsOpenedShownAndChosen() {
        var model = accounts(Role.ADMINISTRATOR);
        var opening = model.openAccount();
        assertThat(opening.may()).isTrue();
        opening.begin();
        opening.openAccount();
        assertThat(opening.problems())
                .extracting(one -> one.key())
                .containsExactly("open-account.none-chosen");
        var dollars = java.util.Currency.getInstance("USD");
        assertThat(opening.choices())
                .contains(dollars)
                .doesNotContain(java.util.Currency.getInstance("EUR"));
        opening.currency().set(dollars);
        opening.openAccount();
        assertThat(opening.open().get()).isFalse();
        var file = model.file().get();
        assertThat(file.account().balance().currency()).isEqualTo(dollars);
        assertThat(file.all()).hasSize(2);
        model.choose(file.all().getFirst());
        assertThat(model.file().get().account().balance().currency().getCurrencyCode())
                .isEqualTo("EUR");
        assertThat(accounts(Role.CLERK).openAccount().may()).isFalse();
    }

    @Test
    @Tag("ID-57")
    void howLongWhatIsKeptIsChangedOnlyAfterALookAhead() {
        var model =
                new app.lodge.desktop.privacy.DataProtectionViewModel(
                        session(Role.ADMINISTRATOR), _ -> {});
        model.begin();
        var retention = model.retention();
        assertThat(retention.classes()).hasSize(6);
        retention.chosen().set(retention.classes().getFirst());
        assertThat(retention.years().get()).isEqualTo("3");
        retention.years().set("1");
        retention.whenDue().set(app.lodge.core.privacy.RetentionClass.WhenDue.ERASE);
        retention.change();
        assertThat(retention.preview().get().dueThen()).isEqualTo(25);
        assertThat(retention.preview().get().byItself()).isTrue();
        retention.years().set("2");
        assertThat(retention.preview().get()).as("of what is filled in now").isNull();
        retention.change();
        retention.change();
        assertThat(notices).extracting(Message::key).contains("privacy.retention-changed");
        retention.years().set("101");
        retention.look();
        assertThat(retention.problems())
                .extracting(one -> one.key())
                .containsExactly("settings.range");
        model.holdFor().set("x");
        model.setHold();
        assertThat(model.problems()).hasSize(1);
        model.holdFor().set("3");
        model.setHold();
        assertThat(notices).extracting(Message::key).contains("privacy.held");
    }

    @Test
    @Tag("ID-54")
    void whatIsSeenIsSavedAsCsv() throws Exception {
        var model = accounts(Role.CLERK);
        model.movements().filter().kind().set(Optional.of(PostingKind.TOP_UP));
        model.movements().export();
        var lines = Files.readAllLines(folder.resolve("movements-1003.csv"));
        assertThat(lines.getFirst())
                .isEqualTo(
                        "posting,kind,occurred_at,booked_at,amount,balance_after,currency,place,operator,late");
        assertThat(lines).hasSize(3);
        assertThat(lines.get(1))
                .contains(",TOP_UP,")
                .contains(",20.00,")
                .contains(",EUR,desk-1,Clara,");
    }

    @Test
    @Tag("ID-27")
    void aPurchaseOpensWholeAndIsGivenBackInPart() {
        var model = accounts(Role.CLERK);
        var purchase =
                model.movements().rows().stream()
                        .filter(row -> row.kind() == PostingKind.PAYMENT)
                        .findFirst()
                        .orElseThrow();
        model.posting().show(purchase.posting());
        assertThat(model.posting().open().get()).isTrue();
        assertThat(model.posting().posting().get().costCentre()).isEqualTo("4711 Sports club");
        assertThat(model.posting().mayRefund()).isTrue();
        assertThat(model.posting().mayReverse()).as("a clerk does not correct").isFalse();
        model.posting().refund();
        assertThat(model.posting().open().get()).isFalse();
        assertThat(model.move().move().get()).isEqualTo(Move.REFUND);
        assertThat(model.move().amount().get()).as("all of it, until changed").isEqualTo("1.95");
        model.move().amount().set("1,00");
        model.move().order();
        assertThat(site.postings.booked)
                .singleElement()
                .isInstanceOfSatisfying(
                        Refund.class,
                        order -> {
                            assertThat(order.posting()).isEqualTo(purchase.posting());
                            assertThat(order.amount()).isEqualTo(FakeAccounts.euro(100));
                        });
        assertThat(notices).extracting(Message::key).containsExactly("move.done.refund");
    }

    @Test
    @Tag("ID-27")
    void anAdministratorUndoesAPosting() {
        var model = accounts(Role.ADMINISTRATOR);
        var number = model.movements().rows().getFirst().posting();
        model.posting().show(number);
        model.posting().reverse();
        model.move().order();
        assertThat(site.postings.booked)
                .singleElement()
                .isInstanceOfSatisfying(
                        Reversal.class, order -> assertThat(order.posting()).isEqualTo(number));
    }

    @Test
    @Tag("ID-26")
    void whoGetsATransferIsShownBeforeItIsBooked() {
        var model = accounts(Role.CLERK).move();
        model.begin(Move.TRANSFER);
        model.amount().set("12,50");
        model.to().set("nine");
        model.order();
        assertThat(model.problems()).extracting(Problem::key).containsExactly("move.to-malformed");
        model.to().set("99");
        model.order();
        assertThat(model.problems()).extracting(Problem::key).containsExactly("move.to-unknown");
        model.to().set("9");
        model.order();
        assertThat(model.recipient().get().maskedName()).isEqualTo("A•• M•••••");
        assertThat(site.postings.booked).isEmpty();
        model.to().set("10");
        assertThat(model.recipient().get()).as("somebody else now").isNull();
        model.order();
        model.order();
        assertThat(site.postings.booked)
                .singleElement()
                .isInstanceOfSatisfying(
                        Transfer.class, order -> assertThat(order.to().number()).isEqualTo(1_010));
        assertThat(model.open().get()).isFalse();
    }

    @Test
    @Tag("ID-13")
    void aRefusalNamesTheRuleWhoseItIsAndWhatRemains() {
        var model = accounts(Role.CLERK).move();
        model.begin(Move.TRANSFER);
        model.amount().set("30");
        model.to().set("9");
        model.order();
        model.order();
        assertThat(model.refusal().get())
                .isEqualTo(
                        Message.of(
                                "refusal.limit-reached",
                                Message.of("limit-kind.transferred-per-day"),
                                Message.of("limit-owner.group", "4"),
                                FakeAccounts.euro(2_000),
                                FakeAccounts.euro(1_250)));
        assertThat(model.open().get()).isTrue();
    }

    @Test
    @Tag("ID-27")
    void aCorrectionAboveTheLevelWaitsForASecondPerson() {
        var accounts = accounts(Role.ADMINISTRATOR);
        var model = accounts.move();
        model.begin(Move.CORRECTION);
        model.way().set(Move.Way.AGAINST_HOLDER);
        model.amount().set("80");
        model.order();
        var second = accounts.secondPerson();
        assertThat(second.open().get()).isTrue();
        assertThat(site.postings.booked).isEmpty();
        second.name().set("Jonas");
        second.password().set(FakeSite.PASSWORD);
        second.approveHere();
        assertThat(site.postings.booked)
                .singleElement()
                .isInstanceOfSatisfying(
                        Correction.class,
                        order -> {
                            assertThat(order.amount()).isEqualTo(FakeAccounts.euro(-8_000));
                            assertThat(order.grounds().approval()).isNotZero();
                        });
        assertThat(model.open().get()).isFalse();
    }

    @Test
    @Tag("ID-64")
    void closingTakesTheBalanceToAnotherPerson() {
        var accounts = accounts(Role.CLERK);
        accounts.topUp().begin();
        accounts.topUp().amount().set("100");
        accounts.topUp().takeIn();
        var model = accounts.move();
        model.begin(Move.CLOSING);
        model.settle().set(Move.Settle.TRANSFER);
        model.to().set("9");
        model.order();
        model.order();
        assertThat(site.postings.booked)
                .singleElement()
                .isInstanceOfSatisfying(
                        Closing.class,
                        order ->
                                assertThat(order.settlement())
                                        .isEqualTo(
                                                new Settlement.TransferredTo(
                                                        new app.lodge.core.accounts.AccountId(
                                                                1_009))));
    }

    @Test
    @Tag("ID-13")
    void limitsOfAnAccountAreSetSeenAndTakenAway() {
        var accounts = accounts(Role.ADMINISTRATOR);
        accounts.beginLimits();
        var model = accounts.limits();
        assertThat(model.standing()).hasSize(1);
        assertThat(model.own(model.standing().getFirst().limit())).as("the group's").isFalse();
        model.kind().set(Limit.Kind.PAYMENTS_PER_DAY);
        model.most().set("two");
        model.set();
        assertThat(model.problems())
                .extracting(Problem::key)
                .containsExactly("limits.count-malformed");
        model.most().set("2");
        model.until().set(LocalDate.of(2026, 12, 31));
        model.set();
        assertThat(model.standing().getLast().limit())
                .isEqualTo(
                        new Limit(
                                Limit.Kind.PAYMENTS_PER_DAY,
                                Limit.Owner.ACCOUNT,
                                1_003,
                                2,
                                LocalDate.of(2026, 12, 31)));
        model.remove(Limit.Kind.PAYMENTS_PER_DAY);
        assertThat(model.standing()).hasSize(1);
        assertThat(accounts(Role.AUDITOR).limits().mayChange()).isFalse();
    }

    @Test
    @Tag("ID-53")
    void aMonthIsLookedOverThenClosedAndWhatHindersIsTold() {
        var model = BookkeepingViewModel.of(session(Role.ADMINISTRATOR)).months();
        model.refresh();
        model.chosen().set(model.months().getFirst());
        assertThat(model.mayStart(model.preview().get())).as("not over").isFalse();
        model.chosen().set(model.months().get(1));
        assertThat(model.mayStart(model.preview().get())).isTrue();
        assertThat(model.mayClose(model.preview().get())).isFalse();
        model.start();
        assertThat(model.chosen().get().state()).isEqualTo(PeriodState.CLOSING);
        assertThat(model.mayClose(model.preview().get())).isTrue();
        model.close();
        assertThat(model.chosen().get().state()).isEqualTo(PeriodState.CLOSED);
        assertThat(notices)
                .extracting(Message::key)
                .containsExactly("months.now.closing", "months.now.closed");
    }

    @Test
    @Tag("ID-63")
    void tariffTaxesAndLevelsAreReadAndSavedTogether() {
        var model = BookkeepingViewModel.of(session(Role.ADMINISTRATOR)).rules();
        model.refresh();
        assertThat(model.field("tariff.deposit").get()).isEqualTo("5.00");
        assertThat(model.field("taxCodes").get()).isEqualTo("reduced 7\nstandard 19");
        model.field("tariff.deposit").set("7,50");
        model.field("taxCodes").set("standard 20 %\nwrong");
        model.save();
        assertThat(model.problems())
                .extracting(Problem::key)
                .containsExactly("rules.tax-malformed");
        model.field("taxCodes").set("standard 20 %\nhotel 8,1");
        model.save();
        assertThat(model.problems()).isEmpty();
        assertThat(site.money.rules.tariff().deposit()).isEqualTo(750);
        assertThat(site.money.rules.taxCodes())
                .containsEntry("standard", 2_000)
                .containsEntry("hotel", 810);
        assertThat(notices).extracting(Message::key).containsExactly("rules.saved");
    }

    private final class Saving implements Dialogs {
        @Override
        public void confirm(Message title, Message body, String actionKey, Runnable action) {
            action.run();
        }

        @Override
        public Optional<Path> chooseFile(String titleKey, String kindKey, List<String> patterns) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> chooseFolder(String titleKey) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> chooseTarget(String titleKey, String suggestedName) {
            return Optional.of(folder.resolve(suggestedName));
        }
    }
}
