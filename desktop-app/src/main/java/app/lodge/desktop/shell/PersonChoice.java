package app.lodge.desktop.shell;

import app.lodge.core.books.Page;
import app.lodge.core.search.Search;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Chooses one person by any part of a name or number, within a form.
public final class PersonChoice {

    private static final int AT_MOST = 8;

    private final StringProperty query = new SimpleStringProperty("");
    private final ObjectProperty<Search.@Nullable Hit> chosen = new SimpleObjectProperty<>();
    private final PagedList<Search.Hit> hits;

    /// What to look for; read beside the screen.
    private volatile String wanted = "";

    public PersonChoice(Session session) {
        hits =
                new PagedList<>(
                        session.background(),
                        "search.running",
                        (_, _) -> new Page<>(find(session), null));
        query.subscribe(typed -> {
            wanted = typed.strip();
            var now = chosen.get();
            if (now != null && !now.title().equals(typed)) {
                chosen.set(null);
            }
            if (typed.isBlank() || chosen.get() != null) {
                hits.clear();
            } else {
                hits.reload();
            }
        });
    }

    private List<Search.Hit> find(Session session) {
        return session.doors().search().find(session.actor(), wanted, AT_MOST).stream()
                .filter(hit -> hit.kind() == Search.Kind.PERSON)
                .toList();
    }

    public StringProperty query() {
        return query;
    }

    public ObservableList<Search.Hit> hits() {
        return hits.rows();
    }

    /// Null until somebody is chosen.
    public ObjectProperty<Search.@Nullable Hit> chosen() {
        return chosen;
    }

    public void choose(Search.Hit hit) {
        chosen.set(hit);
        query.set(hit.title());
        hits.clear();
    }

    public void clear() {
        chosen.set(null);
        query.set("");
        hits.clear();
    }
}
