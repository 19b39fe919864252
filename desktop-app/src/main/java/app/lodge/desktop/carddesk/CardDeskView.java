package app.lodge.desktop.carddesk;

import app.lodge.core.books.Fact;
import app.lodge.core.people.Person;
import app.lodge.desktop.approvals.SecondPersonSheet;
import app.lodge.desktop.contactkeys.KeyFileView;
import app.lodge.desktop.people.EnrolPersonView;
import app.lodge.desktop.purses.PurseAlarmsView;
import app.lodge.desktop.purses.PurseFileView;
import app.lodge.desktop.shell.Finder;
import app.lodge.desktop.shell.Keys;
import app.lodge.desktop.shell.Kit;
import app.lodge.desktop.shell.PageFrame;
import app.lodge.desktop.shell.QueryField;
import app.lodge.desktop.shell.Screen;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The card desk: people at the left, the chosen one's card at the right, open jobs above.
public final class CardDeskView implements Screen {

    private final Kit kit;
    private final CardDeskViewModel model;
    private final QueryField query;
    private final PageFrame frame;
    private final QueueKeys queueKeys;

    public CardDeskView(Kit kit, CardDeskViewModel model) {
        this.kit = kit;
        this.model = model;
        query = new QueryField(kit, "carddesk-query", "carddesk.query", model.query());
        kit.sheets()
                .showWhile(
                        model.block().open(), () -> new BlockCardView(kit, model.block()).sheet());
        kit.sheets()
                .showWhile(model.flow().open(), () -> new DeskFlowView(kit, model.flow()).sheet());
        kit.sheets().showWhile(model.look().open(), () -> new LookView(kit, model.look()).sheet());
        var secondPerson = model.look().purse().secondPerson();
        kit.sheets().showWhile(secondPerson.open(), () -> SecondPersonSheet.of(kit, secondPerson));
        kit.sheets()
                .showWhile(
                        model.number().open(), () -> new NumberView(kit, model.number()).sheet());
        kit.sheets()
                .showWhile(
                        model.keys().open(),
                        () -> new KeyView(kit, model.keys(), model.keyFile()).sheet());
        kit.sheets().showWhile(model.app().open(), () -> new AppView(kit, model.app()).sheet());
        kit.sheets()
                .showWhile(
                        model.keyFile().open(),
                        () -> new KeyFileView(kit, model.keyFile()).sheet());
        for (var missing :
                List.of(
                        model.issue().missing(),
                        model.queue().missing(),
                        model.batches().missing())) {
            kit.sheets().showWhile(missing.open(), () -> new MissingView(kit, missing).sheet());
        }
        var batches = new BatchesView(kit, model.batches());
        kit.sheets().showWhile(model.batches().open(), batches::sheet);
        kit.sheets()
                .showWhile(
                        model.purseAlarms().open(),
                        () -> new PurseAlarmsView(kit, model.purseAlarms()).sheet());
        kit.sheets()
                .showWhile(
                        model.purseFile().open(),
                        () -> new PurseFileView(kit, model.purseFile()).sheet());
        var card = new CardPane(kit, model).node();
        var queue = model.queue();
        kit.sheets()
                .showWhile(
                        queue.enrolment().open(),
                        () -> new EnrolPersonView(kit, queue.enrolment()).sheet());
        var queueView = new QueueView(kit, queue);
        queueKeys = new QueueKeys(queue, queueView);
        var place =
                new StackPane(
                        Kit.showWhen(queue.on().not(), card),
                        Kit.showWhen(queue.on(), queueView.node()));
        HBox.setHgrow(place, Priority.ALWAYS);
        queue.on().subscribe(_ -> query.requestFocus());
        query.focusedProperty()
                .subscribe(here -> {
                    if (here) {
                        queueView.leaveList();
                    }
                });
        queue.served()
                .subscribe((@Nullable Person served) -> {
                    if (served != null) {
                        model.query().set("");
                        query.requestFocus();
                    }
                });
        var left = kit.message(queue.leftOver(), "banner", "tone-caution");
        left.setId("queue-left-over");
        var line = Kit.showWhen(queue.on(), new DeskLineView(kit, queue.line()).node());
        var low = kit.message(model.low(), "banner", "tone-caution");
        low.setId("carddesk-low");
        var desk = new HBox(20, finder(), place);
        VBox.setVgrow(desk, Priority.ALWAYS);
        var content =
                Kit.column(16, line, new OpenJobsView(kit, model.jobs()).node(), left, low, desk);
        frame =
                new PageFrame(
                        kit,
                        "carddesk.title",
                        "carddesk.subtitle",
                        content,
                        new MachinesView(kit, model.issue().machines()).node());
    }

    private Node finder() {
        var list = new ListView<Person>(model.people().rows());
        list.setId("carddesk-people");
        list.setAccessibleText(kit.text("people.title"));
        list.setCellFactory(_ -> new PersonCell());
        list.setPlaceholder(kit.empty(Feather.USERS, "people.none", "people.none-advice"));
        model.person()
                .subscribe((@Nullable Person person) -> {
                    if (person == null) {
                        list.getSelectionModel().clearSelection();
                    }
                    select(list, person);
                });
        model.people()
                .rows()
                .addListener(
                        (javafx.beans.InvalidationListener)
                                _ -> select(list, model.person().get()));
        list.disableProperty().bind(model.issue().busy());
        return Finder.of(query, list, this::choose)
                .beside(byNumber(), nameless())
                .below(look(), batches());
    }

    private void choose(Person person) {
        if (!model.issue().busy().get()) {
            model.person().set(person);
        }
    }

    private Button byNumber() {
        return kit.iconButton(
                "carddesk-number", "number.open", Feather.HASH, model.number()::begin);
    }

    private Button nameless() {
        var nameless =
                kit.iconButton(
                        "carddesk-nameless",
                        "carddesk.nameless",
                        Feather.CREDIT_CARD,
                        model::enrolNameless);
        nameless.disableProperty().bind(model.issue().busy());
        nameless.setVisible(model.mayEnrolNameless());
        nameless.setManaged(nameless.isVisible());
        return nameless;
    }

    private Node look() {
        var look =
                kit.button("carddesk-look", "look.open", Feather.HELP_CIRCLE, model::lookAtMedium);
        var queue =
                kit.iconButton(
                        "carddesk-queue", "queue.open-action", Feather.LIST, model.queue()::toggle);
        return Kit.row(4, wide(look), queue);
    }

    private Node batches() {
        var batches =
                kit.button(
                        "carddesk-batches",
                        "batches.open-action",
                        Feather.LAYERS,
                        model.batches()::begin);
        var alarms =
                kit.iconButton(
                        "carddesk-purse-alarms",
                        "purse-alarms.open-action",
                        Feather.ALERT_TRIANGLE,
                        model.purseAlarms()::begin);
        return Kit.row(4, wide(batches), alarms);
    }

    private static Button wide(Button button) {
        button.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(button, Priority.ALWAYS);
        return button;
    }

    private static void select(ListView<Person> list, @Nullable Person person) {
        if (person != null && list.getItems().contains(person)) {
            list.getSelectionModel().select(person);
        }
    }

    @Override
    public Node node() {
        return frame;
    }

    @Override
    public void shown() {
        model.refresh();
        query.requestFocus();
    }

    @Override
    public void open(String subject) {
        model.open(subject);
    }

    @Override
    public void changed(Fact fact) {
        model.look().purse().secondPerson().changed(fact);
        if (fact.subject().startsWith("medium:") || fact.subject().startsWith("device:")) {
            model.block().refresh();
            model.flow().refresh();
            model.purseFile().refresh();
        }
        if (fact.subject().startsWith("job:")) {
            model.jobs().refresh();
        }
        if (fact.subject().startsWith("job:") || fact.subject().startsWith("batch:")) {
            model.queue().changed();
        }
    }

    @Override
    public Keys keys() {
        BooleanSupplier desk = () -> !model.look().open().get() && !model.block().open().get();
        BooleanSupplier notLooking = () -> desk.getAsBoolean() && !model.keys().open().get();
        return queueKeys
                .keys()
                .on(Keys.key(KeyCode.F9), "keys.cards.issue", this::issue)
                .on(Keys.key(KeyCode.F10), "keys.cards.cash", desk, model.issue()::issueForCash)
                .on(Keys.key(KeyCode.F8), "keys.cards.look", notLooking, model::lookAtMedium)
                .on(Keys.key(KeyCode.F2), "keys.cards.number", desk, model.number()::begin)
                .on(Keys.key(KeyCode.F4), "keys.cards.lost", desk, model.flow()::lost)
                .on(Keys.key(KeyCode.F3), "keys.cards.found", desk, model.flow()::found)
                .on(Keys.key(KeyCode.F6), "keys.cards.returned", desk, model.flow()::returned)
                .on(Keys.key(KeyCode.F7), "keys.cards.lend", desk, model.flow()::lend)
                .on(Keys.ctrl(KeyCode.N), "keys.cards.nameless", desk, model::enrolNameless);
    }

    private void issue() {
        if (model.queue().enrolment().open().get()) {
            return;
        }
        if (model.queue().on().get()) {
            model.queue().queueUp();
        } else {
            model.issue().issue();
        }
    }
}
