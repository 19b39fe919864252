package app.lodge.desktop.settings;

import app.lodge.core.books.Permission;
import app.lodge.core.books.Problem;
import app.lodge.core.people.PhotoRules;
import app.lodge.core.people.PhotoRules.WhereMissing;
import app.lodge.core.people.PhotoSource;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Session;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Which photographs somebody has to approve, how large they must be, and what happens where one is
/// missing (ID-11).
public final class PhotoRulesViewModel extends RulesViewModel<PhotoRules> {

    private final Map<PhotoSource, BooleanProperty> atOnce = new EnumMap<>(PhotoSource.class);
    private final StringProperty leastWidth = new SimpleStringProperty("");
    private final ObjectProperty<WhereMissing> whereMissing =
            new SimpleObjectProperty<>(WhereMissing.PRINT);

    public PhotoRulesViewModel(Session session) {
        super(session, "photo-rules.reading", Permission.SEE_PEOPLE);
        for (var source : PhotoSource.values()) {
            var approved = new SimpleBooleanProperty();
            chosen(approved);
            atOnce.put(source, approved);
        }
        typed(leastWidth);
        chosen(whereMissing);
    }

    /// Whether what comes this way is approved as it is kept.
    public BooleanProperty atOnce(PhotoSource source) {
        return Objects.requireNonNull(atOnce.get(source));
    }

    /// Pixels; 0 for any.
    public StringProperty leastWidth() {
        return leastWidth;
    }

    public ObjectProperty<WhereMissing> whereMissing() {
        return whereMissing;
    }

    @Override
    PhotoRules read() {
        return session.doors().portraits().rules(session.actor());
    }

    @Override
    void show(PhotoRules now) {
        atOnce.forEach((source, approved) -> approved.set(now.atOnce().contains(source)));
        leastWidth.set(String.valueOf(now.leastWidth()));
        whereMissing.set(now.whereMissing());
    }

    public void save() {
        var typed = leastWidth.get().strip();
        int width = typed.matches("\\d{1,4}") ? Integer.parseInt(typed) : -1;
        problems().clear();
        if (width < 0 || width > PhotoRules.MOST_LEAST_WIDTH) {
            problems()
                    .add(
                            Problem.of(
                                    "leastWidth",
                                    typed,
                                    "photo-rules.no-width",
                                    PhotoRules.MOST_LEAST_WIDTH));
            return;
        }
        var sources =
                atOnce.entrySet().stream()
                        .filter(entry -> entry.getValue().get())
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet());
        var wanted = new PhotoRules(sources, width, whereMissing.get());
        save(
                "photo-rules.saving",
                request ->
                        session.doors().portraits().changeRules(session.actor(), request, wanted),
                this::saved);
    }

    private void saved(PhotoRules now) {
        show(now);
        session.notices().done(Message.of("photo-rules.saved"));
    }
}
