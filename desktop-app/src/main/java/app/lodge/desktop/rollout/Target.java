package app.lodge.desktop.rollout;

import app.lodge.core.devices.Aim;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.devices.DeviceSetup;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Session;
import app.lodge.desktop.shell.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// An aim that can be chosen, with what people call it.
///
/// @param kind of its devices: which settings and packages fit
record Target(Aim aim, String name, DeviceKind kind) {

    String words(Kit kit) {
        return switch (aim) {
            case Aim.One _ -> kit.text("aim.device", name);
            case Aim.Group _ -> kit.text("aim.group", name);
            case Aim.Template _ -> kit.text("aim.template", name);
            case Aim.OfKind(var of) ->
                    kit.text("aim.kind", Wording.of(kit.texts(), "device-kind", of));
        };
    }

    /// Templates first, then groups, kinds, and single devices. Asks the site: never on the screen's thread.
    static List<Target> all(Session session) {
        var doors = session.doors();
        var devices = doors.devices().list(session.actor());
        var targets = new ArrayList<Target>();
        doors.templates()
                .list(session.actor())
                .forEach(one ->
                        targets.add(
                                new Target(
                                        new Aim.Template(one.number()), one.name(), one.kind())));
        var groups =
                doors.templates().setups(session.actor()).stream()
                        .collect(
                                Collectors.toMap(
                                        DeviceSetup::device, DeviceSetup::group, (one, _) -> one));
        devices.stream()
                .map(view ->
                        Map.entry(
                                groups.getOrDefault(view.device().id(), ""), view.device().kind()))
                .filter(entry -> !entry.getKey().isEmpty())
                .distinct()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry ->
                        targets.add(
                                new Target(
                                        new Aim.Group(entry.getKey()),
                                        entry.getKey(),
                                        entry.getValue())));
        devices.stream()
                .map(view -> view.device().kind())
                .distinct()
                .sorted()
                .forEach(kind -> targets.add(new Target(new Aim.OfKind(kind), "", kind)));
        devices.forEach(view ->
                targets.add(
                        new Target(
                                new Aim.One(view.device().id()),
                                view.device().label(),
                                view.device().kind())));
        return targets;
    }
}
