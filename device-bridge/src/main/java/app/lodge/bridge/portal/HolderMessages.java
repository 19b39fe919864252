package app.lodge.bridge.portal;

import app.lodge.bridge.link.MalformedMessage;
import app.lodge.core.books.Actor;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.devices.FieldDevice;
import app.lodge.core.selfservice.Portal;
import app.lodge.core.selfservice.Portal.SecretOutcome;
import app.lodge.core.selfservice.Portal.SignInOutcome;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Takes what portals ask and says what came of it. A message that comes again gets the same answer, because
/// its id is the request's.
public final class HolderMessages {

    private final Portal portal;
    private final InstantSource clock;

    public HolderMessages(Portal portal, InstantSource clock) {
        this.portal = portal;
        this.clock = clock;
    }

    /// @param answer where the answer goes: an object for JSON
    public void take(FieldDevice device, byte[] payload, Consumer<Map<String, Object>> answer)
            throws MalformedMessage {
        var message = PortalMessage.read(payload);
        try {
            answer.accept(answered(device, message));
        } finally {
            Arrays.fill(message.secret(), ' ');
        }
    }

    /// Until when a portal's message wants its answer: for those who only look at its form.
    ///
    /// @throws MalformedMessage if it has no form that is read here
    public static Instant deadline(byte[] payload) throws MalformedMessage {
        var message = PortalMessage.read(payload);
        try {
            switch (message.kind()) {
                case "open" -> message.required("email", 254);
                case "set-secret" -> {
                    message.required("email", 254);
                    message.required("code", 20);
                    message.required("secret", 256);
                }
                case "sign-in" -> {
                    message.required("email", 254);
                    message.required("secret", 256);
                }
                case "sign-out" -> message.required("token", 64);
                default -> {
                    if (message.wanted().isEmpty()) {
                        throw new MalformedMessage("nobody knows the kind " + message.kind());
                    }
                    message.required("token", 64);
                }
            }
            return message.deadline();
        } finally {
            Arrays.fill(message.secret(), ' ');
        }
    }

    private Map<String, Object> answered(FieldDevice device, PortalMessage message)
            throws MalformedMessage {
        if (device.kind() != DeviceKind.PORTAL) {
            return no(message, "WRONG_DEVICE");
        }
        if (clock.instant().isAfter(message.deadline())) {
            return no(message, "TOO_LATE");
        }
        var actor = Actor.device(device.id().number(), device.name());
        var request = new RequestId("portal-%d-%s".formatted(device.id().number(), message.id()));
        return switch (message.kind()) {
            case "open" ->
                    faulty(message, portal.open(actor, request, message.required("email", 254)));
            case "set-secret" -> secretSet(actor, request, message);
            case "sign-in" -> signedIn(actor, message);
            case "sign-out" -> {
                portal.signOut(actor, message.token());
                yield yes(message, Map.of());
            }
            default -> carriedOut(actor, request, message);
        };
    }

    private Map<String, Object> secretSet(Actor actor, RequestId request, PortalMessage message)
            throws MalformedMessage {
        return switch (portal.setSecret(
                actor,
                request,
                message.required("email", 254),
                message.required("code", 20),
                message.secret())) {
            case SecretOutcome.Set() -> yes(message, Map.of());
            case SecretOutcome.WrongCode() -> no(message, "WRONG_CODE");
            case SecretOutcome.Rejected(var problems) -> faulty(message, problems);
        };
    }

    private Map<String, Object> signedIn(Actor actor, PortalMessage message)
            throws MalformedMessage {
        return switch (portal.signIn(actor, message.required("email", 254), message.secret())) {
            case SignInOutcome.SignedIn(var token, var until) ->
                    yes(message, Map.of("token", token, "until", until.toString()));
            case SignInOutcome.Wrong(var pause) ->
                    PortalAnswer.of(
                            message.id(), "WRONG_SECRET", Map.of("pause", pause.toSeconds()));
        };
    }

    private Map<String, Object> carriedOut(Actor actor, RequestId request, PortalMessage message)
            throws MalformedMessage {
        var wanted = message.wanted();
        return wanted.isEmpty()
                ? no(message, "UNKNOWN_KIND")
                : portal.carryOut(actor, request, message.token(), wanted.get())
                        .map(answer -> PortalAnswer.of(message.id(), answer))
                        .orElseGet(() -> no(message, "NOT_SIGNED_IN"));
    }

    private static Map<String, Object> yes(PortalMessage message, Map<String, Object> content) {
        return PortalAnswer.of(message.id(), "", content);
    }

    private static Map<String, Object> no(PortalMessage message, String why) {
        return PortalAnswer.of(message.id(), why, Map.of());
    }

    private static Map<String, Object> faulty(PortalMessage message, List<Problem> problems) {
        return problems.isEmpty()
                ? yes(message, Map.of())
                : PortalAnswer.of(message.id(), "REJECTED", PortalAnswer.problems(problems));
    }
}
