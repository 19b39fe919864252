package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.media.ContactKeys.EnrolOutcome;
import app.lodge.core.media.ContactKeys.Present;
import app.lodge.core.settings.Settings;
import app.lodge.desktop.carddesk.KeyAnswers;
import app.lodge.desktop.shell.FaultWords;
import app.lodge.personalization.issuing.KeyIssuing.KeyOrder;
import app.lodge.personalization.issuing.KeyIssuing.KeyOutcome;
import app.lodge.personalization.issuing.KeyIssuing.Standing;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge key encode`: links the contact key on an adapter with a person, writes it and reads it back
/// (KEY-03…05, KEY-25).
@Command(name = "encode")
final class EncodeKey extends DoorCommand {

    @Parameters(paramLabel = "PERSON", descriptionKey = "argument.person")
    String person = "";

    @Option(names = "--reader", paramLabel = "PORT", required = true, descriptionKey = "key.reader")
    String reader = "";

    @Option(names = "--number", paramLabel = "NUMBER", descriptionKey = "key.number")
    String number = "";

    @Option(names = "--value", paramLabel = "AMOUNT", descriptionKey = "key.value")
    String value = "";

    @Option(names = "--highest-value", paramLabel = "AMOUNT", descriptionKey = "key.highest-value")
    String highestValue = "200";

    @Option(
            names = "--highest-payment",
            paramLabel = "AMOUNT",
            descriptionKey = "key.highest-payment")
    String highestPayment = "20";

    @Option(names = "--reassign", descriptionKey = "key.reassign")
    boolean reassign;

    @Option(names = "--overwrite", descriptionKey = "key.overwrite")
    boolean overwrite;

    EncodeKey(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var currency = doors.door(Settings.class).site(doors.actor()).currency();
        var order =
                new KeyOrder(
                        RequestId.fresh(),
                        Values.person("PERSON", person),
                        number,
                        reassign ? Present.REASSIGN : Present.KEEP,
                        value.isEmpty()
                                ? Optional.empty()
                                : Optional.of(minor("--value", value, currency)),
                        minor("--highest-value", highestValue, currency),
                        minor("--highest-payment", highestPayment, currency),
                        overwrite ? Standing.OVERWRITE : Standing.KEEP);
        try {
            return said(LookAtKey.machines(session, doors).encode(doors.actor(), reader, order));
        } catch (DeviceException e) {
            return Answer.refused("cli.card.unread", FaultWords.of(session.texts(), e.fault()));
        }
    }

    private static int minor(String field, String typed, Currency currency) {
        long minor = Values.amount(field, typed, currency).minor();
        if (minor > Integer.MAX_VALUE) {
            throw new WrongUsage("cli.key.amount", field);
        }
        return (int) minor;
    }

    private Answer said(KeyOutcome outcome) {
        return switch (outcome) {
            case KeyOutcome.Ready ready -> {
                var facts = new LinkedHashMap<String, Object>();
                facts.put("key", ready.key());
                ready.written().ifPresent(record -> facts.put("written", record));
                ready.planned().ifPresent(plan -> facts.put("plan", plan));
                var words = KeyAnswers.ready(ready);
                yield Answer.done(facts, session.text(words.key(), words.arguments().toArray()));
            }
            case KeyOutcome.InUse _ -> Answer.refused("key.in-use");
            case KeyOutcome.NotEnrolled(EnrolOutcome.Rejected(var problems)) ->
                    new Answer.Faulty(problems);
            case KeyOutcome.NotEnrolled(var why) -> {
                var words = KeyAnswers.refusal(why).orElseThrow();
                yield Answer.refused(words.key(), words.arguments().toArray());
            }
        };
    }
}
