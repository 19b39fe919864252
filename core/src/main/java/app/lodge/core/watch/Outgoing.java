package app.lodge.core.watch;

import app.lodge.core.books.Books;
import app.lodge.core.books.Sealing;
import app.lodge.core.doors.Json;
import app.lodge.core.texts.Texts;
import app.lodge.core.watch.Reach.HookReach;
import app.lodge.core.watch.Reach.MailReach;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// How those who are told are reached, with passwords and secrets sealed by the vault.
final class Outgoing implements MailWay {

    private final Books books;
    private final Sealing sealing;
    private final String siteId;
    private final Supplier<Outlets> outlets;
    private final RuleStore store = new RuleStore();

    Outgoing(Books books, Sealing sealing, String siteId, Supplier<Outlets> outlets) {
        this.books = books;
        this.sealing = sealing;
        this.siteId = siteId;
        this.outlets = outlets;
    }

    Reach reach() {
        return new Reach(mail().orElse(null), hook().orElse(null));
    }

    byte @Nullable [] sealed(@Nullable String secret) {
        return secret == null ? null : sealing.seal(secret.getBytes(StandardCharsets.UTF_8));
    }

    void send(Texts texts, String site, Channel channel, Alert alert, boolean escalation)
            throws IOException {
        var key = siteId + "-" + alert.id() + (escalation ? "-2" : "-1");
        switch (channel) {
            case MAIL -> {
                var reach = mail().orElseThrow(() -> new IOException("Mail is not set up"));
                outlets.get()
                        .mail(
                                reach.server(),
                                secret(channel),
                                Told.mail(texts, site, key, reach, alert, escalation));
            }
            case WEBHOOK -> {
                var reach = hook().orElseThrow(() -> new IOException("No webhook is set up"));
                outlets.get()
                        .post(
                                URI.create(reach.address()),
                                secret(channel).getBytes(StandardCharsets.UTF_8),
                                Told.call(texts, site, key, alert, escalation));
            }
            case TASK -> {
                // The start page reads the alert itself.
            }
        }
    }

    /// @param key of this try
    /// @return false if this channel is not set up
    boolean tryOut(Texts texts, String site, Channel channel, String key) throws IOException {
        switch (channel) {
            case MAIL -> {
                var reach = mail().orElse(null);
                if (reach == null) {
                    return false;
                }
                outlets.get()
                        .mail(
                                reach.server(),
                                secret(channel),
                                Told.trial(texts, site, siteId + "-try-" + key, reach));
            }
            case WEBHOOK -> {
                var reach = hook().orElse(null);
                if (reach == null) {
                    return false;
                }
                outlets.get()
                        .post(
                                URI.create(reach.address()),
                                secret(channel).getBytes(StandardCharsets.UTF_8),
                                Told.trialCall(site, siteId + "-try-" + key));
            }
            case TASK -> {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean setUp() {
        return mail().isPresent();
    }

    @Override
    public void mail(String key, String to, String subject, String text) throws IOException {
        var reach = mail().orElseThrow(() -> new IOException("Mail is not set up"));
        outlets.get()
                .mail(
                        reach.server(),
                        secret(Channel.MAIL),
                        new Outlets.Mail(siteId + "-" + key, List.of(to), subject, text));
    }

    private Optional<MailReach> mail() {
        return books.read(sql -> store.outlet(sql, Channel.MAIL))
                .map(outlet -> Json.read(outlet.content(), MailReach.class));
    }

    private Optional<HookReach> hook() {
        return books.read(sql -> store.outlet(sql, Channel.WEBHOOK))
                .map(outlet -> Json.read(outlet.content(), HookReach.class));
    }

    private String secret(Channel channel) {
        return books.read(sql -> store.outlet(sql, channel))
                .flatMap(outlet -> Optional.ofNullable(outlet.secret()))
                .map(sealed -> new String(sealing.open(sealed), StandardCharsets.UTF_8))
                .orElse("");
    }
}
