package app.lodge.core.groups;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Page;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Tx;
import app.lodge.core.groups.Groups.GroupOutcome.Done;
import app.lodge.core.groups.Groups.GroupOutcome.Rejected;
import app.lodge.core.people.PersonId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Groups in the books. The journal knows them and their members by number.
final class BookedGroups implements Groups {

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_PAGE = 500;

    private final Books books;
    private final List<Memberships> memberships;
    private final GroupStore store = new GroupStore();

    BookedGroups(Books books, List<Memberships> memberships) {
        this.books = books;
        this.memberships = List.copyOf(memberships);
    }

    @Override
    public List<Group> list(Actor actor) {
        actor.require(Permission.SEE_BOOKS);
        return books.read(store::all);
    }

    @Override
    public GroupOutcome add(Actor actor, RequestId request, String name) {
        actor.require(Permission.CHANGE_GROUPS);
        return books.once(
                actor,
                request,
                "groups.add",
                name,
                GroupOutcome.class,
                tx -> {
                    var problems = problems(tx, name, 0);
                    if (!problems.isEmpty()) {
                        return new Rejected(problems);
                    }
                    var id = store.add(tx, name.strip());
                    tx.journal("group.added", subject(id), Map.of());
                    return done(tx, id);
                });
    }

    @Override
    public GroupOutcome rename(Actor actor, RequestId request, GroupId id, String name) {
        actor.require(Permission.CHANGE_GROUPS);
        return books.once(
                actor,
                request,
                "groups.rename",
                List.of(id, name),
                GroupOutcome.class,
                tx -> {
                    var problems = problems(tx, name, id.number());
                    if (store.find(tx.sql(), id).isEmpty()) {
                        return unknown(id);
                    }
                    if (!problems.isEmpty()) {
                        return new Rejected(problems);
                    }
                    store.rename(tx, id, name.strip());
                    tx.journal("group.renamed", subject(id), Map.of());
                    return done(tx, id);
                });
    }

    @Override
    public GroupOutcome enter(Actor actor, RequestId request, GroupId id, PersonId person) {
        return move(actor, request, "groups.enter", id, person);
    }

    @Override
    public GroupOutcome leave(Actor actor, RequestId request, GroupId id, PersonId person) {
        return move(actor, request, "groups.leave", id, person);
    }

    private GroupOutcome move(
            Actor actor, RequestId request, String door, GroupId id, PersonId person) {
        actor.require(Permission.CHANGE_GROUPS);
        return books.once(
                actor,
                request,
                door,
                List.of(id, person),
                GroupOutcome.class,
                tx -> {
                    if (store.find(tx.sql(), id).isEmpty()) {
                        return unknown(id);
                    }
                    if (!store.personExists(tx, person)) {
                        return new Rejected(
                                List.of(Problem.of("person", person.number(), "people.unknown")));
                    }
                    var enters = door.equals("groups.enter");
                    var changed =
                            enters ? store.enter(tx, id, person) : store.leave(tx, id, person);
                    if (changed) {
                        tx.journal(
                                enters ? "group.entered" : "group.left",
                                subject(id),
                                Map.of("person", person.number()));
                        memberships.forEach(each -> each.changed(tx, person));
                    }
                    return done(tx, id);
                });
    }

    @Override
    public List<Group> ofPerson(Actor actor, PersonId person) {
        actor.require(Permission.SEE_BOOKS);
        return books.read(sql -> store.ofPerson(sql, person));
    }

    @Override
    public Page<PersonId> members(Actor actor, GroupId id, @Nullable String after, int limit) {
        actor.require(Permission.SEE_BOOKS);
        var size = Math.clamp(limit, 1, LONGEST_PAGE);
        var rows = books.read(sql -> store.members(sql, id, after(after), size + 1));
        return rows.size() > size
                ? new Page<>(rows.subList(0, size), Long.toString(rows.get(size - 1).number()))
                : new Page<>(rows, null);
    }

    private List<Problem> problems(Tx tx, String name, long own) {
        var plain = name.strip();
        if (plain.isEmpty()
                || plain.length() > LONGEST_NAME
                || plain.chars().anyMatch(Character::isISOControl)) {
            return List.of(Problem.of("name", name, "groups.name-length", LONGEST_NAME));
        }
        return store.nameTaken(tx, plain, own)
                ? List.of(Problem.of("name", name, "groups.name-taken"))
                : List.of();
    }

    private Done done(Tx tx, GroupId id) {
        return new Done(store.find(tx.sql(), id).orElseThrow());
    }

    private static Rejected unknown(GroupId id) {
        return new Rejected(List.of(Problem.of("group", id.number(), "groups.unknown")));
    }

    private static String subject(GroupId id) {
        return "group:" + id.number();
    }

    private static long after(@Nullable String after) {
        try {
            return after == null ? 0 : Long.parseLong(after);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "'%s' is not where a page of members begins".formatted(after), e);
        }
    }
}
