package app.lodge.desktop.people;

import app.lodge.core.accounts.Account;
import app.lodge.core.books.Permission;
import app.lodge.core.media.Medium;
import app.lodge.core.media.MediumId;
import app.lodge.core.people.Person;
import app.lodge.core.people.PersonId;
import app.lodge.core.purse.Purses;
import app.lodge.core.purse.Purses.Purse;
import app.lodge.desktop.privacy.DataProtectionViewModel;
import app.lodge.desktop.privacy.PrivacyViewModel;
import app.lodge.desktop.rights.PersonRightsViewModel;
import app.lodge.desktop.selfservice.SelfServiceViewModel;
import app.lodge.desktop.shell.Destination;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.PagedList;
import app.lodge.desktop.shell.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// The list of people and the one who is looked at.
public final class PeopleViewModel {

    private final Session session;
    private final StringProperty query = new SimpleStringProperty("");
    private final PagedList<Person> people;
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Message> count = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Person> selected = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable PersonFile> file = new SimpleObjectProperty<>();
    private final EnrolPersonViewModel enrolment;
    private final CropPhotoViewModel photograph;
    private final CameraViewModel camera;
    private final PhotoFolderViewModel photoFolder;
    private final PhotoReviewViewModel photoReview;
    private final SignatureViewModel signature;
    private final ImportPeopleViewModel imports;
    private final UndoImportViewModel undo;
    private final PersonRightsViewModel rights;
    private final PrivacyViewModel privacy;
    private final DataProtectionViewModel protection;
    private final SelfServiceViewModel selfService;
    private final HolderPinViewModel pin;
    private final ChosenPeopleViewModel several;

    /// Read beside the screen.
    private volatile String wanted = "";

    /// What is shown beside the list about one person.
    ///
    /// @param photo JPEG; empty if there is none
    /// @param purses on the media, by the books (CHAIN-21)
    public record PersonFile(
            Person person,
            Optional<byte[]> photo,
            Optional<Account> account,
            List<Medium> media,
            Map<MediumId, Purse> purses) {}

    public PeopleViewModel(Session session, PhotoDesk desk) {
        this.session = session;
        people =
                new PagedList<>(
                        session.background(),
                        "people.reading",
                        (after, limit) ->
                                session.doors()
                                        .people()
                                        .list(session.actor(), wanted, after, limit));
        enrolment = new EnrolPersonViewModel(session, this::saved);
        photograph =
                new CropPhotoViewModel(
                        session, desk.faces(), () -> selected.get(), this::photographed);
        camera = new CameraViewModel(session, desk, photograph::taken);
        photoFolder = new PhotoFolderViewModel(session, desk.faces(), this::reread);
        photoReview = new PhotoReviewViewModel(session, this::reread);
        signature = new SignatureViewModel(session);
        undo = new UndoImportViewModel(session, this::refresh);
        imports =
                new ImportPeopleViewModel(
                        session,
                        () -> {
                            refresh();
                            undo.look();
                        });
        if (mayImport()) {
            undo.look();
        }
        rights = new PersonRightsViewModel(session, session.site().zone());
        privacy = new PrivacyViewModel(session, this::erased);
        protection = new DataProtectionViewModel(session, privacy::begin);
        selfService = new SelfServiceViewModel(session, this::changedByWish);
        pin = new HolderPinViewModel(session);
        several = new ChosenPeopleViewModel(session, this::refresh);
        query.subscribe(typed -> {
            wanted = typed.strip();
            people.reload();
            countAll();
        });
        selected.subscribe(person -> readFile(person));
    }

    public StringProperty query() {
        return query;
    }

    public PagedList<Person> people() {
        return people;
    }

    public ObjectProperty<@Nullable Message> count() {
        return count;
    }

    public ObjectProperty<@Nullable Person> selected() {
        return selected;
    }

    /// Null until somebody is selected and read.
    public ReadOnlyObjectProperty<@Nullable PersonFile> file() {
        return file;
    }

    public EnrolPersonViewModel enrolment() {
        return enrolment;
    }

    public CropPhotoViewModel photograph() {
        return photograph;
    }

    public CameraViewModel camera() {
        return camera;
    }

    private void photographed() {
        camera.open().set(false);
        reread();
    }

    public PhotoFolderViewModel photoFolder() {
        return photoFolder;
    }

    public PhotoReviewViewModel photoReview() {
        return photoReview;
    }

    /// The chosen person's photographs.
    public void showPhotographs() {
        var person = selected.get();
        if (person != null) {
            photoReview.begin(person);
        }
    }

    public SignatureViewModel signature() {
        return signature;
    }

    /// The chosen person's signature.
    public void showSignature() {
        var person = selected.get();
        if (person != null) {
            signature.begin(person);
        }
    }

    /// Pictures dropped onto the people: one goes to whoever is selected, several and folders are
    /// matched by their names.
    public void dropped(List<Path> files) {
        if (!mayChange()) {
            return;
        }
        if (files.size() == 1 && selected.get() != null && !Files.isDirectory(files.getFirst())) {
            photograph.load(files.getFirst());
        } else {
            photoFolder.load(files);
        }
    }

    public ImportPeopleViewModel imports() {
        return imports;
    }

    public UndoImportViewModel undo() {
        return undo;
    }

    public PersonRightsViewModel rights() {
        return rights;
    }

    /// What the selected person may.
    public void showRights() {
        var person = selected.get();
        if (person != null) {
            rights.begin(person.id(), person.details().fullName());
        }
    }

    public PrivacyViewModel privacy() {
        return privacy;
    }

    /// Data protection of the whole site.
    public DataProtectionViewModel protection() {
        return protection;
    }

    /// Data protection of whoever is selected.
    public void protect() {
        var person = selected.get();
        if (person != null) {
            privacy.begin(person);
        }
    }

    public HolderPinViewModel pin() {
        return pin;
    }

    /// The PIN of whoever is selected.
    public void showPin() {
        var person = selected.get();
        if (person != null) {
            pin.begin(person);
        }
    }

    public SelfServiceViewModel selfService() {
        return selfService;
    }

    /// Who sees the accounts of whoever is selected.
    public void showSelfService() {
        var person = selected.get();
        if (person != null) {
            selfService.begin(person);
        }
    }

    /// What is done with all who are chosen.
    public ChosenPeopleViewModel several() {
        return several;
    }

    private void changedByWish() {
        var person = selected.get();
        if (person != null) {
            open("person:" + person.id().number());
        }
        refresh();
    }

    private void erased() {
        selected.set(null);
        refresh();
    }

    public boolean mayChange() {
        return session.actor().may(Permission.CHANGE_PEOPLE);
    }

    public boolean mayImport() {
        return session.actor().may(Permission.IMPORT_PEOPLE);
    }

    public boolean mayIssue() {
        return session.actor().may(Permission.ISSUE_CARDS);
    }

    public boolean maySeeAccounts() {
        return session.actor().may(Permission.SEE_ACCOUNTS);
    }

    /// Reads the list again and counts it.
    public void refresh() {
        people.refresh();
        countAll();
    }

    private void countAll() {
        session.background()
                .run(
                        "people.reading",
                        new SimpleBooleanProperty(),
                        () -> session.doors().people().count(session.actor(), wanted),
                        (Long found) -> count.set(Message.of("people.count", found)));
    }

    /// @param subject `person:12`, `wishes:12`, `photos:` for those that wait, or `new`
    public void open(String subject) {
        if (subject.equals("new")) {
            enrolment.beginNew();
        } else if (subject.equals("import")) {
            imports.begin();
        } else if (subject.startsWith("person:")) {
            select(subject.substring("person:".length()), () -> {});
        } else if (subject.startsWith("wishes:")) {
            select(subject.substring("wishes:".length()), this::showSelfService);
        } else if (subject.equals("photos:")) {
            photoReview.begin();
        }
    }

    private void select(String number, Runnable then) {
        var id = new PersonId(Long.parseLong(number));
        session.background()
                .run(
                        "people.reading",
                        busy,
                        () -> session.doors().people().find(session.actor(), id),
                        found ->
                                found.ifPresent(person -> {
                                    selected.set(person);
                                    then.run();
                                }));
    }

    public void change() {
        var person = selected.get();
        if (person != null) {
            enrolment.beginChange(person);
        }
    }

    public void issueCard() {
        leadTo(Destination.CARD_DESK);
    }

    public void openAccount() {
        leadTo(Destination.ACCOUNTS);
    }

    private void leadTo(Destination destination) {
        var person = selected.get();
        if (person != null) {
            session.navigator().open(destination, "person:" + person.id().number());
        }
    }

    private void saved(Person person) {
        selected.set(person);
        refresh();
    }

    private void reread() {
        readFile(selected.get());
    }

    private void readFile(@Nullable Person person) {
        if (person == null) {
            file.set(null);
            return;
        }
        session.background()
                .run(
                        "people.reading",
                        busy,
                        () -> read(person),
                        read -> {
                            if (person.equals(selected.get())) {
                                file.set(read);
                            }
                        });
    }

    private PersonFile read(Person person) {
        var doors = session.doors();
        var actor = session.actor();
        var media =
                actor.may(Permission.SEE_MEDIA)
                        ? doors.media().ofPerson(actor, person.id())
                        : List.<Medium>of();
        return new PersonFile(
                person,
                doors.people().photo(actor, person.id()),
                actor.may(Permission.SEE_ACCOUNTS)
                        ? doors.accounts().ofPerson(actor, person.id())
                        : Optional.empty(),
                media,
                Purses.on(doors.purses(), actor, media));
    }
}
