package app.lodge.desktop.commandline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lodge demo`: the whole of Lodge on a made-up site.
@Command(name = "demo")
final class RunDemo implements Callable<Integer> {

    private final Session session;
    private final Programs programs;

    @Option(names = "--headless", descriptionKey = "demo.headless")
    boolean headless;

    @Option(names = "--out", paramLabel = "DIR", descriptionKey = "demo.out")
    @Nullable Path out;

    RunDemo(Session session, Programs programs) {
        this.session = session;
        this.programs = programs;
    }

    @Override
    public Integer call() {
        if (headless && out == null) {
            throw new WrongUsage("cli.demo-needs-out");
        }
        if (!headless && out != null) {
            throw new WrongUsage("cli.demo-out-needs-headless");
        }
        return programs.demo(
                session.terminal(), Optional.ofNullable(out).map(this::folder), session.ownHome());
    }

    private Path folder(Path wanted) {
        var folder = wanted.toAbsolutePath().normalize();
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new WrongUsage("cli.file-unwritable", "--out", folder);
        }
    }
}
