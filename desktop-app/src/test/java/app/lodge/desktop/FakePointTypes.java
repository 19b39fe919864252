package app.lodge.desktop;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.devices.DeviceId;
import app.lodge.core.points.PointType;
import app.lodge.core.points.PointTypes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The shipped types, one of the site's own, and one that is retired; a drinks machine, a copier and a till
/// that nobody has said anything of.
final class FakePointTypes implements PointTypes {

    final List<PointType> types =
            new ArrayList<>(
                    List.of(
                            new PointType("till", "", false),
                            new PointType("canteen", "", false),
                            new PointType("vending", "", false),
                            new PointType("drinks", "", false),
                            new PointType("turnstile", "", false),
                            new PointType("printer", "", false),
                            new PointType("copier", "", true),
                            new PointType("bicycle-garage", "", false),
                            new PointType("locker", "", false),
                            new PointType("salad-bar", "Salad bar, hall B", false),
                            new PointType("other", "", false)));

    final Map<Long, String> given = new HashMap<>(Map.of(1L, "other", 4L, "drinks", 5L, "copier"));

    @Override
    public List<PointType> list(Actor actor) {
        return List.copyOf(types);
    }

    @Override
    public PutOutcome put(Actor actor, RequestId request, PointType type) {
        if (type.name().isEmpty() && type.code().equals("salad-bar")) {
            return new PutOutcome.Rejected(
                    List.of(Problem.of("name", "", "point-types.name-form")));
        }
        types.removeIf(one -> one.code().equals(type.code()));
        types.add(type);
        return new PutOutcome.Done(type);
    }

    @Override
    public List<Typed> points(Actor actor) {
        return given.keySet().stream().sorted().map(this::typed).toList();
    }

    private Typed typed(long point) {
        return new Typed(
                new DeviceId(point),
                types.stream()
                        .filter(type -> type.code().equals(given.get(point)))
                        .findFirst()
                        .orElseThrow());
    }

    @Override
    public GiveOutcome give(Actor actor, RequestId request, DeviceId point, String code) {
        given.put(point.number(), code);
        return new GiveOutcome.Done(typed(point.number()));
    }
}
