package app.lodge.reports.catalogue;

import app.lodge.core.accounts.Accounts;
import app.lodge.core.accounts.Receipt;
import app.lodge.core.books.Actor;
import app.lodge.core.cashdesk.CashDesks;
import app.lodge.core.devices.Devices;
import app.lodge.core.journal.Seals;
import app.lodge.core.kiosks.Kiosks;
import app.lodge.core.media.Media;
import app.lodge.core.people.People;
import app.lodge.core.products.Prices;
import app.lodge.core.sales.Sales;
import app.lodge.core.settings.Settings;
import app.lodge.core.stock.Stock;
import app.lodge.reports.rendering.WarmUp;
import java.time.InstantSource;
import java.util.List;

/// Reports and receipts, as pages, files and data (ID-21, ID-53, ID-54).
///
/// Everything is read through core's doors with the caller's own actor: a report never shows what the
/// caller may not see. Who may not see people finds numbers where names would be.
public interface Reports {

    /// The reports that this actor may order.
    List<ReportKind> catalogue(Actor actor);

    ReportOutcome render(Actor actor, ReportOrder order);

    /// Prints a receipt that the caller holds. The same receipt gives the same bytes each time; one
    /// with `copy` above 0 says that it is a copy, and which. Its code names the journal row; that of a
    /// copy printed after the row was sealed carries the proof too (ID-50).
    ///
    /// @param language IETF tag; empty for the site's language
    ReportOutcome receipt(Actor actor, Receipt receipt, ReceiptFormat format, String language);

    /// Prints a posting's receipt again, as a counted copy.
    ReportOutcome receiptCopy(Actor actor, long posting, ReceiptFormat format, String language);

    /// The one implementation.
    static Reports in(
            Accounts accounts,
            CashDesks cashDesks,
            Kiosks kiosks,
            People people,
            Media media,
            Devices devices,
            Stock stock,
            Sales sales,
            Prices prices,
            Settings settings,
            Seals seals,
            InstantSource clock) {
        return new DoorReports(
                accounts, cashDesks, kiosks, people, media, devices, stock, sales, prices, settings,
                seals, clock);
    }

    /// Loads fonts and templates and draws one page that nobody sees, so that the first report is as
    /// quick as the second: about two seconds of work, to be done beside the start, on any thread.
    static void warmUp() {
        WarmUp.run();
    }
}
