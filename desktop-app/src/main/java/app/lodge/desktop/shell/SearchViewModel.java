package app.lodge.desktop.shell;

import app.lodge.core.books.Page;
import app.lodge.core.search.Search;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;

/// Finds a person, card, account or device by any number or name, and leads there.
public final class SearchViewModel {

    private static final int AT_MOST = 12;

    private final Navigator navigator;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final StringProperty text = new SimpleStringProperty("");
    private final PagedList<Search.Hit> hits;

    /// What to look for; read beside the screen.
    private volatile String wanted = "";

    public SearchViewModel(Session session) {
        navigator = session.navigator();
        hits =
                new PagedList<>(
                        session.background(),
                        "search.running",
                        (_, _) -> new Page<>(find(session), null));
        text.subscribe(typed -> {
            wanted = typed.strip();
            if (typed.isBlank()) {
                hits.clear();
            } else {
                hits.reload();
            }
        });
    }

    private List<Search.Hit> find(Session session) {
        return session.doors().search().find(session.actor(), wanted, AT_MOST);
    }

    public BooleanProperty open() {
        return open;
    }

    public StringProperty text() {
        return text;
    }

    public ObservableList<Search.Hit> hits() {
        return hits.rows();
    }

    public ReadOnlyBooleanProperty loaded() {
        return hits.loaded();
    }

    public void begin() {
        text.set("");
        open.set(true);
    }

    public void choose(Search.Hit hit) {
        open.set(false);
        switch (hit.kind()) {
            case PERSON -> navigator.open(Destination.PEOPLE, "person:" + hit.number());
            case CARD -> navigator.open(Destination.CARD_DESK, "medium:" + hit.number());
            case ACCOUNT -> navigator.open(Destination.ACCOUNTS, "account:" + hit.number());
            case DEVICE -> navigator.open(Destination.DEVICES, "device:" + hit.number());
        }
    }
}
