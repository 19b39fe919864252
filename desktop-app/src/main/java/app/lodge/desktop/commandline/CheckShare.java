package app.lodge.desktop.commandline;

import app.lodge.core.keys.KeyShare;
import app.lodge.core.keys.KeyShare.Reading;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lodge keys shares check`: says whether a share was copied right, and whose it is; needs no site
/// (CHAIN-07). Nothing of the share itself is shown.
@Command(name = "check")
final class CheckShare extends SiteCommand {

    @Option(names = "--share", paramLabel = "FILE", descriptionKey = "ceremony.share")
    @Nullable Path file;

    CheckShare(Session session) {
        super(session);
    }

    @Override
    Answer answer() {
        var typed = session.secret(file, "cli.ceremony.ask-share", 1);
        try {
            return switch (KeyShare.read(typed)) {
                case Reading.Read(var share) -> {
                    share.close();
                    var label = share.label();
                    yield Answer.done(
                            label,
                            session.text(
                                    "cli.shares.good",
                                    label.number(),
                                    label.count(),
                                    label.set(),
                                    label.siteId(),
                                    label.generation(),
                                    label.checkValue()));
                }
                case Reading.Mistyped(var groups) ->
                        Answer.refused("ceremony.mistyped", list(groups));
                case Reading.NoShare(var groups) -> Answer.refused("ceremony.no-share", groups);
            };
        } finally {
            Arrays.fill(typed, ' ');
        }
    }

    static String list(List<Integer> groups) {
        return groups.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
