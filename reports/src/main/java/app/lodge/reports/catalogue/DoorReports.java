package app.lodge.reports.catalogue;

import app.lodge.core.accounts.Accounts;
import app.lodge.core.accounts.Receipt;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Permission;
import app.lodge.core.devices.Devices;
import app.lodge.core.media.Media;
import app.lodge.core.people.People;
import app.lodge.core.settings.Settings;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;

/// Reports drawn from what core's doors tell the caller.
final class DoorReports implements Reports {

    private final Accounts accounts;

    DoorReports(
            Accounts accounts,
            People people,
            Media media,
            Devices devices,
            Settings settings,
            InstantSource clock) {
        this.accounts = accounts;
    }

    @Override
    public List<ReportKind> catalogue(Actor actor) {
        actor.require(Permission.SEE_REPORTS);
        return Arrays.stream(ReportKind.values())
                .filter(kind -> actor.may(kind.permission()))
                .toList();
    }

    @Override
    public ReportOutcome render(Actor actor, ReportOrder order) {
        throw new UnsupportedOperationException("%s is being built".formatted(order.kind()));
    }

    @Override
    public ReportOutcome receipt(
            Actor actor, Receipt receipt, ReceiptFormat format, String language) {
        throw new UnsupportedOperationException("Receipts are being built " + accounts);
    }

    @Override
    public ReportOutcome receiptCopy(
            Actor actor, long posting, ReceiptFormat format, String language) {
        throw new UnsupportedOperationException("Receipts are being built");
    }
}
