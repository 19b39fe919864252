package app.lodge.bridge.authorising;

import app.lodge.bridge.link.Down;
import app.lodge.bridge.link.Up;
import app.lodge.core.books.Actor;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.devices.FieldDevice;
import app.lodge.core.media.Uid;
import app.lodge.core.operators.TerminalEntrance;
import app.lodge.core.operators.TerminalEntrance.LogOn;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;

/// An operator logs on at a payment point (CHAIN-10, CHAIN-27). Two asks: `operator-card` with the card's
/// challenge, `operator` with its answer to ours and the sealed PIN.
final class OperatorLogOn {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final TerminalEntrance entrance;
    private final InstantSource clock;

    OperatorLogOn(TerminalEntrance entrance, InstantSource clock) {
        this.entrance = entrance;
        this.clock = clock;
    }

    Down.Answer answer(FieldDevice device, Up.Ask ask) {
        if (device.kind() != DeviceKind.PAYMENT_POINT) {
            return no(ask, "WRONG_DEVICE");
        }
        var terminal = Actor.device(device.id().number(), device.name());
        try {
            return ask.kind().equals("operator-card") ? begun(terminal, ask) : on(terminal, ask);
        } catch (IllegalArgumentException e) {
            // neither hex nor base64 where it should be
            return no(ask, TerminalEntrance.Why.CARD_REFUTED.name());
        }
    }

    private Down.Answer begun(Actor terminal, Up.Ask ask) {
        if (ask.credential().isEmpty()) {
            return no(ask, "UNKNOWN_CREDENTIAL");
        }
        var proof = ask.proof();
        return entrance.begin(
                        terminal,
                        new Uid(ask.credential()),
                        proof.keyVersion(),
                        HEX.parseHex(proof.challenge()))
                .map(begun ->
                        Down.Answer.operator(
                                ask.id(),
                                Down.Operator.asked(
                                        begun.session(),
                                        HEX.formatHex(begun.token()),
                                        Base64.getEncoder().encodeToString(begun.publicKey())),
                                clock.instant()))
                .orElseGet(() -> no(ask, "UNKNOWN_CREDENTIAL"));
    }

    private Down.Answer on(Actor terminal, Up.Ask ask) {
        var proof = ask.proof();
        var sealed = proof.sealedPin();
        var outcome =
                entrance.logOn(
                        terminal,
                        proof.session(),
                        HEX.parseHex(proof.proof()),
                        sealed.isEmpty() ? null : Base64.getDecoder().decode(sealed));
        return switch (outcome) {
            case LogOn.LoggedOn(var card, var level) ->
                    Down.Answer.operator(
                            ask.id(), Down.Operator.on(card, level.name()), clock.instant());
            case LogOn.Refused(var why) -> no(ask, why.name());
        };
    }

    private Down.Answer no(Up.Ask ask, String why) {
        return Down.Answer.no(ask.id(), why, null, clock.instant());
    }
}
