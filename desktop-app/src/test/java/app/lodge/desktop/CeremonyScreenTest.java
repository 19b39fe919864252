package app.lodge.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.bridge.virtual.VirtualRehearsal;
import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.keys.KdfCost;
import app.lodge.core.keys.KeyVault;
import app.lodge.core.keys.VaultCardKeys;
import app.lodge.core.keyversions.Ceremonies;
import app.lodge.core.keyversions.Ceremonies.Entry;
import app.lodge.core.keyversions.Ceremonies.Kind;
import app.lodge.core.keyversions.KeyVersions;
import app.lodge.core.settings.SiteSettings;
import app.lodge.core.site.Home;
import app.lodge.core.site.Site;
import app.lodge.desktop.plans.Trial;
import app.lodge.desktop.settings.CeremonyViewModel;
import app.lodge.desktop.settings.CeremonyViewModel.Page;
import app.lodge.desktop.settings.SettingsViewModel;
import app.lodge.desktop.shell.Message;
import app.lodge.desktop.shell.Session;
import app.lodge.desktop.shell.ShellViewModel;
import app.lodge.reports.ceremonies.CeremonyPapers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two custodians at the screen of a real site: each step says what to do, slips are named, and only the
/// last step changes the site's keys (CHAIN-07).
@Tag("CHAIN-07")
class CeremonyScreenTest {

    private static final String BENS = "zwölf-Boxkämpfer-jagen";
    private static final String ANNAS = "Quittengelee-im-Juni-9";

    @TempDir Path folder;
    private Site site;
    private Actor actor;
    private CeremonyViewModel model;
    private final List<Path> saved = new ArrayList<>();

    @BeforeEach
    void open() throws Exception {
        var home = new Home(folder.resolve("site"));
        var cost = new KdfCost(64, 1, 1);
        Site.create(
                home,
                SiteSettings.of(
                        "Test site", Currency.getInstance("EUR"), ZoneId.of("Europe/Berlin"), "en"),
                "anna",
                ANNAS.toCharArray(),
                Clock.systemUTC(),
                cost);
        site = Site.open(home, Clock.systemUTC(), cost);
        site.rehearseWith(new VirtualRehearsal(new Random(7)));
        actor = new Actor(1, "anna", Role.ADMINISTRATOR, "desk-1");
        site.operators()
                .add(actor, RequestId.fresh(), "ben", Role.ADMINISTRATOR, BENS.toCharArray());
        site.operators().add(actor, RequestId.fresh(), "carl", Role.CLERK, BENS.toCharArray());
        var doors =
                NearDoors.of(
                        Map.of(
                                Ceremonies.class, site.ceremonies(),
                                KeyVersions.class, site.keyVersions(),
                                app.lodge.core.encodingplans.EncodingPlans.class,
                                        new FakeEncodingPlans(),
                                CeremonyPapers.class,
                                        CeremonyPapers.in(
                                                site.ceremonies(),
                                                site.settings(),
                                                Clock.systemUTC())));
        var session =
                new Session(
                        doors,
                        actor,
                        site.settings().site(actor),
                        new InlineBackground(),
                        new SavingDialogs(),
                        new HeardNotices(new ArrayList<>()),
                        new ShellViewModel(actor),
                        Clock.systemUTC());
        model = SettingsViewModel.of(session, null, _ -> Trial.Told.only(List.of())).ceremony();
    }

    @AfterEach
    void close() {
        site.close();
    }

    private final class SavingDialogs implements app.lodge.desktop.shell.Dialogs {
        @Override
        public void confirm(Message title, Message body, String actionKey, Runnable action) {
            action.run();
        }

        @Override
        public Optional<Path> chooseFile(String title, String kind, List<String> patterns) {
            return Optional.empty();
        }

        @Override
        public java.util.Optional<Path> chooseFolder(String titleKey) {
            return java.util.Optional.empty();
        }

        @Override
        public Optional<Path> chooseTarget(String titleKey, String suggestedName) {
            var target = folder.resolve(suggestedName);
            saved.add(target);
            return Optional.of(target);
        }
    }

    private void begin(Kind kind, String second, String password) {
        model.kind().set(kind);
        model.custodians().first().set("anna");
        model.custodians().firstPassword().set(ANNAS);
        model.custodians().second().set(second);
        model.custodians().secondPassword().set(password);
        model.begin();
        assertThat(
                        model.custodians().firstPassword().get()
                                + model.custodians().secondPassword().get())
                .isEmpty();
    }

    /// @return what the custodians wrote down
    private List<String> handOut() {
        var shares = new ArrayList<String>();
        while (model.page().get() == Page.HAND_OUT) {
            model.shares().show();
            shares.add(model.shares().shown().get().groups());
            model.shares().hide();
            assertThat(model.shares().shown().get()).isNull();
        }
        return shares;
    }

    private void type(String share) {
        model.shares().typed().set(share);
        model.shares().type();
        assertThat(model.shares().typed().get()).isEmpty();
    }

    @Test
    void createsBacksUpAndRestoresWithTwoOfThreeShares() throws Exception {
        model.look();
        assertThat(model.open().get()).isTrue();
        assertThat(model.page().get()).isEqualTo(Page.CHOOSE);
        begin(Kind.CREATE, "ben", BENS);
        assertThat(model.page().get()).isEqualTo(Page.HAND_OUT);
        model.shares().show();
        model.shares().save();
        assertThat(Files.readAllBytes(saved.getFirst())).startsWith("%PDF".getBytes());
        var first = model.shares().shown().get().groups();
        model.shares().hide();
        var others = handOut();
        assertThat(others).hasSize(2).doesNotContain(first);
        assertThat(model.page().get()).isEqualTo(Page.TYPE);
        type(first.substring(0, 3) + (first.charAt(3) == 'A' ? 'B' : 'A') + first.substring(4));
        assertThat(model.told().get()).isEqualTo(Message.of("ceremony.mistyped", "1"));
        type(first);
        type(others.getLast());
        assertThat(model.page().get()).isEqualTo(Page.REHEARSE);
        model.rehearse();
        assertThat(model.page().get()).isEqualTo(Page.FINISH);
        assertThat(site.keyVersions().status(actor).current()).isEqualTo(1);
        model.finish();
        assertThat(model.page().get()).isEqualTo(Page.DONE);
        assertThat(site.keyVersions().status(actor).current()).isEqualTo(2);
        assertThat(model.transcript().stream().map(Entry::step))
                .startsWith("begun", "share-handed")
                .endsWith("rehearsed", "finished");
        model.saveTranscript();
        assertThat(saved.getLast()).isNotEmptyFile();
        assertThat(model.transcript().toString()).doesNotContain(first.substring(0, 11));

        model.look();
        begin(Kind.BACK_UP, "ben", BENS);
        assertThat(handOut()).hasSize(3).doesNotContain(first);
        model.abandon();
        assertThat(model.page().get()).isEqualTo(Page.CHOOSE);

        begin(Kind.RESTORE, "ben", BENS);
        assertThat(model.page().get()).isEqualTo(Page.TYPE);
        type(first);
        type(others.getFirst());
        model.rehearse();
        model.finish();
        assertThat(model.told().get().key()).isEqualTo("ceremony.finished-unchanged");
    }

    @Test
    void whenTheRehearsalCardDoesNotOpenToTheNewKeysNothingChanges() throws Exception {
        var strangers =
                KeyVault.create(
                        folder.resolve("south.lodge"),
                        new byte[] {1},
                        "south",
                        new KdfCost(64, 1, 1));
        var strange = VaultCardKeys.over(strangers, Clock.systemUTC(), () -> 2);
        site.rehearseWith(
                (present, _) -> new VirtualRehearsal(new Random(7)).rehearse(present, strange));
        var file = folder.resolve("site").resolve("vault.lodge");
        byte[] before = Files.readAllBytes(file);
        var check = site.keyVersions().status(actor);
        begin(Kind.CREATE, "ben", BENS);
        var shares = handOut();
        type(shares.getFirst());
        type(shares.getLast());
        model.rehearse();
        assertThat(model.told().get().key()).isEqualTo("ceremony.rehearsal-failed");
        assertThat(model.page().get()).isEqualTo(Page.REHEARSE);
        model.finish();
        assertThat(model.page().get()).isEqualTo(Page.REHEARSE);
        assertThat(site.keyVersions().status(actor)).isEqualTo(check);
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void whoIsNoCustodianBeginsNothing() {
        model.look();
        begin(Kind.CREATE, "anna", ANNAS);
        assertThat(model.told().get()).isEqualTo(Message.of("ceremony.obstacle.same-person", 0L));
        begin(Kind.CREATE, "carl", BENS);
        assertThat(model.told().get().key()).isEqualTo("ceremony.obstacle.second-may-not");
        begin(Kind.CREATE, "ben", "not the password");
        assertThat(model.told().get()).isEqualTo(Message.of("ceremony.wrong", "ben"));
        begin(Kind.ROLL_OVER, "ben", BENS);
        assertThat(model.told().get().key()).isEqualTo("ceremony.obstacle.not-made");
        assertThat(model.page().get()).isEqualTo(Page.CHOOSE);
    }

    @Test
    void aCeremonyIsFoundAgainWhereItWas() {
        begin(Kind.CREATE, "ben", BENS);
        model.shares().show();
        model.open().set(false);
        model.look();
        assertThat(model.shares().shown().get()).as("a share is shown once").isNull();
        assertThat(model.shares().next()).isEqualTo(2);
        model.abandon();
        assertThat(site.keyVersions().status(actor).current()).isEqualTo(1);
    }
}
