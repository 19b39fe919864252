package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.devices.ReaderMedium;
import app.lodge.core.money.Money;
import app.lodge.core.settings.Settings;
import app.lodge.core.virtualsite.Disturbance;
import app.lodge.core.virtualsite.VirtualSite;
import app.lodge.core.virtualsite.VirtualSite.Act;
import app.lodge.core.virtualsite.VirtualSite.ActOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `lodge virtual act`: does something to a virtual device, as somebody who stands before it.
@Command(name = "act")
final class ActVirtual extends DoorCommand {

    @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "argument.device")
    String name = "";

    @Parameters(index = "1", paramLabel = "VERB", descriptionKey = "virtual.verb")
    String verb = "";

    @Parameters(
            index = "2..*",
            arity = "0..3",
            paramLabel = "WORD",
            descriptionKey = "virtual.words")
    List<String> words = new ArrayList<>();

    ActVirtual(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var wanted = act(doors);
        var outcome =
                doors.door(VirtualSite.class).act(doors.actor(), RequestId.fresh(), name, wanted);
        return switch (outcome) {
            case ActOutcome.Done(var result) -> Answer.done(Map.of("result", result), result);
            case ActOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
        };
    }

    private Act act(Doors doors) {
        return switch (verb + " " + words.size()) {
            case "tap 2" -> new Act.Tap(words.get(0), amount(doors, words.get(1)));
            case "put 2" -> new Act.PutIn(words.get(0), amount(doors, words.get(1)));
            case "payout 2" -> new Act.PayOut(words.get(0), amount(doors, words.get(1)));
            case "cash 1" -> new Act.FillCash(amount(doors, words.getFirst()));
            case "empty 0" -> new Act.EmptyCash();
            case "swap 1" -> new Act.SwapCassette(words.getFirst());
            case "open 1" -> new Act.OpenLocker(words.getFirst(), "");
            case "open 2" -> new Act.OpenLocker(words.get(0), medium(words.get(1)));
            case "cut 0" -> new Act.Cut();
            case "mend 0" -> new Act.Mend();
            case "break 1" -> new Act.Break(words.getFirst(), Act.Condition.BROKEN);
            case "well 1" -> new Act.Break(words.getFirst(), Act.Condition.WELL);
            case "fill 3" ->
                    new Act.Fill(
                            words.get(0),
                            Values.number("USED", words.get(1)),
                            Values.number("CAPACITY", words.get(2)));
            case "disturb 3" ->
                    new Act.Disturb(
                            line(share(words.get(0)), whole("MILLIS", words.get(1))),
                            Values.number("SEED", words.get(2)));
            case "calm 0" -> new Act.Disturb(Disturbance.NONE, 0);
            case "drift 1" -> new Act.Drift(Duration.ofSeconds(whole("SECONDS", words.get(0))), 0);
            case "memory 1" -> new Act.LimitMemory(whole("EVENTS", words.get(0)));
            case "power 0" -> new Act.LosePower();
            default -> throw new WrongUsage("cli.virtual.verb", Values.shown(verb));
        };
    }

    private static String medium(String typed) {
        return ReaderMedium.of(typed.toLowerCase(Locale.ROOT))
                .map(ReaderMedium::word)
                .orElseThrow(() -> new WrongUsage("cli.virtual.medium", Values.shown(typed)));
    }

    private static Money amount(Doors doors, String typed) {
        return Values.amount(
                "AMOUNT", typed, doors.door(Settings.class).site(doors.actor()).currency());
    }

    private static Disturbance line(int share, int millis) {
        Values.count("MILLIS", millis, 0, Math.toIntExact(Disturbance.LONGEST.toMillis()));
        return new Disturbance(share, share, share, share, Duration.ofMillis(millis));
    }

    private static int share(String typed) {
        return Values.count("SHARE", whole("SHARE", typed), 0, Disturbance.THOUSAND);
    }

    private static int whole(String field, String typed) {
        return Math.toIntExact(Math.min(Integer.MAX_VALUE, Values.number(field, typed)));
    }
}
