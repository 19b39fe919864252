package app.lodge.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Problem;
import app.lodge.core.books.Role;
import app.lodge.core.costcentres.Budget.Period;
import app.lodge.core.costcentres.CostCentres.Holder;
import app.lodge.core.exports.Entity;
import app.lodge.core.search.Search;
import app.lodge.core.topups.BankFile;
import app.lodge.core.topups.BankFile.Kind;
import app.lodge.core.topups.SourceRule.Crediting;
import app.lodge.core.topups.TopUpOrder.State;
import app.lodge.core.topups.TopUpSource;
import app.lodge.desktop.bankfiles.BankFilesViewModel;
import app.lodge.desktop.costcentres.CostCentresViewModel;
import app.lodge.desktop.exports.ExportsViewModel;
import app.lodge.desktop.groups.GroupsViewModel;
import app.lodge.desktop.shell.Dialogs;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Session;
import app.lodge.desktop.shell.ShellViewModel;
import app.lodge.desktop.topups.MandatesViewModel;
import app.lodge.desktop.topups.OrdersViewModel;
import app.lodge.desktop.topups.RulesViewModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the finance screens do, without a screen.
class FinanceViewModelsTest {

    @TempDir Path folder;

    private final FakeSite site = new FakeSite();
    private final List<Message> notices = new ArrayList<>();
    private final Session session = session(Role.ADMINISTRATOR);

    private Session session(Role role) {
        var actor = new Actor(1, "Clara", role, "desk-1");
        return new Session(
                site.doors(),
                actor,
                site.settings,
                new InlineBackground(),
                new Says(),
                new HeardNotices(notices),
                new ShellViewModel(actor),
                InstantSource.fixed(FakePeople.NOW));
    }

    private CostCentresViewModel hallB() {
        var model = new CostCentresViewModel(session);
        model.refresh();
        model.choose(model.rows().getFirst());
        return model;
    }

    @Test
    @Tag("ID-16")
    void aCentreShowsItsMonthAndAnotherMonthShowsAnother() {
        var model = hallB();
        assertThat(model.month().get()).isEqualTo(YearMonth.of(2026, 11));
        assertThat(model.rows().getFirst().month().charges()).isEqualTo(42);
        assertThat(model.charges().rows()).hasSize(14);
        model.month().set(YearMonth.of(2026, 10));
        assertThat(model.rows().getFirst().month()).isNull();
    }

    @Test
    @Tag("ID-17")
    void whoMayChargeIsNamedAndCanBeAddedAndTakenAway() {
        var model = hallB();
        assertThat(model.detail().get().links())
                .extracting(one -> one.name())
                .containsExactly("Caretakers", "Sophie Martin");
        model.link().begin(model.detail().get());
        model.link().kind().set(Holder.PERSON);
        model.link().save();
        assertThat(model.link().problems()).extracting(Problem::field).containsExactly("person");
        model.link()
                .person()
                .choose(new Search.Hit(Search.Kind.PERSON, 5, "Lea Hoffmann", "0000005"));
        model.link().save();
        assertThat(model.link().open().get()).isFalse();
        assertThat(model.detail().get().links()).hasSize(3);
        model.unlink(model.detail().get(), model.detail().get().links().getLast());
        assertThat(model.detail().get().links()).hasSize(2);
    }

    @Test
    @Tag("ID-17")
    void oneCardOfAPersonIsLetChargeACentre() {
        var model = hallB();
        model.link().begin(model.detail().get());
        model.link().kind().set(Holder.MEDIUM);
        model.link()
                .person()
                .choose(new Search.Hit(Search.Kind.PERSON, 20, "Lea Hoffmann", "0000020"));
        model.link().save();
        assertThat(model.link().problems())
                .extracting(Problem::key)
                .containsExactly("centres.card-missing");
        site.media.issue(new app.lodge.core.people.PersonId(20));
        model.link().begin(model.detail().get());
        model.link().kind().set(Holder.MEDIUM);
        model.link()
                .person()
                .choose(new Search.Hit(Search.Kind.PERSON, 20, "Lea Hoffmann", "0000020"));
        var card = model.link().card().get();
        model.link().save();
        assertThat(model.detail().get().links().getLast().link().holderId())
                .isEqualTo(card.id().number());
    }

    @Test
    @Tag("ID-18")
    void aBudgetOfOnePersonNeedsThePersonAndAnAmount() {
        var model = hallB();
        var budget = model.budget();
        budget.beginNew(model.detail().get());
        assertThat(budget.forPerson().get()).as("the centre has one already").isTrue();
        budget.save();
        assertThat(budget.problems())
                .extracting(Problem::field)
                .containsExactly("amount", "person");
        budget.amount().set("25,00");
        budget.period().set(Period.WEEK);
        budget.person().choose(new Search.Hit(Search.Kind.PERSON, 7, "Emma Schneider", ""));
        budget.save();
        assertThat(model.detail().get().budgets().getLast().name()).isEqualTo("Emma Schneider");
        assertThat(model.detail().get().budgets().getLast().standing().budget().amount())
                .isEqualTo(2_500);
        budget.begin(model.detail().get(), model.detail().get().budgets().getFirst());
        assertThat(budget.amount().get()).isEqualTo("500.00");
        model.removeBudget(model.detail().get(), model.detail().get().budgets().getLast());
        assertThat(model.detail().get().budgets()).hasSize(2);
    }

    @Test
    @Tag("ID-13")
    void aCentreIsMadeClosedAndOpenedAgain() {
        var model = new CostCentresViewModel(session);
        model.refresh();
        model.form().beginNew();
        model.form().save();
        assertThat(model.form().problems()).extracting(Problem::field).containsExactly("code");
        model.form().code().set("5000");
        model.form().name().set("Library");
        model.form().save();
        assertThat(model.detail().get().row().centre().name()).isEqualTo("Library");
        model.close(model.detail().get(), true);
        assertThat(model.detail().get().row().centre().active()).isFalse();
        model.close(model.detail().get(), false);
        assertThat(model.detail().get().row().centre().active()).isTrue();
        assertThat(new CostCentresViewModel(session(Role.CLERK)).mayChange()).isFalse();
    }

    @Test
    @Tag("ID-13")
    void aGroupShowsItsMembersAndWhatHangsOnIt() {
        var model = new GroupsViewModel(session);
        model.refresh();
        model.choose(model.groups().getFirst());
        assertThat(model.members().rows())
                .extracting(GroupsViewModel.Member::name)
                .containsExactly("Jonas Weber", "Lea Hoffmann");
        assertThat(model.detail().get().centres()).hasSize(1);
        model.beginEnter();
        model.enter();
        assertThat(model.problems()).hasSize(1);
        model.person().choose(new Search.Hit(Search.Kind.PERSON, 9, "Zofia Kamińska", ""));
        model.enter();
        assertThat(model.members().rows()).hasSize(3);
        model.leave(model.members().rows().getFirst());
        assertThat(model.members().rows()).hasSize(2);
        model.beginNew();
        model.name().set("Caretakers");
        model.save();
        assertThat(model.problems()).extracting(Problem::key).containsExactly("groups.name-taken");
    }

    @Test
    @Tag("ID-28")
    @Tag("ID-29")
    void anOrderIsSettledAndTakenBackWithTheBanksCode() {
        var model = new OrdersViewModel(session);
        model.state().set(State.AUTHORISED);
        assertThat(model.rows().rows())
                .isNotEmpty()
                .allMatch(row -> row.order().state() == State.AUTHORISED);
        model.chosen().set(model.rows().rows().getFirst());
        model.settle();
        assertThat(model.chosen().get().order().state()).isEqualTo(State.SETTLED);
        model.beginReturn();
        model.reason().set("??");
        model.takeBack();
        assertThat(model.problems()).extracting(Problem::field).containsExactly("reason");
        model.reason().set("am04");
        model.takeBack();
        assertThat(model.open().get()).isFalse();
        assertThat(model.chosen().get().order().state()).isEqualTo(State.RETURNED);
        model.beginReturn();
        assertThat(model.open().get()).as("nothing follows a return").isFalse();
    }

    @Test
    @Tag("ID-29")
    void aSourcesRuleAsksForItsAmountOnlyWhereItHasOne() {
        var model = new RulesViewModel(session);
        model.refresh();
        var kiosk = model.rows().getFirst();
        assertThat(kiosk.source()).isEqualTo(TopUpSource.KIOSK);
        model.begin(kiosk);
        model.crediting().set(Crediting.AT_ONCE_UP_TO);
        model.save();
        assertThat(model.problems()).extracting(Problem::field).containsExactly("upTo");
        model.upTo().set("50");
        model.returnFee().set("3,50");
        model.save();
        assertThat(model.open().get()).isFalse();
        assertThat(model.rows().getFirst().rule().upTo()).isEqualTo(5_000);
        assertThat(model.rows().getFirst().rule().returnFee()).isEqualTo(350);
    }

    @Test
    @Tag("ID-28")
    void aMandateIsKeptForTheChosenHolder() {
        var model = new MandatesViewModel(session);
        model.begin();
        assertThat(model.open().get()).as("nobody is chosen").isFalse();
        model.person().choose(new Search.Hit(Search.Kind.PERSON, 3, "Sophie Martin", ""));
        assertThat(model.mandates()).hasSize(1);
        model.begin();
        assertThat(model.value("holder").get()).isEqualTo("Sophie Martin");
        model.grant();
        assertThat(model.problems()).extracting(Problem::field).containsExactly("iban");
        model.value("iban").set("DE89 3704 0044 0532 0130 00");
        model.grant();
        assertThat(model.open().get()).isFalse();
        assertThat(model.mandates()).hasSize(2);
    }

    @Test
    @Tag("ID-28")
    @Tag("ID-64")
    void aRunShowsWhoGoesAndWhatHindersAndItsFileIsConfirmed() {
        var model = new BankFilesViewModel(session);
        model.refresh();
        var run = model.run(Kind.PAYOUT);
        assertThat(run.ready()).isEqualTo(2);
        assertThat(run.hindered()).isEqualTo(2);
        assertThat(run.amount()).isEqualTo(FakeAccounts.euro(3_750));
        run.begin();
        run.dueOn().set(java.time.LocalDate.of(2020, 1, 1));
        run.write();
        assertThat(run.problems()).extracting(Problem::field).containsExactly("dueOn");
        run.begin();
        run.write();
        assertThat(run.open().get()).isFalse();
        assertThat(model.files().getFirst().state()).isEqualTo(BankFile.State.WRITTEN);
        model.chosen().set(model.files().getFirst());
        model.carriedOut();
        assertThat(model.files().getFirst().state()).isEqualTo(BankFile.State.CARRIED_OUT);
        assertThat(notices)
                .extracting(Message::key)
                .contains("bank-run.written", "bank-desk.carried-done");
    }

    @Test
    @Tag("ID-29")
    void aFileOfReturnsIsShownBeforeItIsBooked() throws Exception {
        Files.writeString(folder.resolve("returns.csv"), "reference;reason\nD-1;AM04\n");
        var returns = new BankFilesViewModel(session).returns();
        returns.choose();
        assertThat(returns.open().get()).isTrue();
        assertThat(returns.ready()).isEqualTo(1);
        returns.apply();
        assertThat(returns.open().get()).isFalse();
        assertThat(notices).contains(Message.of("bank-returns.done", 1L));
    }

    @Test
    @Tag("ID-28")
    void theSitesBankDetailsAreCheckedWhereTheyAreTyped() {
        var model = new BankFilesViewModel(session);
        model.refresh();
        model.changeDetails();
        assertThat(model.details().value("name").get()).isEqualTo("North School");
        model.details().value("iban").set("no");
        model.details().save();
        assertThat(model.details().problems()).extracting(Problem::field).containsExactly("iban");
    }

    @Test
    @Tag("ID-54")
    void anExportIsScheduledChangedRunAndRemoved() {
        var model = new ExportsViewModel(session);
        model.refresh();
        model.beginNew();
        model.entity().set(Entity.MEDIA);
        model.at().set("25:00");
        model.save();
        assertThat(model.problems())
                .extracting(Problem::key)
                .containsExactly("exports-desk.time-malformed");
        model.at().set("7:15");
        model.folder().set("relative");
        model.save();
        assertThat(model.problems())
                .extracting(Problem::key)
                .containsExactly("exports.folder-absolute");
        model.folder().set("/srv/cards");
        model.save();
        assertThat(model.schedules()).hasSize(3);
        assertThat(model.chosen().get().daily().at()).hasToString("07:15");
        model.runNow();
        assertThat(notices).contains(Message.of("exports-desk.written", "/srv/cards"));
        model.remove();
        assertThat(model.schedules()).hasSize(2);
        model.chosen().set(model.schedules().getLast());
        model.runNow();
        assertThat(notices).contains(Message.of("exports-desk.failed", "/mnt/lost", "/mnt/lost"));
        assertThat(new ExportsViewModel(session(Role.CLERK)).allowed()).isFalse();
    }

    /// Says yes to everything and chooses the one file that there is.
    private final class Says implements Dialogs {
        @Override
        public void confirm(Message title, Message body, String actionKey, Runnable action) {
            action.run();
        }

        @Override
        public Optional<Path> chooseFile(String titleKey, String kindKey, List<String> patterns) {
            return Optional.of(folder.resolve("returns.csv"));
        }

        @Override
        public Optional<Path> chooseFolder(String titleKey) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> chooseTarget(String titleKey, String suggestedName) {
            return Optional.empty();
        }
    }
}
