package app.lodge.desktop.commandline;

import app.lodge.core.privacy.Certificate;
import app.lodge.core.privacy.ErasureGround;
import app.lodge.core.privacy.Privacy;
import app.lodge.core.privacy.Privacy.EraseOutcome;
import app.lodge.core.privacy.PrivacyWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge people erase`: erases a person for good and names what stays (ID-57).
@Command(name = "erase")
final class ErasePerson extends DoorCommand {

    @Parameters(paramLabel = "PERSON", descriptionKey = "argument.person")
    String person = "";

    @Option(
            names = "--ground",
            paramLabel = "GROUND",
            required = true,
            descriptionKey = "people.erase.ground")
    String ground = "";

    @Option(names = "--reference", paramLabel = "TEXT", descriptionKey = "people.reference")
    String reference = "";

    @Option(names = "--confirm", paramLabel = "PERSON", descriptionKey = "people.erase.confirm")
    String confirm = "";

    @Option(names = "--request", paramLabel = "ID", descriptionKey = "option.request")
    String request = "";

    ErasePerson(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var id = Values.person("PERSON", person);
        var why = Values.choice("--ground", ground, ErasureGround.class);
        var once = Values.request("--request", request);
        if (confirm.isEmpty() || !Values.person("--confirm", confirm).equals(id)) {
            return Answer.refused("cli.people.confirm", number(id.number()));
        }
        var outcome = doors.door(Privacy.class).erase(doors.actor(), once, id, why, reference);
        return switch (outcome) {
            case EraseOutcome.Erased(var certificate) ->
                    new Answer.Done(certificate, lines(certificate));
            case EraseOutcome.Refused(var obstacles) -> {
                var words = new PrivacyWords(session.terminal().texts());
                yield new Answer.Refused(
                        "cli.people.not-erased",
                        List.of(number(id.number())),
                        Map.of("obstacles", obstacles),
                        obstacles.stream().map(words::of).toList());
            }
            case EraseOutcome.KeysStillThere(_, var file) ->
                    Answer.refused("cli.people.keys-still-there", number(id.number()), file);
            case EraseOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
        };
    }

    private List<String> lines(Certificate certificate) {
        var texts = session.terminal().texts();
        var words = new PrivacyWords(texts);
        var lines = new ArrayList<String>();
        lines.add(
                session.text(
                        "cli.people.erased",
                        number(certificate.person().number()),
                        number(certificate.number())));
        lines.add(session.text("reports.privacy.stayed"));
        certificate
                .stayed()
                .forEach(stay ->
                        lines.add(
                                "  "
                                        + session.text(
                                                "reports.privacy.stayed-line",
                                                words.of(stay.data()),
                                                words.of(stay.ground()),
                                                texts.date(stay.until()))));
        if (!certificate.unconfirmed().isEmpty()) {
            lines.add(session.text("reports.privacy.devices"));
            certificate.unconfirmed().forEach(device -> lines.add("  " + device));
        }
        return lines;
    }

    static String number(long number) {
        return Long.toString(number);
    }
}
