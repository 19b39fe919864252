package app.lodge.desktop.commandline;

import app.lodge.core.books.RequestId;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.rollout.FieldPackage;
import app.lodge.core.rollout.Packages;
import app.lodge.core.rollout.Packages.AddOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lodge package add`: a program, an image or a message comes into the library, hashed and signed (SAFE-52).
@Command(name = "add")
final class AddPackage extends DoorCommand {

    @Parameters(paramLabel = "FILE", descriptionKey = "package.add.file")
    Path file = Path.of("");

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            required = true,
            descriptionKey = "package.add.kind")
    String kind = "";

    @Option(
            names = "--name",
            paramLabel = "NAME",
            required = true,
            descriptionKey = "package.add.name")
    String name = "";

    @Option(
            names = "--release",
            paramLabel = "VERSION",
            required = true,
            descriptionKey = "package.add.release")
    String version = "";

    @Option(
            names = "--for",
            paramLabel = "KIND",
            required = true,
            descriptionKey = "package.add.for")
    String deviceKind = "";

    @Option(names = "--language", paramLabel = "CODE", descriptionKey = "package.add.language")
    String language = "";

    @Option(names = "--client", paramLabel = "TEXT", descriptionKey = "package.add.client")
    String client = "";

    @Option(names = "--from", paramLabel = "TIME", descriptionKey = "package.add.from")
    String from = "";

    @Option(names = "--until", paramLabel = "TIME", descriptionKey = "package.add.until")
    String until = "";

    AddPackage(Session session) {
        super(session);
    }

    @Override
    Answer answer(Doors doors) {
        var draft =
                new Packages.Draft(
                        Values.choice("--kind", kind, FieldPackage.Kind.class),
                        name,
                        version,
                        Values.choice("--for", deviceKind, DeviceKind.class),
                        language,
                        client,
                        time("--from", from),
                        time("--until", until));
        var outcome =
                doors.door(Packages.class)
                        .add(doors.actor(), RequestId.fresh(), draft, content(draft.kind()));
        return switch (outcome) {
            case AddOutcome.Added(var added) ->
                    Answer.done(
                            Map.of("package", added),
                            session.text(
                                    "cli.package.added",
                                    added.number(),
                                    added.title(),
                                    added.sha256()));
            case AddOutcome.Rejected(var problems) -> new Answer.Faulty(problems);
        };
    }

    private byte[] content(FieldPackage.Kind of) {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(of.heaviest() + 1);
        } catch (IOException e) {
            throw new WrongUsage("cli.file-unreadable", "FILE", file);
        }
    }

    /// `2026-11-22T08:00:00Z`; null for none.
    static @Nullable Instant time(String field, String typed) {
        try {
            return typed.isEmpty() ? null : Instant.parse(typed);
        } catch (DateTimeParseException e) {
            throw new WrongUsage("cli.rollout.time", field, Values.shown(typed));
        }
    }
}
