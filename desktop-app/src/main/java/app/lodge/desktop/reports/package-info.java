/// Reports on screen and as files (ID-53). Open `ReportsView` first.
@NullMarked
package app.lodge.desktop.reports;

import org.jspecify.annotations.NullMarked;
