package app.lodge.desktop.carddesk;

import app.lodge.core.people.Person;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.Look;
import app.lodge.desktop.shell.Pictures;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/// A person in the desk's list: name, number and group.
final class PersonCell extends ListCell<Person> {

    PersonCell() {
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Person person, boolean empty) {
        super.updateItem(person, empty);
        setText(null);
        if (empty || person == null) {
            setGraphic(null);
            return;
        }
        var details = person.details();
        var name = details.listName();
        var number = "%07d".formatted(person.id().number());
        var below = details.group().isEmpty() ? number : number + " · " + details.group();
        setGraphic(
                Kit.row(
                        12,
                        Pictures.initials(details.fullName(), 34),
                        Kit.column(
                                1,
                                Kit.line(name, Look.STRONG),
                                Kit.line(below, Look.SMALL, Look.MUTED))));
        setAccessibleText(name + ", " + below);
    }
}
