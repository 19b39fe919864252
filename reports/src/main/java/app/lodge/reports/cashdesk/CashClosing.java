package app.lodge.reports.cashdesk;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Problem;
import app.lodge.core.cashdesk.CashDesks;
import app.lodge.reports.parameters.Given;
import app.lodge.reports.rendering.Letterhead;
import app.lodge.reports.rendering.Listing;

/// How one shift of a cash desk ended: what moved, what was expected and what was counted (ID-34).
public final class CashClosing {

    private final CashDesks desks;

    public CashClosing(CashDesks desks) {
        this.desks = desks;
    }

    public Listing list(Actor actor, Given given, Letterhead head) {
        var shift = given.number("shift").orElse(0L);
        return desks.report(actor, shift)
                .<Listing>map(report -> {
                    var sheet = new ClosingSheet(report, given, head);
                    return new Listing.Found(
                            report.series() + "-" + report.number(), sheet.table(), sheet::paper);
                })
                .orElseGet(() ->
                        new Listing.Missing(
                                Problem.of(
                                        "shift",
                                        given.text("shift").orElse(""),
                                        "reports.no-closing")));
    }
}
