package app.lodge.core.devices;

import org.jooq.DSLContext;

/// Puts together what an administrator asks about a device.
final class DeviceViewStore {

    private DeviceViewStore() {}

    /// Desired against reported: the document is compared, not only its version, so that drift shows.
    static SyncState sync(DeviceStore.Row row) {
        var report = row.report();
        if (report.version() == 0) {
            return SyncState.UNKNOWN;
        }
        if (report.version() < row.desiredVersion()) {
            return SyncState.PENDING;
        }
        if (!report.errors().isEmpty()) {
            return SyncState.FAILED;
        }
        return report.version() == row.desiredVersion() && report.config().equals(row.desired())
                ? SyncState.IN_SYNC
                : SyncState.DRIFTED;
    }

    static DeviceView view(DSLContext sql, DeviceStore.Row row) {
        var id = row.device().id();
        var report = row.report();
        return new DeviceView(
                row.device(),
                report.online(),
                report.detail(),
                report.lastContact(),
                sync(row),
                row.desiredVersion(),
                row.desired(),
                report.version(),
                report.config(),
                report.errors(),
                ListStore.states(sql, id).stream()
                        .map(state ->
                                new DeviceView.ListState(
                                        state.name(),
                                        state.version(),
                                        state.confirmed(),
                                        ListStore.entries(sql, id, state.name()),
                                        state.confirmedAt()))
                        .toList(),
                row.lastSeq(),
                report.program());
    }
}
