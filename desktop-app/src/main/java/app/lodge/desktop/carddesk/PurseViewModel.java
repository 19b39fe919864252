package app.lodge.desktop.carddesk;

import app.lodge.core.books.Permission;
import app.lodge.core.media.Medium;
import app.lodge.core.media.MediumState;
import app.lodge.core.money.Money;
import app.lodge.core.purse.PurseKind;
import app.lodge.core.purse.PurseRecord;
import app.lodge.core.purse.Purses.Source;
import app.lodge.desktop.approvals.SecondPersonViewModel;
import app.lodge.desktop.carddesk.PurseVisits.Answer;
import app.lodge.desktop.purses.PurseReceiptText;
import app.lodge.desktop.purses.PurseWords;
import app.lodge.desktop.shell.Amounts;
import app.lodge.desktop.shell.FaultWords;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import app.lodge.personalization.purse.PurseDesk.Visit;
import app.lodge.personalization.purse.PurseMatter;
import java.util.Currency;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// The purse of the card that is looked at, and what is done with it at the counter: load, give a
/// purchase back, pay out, move from the card before (CHAIN-22, CHAIN-32).
public final class PurseViewModel {

    private final Session session;
    private final PurseVisits visits;
    private final Supplier<@Nullable String> reader;
    private final BooleanProperty busy;
    private final StringProperty amount = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable PurseSeen> seen = new SimpleObjectProperty<>();
    private final ObjectProperty<Visit.@Nullable Torn> torn = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Message> said = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable PurseRecord> refunding = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable PurseReceiptText> receipt = new SimpleObjectProperty<>();
    private final SecondPersonViewModel secondPerson;
    private final Once once = new Once();
    private @Nullable PurseMatter asked;

    /// @param busy of the look that it is part of
    PurseViewModel(
            Session session,
            CardStation station,
            Supplier<@Nullable String> reader,
            BooleanProperty busy) {
        this.session = session;
        visits = new PurseVisits(session, station);
        this.reader = reader;
        this.busy = busy;
        secondPerson = new SecondPersonViewModel(session);
    }

    public BooleanProperty busy() {
        return busy;
    }

    /// What to load, give back or pay out, as typed.
    public StringProperty amount() {
        return amount;
    }

    /// Null if the card has no purse.
    public ReadOnlyObjectProperty<@Nullable PurseSeen> seen() {
        return seen;
    }

    /// What was begun on a card that went away.
    public ReadOnlyObjectProperty<Visit.@Nullable Torn> torn() {
        return torn;
    }

    /// What came of it.
    public ReadOnlyObjectProperty<@Nullable Message> said() {
        return said;
    }

    /// The purchase that is about to be given back; null for none.
    public ReadOnlyObjectProperty<@Nullable PurseRecord> refunding() {
        return refunding;
    }

    /// Of what went over the counter last.
    public ReadOnlyObjectProperty<@Nullable PurseReceiptText> receipt() {
        return receipt;
    }

    /// Approves what is above the site's level, before the card is touched (ID-27).
    public SecondPersonViewModel secondPerson() {
        return secondPerson;
    }

    public Currency currency() {
        return session.site().currency();
    }

    /// Another card is looked at.
    void begin() {
        seen.set(null);
        torn.set(null);
        said.set(null);
        receipt.set(null);
        refunding.set(null);
        amount.set("");
        once.answered();
    }

    /// Waits for reader and bridge.
    ///
    /// @return null if there is no purse, or it cannot be read
    @Nullable PurseSeen read(String at, Optional<Medium> medium) {
        return visits.read(at, medium);
    }

    void show(@Nullable PurseSeen now) {
        seen.set(now);
        if (now != null) {
            now.look().settled().stream().map(PurseWords::of).findFirst().ifPresent(said::set);
        }
    }

    public boolean mayLoad() {
        return session.actor().may(Permission.LOAD_PURSES);
    }

    public boolean mayRefund(PurseRecord record) {
        return record.kind() == PurseKind.DEBIT && session.actor().may(Permission.REFUND_PURSES);
    }

    public boolean mayMove() {
        return session.actor().may(Permission.MANAGE_PURSES);
    }

    /// Whether this card of ours can get a purse and has none.
    public boolean mayPrepare(LookedAt card) {
        return seen.get() == null
                && card.found().seen().encodable()
                && card.medium().filter(it -> it.state() == MediumState.ACTIVE).isPresent()
                && session.actor().may(Permission.ISSUE_CARDS);
    }

    public void prepare(LookedAt card) {
        var at = reader.get();
        var medium = card.medium();
        var uid = card.found().seen().uid();
        if (at == null || medium.isEmpty() || uid.isEmpty()) {
            return;
        }
        work(() -> visits.prepare(at, medium.get().id(), uid.get()));
    }

    public void load(Source source) {
        typed().ifPresent(money -> change(new PurseMatter.Load(money, source)));
    }

    public void payOut() {
        typed().ifPresent(money -> change(new PurseMatter.PayOut(money)));
    }

    /// Offers to give a purchase back, all of it unless less is typed.
    public void beginRefund(PurseRecord purchase) {
        once.answered();
        said.set(null);
        refunding.set(purchase);
        amount.set(Amounts.typed(new Money(purchase.amount(), currency())));
    }

    public void cancelRefund() {
        refunding.set(null);
        amount.set("");
        once.answered();
    }

    public void refund() {
        var purchase = refunding.get();
        if (purchase != null) {
            typed().ifPresent(money -> change(new PurseMatter.Refund(money, purchase.counter())));
        }
    }

    /// What a card before held comes onto this one, after a question: the money is written on a chip.
    public void move(PurseSeen.Before before) {
        var number = before.medium().number();
        session.dialogs()
                .confirm(
                        Message.of("purse.move-title", number),
                        Message.of("purse.move-body", number, before.purse().stated()),
                        "purse.move-action",
                        () -> change(new PurseMatter.Move(before.medium().id())));
    }

    private Optional<Money> typed() {
        var read = Amounts.read("amount", amount.get(), currency());
        read.problem().ifPresent(problem -> said.set(Message.of(problem)));
        return read.amount();
    }

    private void change(PurseMatter matter) {
        var at = reader.get();
        if (!matter.equals(asked)) {
            once.answered();
            asked = matter;
        }
        if (at != null) {
            receipt.set(null); // of the visit before: money goes out with its own
            var request = once.request();
            var medium = medium();
            work(() -> visits.change(request, at, matter, medium));
        }
    }

    /// The same card lies on the reader again.
    public void finish() {
        var at = reader.get();
        var half = torn.get();
        if (at != null && half != null) {
            var medium = medium();
            work(() -> visits.finish(at, half, medium));
        }
    }

    private Optional<Medium> medium() {
        return Optional.ofNullable(seen.get()).flatMap(PurseSeen::medium);
    }

    private void work(Callable<Answer> what) {
        if (busy.get()) {
            return;
        }
        session.background().run("purse.working", busy, () -> PurseVisits.tried(what), this::shown);
    }

    private void shown(Answer answer) {
        once.answered();
        switch (answer) {
            case Answer.Failed(var fault) -> said.set(FaultWords.message(fault));
            case Answer.Prepared(boolean done) -> {
                said.set(Message.of(done ? "purse.prepared" : "purse.not-possible"));
                if (done) {
                    again();
                }
            }
            case Answer.Visited(Visit visit, Message words, var now) -> {
                said.set(words);
                torn.set(visit instanceof Visit.Torn half ? half : null);
                if (visit instanceof Visit.NeedsApproval(var about, var _)) {
                    secondPerson.begin(about, PurseVisits.grounds(about), this::approved);
                }
                if (visit instanceof Visit.Done(var _, var printed)) {
                    seen.set(now);
                    refunding.set(null);
                    amount.set("");
                    receipt.set(
                            printed == null
                                    ? null
                                    : new PurseReceiptText(printed, session.site().zone()));
                }
            }
        }
    }

    private void approved(long approval) {
        var matter = asked;
        if (matter != null) {
            change(matter.approvedBy(approval));
        }
    }

    /// Keeps the receipt in a file, for a printer.
    public void keepReceipt(PurseReceiptText shown, String words) {
        visits.keep(shown, words, busy);
    }

    private void again() {
        var at = reader.get();
        if (at != null) {
            session.background()
                    .run(
                            "purse.working",
                            busy,
                            () -> Optional.ofNullable(read(at, Optional.empty())),
                            found -> seen.set(found.orElse(null)));
        }
    }
}
