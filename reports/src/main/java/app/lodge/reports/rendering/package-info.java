/// From a report's words to pages: PDF and pictures. The only place that knows JasperReports. Open
/// {@code Press} first.
@NullMarked
package app.lodge.reports.rendering;

import org.jspecify.annotations.NullMarked;
