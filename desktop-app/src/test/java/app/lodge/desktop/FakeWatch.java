package app.lodge.desktop;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.watch.Ahead;
import app.lodge.core.watch.Alert;
import app.lodge.core.watch.Channel;
import app.lodge.core.watch.Matter;
import app.lodge.core.watch.Outlets.MailSecurity;
import app.lodge.core.watch.Outlets.MailServer;
import app.lodge.core.watch.Provision;
import app.lodge.core.watch.Reach;
import app.lodge.core.watch.Rule;
import app.lodge.core.watch.Watch;
import app.lodge.core.watch.parties.PartyKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A watch in memory: two alerts that hold, one that is over, three rules.
final class FakeWatch implements Watch {

    private static final Instant NOW = FakePeople.NOW;
    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

    private final List<Rule> rules =
            new ArrayList<>(
                    List.of(
                            rule(1, Matter.SILENCE, null, "", Set.of(Channel.TASK, Channel.MAIL)),
                            rule(
                                    2,
                                    Matter.LEVEL,
                                    DeviceKind.PAYMENT_POINT,
                                    "Canteen",
                                    Set.of(Channel.TASK, Channel.MAIL, Channel.WEBHOOK)),
                            rule(3, Matter.STOCK, null, "", Set.of(Channel.TASK))));
    private final List<Alert> alerts =
            new ArrayList<>(
                    List.of(
                            alert(9, Matter.LEVEL, 4, "notes", "Drinks machine", 94, null, null),
                            alert(8, Matter.SILENCE, 3, "", "Lockers, gym", 140, null, NOW),
                            alert(7, Matter.FAULT, 4, "NOTE_JAM", "Drinks machine", 3, NOW, null)));
    private Reach reach =
            new Reach(
                    new Reach.MailReach(
                            new MailServer(
                                    "mail.example.org",
                                    587,
                                    MailSecurity.STARTTLS,
                                    "lodge",
                                    "lodge@example.org"),
                            List.of("porter@example.org"),
                            List.of("chief@example.org")),
                    null);

    private static Rule rule(
            long id,
            Matter matter,
            @Nullable DeviceKind kind,
            String place,
            Set<Channel> channels) {
        return new Rule(
                id,
                matter,
                kind,
                place,
                matter.usual(),
                channels,
                id == 2 ? LocalTime.of(22, 0) : null,
                id == 2 ? LocalTime.of(6, 0) : null,
                id == 2 ? 30 : 0,
                id == 2 ? Set.of(PartyKind.CLIENT, PartyKind.CIT) : Set.of());
    }

    private static Alert alert(
            long id,
            Matter matter,
            long device,
            String code,
            String what,
            long amount,
            @Nullable Instant ended,
            @Nullable Instant known) {
        return new Alert(
                id,
                1,
                matter,
                "device:" + device,
                code,
                what,
                amount,
                2,
                NOW.minus(Duration.ofMinutes(140)),
                NOW.minus(Duration.ofMinutes(3)),
                ended,
                known,
                known == null ? 0 : 1,
                null);
    }

    @Override
    public List<Rule> rules(Actor actor) {
        return List.copyOf(rules);
    }

    @Override
    public RuleOutcome putRule(Actor actor, RequestId request, Rule rule) {
        rules.add(rule);
        return new RuleOutcome.Kept(rule);
    }

    @Override
    public void removeRule(Actor actor, RequestId request, long rule) {
        rules.removeIf(one -> one.id() == rule);
    }

    @Override
    public List<Alert> alerts(Actor actor, int limit) {
        return List.copyOf(alerts);
    }

    @Override
    public List<Message> messages(Actor actor, long alert) {
        return List.of(
                new Message(Channel.MAIL, false, Message.State.SENT, 1, NOW, NOW, ""),
                new Message(
                        Channel.WEBHOOK,
                        false,
                        Message.State.WAITING,
                        3,
                        NOW,
                        null,
                        "The web hook answered HTTP 503"));
    }

    @Override
    public boolean acknowledge(Actor actor, RequestId request, long alert) {
        alerts.replaceAll(one ->
                one.id() == alert
                        ? alert(
                                one.id(),
                                one.matter(),
                                4,
                                one.code(),
                                one.what(),
                                one.amount(),
                                null,
                                NOW)
                        : one);
        return true;
    }

    @Override
    public Reach reach(Actor actor) {
        return reach;
    }

    @Override
    public ReachOutcome setMail(
            Actor actor, RequestId request, Reach.MailReach mail, @Nullable String password) {
        reach = new Reach(mail, reach.webhook());
        return new ReachOutcome.Kept(reach);
    }

    @Override
    public ReachOutcome setWebhook(
            Actor actor, RequestId request, Reach.HookReach webhook, @Nullable String secret) {
        reach = new Reach(reach.mail(), webhook);
        return new ReachOutcome.Kept(reach);
    }

    @Override
    public TryOutcome tryOut(Actor actor, Channel channel) {
        return channel == Channel.MAIL
                ? new TryOutcome.Failed("The mail server said: 550 no such user")
                : new TryOutcome.NotSetUp();
    }

    final List<Provision> provisions =
            new ArrayList<>(
                    List.of(
                            new Provision(
                                    1,
                                    Provision.Kind.LICENCE,
                                    "Printer kit",
                                    TODAY.plusDays(20),
                                    0,
                                    0,
                                    NOW),
                            new Provision(
                                    2,
                                    Provision.Kind.SIM,
                                    "Key station, hall",
                                    null,
                                    750,
                                    500,
                                    NOW),
                            new Provision(
                                    3,
                                    Provision.Kind.RIBBON,
                                    "YMCKO · 1000712345",
                                    TODAY.plusDays(9),
                                    62,
                                    200,
                                    NOW)));

    @Override
    public List<Provision> provisions(Actor actor) {
        return List.copyOf(provisions);
    }

    @Override
    public ProvisionOutcome putProvision(Actor actor, RequestId request, Provision provision) {
        if (provision.name().isEmpty()) {
            return new ProvisionOutcome.Rejected(
                    List.of(Problem.of("name", "", "watch.provision-name")));
        }
        provisions.removeIf(one -> one.id() == provision.id());
        provisions.add(
                new Provision(
                        provision.id() == 0 ? 9 : provision.id(),
                        provision.kind(),
                        provision.name(),
                        provision.on(),
                        provision.remaining(),
                        provision.wanted(),
                        NOW));
        return new ProvisionOutcome.Kept(provisions.getLast());
    }

    @Override
    public boolean removeProvision(Actor actor, RequestId request, long provision) {
        return provisions.removeIf(one -> one.id() == provision);
    }

    @Override
    public void tellRibbon(Actor actor, RibbonTold ribbon) {}

    private static Ahead ahead(Provision one) {
        var kind =
                switch (one.kind()) {
                    case LICENCE -> Ahead.Kind.LICENCE;
                    case SIM -> Ahead.Kind.SIM_CREDIT;
                    case RIBBON -> Ahead.Kind.RIBBON;
                };
        return new Ahead(
                kind, "provision:" + one.id(), one.name(), one.on(), one.remaining(), one.wanted());
    }

    @Override
    public List<Ahead> ahead(Actor actor) {
        var all = new ArrayList<>(ofTheSite());
        provisions.stream().map(FakeWatch::ahead).forEach(all::add);
        all.sort(Ahead.soonestFirst());
        return List.copyOf(all);
    }

    private static List<Ahead> ofTheSite() {
        return List.of(
                day(Ahead.Kind.BACKUP, "", "", -3),
                day(Ahead.Kind.LOAN, "medium:4", "0000012-02", 0),
                day(Ahead.Kind.DEVICE_CERTIFICATE, "device:5", "Copier, third floor", 12),
                day(Ahead.Kind.MANDATE, "mandate:3", "LODGE-0000003", 55),
                day(Ahead.Kind.PURSE, "medium:9", "0000014-01", 200),
                new Ahead(Ahead.Kind.LEVEL, "device:4", "Drinks machine · notes", null, 471, 500),
                new Ahead(Ahead.Kind.STOCK, "stock:1", "Card desk", null, 40, 50),
                new Ahead(Ahead.Kind.DISK, "", "", null, 210_000_000_000L, 500_000_000_000L));
    }

    private static Ahead day(Ahead.Kind kind, String subject, String what, int days) {
        return new Ahead(kind, subject, what, TODAY.plusDays(days), 0, 0);
    }

    @Override
    public int round(Actor bridge) {
        return 0;
    }
}
