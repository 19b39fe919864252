/// What reports there are and how one is ordered: the module's door. Open {@code Reports} first.
@NullMarked
package app.lodge.reports.catalogue;

import org.jspecify.annotations.NullMarked;
