package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.keyversions.Ceremonies;
import app.lodge.core.keyversions.Ceremonies.BeginOutcome;
import app.lodge.core.keyversions.Ceremonies.Custodian;
import app.lodge.core.keyversions.Ceremonies.FinishOutcome;
import app.lodge.core.keyversions.Ceremonies.Kind;
import app.lodge.core.keyversions.Ceremonies.Next;
import app.lodge.core.keyversions.Ceremonies.Obstacle;
import app.lodge.core.keyversions.Ceremonies.RehearseOutcome;
import app.lodge.core.keyversions.Ceremonies.Sharing;
import app.lodge.core.keyversions.Ceremonies.Standing;
import app.lodge.core.keyversions.Ceremonies.TypedOutcome;
import app.lodge.reports.catalogue.ReportOutcome;
import app.lodge.reports.ceremonies.CeremonyPapers;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lodge keys ceremony create|backup|restore|roll-over`: a whole ceremony of two custodians at one
/// terminal (CHAIN-07). What ends early leaves the keys as they were.
@Command
final class HoldCeremony extends DoorCommand {

    private static final int TRIES = 5;

    @Option(
            names = "--first",
            paramLabel = "NAME",
            required = true,
            descriptionKey = "ceremony.first")
    String first = "";

    @Option(
            names = "--second",
            paramLabel = "NAME",
            required = true,
            descriptionKey = "ceremony.second")
    String second = "";

    @Option(
            names = "--first-password-file",
            paramLabel = "FILE",
            descriptionKey = "ceremony.first-password")
    @Nullable Path firstPassword;

    @Option(
            names = "--second-password-file",
            paramLabel = "FILE",
            descriptionKey = "ceremony.second-password")
    @Nullable Path secondPassword;

    @Option(names = "--out", paramLabel = "DIR", descriptionKey = "ceremony.out")
    Path out = Path.of(".");

    @Option(names = "--share", paramLabel = "FILE", descriptionKey = "ceremony.share")
    List<Path> typed = new ArrayList<>();

    @Option(names = "--threshold", paramLabel = "NUMBER", descriptionKey = "ceremony.threshold")
    int threshold = 2;

    @Option(names = "--count", paramLabel = "NUMBER", descriptionKey = "ceremony.count")
    int count = 3;

    @Option(names = "--in-token", descriptionKey = "ceremony.in-token")
    boolean inToken;

    private final Kind kind;

    HoldCeremony(Session session, Kind kind) {
        super(session);
        this.kind = kind;
    }

    @Override
    Answer answer(Doors doors) {
        var ceremonies = doors.door(Ceremonies.class);
        var one = new Custodian(first, session.secret(firstPassword, "cli.ask-password", first));
        var two = new Custodian(second, session.secret(secondPassword, "cli.ask-password", second));
        BeginOutcome begun;
        try {
            begun =
                    ceremonies.begin(
                            doors.actor(),
                            RequestId.fresh(),
                            kind,
                            one,
                            two,
                            inToken ? Sharing.IN_TOKEN : new Sharing(threshold, count));
        } finally {
            Arrays.fill(one.password(), ' ');
            Arrays.fill(two.password(), ' ');
        }
        return switch (begun) {
            case BeginOutcome.Begun(var standing) -> hold(doors, ceremonies, standing);
            case BeginOutcome.Wrong(var name, _) -> Answer.refused("ceremony.wrong", name);
            case BeginOutcome.LockedOut(var name, var until) ->
                    Answer.refused("ceremony.locked", name, until);
            case BeginOutcome.Refused(var why, var cards) -> obstacle(why, cards);
            case BeginOutcome.VaultRefused(var why) ->
                    Answer.refused("ceremony.vault-refused", session.texts().problem(why));
        };
    }

    private static Answer obstacle(Obstacle why, long cards) {
        var name = why.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Answer.refused("ceremony.obstacle." + name, cards);
    }

    private Answer hold(Doors doors, Ceremonies ceremonies, Standing begun) {
        var id = begun.id();
        try {
            session.note("cli.ceremony.begun", id, begun.checkValue(), begun.generation());
            var now = begun.next() == Next.HAND_OUT ? handOut(doors, ceremonies, begun) : begun;
            now = now.next() == Next.TYPE ? type(doors, ceremonies, now) : now;
            return rehearse(doors, ceremonies, now);
        } catch (WrongUsage | Refusal e) {
            ceremonies.abandon(doors.actor(), id);
            throw e;
        }
    }

    private Standing handOut(Doors doors, Ceremonies ceremonies, Standing now) {
        for (int number = 1; number <= now.sharing().count(); number++) {
            var paper =
                    doors.door(CeremonyPapers.class)
                            .share(
                                    doors.actor(),
                                    now.id(),
                                    number,
                                    session.texts().locale().toLanguageTag());
            if (paper instanceof ReportOutcome.Rendered sheet) {
                var file = OutFile.closed("--out", out.resolve(sheet.fileName()), sheet.content());
                session.note("cli.ceremony.share-written", number, file);
            }
        }
        return ceremonies.standing(doors.actor()).orElseThrow();
    }

    private Standing type(Doors doors, Ceremonies ceremonies, Standing begun) {
        var files = new ArrayDeque<>(typed);
        var now = begun;
        for (int tries = 0; tries < TRIES && now.next() == Next.TYPE; ) {
            var share = nextShare(files, now);
            TypedOutcome outcome;
            try {
                outcome = ceremonies.type(doors.actor(), now.id(), share);
            } finally {
                Arrays.fill(share, ' ');
            }
            if (outcome instanceof TypedOutcome.Accepted(var then)) {
                now = then;
                session.note("cli.ceremony.share-accepted", then.checkValue());
            } else {
                tries++;
                session.note(wrong(outcome), said(outcome));
            }
        }
        if (now.next() == Next.TYPE) {
            throw new WrongUsage("cli.ceremony.given-up");
        }
        return now;
    }

    private char[] nextShare(Deque<Path> files, Standing now) {
        return session.secret(files.poll(), "cli.ceremony.ask-share", now.typed().size() + 1);
    }

    static String wrong(TypedOutcome outcome) {
        return switch (outcome) {
            case TypedOutcome.Accepted _ -> "ceremony.share-accepted";
            case TypedOutcome.Mistyped _ -> "ceremony.mistyped";
            case TypedOutcome.NoShare _ -> "ceremony.no-share";
            case TypedOutcome.Foreign _ -> "ceremony.foreign";
            case TypedOutcome.DoNotAgree _ -> "ceremony.do-not-agree";
            case TypedOutcome.Ended _ -> "ceremony.ended";
        };
    }

    static Object[] said(TypedOutcome outcome) {
        return switch (outcome) {
            case TypedOutcome.Mistyped(var groups) -> new Object[] {CheckShare.list(groups)};
            case TypedOutcome.NoShare(var groups) -> new Object[] {groups};
            case TypedOutcome.Foreign(var label) ->
                    new Object[] {label.set(), label.number(), label.checkValue()};
            case TypedOutcome.Accepted _, TypedOutcome.DoNotAgree _, TypedOutcome.Ended _ ->
                    new Object[0];
        };
    }

    private Answer rehearse(Doors doors, Ceremonies ceremonies, Standing now) {
        return switch (ceremonies.rehearse(doors.actor(), now.id())) {
            case RehearseOutcome.Passed(_, var steps) -> {
                session.note("cli.ceremony.rehearsed", String.join(", ", steps));
                yield finish(doors, ceremonies, now);
            }
            case RehearseOutcome.Failed(var step, var why) -> {
                ceremonies.abandon(doors.actor(), now.id());
                yield Answer.refused("ceremony.rehearsal-failed", step, why);
            }
            case RehearseOutcome.NotNow _, RehearseOutcome.Ended _ ->
                    Answer.refused("ceremony.ended");
        };
    }

    private Answer finish(Doors doors, Ceremonies ceremonies, Standing now) {
        return switch (ceremonies.finish(doors.actor(), RequestId.fresh(), now.id())) {
            case FinishOutcome.Finished finished ->
                    Answer.done(
                            finished,
                            session.text(
                                    finished.changed()
                                            ? "ceremony.finished"
                                            : "ceremony.finished-unchanged",
                                    finished.version(),
                                    finished.checkValue(),
                                    now.id()));
            case FinishOutcome.Refused(var why, var cards) -> obstacle(why, cards);
            case FinishOutcome.OtherCards(var cards) ->
                    Answer.refused("ceremony.other-cards", cards);
            case FinishOutcome.VaultRefused(var why) ->
                    Answer.refused("ceremony.vault-refused", session.texts().problem(why));
            case FinishOutcome.NotNow _, FinishOutcome.Ended _ -> Answer.refused("ceremony.ended");
        };
    }
}
