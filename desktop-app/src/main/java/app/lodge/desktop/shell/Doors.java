package app.lodge.desktop.shell;

import app.lodge.core.accounts.Accounts;
import app.lodge.core.accounts.Holds;
import app.lodge.core.accounts.Limits;
import app.lodge.core.accounts.MediaCharges;
import app.lodge.core.accounts.MoneyRules;
import app.lodge.core.accounts.Periods;
import app.lodge.core.accounts.Postings;
import app.lodge.core.accounts.Statements;
import app.lodge.core.approvals.Approvals;
import app.lodge.core.batches.CardBatches;
import app.lodge.core.batches.CardPrices;
import app.lodge.core.batches.PrinterTurns;
import app.lodge.core.cashdesk.CashDesks;
import app.lodge.core.conservation.Conservation;
import app.lodge.core.costcentres.CostCentres;
import app.lodge.core.devices.DeviceBoard;
import app.lodge.core.devices.DeviceCare;
import app.lodge.core.devices.DeviceTemplates;
import app.lodge.core.devices.DeviceUsers;
import app.lodge.core.devices.Devices;
import app.lodge.core.devices.Pushes;
import app.lodge.core.encodingplans.EncodingPlans;
import app.lodge.core.exports.Exports;
import app.lodge.core.groups.Groups;
import app.lodge.core.journal.Journal;
import app.lodge.core.journal.JournalExports;
import app.lodge.core.journal.Seals;
import app.lodge.core.keys.CardKeys;
import app.lodge.core.keyversions.Ceremonies;
import app.lodge.core.keyversions.KeyVersions;
import app.lodge.core.kiosks.Kiosks;
import app.lodge.core.layouts.CardLayouts;
import app.lodge.core.media.Apps;
import app.lodge.core.media.CardJobs;
import app.lodge.core.media.ContactKeys;
import app.lodge.core.media.Media;
import app.lodge.core.media.MediaLife;
import app.lodge.core.media.NumberedMedia;
import app.lodge.core.operators.OperatorCards;
import app.lodge.core.operators.Operators;
import app.lodge.core.operators.Roles;
import app.lodge.core.overview.Overview;
import app.lodge.core.passages.Passages;
import app.lodge.core.people.ImportRuns;
import app.lodge.core.people.People;
import app.lodge.core.people.PersonnelImport;
import app.lodge.core.people.Portraits;
import app.lodge.core.people.Signatures;
import app.lodge.core.pins.HolderPins;
import app.lodge.core.points.PointTypes;
import app.lodge.core.privacy.Privacy;
import app.lodge.core.products.Prices;
import app.lodge.core.products.Products;
import app.lodge.core.purse.Purses;
import app.lodge.core.rights.RightDrafts;
import app.lodge.core.rights.Rights;
import app.lodge.core.rollout.Packages;
import app.lodge.core.rollout.Rollouts;
import app.lodge.core.sales.Sales;
import app.lodge.core.search.Search;
import app.lodge.core.selfservice.SelfService;
import app.lodge.core.settings.Settings;
import app.lodge.core.stock.Stock;
import app.lodge.core.stock.StockOrders;
import app.lodge.core.topups.BankFiles;
import app.lodge.core.topups.Mandates;
import app.lodge.core.topups.TopUps;
import app.lodge.core.virtualsite.VirtualSite;
import app.lodge.core.watch.Watch;
import app.lodge.core.watch.parties.Parties;
import app.lodge.reports.catalogue.Reports;
import app.lodge.reports.ceremonies.CeremonyPapers;
import app.lodge.reports.privacy.PrivacyPapers;

/// Every door of the site that the desktop calls; near in tests, far in daily work.
public final class Doors {

    private final Finder finder;

    public Doors(Finder finder) {
        this.finder = finder;
    }

    /// The same doors with another one in place of one of them.
    public <D> Doors with(Class<D> type, D other) {
        return new Doors(
                new Finder() {
                    @Override
                    public <E> E door(Class<E> wanted) {
                        return wanted == type ? wanted.cast(other) : finder.door(wanted);
                    }
                });
    }

    public CardBatches cardBatches() {
        return finder.door(CardBatches.class);
    }

    public PrinterTurns printerTurns() {
        return finder.door(PrinterTurns.class);
    }

    public CardPrices cardPrices() {
        return finder.door(CardPrices.class);
    }

    public CardLayouts cardLayouts() {
        return finder.door(CardLayouts.class);
    }

    public People people() {
        return finder.door(People.class);
    }

    public Portraits portraits() {
        return finder.door(Portraits.class);
    }

    public Signatures signatures() {
        return finder.door(Signatures.class);
    }

    public PersonnelImport imports() {
        return finder.door(PersonnelImport.class);
    }

    public ImportRuns importRuns() {
        return finder.door(ImportRuns.class);
    }

    public Accounts accounts() {
        return finder.door(Accounts.class);
    }

    public Postings postings() {
        return finder.door(Postings.class);
    }

    public Holds holds() {
        return finder.door(Holds.class);
    }

    public Statements statements() {
        return finder.door(Statements.class);
    }

    public MoneyRules moneyRules() {
        return finder.door(MoneyRules.class);
    }

    public MediaCharges mediaCharges() {
        return finder.door(MediaCharges.class);
    }

    public Periods periods() {
        return finder.door(Periods.class);
    }

    public Approvals approvals() {
        return finder.door(Approvals.class);
    }

    public CashDesks cashDesks() {
        return finder.door(CashDesks.class);
    }

    public Kiosks kiosks() {
        return finder.door(Kiosks.class);
    }

    public CostCentres costCentres() {
        return finder.door(CostCentres.class);
    }

    public Products products() {
        return finder.door(Products.class);
    }

    public Prices prices() {
        return finder.door(Prices.class);
    }

    public Sales sales() {
        return finder.door(Sales.class);
    }

    public Rights rights() {
        return finder.door(Rights.class);
    }

    public HolderPins holderPins() {
        return finder.door(HolderPins.class);
    }

    public RightDrafts rightDrafts() {
        return finder.door(RightDrafts.class);
    }

    public Passages passages() {
        return finder.door(Passages.class);
    }

    public Groups groups() {
        return finder.door(Groups.class);
    }

    public TopUps topUps() {
        return finder.door(TopUps.class);
    }

    public Mandates mandates() {
        return finder.door(Mandates.class);
    }

    public BankFiles bankFiles() {
        return finder.door(BankFiles.class);
    }

    public Exports exports() {
        return finder.door(Exports.class);
    }

    public Limits limits() {
        return finder.door(Limits.class);
    }

    public ContactKeys contactKeys() {
        return finder.door(ContactKeys.class);
    }

    public Apps apps() {
        return finder.door(Apps.class);
    }

    public NumberedMedia numberedMedia() {
        return finder.door(NumberedMedia.class);
    }

    public Media media() {
        return finder.door(Media.class);
    }

    public MediaLife mediaLife() {
        return finder.door(MediaLife.class);
    }

    public Stock stock() {
        return finder.door(Stock.class);
    }

    public StockOrders stockOrders() {
        return finder.door(StockOrders.class);
    }

    public CardJobs jobs() {
        return finder.door(CardJobs.class);
    }

    public CardKeys cardKeys() {
        return finder.door(CardKeys.class);
    }

    public OperatorCards operatorCards() {
        return finder.door(OperatorCards.class);
    }

    public Purses purses() {
        return finder.door(Purses.class);
    }

    public Ceremonies ceremonies() {
        return finder.door(Ceremonies.class);
    }

    public CeremonyPapers ceremonyPapers() {
        return finder.door(CeremonyPapers.class);
    }

    public EncodingPlans encodingPlans() {
        return finder.door(EncodingPlans.class);
    }

    public KeyVersions keyVersions() {
        return finder.door(KeyVersions.class);
    }

    public Devices devices() {
        return finder.door(Devices.class);
    }

    public DeviceCare care() {
        return finder.door(DeviceCare.class);
    }

    public DeviceTemplates templates() {
        return finder.door(DeviceTemplates.class);
    }

    public PointTypes pointTypes() {
        return finder.door(PointTypes.class);
    }

    public DeviceUsers deviceUsers() {
        return finder.door(DeviceUsers.class);
    }

    public Pushes pushes() {
        return finder.door(Pushes.class);
    }

    public Packages packages() {
        return finder.door(Packages.class);
    }

    public Rollouts rollouts() {
        return finder.door(Rollouts.class);
    }

    public DeviceBoard board() {
        return finder.door(DeviceBoard.class);
    }

    public Parties parties() {
        return finder.door(Parties.class);
    }

    public Watch watch() {
        return finder.door(Watch.class);
    }

    public VirtualSite virtualSite() {
        return finder.door(VirtualSite.class);
    }

    public Journal journal() {
        return finder.door(Journal.class);
    }

    public Seals seals() {
        return finder.door(Seals.class);
    }

    public JournalExports journalExports() {
        return finder.door(JournalExports.class);
    }

    public Conservation conservation() {
        return finder.door(Conservation.class);
    }

    public Operators operators() {
        return finder.door(Operators.class);
    }

    public Roles roles() {
        return finder.door(Roles.class);
    }

    public Settings settings() {
        return finder.door(Settings.class);
    }

    public Overview overview() {
        return finder.door(Overview.class);
    }

    public Search search() {
        return finder.door(Search.class);
    }

    public Reports reports() {
        return finder.door(Reports.class);
    }

    public SelfService selfService() {
        return finder.door(SelfService.class);
    }

    public Privacy privacy() {
        return finder.door(Privacy.class);
    }

    public PrivacyPapers papers() {
        return finder.door(PrivacyPapers.class);
    }

    /// Where a door is found: far through the bridge, or near.
    public interface Finder {
        <D> D door(Class<D> type);
    }
}
