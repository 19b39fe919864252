package app.lodge.desktop.secrets;

import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.doors.Connection;
import app.lodge.core.doors.RemoteDoors;
import app.lodge.core.encodingplans.EncodingPlans;
import app.lodge.core.keys.CardKeys;
import app.lodge.core.keyversions.Ceremonies;
import app.lodge.core.keyversions.Ceremonies.BeginOutcome;
import app.lodge.core.keyversions.Ceremonies.Custodian;
import app.lodge.core.keyversions.Ceremonies.FinishOutcome;
import app.lodge.core.keyversions.Ceremonies.Kind;
import app.lodge.core.keyversions.Ceremonies.RehearseOutcome;
import app.lodge.core.keyversions.Ceremonies.ShareOutcome;
import app.lodge.core.keyversions.Ceremonies.Sharing;
import app.lodge.core.media.CardJobs;
import app.lodge.core.media.Media;
import app.lodge.core.operators.CardEntrance.EnterOutcome;
import app.lodge.core.operators.CardEntrance.ProveOutcome;
import app.lodge.core.operators.OperatorCard.Level;
import app.lodge.core.operators.OperatorCards;
import app.lodge.core.operators.OperatorCards.IssueOutcome;
import app.lodge.core.operators.Operators;
import app.lodge.core.operators.Operators.SignInOutcome;
import app.lodge.core.people.EnrolOutcome;
import app.lodge.core.people.People;
import app.lodge.core.people.PersonDetails;
import app.lodge.core.people.PersonId;
import app.lodge.core.settings.Settings;
import app.lodge.core.texts.Texts;
import app.lodge.core.work.Progress;
import app.lodge.desktop.commandline.BridgeDoors;
import app.lodge.desktop.commandline.Commands;
import app.lodge.desktop.commandline.Programs;
import app.lodge.desktop.commandline.Terminal;
import app.lodge.personalization.cards.DesfireEncoder;
import app.lodge.personalization.cards.OperatorCardDesk;
import app.lodge.personalization.issuing.CardIssuing;
import app.lodge.personalization.issuing.IssueOrder;
import app.lodge.personalization.issuing.IssueOutcome.Issued;
import app.lodge.personalization.issuing.KeyRenewal;
import app.lodge.personalization.issuing.PlanEncoding;
import app.lodge.personalization.issuing.Renewal;
import app.lodge.personalization.layouts.CardRenderer;
import app.lodge.personalization.layouts.LayoutPlans;
import app.lodge.personalization.layouts.LayoutProof;
import app.lodge.personalization.layouts.LayoutShelf;
import app.lodge.personalization.printers.FilePrinterDriver;
import app.lodge.personalization.printers.Printers;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A desk in a process of its own: what desktop and command line do with secrets, by the same classes.
/// Secrets come from files, as if somebody typed them; none stands in this class.
final class DeskUnderTest {

    private static final Duration WAIT = Duration.ofSeconds(5);
    private static final String NAME = "desk-1";

    private final Path home;
    private final Path typed;
    private final int bench;
    private final RemoteDoors far;
    private Actor actor = Actor.system(NAME);

    private DeskUnderTest(Path home, Path typed, int bench) {
        this.home = home;
        this.typed = typed;
        this.bench = bench;
        this.far = RemoteDoors.ofHome(Connection.read(home).orElseThrow(), home);
    }

    public static void main(String[] arguments) throws Exception {
        var desk =
                new DeskUnderTest(
                        Path.of(arguments[0]),
                        Path.of(arguments[1]),
                        Integer.parseInt(arguments[2]));
        Watched.serve("up", desk::does);
    }

    private String does(String[] words) throws Exception {
        return switch (words[0]) {
            case "sign-in" -> signIn(words[1], words[2]);
            case "add" -> add(words[1]);
            case "ceremony" -> ceremony(Kind.valueOf(words[1]), words[2]);
            case "half-ceremony" -> begin(Kind.valueOf(words[1]), words[2]).id();
            case "abandon" -> abandon(words[1]);
            case "person" -> person(words[1]);
            case "card" -> card(Integer.parseInt(words[1]), Long.parseLong(words[2]));
            case "read" -> read(Integer.parseInt(words[1]));
            case "renew" -> renew(Integer.parseInt(words[1]));
            case "operator-card" -> operatorCard(Integer.parseInt(words[1]), words[2]);
            case "enter" -> enter(Integer.parseInt(words[1]), words[2]);
            case "lodge" -> lodge(Arrays.copyOfRange(words, 1, words.length));
            default -> throw new IllegalArgumentException(words[0]);
        };
    }

    private char[] typed(String name) throws Exception {
        byte[] bytes = Files.readAllBytes(typed.resolve(name));
        var read = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
        var secret = new char[read.remaining()];
        read.get(secret);
        Arrays.fill(bytes, (byte) 0);
        Arrays.fill(read.array(), '\0');
        return secret;
    }

    private String signIn(String name, String file) throws Exception {
        var password = typed(file);
        try {
            var outcome = far.signIn(name, password, NAME);
            if (outcome instanceof SignInOutcome.SignedIn(Actor in)) {
                actor = in;
            }
            return outcome.getClass().getSimpleName();
        } finally {
            Arrays.fill(password, ' ');
        }
    }

    private String add(String name) throws Exception {
        var password = typed(name);
        try {
            return far.door(Operators.class)
                    .add(actor, RequestId.fresh(), name, Role.ADMINISTRATOR, password)
                    .getClass()
                    .getSimpleName();
        } finally {
            Arrays.fill(password, ' ');
        }
    }

    private Ceremonies.Standing begin(Kind kind, String second) throws Exception {
        var one = new Custodian("admin", typed("admin"));
        var two = new Custodian(second, typed(second));
        try {
            return ((BeginOutcome.Begun)
                            far.door(Ceremonies.class)
                                    .begin(
                                            actor,
                                            RequestId.fresh(),
                                            kind,
                                            one,
                                            two,
                                            Sharing.TWO_OF_THREE))
                    .standing();
        } finally {
            one.wipe();
            two.wipe();
        }
    }

    private String ceremony(Kind kind, String second) throws Exception {
        var door = far.door(Ceremonies.class);
        var begun = begin(kind, second);
        for (int number = 1; number <= 3; number++) {
            var handed = (ShareOutcome.Handed) door.share(actor, begun.id(), number);
            try (var paper = Files.newBufferedWriter(typed.resolve("share-" + number))) {
                paper.write(handed.text());
            }
            handed.wipe();
        }
        for (int number = 1; number <= 2; number++) {
            var share = typed("share-" + number);
            door.type(actor, begun.id(), share);
            Arrays.fill(share, ' ');
        }
        if (!(door.rehearse(actor, begun.id()) instanceof RehearseOutcome.Passed)) {
            throw new IllegalStateException("The rehearsal failed");
        }
        return ((FinishOutcome.Finished) door.finish(actor, RequestId.fresh(), begun.id()))
                .checkValue();
    }

    private String abandon(String id) {
        return String.valueOf(far.door(Ceremonies.class).abandon(actor, id));
    }

    private String person(String name) {
        var enrolled =
                (EnrolOutcome.Enrolled)
                        far.door(People.class)
                                .enrol(
                                        actor,
                                        RequestId.fresh(),
                                        PersonDetails.named("Test", name),
                                        EnrolOutcome.Duplicates.ACCEPTED);
        return String.valueOf(enrolled.person().id().number());
    }

    private String card(int number, long person) throws Exception {
        var renderer = new CardRenderer();
        var printers = new Printers(new FilePrinterDriver());
        var layouts =
                new LayoutShelf(
                        far.door(app.lodge.core.layouts.CardLayouts.class),
                        new LayoutProof(renderer),
                        new LayoutPlans(far.door(EncodingPlans.class)));
        var issuing =
                new CardIssuing(
                        far.door(People.class),
                        far.door(Settings.class),
                        far.door(CardJobs.class),
                        layouts,
                        renderer,
                        printers,
                        new PlanEncoding(
                                far.door(EncodingPlans.class),
                                layouts,
                                far.door(CardKeys.class),
                                far.door(CardJobs.class),
                                _ -> CardBench.reader(bench, number),
                                WAIT));
        var outcome =
                issuing.issue(
                        actor,
                        new IssueOrder(
                                RequestId.fresh(),
                                new PersonId(person),
                                "file:" + home.resolve("cards"),
                                "far",
                                "staff"),
                        Progress.unwatched());
        if (!(outcome instanceof Issued)) {
            throw new IllegalStateException("No card: " + outcome);
        }
        return "issued";
    }

    private String read(int number) throws Exception {
        return new DesfireEncoder(far.door(CardKeys.class))
                .read(actor, CardBench.reader(bench, number), WAIT)
                .getClass()
                .getSimpleName();
    }

    private String renew(int number) throws Exception {
        var outcome =
                new KeyRenewal(
                                far.door(CardKeys.class),
                                far.door(Media.class),
                                far.door(EncodingPlans.class))
                        .renew(actor, RequestId.fresh(), CardBench.reader(bench, number), WAIT);
        if (!(outcome instanceof Renewal.Renewed)) {
            throw new IllegalStateException("Not renewed: " + outcome);
        }
        return "renewed";
    }

    private String operatorCard(int number, String pinFile) throws Exception {
        var reader = CardBench.reader(bench, number);
        var keys = far.door(CardKeys.class);
        var uid = OperatorCardDesk.identify(actor, keys, reader, WAIT);
        var pin = typed(pinFile);
        try {
            var card =
                    ((IssueOutcome.Issued)
                                    far.door(OperatorCards.class)
                                            .issue(
                                                    actor,
                                                    RequestId.fresh(),
                                                    new OperatorCards.Order(
                                                            actor.operatorId(),
                                                            uid,
                                                            Level.ADMINISTRATOR,
                                                            "",
                                                            LocalDate.of(2099, 1, 1)),
                                                    pin))
                            .card();
            OperatorCardDesk.write(actor, keys, reader, WAIT, card);
            return String.valueOf(card.number());
        } finally {
            Arrays.fill(pin, ' ');
        }
    }

    private String enter(int number, String pinFile) throws Exception {
        var entrance = far.cardEntrance();
        var proven =
                (ProveOutcome.Proven)
                        OperatorCardDesk.prove(CardBench.reader(bench, number), WAIT, entrance);
        var pin = typed(pinFile);
        try {
            var outcome = entrance.enter(proven.session(), pin, NAME);
            if (outcome instanceof EnterOutcome.SignedIn(Actor in)) {
                actor = in;
            }
            return outcome.getClass().getSimpleName();
        } finally {
            Arrays.fill(pin, ' ');
        }
    }

    /// A command as it is typed; passwords are asked for, and answered from the files.
    private String lodge(String... words) {
        var said = new PrintWriter(System.out, true);
        var terminal =
                new Terminal(
                        said,
                        said,
                        new Texts(Locale.ENGLISH),
                        _ -> {
                            try {
                                return Optional.of(typed("admin"));
                            } catch (Exception e) {
                                throw new IllegalStateException(e);
                            }
                        },
                        home,
                        NAME);
        return String.valueOf(
                new Commands(terminal, new BridgeDoors(NAME), new NoPrograms()).run(words));
    }

    private static final class NoPrograms implements Programs {
        @Override
        public int desktop(Path siteHome) {
            return 1;
        }

        @Override
        public int bridge(Terminal terminal, Path siteHome) {
            return 1;
        }

        @Override
        public int demo(Terminal terminal, Optional<Path> headless, Optional<Path> siteHome) {
            return 1;
        }
    }
}
