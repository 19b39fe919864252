package app.lodge.desktop.workstation;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Role;
import app.lodge.core.watch.Watch.RibbonTold;
import app.lodge.personalization.printers.Supplies;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Only a ribbon that its printer counts is told, under the printer's own number.
@Tag("ID-49")
final class RibbonNewsTest {

    private static final Actor CLERK = new Actor(2, "Ben", Role.CLERK, "desk-1");
    private static final Actor AUDITOR = new Actor(3, "Eva", Role.AUDITOR, "desk-1");
    private static final Supplies.Ribbon RIBBON = new Supplies.Ribbon("YMCKO", 62, 200);

    @Test
    void aCountedRibbonIsToldUnderItsPrintersNumber() {
        assertThat(RibbonNews.of(CLERK, new Supplies("E1234", RIBBON, null), "evolis:desk"))
                .contains(new RibbonTold("E1234", "YMCKO", 62, 200));
        assertThat(RibbonNews.of(CLERK, new Supplies("", RIBBON, null), "evolis:desk"))
                .contains(new RibbonTold("evolis:desk", "YMCKO", 62, 200));
    }

    @Test
    void nothingIsToldOfAPrinterThatSaysNothingNorByWhoMakesNoCards() {
        assertThat(RibbonNews.of(CLERK, Supplies.UNTOLD, "os:queue")).isEmpty();
        assertThat(RibbonNews.of(AUDITOR, new Supplies("E1234", RIBBON, null), "evolis:desk"))
                .isEmpty();
    }
}
