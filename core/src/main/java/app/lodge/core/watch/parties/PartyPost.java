package app.lodge.core.watch.parties;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Sealing;
import app.lodge.core.books.Tx;
import app.lodge.core.devices.DeviceBoard.Row;
import app.lodge.core.settings.SiteSettings;
import app.lodge.core.texts.Texts;
import app.lodge.core.watch.Alert;
import app.lodge.core.watch.AlertBook;
import app.lodge.core.watch.Channel;
import app.lodge.core.watch.MailWay;
import app.lodge.core.watch.Matter;
import app.lodge.core.watch.Outlets;
import app.lodge.core.watch.Retry;
import app.lodge.core.watch.SiteGauges;
import app.lodge.core.watch.Watch.Message.State;
import app.lodge.core.watch.parties.PartyMessageStore.Due;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells parties of what the rounds of the watch find. Who stands for a device, who is told and what may be
/// seen is asked as a message is stored and again as it leaves.
public final class PartyPost {

    private static final Logger LOG = LoggerFactory.getLogger(PartyPost.class);

    private final Books books;
    private final Supplier<SiteSettings> settings;
    private final MailWay mail;
    private final Sealing sealing;
    private final String siteId;
    private final Supplier<Outlets> outlets;
    private final DeviceMoney money;
    private final SiteGauges gauges;
    private final AlertBook alerts;
    private final PartyStore parties = new PartyStore();
    private final PartyMessageStore messages = new PartyMessageStore();

    public PartyPost(
            Books books,
            Supplier<SiteSettings> settings,
            MailWay mail,
            Sealing sealing,
            String siteId,
            Supplier<Outlets> outlets,
            DeviceMoney money,
            SiteGauges gauges,
            AlertBook alerts) {
        this.books = books;
        this.settings = settings;
        this.mail = mail;
        this.sealing = sealing;
        this.siteId = siteId;
        this.outlets = outlets;
        this.money = money;
        this.gauges = gauges;
        this.alerts = alerts;
    }

    /// Stores whom an alert that begins is to be told.
    ///
    /// @param kinds of party that its rule tells
    /// @param subject of the alert; what is no device has no parties
    /// @param at not before this
    public void begin(
            Tx tx, long alert, Set<PartyKind> kinds, String subject, List<Row> board, Instant at) {
        if (kinds.isEmpty()) {
            return;
        }
        row(board, subject)
                .ifPresent(row ->
                        parties.all(tx.sql()).stream()
                                .filter(party -> hears(party, kinds, row))
                                .forEach(party ->
                                        party.channels()
                                                .forEach(way ->
                                                        messages.say(
                                                                tx, alert, party.id(), way, at))));
    }

    private static boolean hears(Party party, Set<PartyKind> kinds, Row row) {
        return kinds.contains(party.kind()) && party.standsFor(row.device());
    }

    private static Optional<Row> row(List<Row> board, String subject) {
        return board.stream()
                .filter(row -> subject.equals("device:" + row.device().id().number()))
                .findFirst();
    }

    /// @return how many messages left
    public int send(Actor bridge, List<Row> board) {
        var sent = 0;
        for (var due : books.read(sql -> messages.due(sql, books.clock().instant()))) {
            var words = words(due, board);
            if (words.isEmpty()) {
                settle(bridge, due, State.DROPPED);
                continue;
            }
            try {
                leave(due, words.get());
                settle(bridge, due, State.SENT);
                sent++;
            } catch (IOException e) {
                LOG.warn(
                        "Party {} could not be told of alert {} by {}: {}",
                        due.party(),
                        due.alert(),
                        due.channel(),
                        e.getMessage());
                failed(bridge, due, String.valueOf(e.getMessage()));
            }
        }
        return sent;
    }

    /// Empty if the party is not to be told any more: it is over, the party or its device has gone, it stands
    /// for others now, or the rule tells others.
    private Optional<Said> words(Due due, List<Row> board) {
        var alert = alerts.alert(due.alert()).filter(one -> one.endedAt() == null).orElse(null);
        var party = books.read(sql -> parties.find(sql, due.party())).orElse(null);
        if (alert == null || party == null || !party.channels().contains(due.channel())) {
            return Optional.empty();
        }
        return row(board, alert.subject())
                .filter(row -> hears(party, alerts.tells(alert.rule()), row))
                .map(row -> new Said(party, words(party, alert, row)));
    }

    private record Said(Party party, PartyWords words) {}

    private PartyWords words(Party party, Alert alert, Row row) {
        var seen = books.read(parties::sights).getOrDefault(party.kind(), Set.of());
        var facts =
                PartyFacts.of(
                        alert,
                        row,
                        seen.contains(Sight.TOTALS)
                                ? money.in(row.device().id().number()).orElse(null)
                                : null,
                        payments(alert));
        return new PartyWords(
                new Texts(Locale.forLanguageTag(party.language())),
                settings.get().zone(),
                facts.seenBy(seen));
    }

    private List<SiteGauges.Uncredited> payments(Alert alert) {
        return alert.matter() == Matter.CARD_REFUSED
                ? gauges.read().uncredited().stream()
                        .filter(one ->
                                alert.subject().equals("device:" + one.device())
                                        && one.reference().equals(alert.code()))
                        .toList()
                : List.of();
    }

    private void leave(Due due, Said said) throws IOException {
        var key = due.alert() + "-p" + due.party();
        var words = said.words();
        if (due.channel() == Channel.MAIL) {
            mail.mail(key, said.party().mail(), words.subject(), words.text());
            return;
        }
        var whole = siteId + "-" + key;
        outlets.get()
                .post(
                        URI.create(said.party().webhook()),
                        secret(due.party()).getBytes(StandardCharsets.UTF_8),
                        new Outlets.Call(whole, words.body(whole)));
    }

    private String secret(long party) {
        return books.read(sql -> parties.secret(sql, party))
                .map(sealed -> new String(sealing.open(sealed), StandardCharsets.UTF_8))
                .orElse("");
    }

    private void settle(Actor bridge, Due due, State state) {
        books.write(
                bridge,
                tx -> {
                    messages.settled(tx, due, state);
                    return tx.journal(
                            "alert.party-told",
                            "alert:" + due.alert(),
                            Map.of(
                                    "party", due.party(),
                                    "channel", due.channel().name(),
                                    "state", state.name()));
                });
    }

    private void failed(Actor bridge, Due due, String why) {
        var state = Retry.givesUp(due.attempts()) ? State.FAILED : State.WAITING;
        books.write(
                bridge,
                tx -> {
                    messages.failed(
                            tx, due, state, tx.now().plus(Retry.pause(due.attempts())), why);
                    return null;
                });
    }
}
