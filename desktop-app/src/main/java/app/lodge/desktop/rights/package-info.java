/// What people may open and use, on the screen: one person's rights, and all resources, drafts, plans and
/// the calendar. Open `PersonRightsViewModel` and `RightsViewModel` first.
@NullMarked
package app.lodge.desktop.rights;

import org.jspecify.annotations.NullMarked;
