package app.lodge.core.watch;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Permission;
import app.lodge.core.books.RequestId;
import app.lodge.core.doors.Json;
import app.lodge.core.settings.SiteSettings;
import app.lodge.core.texts.Texts;
import app.lodge.core.watch.Reach.HookReach;
import app.lodge.core.watch.Reach.MailReach;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The watch kept in the books.
final class BookedWatch implements Watch {

    private static final int MOST_ALERTS = 500;

    private final Books books;
    private final Supplier<SiteSettings> settings;
    private final Outgoing outgoing;
    private final Rounds rounds;
    private final LookingAhead lookingAhead;
    private final Provisioning provisioning;
    private final RuleStore rules = new RuleStore();
    private final AlertStore alerts = new AlertStore();

    BookedWatch(
            Books books,
            Supplier<SiteSettings> settings,
            Outgoing outgoing,
            Rounds rounds,
            LookingAhead lookingAhead) {
        this.books = books;
        this.settings = settings;
        this.outgoing = outgoing;
        this.rounds = rounds;
        this.lookingAhead = lookingAhead;
        this.provisioning = new Provisioning(books);
    }

    @Override
    public List<Rule> rules(Actor actor) {
        actor.require(Permission.SEE_DEVICES);
        return books.read(rules::all);
    }

    @Override
    public RuleOutcome putRule(Actor actor, RequestId request, Rule rule) {
        actor.require(Permission.CHANGE_SETTINGS);
        var problems = WatchCheck.rule(rule);
        if (!problems.isEmpty()) {
            return new RuleOutcome.Rejected(problems);
        }
        return books.once(
                actor,
                request,
                "watch.putRule",
                rule,
                RuleOutcome.class,
                tx -> {
                    if (rule.id() != 0 && rules.find(tx.sql(), rule.id()).isEmpty()) {
                        return new RuleOutcome.Rejected(
                                List.of(
                                        app.lodge.core.books.Problem.of(
                                                "rule", rule.id(), "watch.rule-unknown")));
                    }
                    var id = rules.put(tx, rule);
                    tx.journal(
                            "watch.rule-changed",
                            "watch-rule:" + id,
                            Map.of(
                                    "matter", rule.matter().name(),
                                    "threshold", rule.threshold(),
                                    "channels", rule.channels().stream().sorted().toList(),
                                    "escalate", rule.escalateAfterMinutes(),
                                    "parties", rule.parties().stream().sorted().toList()));
                    return new RuleOutcome.Kept(rules.find(tx.sql(), id).orElseThrow());
                });
    }

    @Override
    public void removeRule(Actor actor, RequestId request, long rule) {
        actor.require(Permission.CHANGE_SETTINGS);
        books.once(
                actor,
                request,
                "watch.removeRule",
                List.of(rule),
                Boolean.class,
                tx -> {
                    if (rules.remove(tx, rule)) {
                        alerts.open(tx.sql()).stream()
                                .filter(alert -> alert.rule() == rule)
                                .forEach(alert -> alerts.end(tx, alert.id()));
                        tx.journal("watch.rule-removed", "watch-rule:" + rule, Map.of());
                    }
                    return true;
                });
    }

    @Override
    public List<Alert> alerts(Actor actor, int limit) {
        actor.require(Permission.SEE_DEVICES);
        return books.read(sql -> alerts.newest(sql, Math.clamp(limit, 1, MOST_ALERTS)));
    }

    @Override
    public List<Message> messages(Actor actor, long alert) {
        actor.require(Permission.SEE_DEVICES);
        return books.read(sql -> alerts.messages(sql, alert));
    }

    @Override
    public boolean acknowledge(Actor actor, RequestId request, long alert) {
        actor.require(Permission.SEE_DEVICES);
        return books.once(
                actor,
                request,
                "watch.acknowledge",
                List.of(alert),
                Boolean.class,
                tx -> {
                    var first = alerts.acknowledge(tx, alert, actor.operatorId());
                    if (first) {
                        tx.journal("alert.acknowledged", "alert:" + alert, Map.of());
                    }
                    return first;
                });
    }

    @Override
    public Reach reach(Actor actor) {
        actor.require(Permission.CHANGE_SETTINGS);
        return outgoing.reach();
    }

    @Override
    public ReachOutcome setMail(
            Actor actor, RequestId request, MailReach mail, @Nullable String password) {
        actor.require(Permission.CHANGE_SETTINGS);
        var problems = WatchCheck.mail(mail);
        if (!problems.isEmpty()) {
            return new ReachOutcome.Rejected(problems);
        }
        return keep(actor, request, Channel.MAIL, Json.text(mail, MailReach.class), password);
    }

    @Override
    public ReachOutcome setWebhook(
            Actor actor, RequestId request, HookReach webhook, @Nullable String secret) {
        actor.require(Permission.CHANGE_SETTINGS);
        var stored =
                books.read(sql -> rules.outlet(sql, Channel.WEBHOOK))
                        .map(outlet -> outlet.secret() != null)
                        .orElse(false);
        var problems = WatchCheck.hook(webhook, secret, stored);
        if (!problems.isEmpty()) {
            return new ReachOutcome.Rejected(problems);
        }
        return keep(actor, request, Channel.WEBHOOK, Json.text(webhook, HookReach.class), secret);
    }

    private ReachOutcome keep(
            Actor actor,
            RequestId request,
            Channel channel,
            String content,
            @Nullable String secret) {
        var sealed = outgoing.sealed(secret);
        books.once(
                actor,
                request,
                "watch.reach",
                List.of(channel, content),
                Boolean.class,
                tx -> {
                    rules.outlet(tx, channel, content, sealed);
                    tx.journal(
                            "watch.reach-changed",
                            "site",
                            Map.of("channel", channel.name(), "secret", sealed != null));
                    return true;
                });
        return new ReachOutcome.Kept(outgoing.reach());
    }

    @Override
    public TryOutcome tryOut(Actor actor, Channel channel) {
        actor.require(Permission.CHANGE_SETTINGS);
        var site = settings.get();
        try {
            var sent =
                    outgoing.tryOut(
                            new Texts(Locale.forLanguageTag(site.language())),
                            site.name(),
                            channel,
                            RequestId.fresh().toString());
            return sent ? new TryOutcome.Sent() : new TryOutcome.NotSetUp();
        } catch (IOException e) {
            return new TryOutcome.Failed(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public List<Ahead> ahead(Actor actor) {
        actor.require(Permission.SEE_DEVICES);
        return lookingAhead.all();
    }

    @Override
    public List<Provision> provisions(Actor actor) {
        return provisioning.all(actor);
    }

    @Override
    public ProvisionOutcome putProvision(Actor actor, RequestId request, Provision provision) {
        return provisioning.put(actor, request, provision);
    }

    @Override
    public boolean removeProvision(Actor actor, RequestId request, long provision) {
        return provisioning.remove(actor, request, provision);
    }

    @Override
    public void tellRibbon(Actor actor, RibbonTold ribbon) {
        provisioning.tell(actor, ribbon);
    }

    @Override
    public int round(Actor bridge) {
        bridge.require(Permission.DEVICE_TRAFFIC);
        return rounds.round(bridge);
    }
}
