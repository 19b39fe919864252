/// Reports on the cash of kiosks and phones (ID-30, ID-32). Open {@code EmptyingsList} first.
@NullMarked
package app.lodge.reports.kiosks;

import org.jspecify.annotations.NullMarked;
