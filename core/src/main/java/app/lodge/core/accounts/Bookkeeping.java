package app.lodge.core.accounts;

import app.lodge.core.books.Books;
import app.lodge.core.books.Tx;
import app.lodge.core.groups.Memberships;
import app.lodge.core.settings.SiteSettings;
import java.util.function.Supplier;

/// What all doors of the accounts share: the books, the rules as they stand, and what the one writer
/// keeps in memory. Make one for a site and hand it to each of its doors.
public final class Bookkeeping {

    private final Books books;
    private final Supplier<SiteSettings> settings;
    private final RulesStore rulesStore = new RulesStore();
    private final ClosedPeriods closed = new ClosedPeriods();
    private final PointTaxes taxes;
    private final LimitRules limits;
    private final CentreBudgets centres;
    private volatile AccountRules rules;
    private volatile CashShifts shifts = CashShifts.none();
    private volatile Wares wares = Wares.none();

    private Bookkeeping(Books books, Supplier<SiteSettings> settings, CentreBudgets centres) {
        this.centres = centres;
        this.books = books;
        this.settings = settings;
        this.rules = rulesStore.read(books);
        this.taxes = new PointTaxes(books);
        this.limits = new LimitRules(this);
    }

    /// @param settings as they stand, whenever asked
    public static Bookkeeping of(
            Books books, Supplier<SiteSettings> settings, CentreBudgets centres) {
        return new Bookkeeping(books, settings, centres);
    }

    /// Has shifts of cash desks carry what moves in them; before any door is made.
    public Bookkeeping with(CashShifts kept) {
        shifts = kept;
        return this;
    }

    /// Has what payment points sell taxed by the site's products; before any door is made.
    public Bookkeeping with(Wares known) {
        wares = known;
        return this;
    }

    Wares wares() {
        return wares;
    }

    CashShifts shifts() {
        return shifts;
    }

    Books books() {
        return books;
    }

    SiteSettings settings() {
        return settings.get();
    }

    AccountRules rules() {
        return rules;
    }

    void keepRules(Tx tx, AccountRules wanted) {
        var before = rules;
        rulesStore.put(tx, wanted);
        rules = wanted;
        tx.onRollback(() -> rules = before);
    }

    ClosedPeriods closed() {
        return closed;
    }

    PointTaxes taxes() {
        return taxes;
    }

    CentreBudgets centres() {
        return centres;
    }

    LimitRules limits() {
        return limits;
    }

    /// Tells the accounts that somebody entered or left a group: its overdraft may be theirs now.
    public Memberships memberships() {
        return limits::refresh;
    }
}
