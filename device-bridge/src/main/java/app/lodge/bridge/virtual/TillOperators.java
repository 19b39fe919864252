package app.lodge.bridge.virtual;

import app.lodge.bridge.link.Down;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.keys.PinBox;
import app.lodge.core.media.Uid;
import app.lodge.core.operators.CardEntrance;
import app.lodge.personalization.cards.CardReader;
import app.lodge.personalization.cards.OperatorCardDesk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who is logged on at a payment point (CHAIN-10, CHAIN-27). By its setting `operator.check` it serves
/// nobody before an operator's card has proven itself, on power-up, and again once that card turns up in
/// its block list.
final class TillOperators {

    private static final Duration CARD_LIES = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final FieldEnd end;
    private @Nullable OnDuty onDuty;

    /// Power is on: whoever was logged on before is so no more.
    TillOperators(FieldEnd end) {
        this.end = end;
        try {
            end.folder().onDuty().ifPresent(before -> off(before, "POWER_UP"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param credential the card's chip, upper-case hex
    /// @param card its number
    record OnDuty(String credential, long card, String level) {}

    /// What the point shows after an operator's card.
    sealed interface LogOn {
        record Done(OnDuty operator) implements LogOn {}

        /// @param why a word of the protocol, or `OFFLINE`, `CARD_GONE`, `ON_BLOCK_LIST`
        record Refused(String why) implements LogOn {}
    }

    /// Why nobody is served just now; empty if somebody is responsible, or nobody needs to be.
    Optional<String> refusal() {
        var now = onDuty;
        if (now != null && blocked(now.credential())) {
            off(now, "ON_BLOCK_LIST");
        }
        return rule().equals("none") || onDuty != null
                ? Optional.empty()
                : Optional.of("NO_OPERATOR");
    }

    Optional<OnDuty> onDuty() {
        return Optional.ofNullable(onDuty);
    }

    private String rule() {
        return end.held().setting("operator.check", "none");
    }

    private boolean blocked(String credential) {
        return end.held().list("block").entries().containsKey(credential);
    }

    /// @param pin the caller wipes it; not looked at where the card is enough
    LogOn logOn(CardReader reader, char[] pin) {
        var relay = new Relay();
        try {
            OperatorCardDesk.prove(reader, CARD_LIES, relay);
        } catch (DeviceException e) {
            return refused(relay.credential, relay.why.isEmpty() ? "CARD_GONE" : relay.why);
        }
        if (blocked(relay.credential)) {
            return refused(relay.credential, "ON_BLOCK_LIST");
        }
        var answer = end.ask("operator", relay.secondAsk(rule(), pin), PATIENCE).answer();
        if (answer.isEmpty()) {
            return refused(relay.credential, "OFFLINE");
        }
        var operator = answer.get().operator();
        var card = operator == null ? null : operator.card();
        var level = operator == null ? null : operator.level();
        if (!answer.get().ok() || card == null || level == null) {
            return refused(relay.credential, answer.get().why());
        }
        return new LogOn.Done(on(new OnDuty(relay.credential, card, level)));
    }

    /// The operator goes; false if nobody was there.
    boolean logOff() {
        var now = onDuty;
        if (now != null) {
            off(now, "ASKED");
        }
        return now != null;
    }

    private OnDuty on(OnDuty operator) {
        var before = onDuty;
        if (before != null) {
            off(before, "ANOTHER");
        }
        end.event("log-on", Map.of("credential", operator.credential()));
        onDuty = operator;
        keep(operator);
        return operator;
    }

    private void off(OnDuty operator, String why) {
        end.event("log-off", Map.of("credential", operator.credential(), "why", why));
        onDuty = null;
        keep(null);
    }

    private void keep(@Nullable OnDuty operator) {
        try {
            end.folder().onDuty(operator);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LogOn refused(String credential, String why) {
        if (!credential.isEmpty()) {
            end.event("refused", Map.of("credential", credential, "why", why));
        }
        return new LogOn.Refused(why);
    }

    /// Carries the card's words to the bridge and back; the card's last one waits for the PIN.
    private final class Relay implements CardEntrance {

        private String credential = "";
        private String why = "";
        private String session = "";
        private String proof = "";
        private byte[] publicKey = new byte[0];

        @Override
        public Optional<Question> begin(Uid uid, int keyVersion, byte[] encryptedRndB) {
            credential = uid.hex();
            var answer =
                    end.ask(
                                    "operator-card",
                                    Map.of(
                                            "credential", credential,
                                            "keyVersion", keyVersion,
                                            "challenge", HEX.formatHex(encryptedRndB)),
                                    PATIENCE)
                            .answer();
            why = answer.map(Down.Answer::why).orElse("OFFLINE");
            return answer.flatMap(one -> Optional.ofNullable(one.operator())).flatMap(this::asked);
        }

        private Optional<Question> asked(Down.Operator operator) {
            var named = operator.session();
            var token = operator.token();
            var key = operator.publicKey();
            if (named == null || token == null || key == null) {
                return Optional.empty();
            }
            session = named;
            publicKey = Base64.getDecoder().decode(key);
            return Optional.of(new Question(named, HEX.parseHex(token)));
        }

        @Override
        public ProveOutcome prove(String of, byte[] answer) {
            proof = HEX.formatHex(answer);
            return new ProveOutcome.Proven(of, "");
        }

        @Override
        public EnterOutcome enter(String of, char[] pin, String workstation) {
            throw new UnsupportedOperationException("A terminal signs nobody in at a desk");
        }

        Map<String, ?> secondAsk(String rule, char[] pin) {
            return rule.equals("card-and-pin")
                    ? Map.of(
                            "session", session,
                            "proof", proof,
                            "sealedPin",
                                    Base64.getEncoder()
                                            .encodeToString(PinBox.seal(publicKey, session, pin)))
                    : Map.of("session", session, "proof", proof);
        }
    }
}
