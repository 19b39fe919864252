/// Card layouts at work: kept in revisions, drawn into the printer's planes, shown, and written as
/// PNG and PDF from the same pixels; and the cropping of photographs. One renderer serves preview,
/// file and printer alike (ID-46). Open {@code CardRenderer} first, then {@code LayoutShelf}.
@NullMarked
package app.lodge.personalization.layouts;

import org.jspecify.annotations.NullMarked;
