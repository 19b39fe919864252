package app.lodge.desktop.watch;

import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.watch.Channel;
import app.lodge.core.watch.Matter;
import app.lodge.core.watch.Rule;
import app.lodge.core.watch.Watch.RuleOutcome;
import app.lodge.core.watch.parties.PartyKind;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What is watched: the rules, and the one that is being written.
public final class RulesViewModel {

    final ObjectProperty<Matter> matter = new SimpleObjectProperty<>(Matter.SILENCE);
    final ObjectProperty<@Nullable DeviceKind> kind = new SimpleObjectProperty<>();
    final StringProperty place = new SimpleStringProperty("");
    final StringProperty threshold = new SimpleStringProperty("");
    final BooleanProperty task = new SimpleBooleanProperty();
    final BooleanProperty mail = new SimpleBooleanProperty();
    final BooleanProperty webhook = new SimpleBooleanProperty();
    final StringProperty quietFrom = new SimpleStringProperty("");
    final StringProperty quietUntil = new SimpleStringProperty("");
    final StringProperty escalate = new SimpleStringProperty("");

    private final Map<PartyKind, BooleanProperty> tells = new EnumMap<>(PartyKind.class);
    private final Session session;
    private final ObservableList<Rule> rules = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Rule> chosen = new SimpleObjectProperty<>();
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ReachViewModel reach;
    private final Once once = new Once();
    private long edited;

    public RulesViewModel(Session session) {
        this.session = session;
        reach = new ReachViewModel(session);
    }

    public boolean allowed() {
        return session.actor().may(Permission.CHANGE_SETTINGS);
    }

    public ObservableList<Rule> rules() {
        return rules;
    }

    public ObjectProperty<@Nullable Rule> chosen() {
        return chosen;
    }

    public ObservableList<Problem> problems() {
        return problems;
    }

    public BooleanProperty open() {
        return open;
    }

    public BooleanProperty busy() {
        return busy;
    }

    public ReachViewModel reach() {
        return reach;
    }

    public void refresh() {
        session.background()
                .run(
                        "watch.reading",
                        busy,
                        () -> session.doors().watch().rules(session.actor()),
                        this::show);
        reach.refresh();
    }

    private void show(List<Rule> found) {
        var before = chosen.get();
        rules.setAll(found);
        chosen.set(
                found.stream()
                        .filter(rule -> before != null && before.id() == rule.id())
                        .findFirst()
                        .orElse(null));
    }

    public void beginNew() {
        begin(
                new Rule(
                        0,
                        Matter.SILENCE,
                        null,
                        "",
                        Matter.SILENCE.usual(),
                        EnumSet.of(Channel.TASK),
                        null,
                        null,
                        0,
                        Set.of()));
    }

    public void beginChange() {
        var now = chosen.get();
        if (now != null) {
            begin(now);
        }
    }

    private void begin(Rule rule) {
        edited = rule.id();
        matter.set(rule.matter());
        kind.set(rule.kind());
        place.set(rule.place());
        threshold.set(String.valueOf(rule.threshold()));
        task.set(rule.channels().contains(Channel.TASK));
        mail.set(rule.channels().contains(Channel.MAIL));
        webhook.set(rule.channels().contains(Channel.WEBHOOK));
        quietFrom.set(shown(rule.quietFrom()));
        quietUntil.set(shown(rule.quietUntil()));
        escalate.set(String.valueOf(rule.escalateAfterMinutes()));
        for (var one : PartyKind.values()) {
            tells(one).set(rule.parties().contains(one));
        }
        problems.clear();
        once.answered();
        open.set(true);
    }

    private static String shown(@Nullable LocalTime time) {
        return time == null ? "" : time.toString();
    }

    public boolean isNew() {
        return edited == 0;
    }

    public void save() {
        problems.clear();
        var channels = EnumSet.noneOf(Channel.class);
        if (task.get()) {
            channels.add(Channel.TASK);
        }
        if (mail.get()) {
            channels.add(Channel.MAIL);
        }
        if (webhook.get()) {
            channels.add(Channel.WEBHOOK);
        }
        var about = matter.get();
        var wanted =
                new Rule(
                        edited,
                        about,
                        about.ofDevices() ? kind.get() : null,
                        about.ofDevices() ? place.get().strip() : "",
                        about.unit().isEmpty() ? 0 : number("threshold", threshold.get()),
                        channels,
                        time("quietFrom", quietFrom.get()),
                        time("quietUntil", quietUntil.get()),
                        number("escalate", escalate.get()),
                        told());
        if (!problems.isEmpty()) {
            return;
        }
        var request = once.request();
        session.background()
                .run(
                        "watch.saving",
                        busy,
                        () -> session.doors().watch().putRule(session.actor(), request, wanted),
                        this::saved);
    }

    private Set<PartyKind> told() {
        var kinds = EnumSet.noneOf(PartyKind.class);
        tells.forEach((one, on) -> {
            if (on.get()) {
                kinds.add(one);
            }
        });
        return kinds;
    }

    BooleanProperty tells(PartyKind one) {
        return tells.computeIfAbsent(one, _ -> new SimpleBooleanProperty());
    }

    private int number(String field, String typed) {
        try {
            return Integer.parseInt(typed.strip());
        } catch (NumberFormatException e) {
            problems.add(Problem.of(field, typed, "watch.no-number"));
            return 0;
        }
    }

    private @Nullable LocalTime time(String field, String typed) {
        var text = typed.strip();
        try {
            return text.isEmpty() ? null : LocalTime.parse(text.length() == 4 ? "0" + text : text);
        } catch (DateTimeParseException e) {
            problems.add(Problem.of(field, typed, "exports-desk.time-malformed"));
            return null;
        }
    }

    private void saved(RuleOutcome outcome) {
        once.answered();
        switch (outcome) {
            case RuleOutcome.Kept(var rule) -> {
                open.set(false);
                chosen.set(rule);
                session.notices().done(Message.of("watch.rule-saved"));
                refresh();
            }
            case RuleOutcome.Rejected(var found) -> problems.setAll(found);
        }
    }

    public void remove() {
        var rule = chosen.get();
        if (rule == null) {
            return;
        }
        var request = once.request();
        session.background()
                .run(
                        "watch.saving",
                        busy,
                        () -> {
                            session.doors().watch().removeRule(session.actor(), request, rule.id());
                            return rule;
                        },
                        _ -> {
                            once.answered();
                            session.notices().done(Message.of("watch.rule-removed"));
                            refresh();
                        });
    }
}
