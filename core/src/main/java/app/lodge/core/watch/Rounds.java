package app.lodge.core.watch;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Tx;
import app.lodge.core.devices.DeviceBoard;
import app.lodge.core.settings.SiteSettings;
import app.lodge.core.texts.Texts;
import app.lodge.core.watch.Watch.Message.State;
import app.lodge.core.watch.parties.PartyPost;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One round after another: look, store what was found, send what is due. Whatever is sent was stored
/// before, and what was not noted as sent is sent again under the same key.
final class Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    /// What comes again in this time after its end is the same alert.
    static final Duration FOLDED_FOR = Duration.ofMinutes(15);

    private final Books books;
    private final DeviceBoard board;
    private final SiteGauges gauges;
    private final Supplier<SiteSettings> settings;
    private final Outgoing outgoing;
    private final PartyPost parties;
    private final RuleStore rules = new RuleStore();
    private final AlertStore alerts = new AlertStore();

    Rounds(
            Books books,
            DeviceBoard board,
            SiteGauges gauges,
            Supplier<SiteSettings> settings,
            Outgoing outgoing,
            PartyPost parties) {
        this.books = books;
        this.board = board;
        this.gauges = gauges;
        this.settings = settings;
        this.outgoing = outgoing;
        this.parties = parties;
    }

    /// One at a time: two at once would tell everybody twice.
    synchronized int round(Actor bridge) {
        var rows = board.rows(bridge);
        note(bridge, rows);
        return send(bridge) + parties.send(bridge, rows);
    }

    private void note(Actor bridge, List<DeviceBoard.Row> rows) {
        var all = books.read(rules::all);
        var now = books.clock().instant();
        var zone = settings.get().zone();
        var provisions = books.read(sql -> new ProvisionStore().ahead(sql, now, zone));
        var today = now.atZone(zone).toLocalDate();
        var found = standing(new Findings(rows, gauges.read(), provisions, now, today).of(all));
        var open = new HashMap<String, Alert>();
        for (var alert : books.read(alerts::open)) {
            open.put(key(alert), alert);
        }
        if (found.isEmpty() && open.isEmpty()) {
            return;
        }
        var news =
                found.stream().anyMatch(finding -> isNews(finding, open.get(finding.key())))
                        || open.keySet().stream()
                                .anyMatch(key ->
                                        found.stream().noneMatch(one -> one.key().equals(key)))
                        || open.values().stream().anyMatch(alert -> escalates(all, alert, now));
        if (!news) {
            return;
        }
        books.write(
                bridge,
                tx -> {
                    for (var finding : found) {
                        var standing = open.remove(finding.key());
                        if (standing == null) {
                            begin(tx, finding, rows);
                        } else {
                            goOn(tx, finding, standing);
                        }
                    }
                    open.values().forEach(over -> end(tx, over));
                    return null;
                });
    }

    /// Money that was taken by card stays taken: what ends such a finding is somebody's word that it was given back.
    private List<Finding> standing(List<Finding> found) {
        if (found.stream().noneMatch(Rounds::endsByWord)) {
            return found;
        }
        var said = books.read(sql -> alerts.acknowledged(sql, Matter.CARD_REFUSED));
        return found.stream()
                .filter(one -> !endsByWord(one) || !said.contains(one.subject() + "/" + one.code()))
                .toList();
    }

    private static boolean endsByWord(Finding finding) {
        return finding.rule().matter() == Matter.CARD_REFUSED;
    }

    private static boolean isNews(Finding finding, @org.jspecify.annotations.Nullable Alert open) {
        return open == null
                || finding.times() > open.times() && finding.rule().matter() == Matter.FAULT;
    }

    private static String key(Alert alert) {
        return alert.rule() + "/" + alert.subject() + "/" + alert.code();
    }

    private void begin(Tx tx, Finding finding, List<DeviceBoard.Row> rows) {
        var before = alerts.ended(tx.sql(), finding, tx.now().minus(FOLDED_FOR)).orElse(null);
        if (before != null) {
            alerts.again(tx, before.id(), finding.amount());
            return;
        }
        var id = alerts.begin(tx, finding);
        var at = notBefore(finding.rule(), tx.now());
        for (var channel : finding.rule().channels()) {
            if (channel != Channel.TASK) {
                alerts.say(tx, id, channel, false, at);
            }
        }
        parties.begin(tx, id, finding.rule().parties(), finding.subject(), rows, at);
        tx.journal(
                "alert.raised",
                "alert:" + id,
                Map.of(
                        "matter", finding.rule().matter().name(),
                        "subject", finding.subject(),
                        "code", finding.code(),
                        "amount", finding.amount()));
    }

    private void goOn(Tx tx, Finding finding, Alert standing) {
        if (isNews(finding, standing)) {
            alerts.more(tx, standing.id(), finding.amount(), finding.times());
        }
        if (escalates(List.of(finding.rule()), standing, tx.now())) {
            alerts.escalated(tx, standing.id());
            for (var channel : finding.rule().channels()) {
                if (channel != Channel.TASK) {
                    alerts.say(tx, standing.id(), channel, true, tx.now());
                }
            }
            tx.journal(
                    "alert.escalated",
                    "alert:" + standing.id(),
                    Map.of("afterMinutes", finding.rule().escalateAfterMinutes()));
        }
    }

    private void end(Tx tx, Alert over) {
        alerts.end(tx, over.id());
        tx.journal("alert.ended", "alert:" + over.id(), Map.of("subject", over.subject()));
    }

    /// Quiet hours count: those who are told last are not woken before those who are told first.
    private boolean escalates(List<Rule> all, Alert alert, Instant now) {
        return alert.waits()
                && alert.escalatedAt() == null
                && all.stream()
                        .filter(rule -> rule.id() == alert.rule())
                        .anyMatch(rule ->
                                rule.escalateAfterMinutes() > 0
                                        && !rule.quietAt(local(now))
                                        && !notBefore(rule, alert.raisedAt())
                                                .plus(
                                                        Duration.ofMinutes(
                                                                rule.escalateAfterMinutes()))
                                                .isAfter(now));
    }

    /// When somebody may be told of what began then.
    private Instant notBefore(Rule rule, Instant began) {
        var until = rule.quietUntil();
        if (until == null || !rule.quietAt(local(began))) {
            return began;
        }
        var zone = settings.get().zone();
        LocalDate day = began.atZone(zone).toLocalDate();
        var end = day.atTime(until).atZone(zone).toInstant();
        return end.isAfter(began) ? end : day.plusDays(1).atTime(until).atZone(zone).toInstant();
    }

    private LocalTime local(Instant at) {
        return at.atZone(settings.get().zone()).toLocalTime();
    }

    private int send(Actor bridge) {
        var sent = 0;
        var site = settings.get();
        for (var due : books.read(sql -> alerts.due(sql, books.clock().instant()))) {
            var alert = books.read(sql -> alerts.find(sql, due.alert())).orElseThrow();
            if (alert.endedAt() != null || alert.acknowledgedAt() != null) {
                settle(bridge, due, State.DROPPED);
                continue;
            }
            try {
                outgoing.send(
                        new Texts(Locale.forLanguageTag(site.language())),
                        site.name(),
                        due.message().channel(),
                        alert,
                        due.message().escalation());
                settle(bridge, due, State.SENT);
                sent++;
            } catch (IOException e) {
                LOG.warn(
                        "Alert {} could not be told by {}: {}",
                        alert.id(),
                        due.message().channel(),
                        e.getMessage());
                failed(bridge, due, String.valueOf(e.getMessage()));
            }
        }
        return sent;
    }

    private void settle(Actor bridge, AlertStore.Due due, State state) {
        books.write(
                bridge,
                tx -> {
                    alerts.settled(tx, due, state);
                    return tx.journal(
                            "alert.told",
                            "alert:" + due.alert(),
                            Map.of(
                                    "channel",
                                    due.message().channel().name(),
                                    "state",
                                    state.name()));
                });
    }

    private void failed(Actor bridge, AlertStore.Due due, String why) {
        var attempts = due.message().attempts();
        var state = Retry.givesUp(attempts) ? State.FAILED : State.WAITING;
        books.write(
                bridge,
                tx -> {
                    alerts.failed(tx, due, state, tx.now().plus(Retry.pause(attempts)), why);
                    return null;
                });
    }
}
