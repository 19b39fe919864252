/// What a report asks for before it runs, declared once: screens, command line and validation come
/// from it. Open {@code ReportParameter} first.
@NullMarked
package app.lodge.reports.parameters;

import org.jspecify.annotations.NullMarked;
