package app.lodge.desktop.groups;

import app.lodge.core.accounts.Limit;
import app.lodge.core.books.Page;
import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.costcentres.CostCentres.Holder;
import app.lodge.core.costcentres.CostCentres.Offer;
import app.lodge.core.groups.GroupId;
import app.lodge.core.groups.Groups.Group;
import app.lodge.core.groups.Groups.GroupOutcome;
import app.lodge.core.people.PersonId;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.PagedList;
import app.lodge.desktop.shell.PersonChoice;
import app.lodge.desktop.shell.PersonNames;
import app.lodge.desktop.shell.Session;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// All groups, and one of them with its members and what hangs on it (ID-13).
public final class GroupsViewModel {

    public record Member(PersonId id, String name) {}

    /// @param centres that its members may charge
    /// @param limits that hold for each member
    public record Detail(Group group, List<Offer> centres, List<Limit> limits) {}

    private final Session session;
    private final ObservableList<Group> groups = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Detail> detail = new SimpleObjectProperty<>();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final PagedList<Member> members;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final StringProperty name = new SimpleStringProperty("");
    private final BooleanProperty entering = new SimpleBooleanProperty();
    private final PersonChoice person;
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final Once once = new Once();
    private @Nullable Group edited;

    /// Read beside the screen.
    private volatile @Nullable GroupId chosen;

    public GroupsViewModel(Session session) {
        this.session = session;
        members = new PagedList<>(session.background(), "groups-desk.reading", this::membersAfter);
        person = new PersonChoice(session);
    }

    public ObservableList<Group> groups() {
        return groups;
    }

    /// Null until one is chosen.
    public ReadOnlyObjectProperty<@Nullable Detail> detail() {
        return detail;
    }

    public PagedList<Member> members() {
        return members;
    }

    public BooleanProperty busy() {
        return busy;
    }

    /// The sheet that names a group.
    public BooleanProperty open() {
        return open;
    }

    public StringProperty name() {
        return name;
    }

    public boolean isNew() {
        return edited == null;
    }

    /// The sheet that adds a member.
    public BooleanProperty entering() {
        return entering;
    }

    public PersonChoice person() {
        return person;
    }

    public ObservableList<Problem> problems() {
        return problems;
    }

    public boolean mayChange() {
        return session.actor().may(Permission.CHANGE_GROUPS);
    }

    private record Reading(List<Group> groups, @Nullable Detail detail) {}

    public void refresh() {
        session.background()
                .run(
                        "groups-desk.reading",
                        busy,
                        () -> {
                            var all = session.doors().groups().list(session.actor());
                            var wanted = chosen;
                            return new Reading(
                                    all,
                                    all.stream()
                                            .filter(one ->
                                                    wanted == null || one.id().equals(wanted))
                                            .findFirst()
                                            .map(this::read)
                                            .orElse(null));
                        },
                        reading -> {
                            if (reading.detail() != null) {
                                chosen = reading.detail().group().id();
                            }
                            if (!groups.equals(reading.groups())) {
                                groups.setAll(reading.groups());
                            }
                            detail.set(reading.detail());
                            if (reading.detail() != null) {
                                members.reload();
                            }
                        });
    }

    private Detail read(Group group) {
        var number = group.id().number();
        return new Detail(
                group,
                session.doors().costCentres().chargeableBy(session.actor(), Holder.GROUP, number),
                session.doors().limits().of(session.actor(), Limit.Owner.GROUP, number));
    }

    private Page<Member> membersAfter(@Nullable String after, int limit) {
        var id = chosen;
        if (id == null) {
            return new Page<>(List.of(), null);
        }
        var names = new PersonNames(session);
        return session.doors()
                .groups()
                .members(session.actor(), id, after, limit)
                .map(member -> new Member(member, names.of(member)));
    }

    public void choose(Group group) {
        if (!group.id().equals(chosen)) {
            chosen = group.id();
            members.clear();
            refresh();
        }
    }

    boolean isChosen(Group group) {
        return group.id().equals(chosen);
    }

    public void beginNew() {
        edited = null;
        begin("");
    }

    public void beginRename(Group group) {
        edited = group;
        begin(group.name());
    }

    private void begin(String present) {
        name.set(present);
        problems.clear();
        once.answered();
        open.set(true);
    }

    public void save() {
        var group = edited;
        var wanted = name.get().strip();
        act(
                open,
                request ->
                        group == null
                                ? session.doors().groups().add(session.actor(), request, wanted)
                                : session.doors()
                                        .groups()
                                        .rename(session.actor(), request, group.id(), wanted),
                "groups-desk.saved");
    }

    public void beginEnter() {
        person.clear();
        problems.clear();
        once.answered();
        entering.set(true);
    }

    public void enter() {
        var group = chosen;
        var hit = person.chosen().get();
        if (group == null || hit == null) {
            problems.setAll(
                    List.of(Problem.of("person", person.query().get(), "centres.person-missing")));
            return;
        }
        act(
                entering,
                request ->
                        session.doors()
                                .groups()
                                .enter(session.actor(), request, group, new PersonId(hit.number())),
                "groups-desk.entered");
    }

    public void leave(Member member) {
        var group = chosen;
        if (group != null) {
            act(
                    null,
                    request ->
                            session.doors()
                                    .groups()
                                    .leave(session.actor(), request, group, member.id()),
                    "groups-desk.left");
        }
    }

    /// @param sheet that closes when it is done; null for none
    private void act(
            @Nullable BooleanProperty sheet,
            Function<RequestId, GroupOutcome> verb,
            String noticeKey) {
        var request = once.request();
        session.background()
                .run(
                        "groups-desk.saving",
                        busy,
                        () -> verb.apply(request),
                        outcome -> {
                            once.answered();
                            answered(sheet, outcome, noticeKey);
                        });
    }

    private void answered(@Nullable BooleanProperty sheet, GroupOutcome outcome, String noticeKey) {
        switch (outcome) {
            case GroupOutcome.Done(var group) -> {
                if (sheet != null) {
                    sheet.set(false);
                }
                chosen = group.id();
                session.notices().done(Message.of(noticeKey, group.name()));
                refresh();
            }
            case GroupOutcome.Rejected(var found) -> problems.setAll(found);
        }
    }
}
