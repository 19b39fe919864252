package app.lodge.core.site;

import app.lodge.core.accounts.Accounts;
import app.lodge.core.accounts.Holds;
import app.lodge.core.accounts.Limits;
import app.lodge.core.accounts.MediaCharges;
import app.lodge.core.accounts.MoneyRules;
import app.lodge.core.accounts.Payments;
import app.lodge.core.accounts.Periods;
import app.lodge.core.accounts.Postings;
import app.lodge.core.accounts.Statements;
import app.lodge.core.approvals.Approvals;
import app.lodge.core.cashdesk.CashDesks;
import app.lodge.core.costcentres.CostCentres;
import app.lodge.core.groups.Groups;
import app.lodge.core.kiosks.KioskTraffic;
import app.lodge.core.kiosks.Kiosks;
import app.lodge.core.products.Prices;
import app.lodge.core.products.Products;
import app.lodge.core.sales.Sales;
import app.lodge.core.topups.BankFiles;
import app.lodge.core.topups.Mandates;
import app.lodge.core.topups.TopUps;

/// What moves money in an open site, door by door; wired in [MoneyDoors].
sealed interface SiteMoney permits Site {

    /// Where they stand, wired.
    MoneyDoors moneyDoors();

    default Accounts accounts() {
        return moneyDoors().accounts;
    }

    default MoneyRules moneyRules() {
        return moneyDoors().moneyRules;
    }

    default Periods periods() {
        return moneyDoors().periods;
    }

    default Postings postings() {
        return moneyDoors().postings;
    }

    default Statements statements() {
        return moneyDoors().statements;
    }

    default Holds holds() {
        return moneyDoors().holds;
    }

    default Limits limits() {
        return moneyDoors().limits;
    }

    default MediaCharges mediaCharges() {
        return moneyDoors().mediaCharges;
    }

    default CostCentres costCentres() {
        return moneyDoors().costCentres;
    }

    default Products products() {
        return moneyDoors().products;
    }

    default Prices prices() {
        return moneyDoors().prices;
    }

    default Sales sales() {
        return moneyDoors().sales;
    }

    default Approvals approvals() {
        return moneyDoors().approvals;
    }

    default CashDesks cashDesks() {
        return moneyDoors().cashDesks;
    }

    default Kiosks kiosks() {
        return moneyDoors().kiosks;
    }

    /// For the bridge: what kiosks and phones ask and report about cash.
    default KioskTraffic kioskTraffic() {
        return moneyDoors().kioskTraffic;
    }

    default Groups groups() {
        return moneyDoors().groups;
    }

    default TopUps topUps() {
        return moneyDoors().topUps;
    }

    default Mandates mandates() {
        return moneyDoors().mandates;
    }

    default BankFiles bankFiles() {
        return moneyDoors().bankFiles;
    }

    default Payments payments() {
        return moneyDoors().payments;
    }
}
