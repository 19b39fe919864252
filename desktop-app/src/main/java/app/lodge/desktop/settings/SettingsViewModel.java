package app.lodge.desktop.settings;

import app.lodge.desktop.plans.PlansViewModel;
import app.lodge.desktop.plans.Trial;
import app.lodge.desktop.shell.Session;

/// The pages of the settings.
///
/// @param workstation needs no permission
public record SettingsViewModel(
        SiteSettingsViewModel site,
        OperatorsViewModel operators,
        RolesViewModel roles,
        AssignmentViewModel assignment,
        CardKeysViewModel cardKeys,
        CeremonyViewModel ceremony,
        OwnAccessViewModel ownAccess,
        PlansViewModel plans,
        PurseRulesViewModel purseRules,
        MediaRulesViewModel mediaRules,
        SelfServiceRulesViewModel selfServiceRules,
        PhotoRulesViewModel photoRules,
        PinRulesViewModel pinRules,
        PointTypesViewModel pointTypes,
        WorkstationViewModel workstation) {

    /// @param trial runs plans on virtual blanks
    public static SettingsViewModel of(
            Session session, WorkstationViewModel workstation, Trial trial) {
        var operators = new OperatorsViewModel(session);
        var cardKeys = new CardKeysViewModel(session);
        return new SettingsViewModel(
                new SiteSettingsViewModel(session),
                operators,
                new RolesViewModel(session),
                new AssignmentViewModel(session, operators::refresh),
                cardKeys,
                new CeremonyViewModel(session, cardKeys::refresh),
                new OwnAccessViewModel(session),
                new PlansViewModel(session, trial),
                new PurseRulesViewModel(session),
                new MediaRulesViewModel(session),
                new SelfServiceRulesViewModel(session),
                new PhotoRulesViewModel(session),
                new PinRulesViewModel(session),
                new PointTypesViewModel(session),
                workstation);
    }

    void refresh() {
        site.refresh();
        operators.refresh();
        roles.refresh();
        cardKeys.refresh();
        ownAccess.refresh();
        plans.refresh();
        purseRules.refresh();
        mediaRules.refresh();
        selfServiceRules.refresh();
        photoRules.refresh();
        pinRules.refresh();
        pointTypes.refresh();
    }
}
