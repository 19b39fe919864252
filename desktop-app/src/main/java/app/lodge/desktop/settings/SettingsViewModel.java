package app.lodge.desktop.settings;

import app.lodge.desktop.shell.Session;

/// The pages of the settings.
///
/// @param workstation needs no permission
public record SettingsViewModel(
        SiteSettingsViewModel site,
        OperatorsViewModel operators,
        WorkstationViewModel workstation) {

    public static SettingsViewModel of(Session session, WorkstationViewModel workstation) {
        return new SettingsViewModel(
                new SiteSettingsViewModel(session), new OperatorsViewModel(session), workstation);
    }

    void refresh() {
        site.refresh();
        operators.refresh();
    }
}
