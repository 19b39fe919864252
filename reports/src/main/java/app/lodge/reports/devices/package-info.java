/// What field devices did, on paper and as data. Open {@code DeviceJournal} first.
@NullMarked
package app.lodge.reports.devices;

import org.jspecify.annotations.NullMarked;
