package app.lodge.desktop.devices;

import app.lodge.core.books.RequestId;
import app.lodge.core.devices.DeviceId;
import app.lodge.core.devices.DeviceView;
import app.lodge.core.points.PointType;
import app.lodge.core.points.PointTypes.GiveOutcome;
import app.lodge.core.points.PointTypes.Typed;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Session;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;

/// What the payment points among the devices are, and those of one type alone (ID-14).
public final class TypesOfPoints {

    /// Stands in the filter for devices of every type.
    static final PointType ALL = new PointType("", "", false);

    private final Session session;
    private final FilteredList<DeviceView> shown;
    private final ObservableList<PointType> choices = FXCollections.observableArrayList(ALL);
    private final ObjectProperty<Map<DeviceId, PointType>> typed =
            new SimpleObjectProperty<>(Map.of());
    private final ObjectProperty<PointType> only = new SimpleObjectProperty<>(ALL);

    private record Read(List<PointType> types, List<Typed> points) {}

    TypesOfPoints(Session session, ObservableList<DeviceView> devices) {
        this.session = session;
        shown = new FilteredList<>(devices);
        only.subscribe(this::filter);
    }

    /// The devices of the chosen type.
    ObservableList<DeviceView> shown() {
        return shown;
    }

    /// All, then each type.
    ObservableList<PointType> choices() {
        return choices;
    }

    ObjectProperty<PointType> only() {
        return only;
    }

    ReadOnlyObjectProperty<Map<DeviceId, PointType>> typed() {
        return typed;
    }

    /// Empty for what is no payment point.
    public Optional<PointType> of(DeviceView view) {
        return Optional.ofNullable(typed.get().get(view.device().id()));
    }

    /// Those that a point can become.
    List<PointType> offered() {
        return choices.stream().filter(type -> type != ALL && !type.retired()).toList();
    }

    void refresh() {
        session.background()
                .run(
                        "devices.reading",
                        new SimpleBooleanProperty(),
                        () -> {
                            var door = session.doors().pointTypes();
                            return new Read(
                                    door.list(session.actor()), door.points(session.actor()));
                        },
                        this::show);
    }

    private void show(Read read) {
        if (!choices.subList(1, choices.size()).equals(read.types())) {
            var code = only.get().code();
            choices.setAll(read.types());
            choices.addFirst(ALL);
            only.set(
                    choices.stream()
                            .filter(type -> type.code().equals(code))
                            .findFirst()
                            .orElse(ALL));
        }
        typed.set(read.points().stream().collect(Collectors.toMap(Typed::point, Typed::type)));
        filter(only.get());
    }

    /// A choice that has just been taken out of the list counts as all.
    private void filter(@Nullable PointType type) {
        shown.setPredicate(
                type == null || type == ALL
                        ? null
                        : view ->
                                of(view).filter(one -> one.code().equals(type.code())).isPresent());
    }

    void give(DeviceView point, PointType type) {
        var request = RequestId.fresh();
        session.background()
                .run(
                        "devices.giving-type",
                        new SimpleBooleanProperty(),
                        () ->
                                session.doors()
                                        .pointTypes()
                                        .give(
                                                session.actor(),
                                                request,
                                                point.device().id(),
                                                type.code()),
                        outcome -> {
                            switch (outcome) {
                                case GiveOutcome.Done _ -> {
                                    session.notices()
                                            .done(
                                                    Message.of(
                                                            "devices.type-given",
                                                            point.device().label()));
                                    refresh();
                                }
                                case GiveOutcome.Rejected(var found) ->
                                        found.forEach(problem ->
                                                session.notices().warn(Message.of(problem)));
                            }
                        });
    }
}
