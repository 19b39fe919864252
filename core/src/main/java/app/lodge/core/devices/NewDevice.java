package app.lodge.core.devices;

import app.lodge.core.books.Problem;
import app.lodge.core.books.Tx;
import app.lodge.core.devices.DeviceTemplates.Template;
import app.lodge.core.devices.Devices.AddOutcome;
import app.lodge.core.devices.Devices.JoinCode;
import app.lodge.core.products.PriceBook;
import app.lodge.core.rights.PassRights;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A device that is about to be made known, by itself or from a template (ID-39, SAFE-49).
///
/// @param template null for none
record NewDevice(
        String name,
        DeviceKind kind,
        String label,
        String place,
        Map<String, String> settings,
        List<String> lists,
        @Nullable Template template) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{1,38}[a-z0-9]");

    /// The bridge's own name on the field network.
    private static final String RESERVED = "bridge";

    private static final int LONGEST_LABEL = 120;

    static NewDevice of(String name, DeviceKind kind, String label, String place) {
        return new NewDevice(
                name,
                kind,
                label.strip(),
                place.strip(),
                DeviceSettings.defaults(kind),
                ListStore.of(kind),
                null);
    }

    static NewDevice from(Template template, String name, String label, String place) {
        return new NewDevice(
                name,
                template.kind(),
                label.strip(),
                place.strip(),
                template.settings(),
                template.lists(),
                template);
    }

    AddOutcome put(Tx tx, JoinCodes codes) {
        var problems = check(tx);
        if (!problems.isEmpty()) {
            return new AddOutcome.Rejected(problems);
        }
        var shown = label.isBlank() ? name : label;
        var code = codes.fresh();
        var id = DeviceStore.insert(tx, name, kind, shown, place, JoinCodes.hash(name, code));
        DeviceStore.desire(tx, id, 1, settings);
        ListStore.begin(tx, id, lists);
        if (kind == DeviceKind.DOOR) {
            PassRights.begin(tx, id.number(), shown, name);
        }
        if (template != null) {
            TemplateStore.put(
                    tx,
                    new DeviceSetup(
                            id, template.number(), template.name(), template.group(), Set.of()));
        }
        var row = DeviceStore.find(tx.sql(), id).orElseThrow();
        FieldListStore.refreshAll(tx, List.of(row.asFieldDevice()));
        PriceListStore.refresh(tx, PriceBook.in(tx), List.of(row.asFieldDevice()));
        tx.journal(
                "device.added",
                BookedDevices.subject(id),
                Map.of("name", name, "kind", kind.name(), "label", shown));
        return new AddOutcome.Added(
                row.device(), new JoinCode(name, code, tx.now().plus(JoinCodes.VALID_FOR)));
    }

    private List<Problem> check(Tx tx) {
        var problems = new ArrayList<Problem>();
        if (!NAME.matcher(name).matches()) {
            problems.add(Problem.of("name", name, "devices.name-malformed"));
        } else if (name.equals(RESERVED)) {
            problems.add(Problem.of("name", name, "devices.name-reserved"));
        } else if (DeviceStore.named(tx.sql(), name).isPresent()) {
            problems.add(Problem.of("name", name, "devices.name-taken"));
        }
        if (label.length() > LONGEST_LABEL) {
            problems.add(Problem.of("label", label, "devices.text-too-long", LONGEST_LABEL));
        }
        if (place.length() > LONGEST_LABEL) {
            problems.add(Problem.of("place", place, "devices.text-too-long", LONGEST_LABEL));
        }
        return problems;
    }
}
