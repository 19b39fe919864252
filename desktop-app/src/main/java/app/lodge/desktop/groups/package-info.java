/// Groups of people on the screen: their members and what hangs on them. Open `GroupsViewModel` first.
@NullMarked
package app.lodge.desktop.groups;

import org.jspecify.annotations.NullMarked;
