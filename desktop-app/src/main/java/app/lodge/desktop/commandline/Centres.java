package app.lodge.desktop.commandline;

import app.lodge.core.costcentres.CentreId;
import app.lodge.core.costcentres.CostCentres;

/// Cost centres by the code that people know them by.
final class Centres {

    private Centres() {}

    /// @throws Refusal if there is none
    static CentreId named(Doors doors, String code) {
        return doors.door(CostCentres.class).list(doors.actor()).stream()
                .filter(centre -> centre.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Refusal("cli.cost-centre.unknown", Values.shown(code)))
                .id();
    }
}
