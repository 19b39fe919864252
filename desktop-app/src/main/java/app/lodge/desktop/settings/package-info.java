/// Settings: the site, its operators, this workstation. Open `SettingsView` first.
@NullMarked
package app.lodge.desktop.settings;

import org.jspecify.annotations.NullMarked;
