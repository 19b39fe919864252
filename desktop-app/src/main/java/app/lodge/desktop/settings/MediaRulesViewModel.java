package app.lodge.desktop.settings;

import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.media.ContactKeys.LimitOutcome;
import app.lodge.core.media.MediaLife.AfterReturn;
import app.lodge.core.media.MediaLife.Rules;
import app.lodge.core.media.MediaLife.RulesOutcome;
import app.lodge.core.media.MediumKind;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Once;
import app.lodge.desktop.shell.Session;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// How many media of each kind a person may have, when loans end, what becomes of returned ones, and how
/// high contact keys are numbered (ID-07, KEY-03).
public final class MediaRulesViewModel {

    private final Session session;
    private final Map<MediumKind, StringProperty> most = new EnumMap<>(MediumKind.class);
    private final ObjectProperty<AfterReturn> afterReturn =
            new SimpleObjectProperty<>(AfterReturn.DESTROY);
    private final StringProperty loansEnd = new SimpleStringProperty("");
    private final StringProperty highest = new SimpleStringProperty("");
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final Once once = new Once();
    private final Once limitOnce = new Once();

    private record Reading(Rules rules, int highest) {}

    private record Saved(RulesOutcome rules, LimitOutcome limit) {}

    public MediaRulesViewModel(Session session) {
        this.session = session;
        for (var kind : MediumKind.values()) {
            most.put(kind, new SimpleStringProperty(""));
        }
        for (var field : fields()) {
            field.subscribe(_ -> {
                problems.clear();
                once.answered();
                limitOnce.answered();
            });
        }
        afterReturn.subscribe(_ -> once.answered());
    }

    private List<StringProperty> fields() {
        var all = new ArrayList<>(most.values());
        all.add(loansEnd);
        all.add(highest);
        return all;
    }

    /// 0 for any number.
    public StringProperty most(MediumKind kind) {
        return Objects.requireNonNull(most.get(kind));
    }

    public ObjectProperty<AfterReturn> afterReturn() {
        return afterReturn;
    }

    /// As 20:00.
    public StringProperty loansEnd() {
        return loansEnd;
    }

    public StringProperty highest() {
        return highest;
    }

    public ObservableList<Problem> problems() {
        return problems;
    }

    public BooleanProperty busy() {
        return busy;
    }

    public boolean mayChange() {
        return session.actor().may(Permission.CHANGE_SETTINGS)
                && session.actor().may(Permission.SEE_MEDIA);
    }

    public void refresh() {
        if (mayChange()) {
            session.background().run("media-rules.reading", busy, this::read, this::show);
        }
    }

    private Reading read() {
        var actor = session.actor();
        return new Reading(
                session.doors().mediaLife().rules(actor),
                session.doors().contactKeys().highest(actor));
    }

    private void show(Reading now) {
        most.forEach((kind, field) ->
                field.set(String.valueOf(now.rules().activeAtOnce().getOrDefault(kind, 0))));
        afterReturn.set(now.rules().afterReturn());
        loansEnd.set(now.rules().loansEnd().toString());
        highest.set(String.valueOf(now.highest()));
    }

    public void save() {
        var wrong = new ArrayList<Problem>();
        var numbers = new EnumMap<MediumKind, Integer>(MediumKind.class);
        most.forEach((kind, typed) -> numbers.put(kind, whole(field(kind), typed, wrong)));
        int limit = whole("highest", highest, wrong);
        LocalTime ends = LocalTime.MIDNIGHT;
        try {
            ends = LocalTime.parse(loansEnd.get().strip());
        } catch (DateTimeParseException e) {
            wrong.add(Problem.of("loansEnd", loansEnd.get(), "media-rules.no-time"));
        }
        problems.setAll(wrong);
        if (!wrong.isEmpty()) {
            return;
        }
        var rules = new Rules(afterReturn.get(), ends, numbers);
        var request = once.request();
        var limitRequest = limitOnce.request();
        var actor = session.actor();
        session.background()
                .run(
                        "media-rules.saving",
                        busy,
                        () ->
                                new Saved(
                                        session.doors()
                                                .mediaLife()
                                                .changeRules(actor, request, rules),
                                        session.doors()
                                                .contactKeys()
                                                .limit(actor, limitRequest, limit)),
                        this::answered);
    }

    private static String field(MediumKind kind) {
        return switch (kind) {
            case CARD -> "card";
            case FOB -> "fob";
            case CONTACT_KEY -> "contactKey";
            case APP -> "app";
        };
    }

    private static int whole(String field, StringProperty typed, List<Problem> wrong) {
        var text = typed.get().strip();
        if (text.matches("\\d{1,6}")) {
            return Integer.parseInt(text);
        }
        wrong.add(Problem.of(field, text, "stock-desk.no-number"));
        return 0;
    }

    private void answered(Saved saved) {
        once.answered();
        limitOnce.answered();
        var wrong = new ArrayList<Problem>();
        if (saved.rules() instanceof RulesOutcome.Rejected(var found)) {
            wrong.addAll(found);
        }
        switch (saved.limit()) {
            case LimitOutcome.Changed _ -> {
                // As asked.
            }
            case LimitOutcome.Rejected(var found) ->
                    found.forEach(one ->
                            wrong.add(
                                    Problem.of(
                                            "highest",
                                            one.value(),
                                            one.key(),
                                            one.arguments().toArray())));
            case LimitOutcome.InUse(var key) ->
                    wrong.add(Problem.of("highest", key.shown(), "media-rules.in-use"));
        }
        problems.setAll(wrong);
        if (wrong.isEmpty()) {
            session.notices().done(Message.of("media-rules.saved"));
        }
    }
}
