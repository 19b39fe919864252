/// Tables out of files that strangers made: CSV and XLSX, read with limits, so that no file, however
/// hostile, costs more than a bounded amount of memory. Open {@code Table} first.
@NullMarked
package app.lodge.core.people.tables;

import org.jspecify.annotations.NullMarked;
