package app.lodge.desktop.killed;

import app.lodge.core.people.PersonId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A card desk in a process of its own, which makes one card, stands still on the way, and is killed.
final class DoomedDesk implements AutoCloseable {

    /// In a person's place: whoever stands in the workstation's queue.
    private static final String QUEUE = "queue";

    private static final long PATIENCE_S = 120;

    private final Process process;
    private final Path told;
    private final Path said;

    private DoomedDesk(Process process, Path told, Path said) {
        this.process = process;
        this.told = told;
        this.said = said;
    }

    /// @param arguments home, workstation, person or {@link #QUEUE}, place, file to write when it is reached
    public static void main(String[] arguments) throws Exception {
        var desk =
                Desk.open(
                        Path.of(arguments[0]),
                        arguments[1],
                        jobs -> new HaltingJobs(jobs, arguments[3], Path.of(arguments[4])));
        var outcome =
                arguments[2].equals(QUEUE)
                        ? desk.workOnQueue()
                        : desk.issue(new PersonId(Long.parseLong(arguments[2])));
        // Never reached where the place was: the test says what it is.
        System.err.println("The card desk went on to " + outcome);
        System.exit(3);
    }

    static DoomedDesk start(Path home, String workstation, PersonId person, String place, Path told)
            throws Exception {
        return start(home, workstation, String.valueOf(person.number()), place, told);
    }

    /// One that works on its queue.
    static DoomedDesk startQueue(Path home, String workstation, String place, Path told)
            throws Exception {
        return start(home, workstation, QUEUE, place, told);
    }

    private static DoomedDesk start(
            Path home, String workstation, String whose, String place, Path told) throws Exception {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
        command.addAll(List.of("-Djava.awt.headless=true", "-Dorg.jooq.no-logo=true"));
        // Whatever PC/SC this machine has is not for a process that is about to die.
        command.add("-Dlodge.pcsc.library=/nowhere/libpcsclite.so");
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add(DoomedDesk.class.getName());
        command.addAll(List.of(home.toString(), workstation));
        command.addAll(List.of(whose, place, told.toString()));
        var said = told.resolveSibling(told.getFileName() + ".log");
        var builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        return new DoomedDesk(builder.start(), told, said);
    }

    /// Waits until it stands still at its place.
    DoomedDesk standsStill() throws Exception {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (!Files.exists(told)) {
            if (System.nanoTime() > end || !process.isAlive()) {
                throw new AssertionError(
                        "It never came to its place; it said:\n" + Files.readString(said));
            }
            Thread.sleep(10);
        }
        return this;
    }

    /// SIGKILL.
    void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
            throw new AssertionError("Process " + process.pid() + " survived its death");
        }
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
