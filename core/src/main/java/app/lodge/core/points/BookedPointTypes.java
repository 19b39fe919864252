package app.lodge.core.points;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Tx;
import app.lodge.core.devices.DeviceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Types of payment points as rows of the books.
final class BookedPointTypes implements PointTypes {

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,22}[a-z0-9]");
    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}]{1,60}");

    private final Books books;

    BookedPointTypes(Books books) {
        this.books = books;
    }

    @Override
    public List<PointType> list(Actor actor) {
        actor.require(Permission.SEE_DEVICES);
        return books.read(PointTypeStore::all);
    }

    @Override
    public PutOutcome put(Actor actor, RequestId request, PointType type) {
        actor.require(Permission.CONFIGURE_DEVICES);
        var asked = new PointType(type.code(), type.name().strip(), type.retired());
        return books.once(
                actor,
                request,
                "point-types.put",
                List.of(asked.code(), asked.name(), asked.retired()),
                PutOutcome.class,
                tx -> put(tx, asked));
    }

    private static PutOutcome put(Tx tx, PointType asked) {
        var problems = check(tx, asked);
        if (!problems.isEmpty()) {
            return new PutOutcome.Rejected(problems);
        }
        var before = PointTypeStore.find(tx.sql(), asked.code());
        if (before.filter(asked::equals).isEmpty()) {
            PointTypeStore.put(tx, asked);
            tx.journal(
                    before.isEmpty() ? "point-type.added" : "point-type.changed",
                    "point-type:" + asked.code(),
                    Map.of("name", asked.name(), "retired", asked.retired()));
        }
        return new PutOutcome.Done(asked);
    }

    private static List<Problem> check(Tx tx, PointType asked) {
        var problems = new ArrayList<Problem>();
        if (!CODE.matcher(asked.code()).matches()) {
            problems.add(Problem.of("code", asked.code(), "point-types.code-form"));
        }
        var named = !asked.name().isEmpty();
        if (named && !NAME.matcher(asked.name()).matches()
                || !named && !PointTypeStore.shipped(tx.sql(), asked.code())) {
            problems.add(Problem.of("name", asked.name(), "point-types.name-form"));
        }
        if (named
                && PointTypeStore.all(tx.sql()).stream()
                        .anyMatch(other ->
                                !other.code().equals(asked.code())
                                        && other.name().equalsIgnoreCase(asked.name()))) {
            problems.add(Problem.of("name", asked.name(), "point-types.name-taken"));
        }
        if (asked.retired() && asked.code().equals(PointType.OTHER)) {
            problems.add(Problem.of("retired", asked.code(), "point-types.other-stays"));
        }
        return problems;
    }

    @Override
    public List<Typed> points(Actor actor) {
        actor.require(Permission.SEE_DEVICES);
        return books.read(PointTypeStore::points);
    }

    @Override
    public GiveOutcome give(Actor actor, RequestId request, DeviceId point, String code) {
        actor.require(Permission.CONFIGURE_DEVICES);
        return books.once(
                actor,
                request,
                "point-types.give",
                List.of(point, code),
                GiveOutcome.class,
                tx -> give(tx, point, code));
    }

    private static GiveOutcome give(Tx tx, DeviceId point, String code) {
        var before = PointTypeStore.point(tx.sql(), point);
        if (before.isEmpty()) {
            return rejected("point", point.number(), "point-types.not-a-point");
        }
        var type = PointTypeStore.find(tx.sql(), code);
        if (type.isEmpty()) {
            return rejected("type", code, "point-types.unknown", codes(tx));
        }
        if (!before.get().type().code().equals(code)) {
            if (type.get().retired()) {
                return rejected("type", code, "point-types.retired", codes(tx));
            }
            PointTypeStore.give(tx, point, code);
            tx.journal("point-type.given", "device:" + point.number(), Map.of("type", code));
        }
        return new GiveOutcome.Done(new Typed(point, type.get()));
    }

    /// Those that a point can become.
    private static String codes(Tx tx) {
        return String.join(
                ", ",
                PointTypeStore.all(tx.sql()).stream()
                        .filter(type -> !type.retired())
                        .map(PointType::code)
                        .toList());
    }

    private static GiveOutcome rejected(String field, Object value, String key, Object... more) {
        return new GiveOutcome.Rejected(List.of(Problem.of(field, value, key, more)));
    }
}
