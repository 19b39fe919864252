/// Reports as data for other systems and for spreadsheets: one table, written as CSV, XML or XLSX
/// (ID-54). Open {@code Table} first.
@NullMarked
package app.lodge.reports.export;

import org.jspecify.annotations.NullMarked;
