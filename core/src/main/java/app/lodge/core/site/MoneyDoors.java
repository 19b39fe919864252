package app.lodge.core.site;

import app.lodge.core.accounts.Accounts;
import app.lodge.core.accounts.Bookkeeping;
import app.lodge.core.accounts.CashLedger;
import app.lodge.core.accounts.Holds;
import app.lodge.core.accounts.KioskMoney;
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
import app.lodge.core.kiosks.Kiosk;
import app.lodge.core.kiosks.KioskTraffic;
import app.lodge.core.kiosks.Kiosks;
import app.lodge.core.media.Credentials;
import app.lodge.core.money.Money;
import app.lodge.core.operators.Operators;
import app.lodge.core.products.Prices;
import app.lodge.core.products.Products;
import app.lodge.core.products.SiteWares;
import app.lodge.core.sales.Sales;
import app.lodge.core.settings.SiteSettings;
import app.lodge.core.topups.BankFiles;
import app.lodge.core.topups.Mandates;
import app.lodge.core.topups.TopUps;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
    final Holds holds;
    final Limits limits;
    final CostCentres costCentres;
    final Products products;
    final Prices prices;
    final Sales sales;
    final MediaCharges mediaCharges;
    final Approvals approvals;
    final CashDesks cashDesks;
    final Kiosks kiosks;
    final KioskTraffic kioskTraffic;
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
        keeping =
                Bookkeeping.of(books, settings, CostCentres.budgets(books))
                        .with(shifts)
                        .with(SiteWares.of(books));
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
        holds = Holds.within(register.reach(), keeping);
        limits = Limits.in(keeping);
        costCentres = CostCentres.in(books, settings);
        products = Products.in(books, moneyRules, settings);
        prices = Prices.in(books, moneyRules, settings);
        sales = Sales.in(books, products, settings);
        mediaCharges = MediaCharges.within(register.reach(), keeping);
        approvals = Approvals.in(books, operators);
        var cash = CashLedger.in(keeping);
        cashDesks = CashDesks.in(books, cash, shifts, settings);
        var atKiosks = KioskMoney.in(keeping, Credentials.inBooks());
        kiosks = Kiosks.in(books, atKiosks, cash, settings);
        groups = Groups.in(books, List.of(keeping.memberships()));
        topUps = TopUps.in(books, keeping, register);
        kioskTraffic = KioskTraffic.in(books, atKiosks, cash, topUps);
        mandates = Mandates.in(books, register);
        bankFiles = BankFiles.in(books, keeping, register, topUps, bank);
    }

    /// What lies in a kiosk, a phone or a safe; nothing in any other device.
    Optional<Money> cashIn(long device) {
        return kiosks.list(Actor.system("watch")).stream()
                .filter(kiosk -> kiosk.id().number() == device)
                .findFirst()
                .map(Kiosk::expected);
    }
}
