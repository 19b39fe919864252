package app.lodge.core.devices;

import app.lodge.core.books.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;

/// What is wrong with a device's new settings, given what the books know of it.
final class SettingCheckStore {

    private SettingCheckStore() {}

    static List<Problem> check(DSLContext sql, DeviceStore.Row row, Map<String, String> changes) {
        var problems = new ArrayList<>(DeviceSettings.check(row.device().kind(), changes));
        var compartments = changes.get(DeviceSettings.COMPARTMENTS);
        if (problems.isEmpty() && compartments != null) {
            AssignmentStore.of(sql, row.device().id()).stream()
                    .mapToInt(AssignmentStore.Row::compartment)
                    .max()
                    .ifPresent(highest -> {
                        if (highest > Integer.parseInt(compartments)) {
                            problems.add(
                                    Problem.of(
                                            DeviceSettings.COMPARTMENTS,
                                            compartments,
                                            "devices.compartments-in-use",
                                            highest));
                        }
                    });
        }
        return problems;
    }
}
