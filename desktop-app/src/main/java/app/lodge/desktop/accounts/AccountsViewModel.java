package app.lodge.desktop.accounts;

import app.lodge.core.accounts.Account;
import app.lodge.core.accounts.AccountId;
import app.lodge.core.accounts.BlockReason;
import app.lodge.core.accounts.MoveOutcome;
import app.lodge.core.accounts.Receipt;
import app.lodge.core.books.Page;
import app.lodge.core.books.Permission;
import app.lodge.core.people.Person;
import app.lodge.core.people.PersonId;
import app.lodge.core.search.Search;
import app.lodge.desktop.approvals.SecondPersonViewModel;
import app.lodge.desktop.shell.Destination;
import app.lodge.desktop.shell.PagedList;
import app.lodge.desktop.shell.SavedFilters;
import app.lodge.desktop.shell.Session;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// Finds an account and shows what stands on it and what moved.
public final class AccountsViewModel {

    private static final int HITS = 50;

    private final Session session;
    private final StringProperty query = new SimpleStringProperty("");
    private final PagedList<Search.Hit> hits;
    private final MovementsViewModel movements;
    private final ObjectProperty<@Nullable AccountFile> file = new SimpleObjectProperty<>();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final TopUpViewModel topUp;
    private final BlockAccountViewModel block;
    private final OpenAccountViewModel openAccount;
    private final SecondPersonViewModel secondPerson;
    private final PayOutViewModel payOut;
    private volatile String wanted = "";
    private final MoveViewModel move;
    private final PostingViewModel posting;
    private final LimitsViewModel limits;
    private final HoldsViewModel holds;
    private volatile @Nullable AccountId shown;

    /// @param holder empty if the operator may not see people
    /// @param all the holder's accounts, one for each currency; the shown one among them
    public record AccountFile(Account account, Optional<Person> holder, List<Account> all) {}

    public AccountsViewModel(Session session) {
        this(session, SavedFilters.forNow());
    }

    /// @param kept filters that operators have named
    public AccountsViewModel(Session session, SavedFilters kept) {
        this.session = session;
        hits = new PagedList<>(session.background(), "accounts.searching", this::find);
        movements = new MovementsViewModel(session, kept);
        topUp = new TopUpViewModel(session, file, this::refreshAccount);
        block = new BlockAccountViewModel(session, file, this::refreshAccount);
        secondPerson = new SecondPersonViewModel(session);
        payOut = new PayOutViewModel(session, file, secondPerson, this::paidOut);
        move = new MoveViewModel(session, file, secondPerson, this::moved);
        openAccount =
                new OpenAccountViewModel(
                        session, file, id -> show(Search.Kind.ACCOUNT, id.number()));
        posting =
                new PostingViewModel(session, file, movements.purpose()::get, move, topUp::copyOf);
        limits = new LimitsViewModel(session, this::refreshAccount);
        holds = new HoldsViewModel(session, movements, this::refreshAccount);
        query.subscribe(typed -> {
            wanted = typed.strip();
            hits.reload();
        });
    }

    private Page<Search.Hit> find(@Nullable String after, int limit) {
        var doors = session.doors();
        var actor = session.actor();
        if (wanted.isEmpty() && actor.may(Permission.SEE_PEOPLE)) {
            return doors.people().list(actor, "", after, limit).map(AccountsViewModel::hit);
        }
        var found =
                wanted.isEmpty()
                        ? Stream.<Search.Hit>empty()
                        : doors.search().find(actor, wanted, HITS).stream();
        return new Page<>(found.filter(hit -> hit.kind() != Search.Kind.DEVICE).toList(), null);
    }

    private static Search.Hit hit(Person person) {
        return new Search.Hit(
                Search.Kind.PERSON,
                person.id().number(),
                person.details().listName(),
                "%07d".formatted(person.id().number()));
    }

    public StringProperty query() {
        return query;
    }

    public PagedList<Search.Hit> hits() {
        return hits;
    }

    public MovementsViewModel movements() {
        return movements;
    }

    public MoveViewModel move() {
        return move;
    }

    public PostingViewModel posting() {
        return posting;
    }

    public LimitsViewModel limits() {
        return limits;
    }

    /// What is reserved of it.
    public HoldsViewModel holds() {
        return holds;
    }

    public void beginLimits() {
        var open = file.get();
        if (open != null) {
            limits.begin(open.account());
        }
    }

    /// Null until an account is chosen.
    public ReadOnlyObjectProperty<@Nullable AccountFile> file() {
        return file;
    }

    public TopUpViewModel topUp() {
        return topUp;
    }

    public BlockAccountViewModel block() {
        return block;
    }

    public OpenAccountViewModel openAccount() {
        return openAccount;
    }

    /// Another one of the holder's accounts.
    public void choose(Account other) {
        var open = file.get();
        if (open != null && !open.account().id().equals(other.id())) {
            show(Search.Kind.ACCOUNT, other.id().number());
        }
    }

    public PayOutViewModel payOut() {
        return payOut;
    }

    public SecondPersonViewModel secondPerson() {
        return secondPerson;
    }

    private void moved(MoveOutcome.Moved done) {
        refreshAccount();
        var receipt = done.receipt();
        if (receipt != null) {
            topUp.show(receipt);
        }
    }

    private void paidOut(Receipt receipt) {
        refreshAccount();
        topUp.show(receipt);
    }

    public boolean mayPayOut() {
        return session.actor().may(Permission.MOVE_MONEY);
    }

    public boolean mayTopUp() {
        return session.actor().may(Permission.TOP_UP);
    }

    public boolean mayBlock() {
        return session.actor().may(Permission.BLOCK_ACCOUNTS);
    }

    public boolean maySeePeople() {
        return session.actor().may(Permission.SEE_PEOPLE);
    }

    public void refresh() {
        hits.reload();
        refreshAccount();
    }

    /// @param subject `account:9`, `person:12` or `medium:7`
    public void open(String subject) {
        int colon = subject.indexOf(':');
        var number = Long.parseLong(subject.substring(colon + 1));
        switch (subject.substring(0, colon)) {
            case "account" -> show(Search.Kind.ACCOUNT, number);
            case "medium" -> show(Search.Kind.CARD, number);
            default -> show(Search.Kind.PERSON, number);
        }
    }

    public void choose(Search.Hit hit) {
        show(hit.kind(), hit.number());
    }

    private void show(Search.Kind kind, long number) {
        session.background()
                .run(
                        "accounts.reading",
                        busy,
                        () -> account(kind, number).map(this::withHolder),
                        found -> found.ifPresent(this::show));
    }

    private void show(AccountFile found) {
        shown = found.account().id();
        file.set(found);
        holds.leave();
        movements.show(found.account());
        holds.show(found.account());
    }

    private Optional<Account> account(Search.Kind kind, long number) {
        var accounts = session.doors().accounts();
        var actor = session.actor();
        return switch (kind) {
            case ACCOUNT -> accounts.find(actor, new AccountId(number));
            case PERSON -> accounts.ofPerson(actor, new PersonId(number));
            case CARD ->
                    session.doors()
                            .media()
                            .find(actor, new app.lodge.core.media.MediumId(number))
                            .flatMap(medium -> accounts.ofPerson(actor, medium.holder()));
            case DEVICE -> Optional.empty();
        };
    }

    private AccountFile withHolder(Account account) {
        return new AccountFile(
                account,
                maySeePeople()
                        ? session.doors().people().find(session.actor(), account.holder())
                        : Optional.empty(),
                session.doors().accounts().allOfPerson(session.actor(), account.holder()));
    }

    private void refreshAccount() {
        var id = shown;
        if (id != null) {
            show(Search.Kind.ACCOUNT, id.number());
        }
    }

    public void openHolder() {
        var open = file.get();
        if (open != null) {
            session.navigator()
                    .open(Destination.PEOPLE, "person:" + open.account().holder().number());
        }
    }

    /// All reasons, for the form.
    static List<BlockReason> reasons() {
        return BlockReason.choices();
    }
}
