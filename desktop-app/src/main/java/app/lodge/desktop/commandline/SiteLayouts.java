package app.lodge.desktop.commandline;

import app.lodge.core.encodingplans.EncodingPlans;
import app.lodge.core.layouts.CardLayouts;
import app.lodge.personalization.layouts.CardRenderer;
import app.lodge.personalization.layouts.LayoutPlans;
import app.lodge.personalization.layouts.LayoutProof;
import app.lodge.personalization.layouts.LayoutShelf;

/// The shelf of the site that a command speaks to.
final class SiteLayouts {

    private SiteLayouts() {}

    static LayoutShelf shelf(Doors doors) {
        return new LayoutShelf(
                doors.door(CardLayouts.class),
                new LayoutProof(new CardRenderer()),
                new LayoutPlans(doors.door(EncodingPlans.class)));
    }
}
