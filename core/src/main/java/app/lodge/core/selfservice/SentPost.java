package app.lodge.core.selfservice;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Permission;
import app.lodge.core.selfservice.MailStore.State;
import app.lodge.core.watch.MailWay;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Mail as it leaves, through the server that alerts go through. A mail that could not leave is tried again,
/// later and later; a bridge that was killed after sending and before noting it sends the very same
/// again, with the same Message-ID.
final class SentPost implements HolderPost {

    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int MOST_ATTEMPTS = 60;
    private static final Pattern REPLY = Pattern.compile("\\b[45][0-9]{2}\\b"); // RFC 5321 4.2
    private static final int LONGEST_CODE = 24;

    private final Books books;
    private final Outbox outbox;
    private final Letters letters;
    private final MailWay way;

    SentPost(Books books, Outbox outbox, Letters letters, MailWay way) {
        this.books = books;
        this.outbox = outbox;
        this.letters = letters;
        this.way = way;
    }

    @Override
    public int round(Actor bridge) {
        bridge.require(Permission.DEVICE_TRAFFIC);
        if (!way.setUp()) {
            return 0; // they wait until somebody sets mail up
        }
        var sent = 0;
        for (var mail : books.read(sql -> outbox.store().due(sql, now()))) {
            if (sent(bridge, mail)) {
                sent++;
            }
        }
        return sent;
    }

    private boolean sent(Actor bridge, MailStore.Row mail) {
        var letter = letters.of(mail);
        var address = outbox.address(mail);
        if (letter.isEmpty() || address.isEmpty()) {
            settle(bridge, mail, State.DROPPED, "");
            return false;
        }
        try {
            way.mail(
                    "holder-" + mail.id(),
                    address.get(),
                    letter.get().subject(),
                    letter.get().text());
        } catch (IOException e) {
            failed(bridge, mail, code(e));
            return false;
        }
        settle(bridge, mail, State.SENT, "");
        return true;
    }

    private void failed(Actor bridge, MailStore.Row mail, String why) {
        if (mail.attempts() + 1 >= MOST_ATTEMPTS) {
            settle(bridge, mail, State.FAILED, why);
            return;
        }
        var pause = Duration.ofMinutes(1L << Math.min(6, mail.attempts()));
        var next = now().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
        books.write(
                bridge,
                tx -> {
                    outbox.store().later(tx, mail, next, why);
                    return null;
                });
    }

    private void settle(Actor bridge, MailStore.Row mail, State state, String why) {
        books.write(
                bridge,
                tx -> {
                    outbox.store().settled(tx, mail, state, why);
                    return tx.journal(
                            "holder-mail." + state.name().toLowerCase(Locale.ROOT),
                            "mail:" + mail.id(),
                            Map.of("kind", mail.kind().name(), "about", mail.about()));
                });
    }

    private Instant now() {
        return books.clock().instant();
    }

    /// The server's own words may repeat the address: only its number is kept.
    private static String code(IOException e) {
        var reply = REPLY.matcher(String.valueOf(e.getMessage()));
        if (reply.find()) {
            return reply.group();
        }
        var name = e.getClass().getSimpleName();
        return name.length() > LONGEST_CODE ? name.substring(0, LONGEST_CODE) : name;
    }
}
