package app.lodge.core.site;

import app.lodge.core.accounts.Accounts;
import app.lodge.core.accounts.Bookkeeping;
import app.lodge.core.accounts.CashLedger;
import app.lodge.core.accounts.Limits;
import app.lodge.core.accounts.MediaCharges;
import app.lodge.core.accounts.MoneyRules;
import app.lodge.core.accounts.Payments;
import app.lodge.core.accounts.Periods;
import app.lodge.core.accounts.Postings;
import app.lodge.core.accounts.Statements;
import app.lodge.core.approvals.Approvals;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.cashdesk.CashDesks;
import app.lodge.core.costcentres.CostCentres;
import app.lodge.core.groups.Groups;
import app.lodge.core.media.Credentials;
import app.lodge.core.operators.Operators;
import app.lodge.core.settings.SiteSettings;
import app.lodge.core.topups.BankFiles;
import app.lodge.core.topups.Mandates;
import app.lodge.core.topups.TopUps;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/// Everything that moves money, over one bookkeeping.
final class MoneyDoors {

    final Bookkeeping keeping;
    final Accounts accounts;
    final Postings postings;
    final Payments payments;
    final MoneyRules moneyRules;
    final Periods periods;
    final Statements statements;
    final Limits limits;
    final CostCentres costCentres;
    final MediaCharges mediaCharges;
    final Approvals approvals;
    final CashDesks cashDesks;
    final Groups groups;
    final TopUps topUps;
    final Mandates mandates;
    final BankFiles bankFiles;

    /// @param bank where files for the bank go if the site names no folder
    MoneyDoors(
            Books books,
            Supplier<SiteSettings> settings,
            JournalDoors journal,
            PeopleDoors people,
            Operators operators,
            Path bank) {
        var register = people.register;
        var shifts = CashDesks.shifts(books);
        keeping = Bookkeeping.of(books, settings, CostCentres.budgets(books)).with(shifts);
        accounts = Accounts.within(register.reach(), keeping);
        postings =
                Postings.in(
                        keeping,
                        Approvals.fourEyes(),
                        person -> people.nameOf(Actor.system("site"), person));
        payments = Payments.in(keeping, Credentials.inBooks());
        moneyRules = MoneyRules.in(keeping);
        periods = Periods.sealing(keeping, () -> journal.seals.seal(Actor.system("periods")));
        statements = Statements.within(register.reach(), keeping);
        limits = Limits.in(keeping);
        costCentres = CostCentres.in(books, settings);
        mediaCharges = MediaCharges.within(register.reach(), keeping);
        approvals = Approvals.in(books, operators);
        cashDesks = CashDesks.in(books, CashLedger.in(keeping), shifts, settings);
        groups = Groups.in(books, List.of(keeping.memberships()));
        topUps = TopUps.in(books, keeping, register);
        mandates = Mandates.in(books, register);
        bankFiles = BankFiles.in(books, keeping, register, topUps, bank);
    }
}
