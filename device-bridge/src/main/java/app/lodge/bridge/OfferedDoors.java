package app.lodge.bridge;

import app.lodge.bridge.certificates.Identity;
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
import app.lodge.core.doors.DoorServer;
import app.lodge.core.doors.Sessions;
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
import app.lodge.core.site.Backups;
import app.lodge.core.site.Site;
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
import java.io.IOException;
import java.net.InetSocketAddress;

/// Every door that the bridge offers to desktops and the command line, over one TLS port.
final class OfferedDoors {

    private OfferedDoors() {}

    /// @throws IOException if the port is taken
    static DoorServer open(BridgeOrder order, Site site, Identity server, VirtualSite virtual)
            throws IOException {
        var sessions = new Sessions(bytes -> site.vault().index("sessions", bytes), order.clock());
        return new DoorServer(
                        new InetSocketAddress(
                                site.homeSettings().listen(), site.homeSettings().doorPort()),
                        server.serverTls(),
                        site.operators(),
                        sessions)
                .offer(Settings.class, site.settings())
                .offer(Journal.class, site.journal())
                .offer(Seals.class, site.seals())
                .offer(Conservation.class, site.conservation())
                .offer(JournalExports.class, site.journalExports())
                .offer(Operators.class, site.operators())
                .offer(Roles.class, site.roles())
                .offer(Accounts.class, site.accounts())
                .offer(Statements.class, site.statements())
                .offer(Holds.class, site.holds())
                .offer(MoneyRules.class, site.moneyRules())
                .offer(Periods.class, site.periods())
                .offer(Postings.class, site.postings())
                .offer(Limits.class, site.limits())
                .offer(CostCentres.class, site.costCentres())
                .offer(Products.class, site.products())
                .offer(Prices.class, site.prices())
                .offer(Sales.class, site.sales())
                .offer(MediaCharges.class, site.mediaCharges())
                .offer(Approvals.class, site.approvals())
                .offer(CashDesks.class, site.cashDesks())
                .offer(Kiosks.class, site.kiosks())
                .offer(Groups.class, site.groups())
                .offer(Passages.class, site.passages())
                .offer(Rights.class, site.rights())
                .offer(RightDrafts.class, site.rightDrafts())
                .offer(HolderPins.class, site.holderPins())
                .offer(People.class, site.people())
                .offer(Portraits.class, site.portraits())
                .offer(Signatures.class, site.signatures())
                .offer(SelfService.class, site.selfService())
                .offer(PersonnelImport.class, site.personnelImport())
                .offer(ImportRuns.class, site.importRuns())
                .offer(TopUps.class, site.topUps())
                .offer(Mandates.class, site.mandates())
                .offer(BankFiles.class, site.bankFiles())
                .offer(Exports.class, site.exports())
                .offer(Media.class, site.media())
                .offer(ContactKeys.class, site.contactKeys())
                .offer(Apps.class, site.apps())
                .offer(MediaLife.class, site.mediaLife())
                .offer(Stock.class, site.stock())
                .offer(StockOrders.class, site.stockOrders())
                .offer(CardJobs.class, site.cardJobs())
                .offer(CardKeys.class, site.cardKeys())
                .offer(EncodingPlans.class, site.encodingPlans())
                .offer(CardBatches.class, site.cardBatches())
                .offer(PrinterTurns.class, site.printerTurns())
                .offer(CardPrices.class, site.cardPrices())
                .offer(CardLayouts.class, site.cardLayouts())
                .offer(NumberedMedia.class, site.numberedMedia())
                .offer(KeyVersions.class, site.keyVersions())
                .offer(Purses.class, site.purses())
                .admit(site.cardEntrance())
                .offer(OperatorCards.class, site.operatorCards())
                .offer(Ceremonies.class, site.ceremonies())
                .offer(
                        CeremonyPapers.class,
                        CeremonyPapers.in(site.ceremonies(), site.settings(), order.clock()))
                .offer(Devices.class, site.devices())
                .offer(DeviceBoard.class, site.board())
                .offer(DeviceCare.class, site.care())
                .offer(DeviceTemplates.class, site.templates())
                .offer(DeviceUsers.class, site.deviceUsers())
                .offer(PointTypes.class, site.pointTypes())
                .offer(Pushes.class, site.pushes())
                .offer(Packages.class, site.packages())
                .offer(Rollouts.class, site.rollouts())
                .offer(Watch.class, site.watch())
                .offer(Parties.class, site.parties())
                .offer(VirtualSite.class, virtual)
                .offer(Search.class, site.search())
                .offer(Overview.class, site.overview())
                .offer(Backups.class, site.backups())
                .offer(Privacy.class, site.privacy())
                .offer(
                        PrivacyPapers.class,
                        PrivacyPapers.in(site.privacy(), site.settings(), order.clock()))
                .offer(
                        Reports.class,
                        Reports.in(
                                site.accounts(),
                                site.cashDesks(),
                                site.kiosks(),
                                site.people(),
                                site.media(),
                                site.devices(),
                                site.stock(),
                                site.sales(),
                                site.prices(),
                                site.settings(),
                                site.seals(),
                                order.clock()));
    }
}
