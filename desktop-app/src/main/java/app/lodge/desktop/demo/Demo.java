package app.lodge.desktop.demo;

import app.lodge.core.site.SiteException;
import app.lodge.core.texts.Texts;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// `lodge demo --headless`: the whole slice on a fresh site. Nothing in it is pretend: the bridge and
/// the devices are processes of their own, and speak what a site's would.
public final class Demo {

    public static final String ADMINISTRATOR = DemoSite.ADMINISTRATOR;

    /// No secret: the demo's people are made up.
    public static final String PASSWORD = DemoSite.PASSWORD;

    private final PrintWriter out;
    private final String workstation;
    private final Texts texts;

    public Demo(PrintWriter out, Texts texts, String workstation) {
        this.out = out;
        this.texts = texts;
        this.workstation = workstation;
    }

    /// A demo site without its people, for the desktop to explore.
    public static void create(Path home, String language) throws SiteException {
        DemoSite.create(home, language);
    }

    /// @param results where pictures, PDFs, reports and `summary.json` go
    /// @param named the site's home; empty for one that is removed afterwards
    /// @return whether every step went well
    public boolean run(Path results, Optional<Path> named) {
        var steps = new Steps(out);
        var reader = "in-process";
        try {
            Files.createDirectories(results);
            var home = named.orElse(null);
            var own = home == null ? Files.createTempDirectory("lodge-demo-") : home;
            try (var leftovers =
                    new Leftovers(home == null ? Optional.of(own) : Optional.empty())) {
                try {
                    reader = tell(steps, own.resolve("site"), results, leftovers);
                } catch (Steps.StepFailed e) {
                    keepLogs(own.resolve("site"), results); // before the site is removed
                }
                if (!leftovers.stopped()) {
                    steps.writeSummary(results, reader);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return steps.allWell();
    }

    private String tell(Steps steps, Path home, Path results, Leftovers leftovers) {
        steps.step(
                "create site",
                () -> {
                    DemoSite.create(home, texts.locale().getLanguage());
                    return "Riverside, EUR";
                });
        var started = new java.util.concurrent.atomic.AtomicReference<DemoSite>();
        steps.step(
                "start bridge",
                () -> {
                    var site = DemoSite.start(home, leftovers, workstation);
                    started.set(site);
                    return "process " + site.bridgeProcess();
                });
        try (var site = started.get()) {
            var story = new DemoStory(site, results, leftovers);
            steps.step(
                    "sign in",
                    () -> {
                        site.signIn();
                        return site.actor().name() + ", " + site.actor().role();
                    });
            steps.step("enrol person", story::enrol);
            steps.step("import people", story::importPeople);
            steps.step("top up", story::topUp);
            steps.step("add devices", story::addDevices);
            steps.step("push configuration", story::configure);
            try (var card = new DemoCard(site, results)) {
                steps.step("issue card", () -> card.issue(story.person(), story));
                steps.step("assign compartment", story::assign);
                steps.step("open compartment", story::open);
                steps.step("pay", story::pay);
                steps.step("kill bridge, pay on", story::payThroughAKill);
                steps.step("block card", story::block);
                steps.step("refused everywhere", story::refused);
                steps.step("reports", story::reports);
                steps.step("verify journal", story::verifyJournal);
                return card.path();
            } finally {
                story.endDevices();
            }
        }
    }

    /// What went wrong is in the processes' logs, and the site is about to be removed.
    private static void keepLogs(Path home, Path results) throws IOException {
        if (!Files.isDirectory(home.resolve("logs"))) {
            return;
        }
        var kept = Files.createDirectories(results.resolve("logs"));
        try (var logs = Files.list(home.resolve("logs"))) {
            for (var log : logs.filter(Files::isRegularFile).toList()) {
                Files.copy(
                        log,
                        kept.resolve(log.getFileName()),
                        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
