package app.lodge.desktop.demo;

import app.lodge.core.doors.Json;
import app.lodge.desktop.link.BridgeCommand;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// A virtual device in a process of its own, which knows nothing of this one: it speaks the field
/// protocol there, and here only what somebody standing before it does and sees.
final class DeviceProcess implements AutoCloseable {

    private final String name;
    private final Process process;
    private final PrintWriter commands;
    private final BufferedReader answers;

    private DeviceProcess(String name, Process process) {
        this.name = name;
        this.process = process;
        this.commands = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
        this.answers = process.inputReader(StandardCharsets.UTF_8);
    }

    static DeviceProcess start(
            Leftovers leftovers, Path home, String name, Path codeFile, Path state)
            throws IOException {
        var builder =
                BridgeCommand.likeThisProcess()
                        .quick()
                        .builder(
                                home.resolve("logs").resolve(name + ".log"),
                                "device",
                                "simulate",
                                name,
                                "--home",
                                home.toString(),
                                "--code-file",
                                codeFile.toString(),
                                "--state",
                                state.toString())
                        .redirectError(
                                home.resolve("logs").resolve(name + "-console.log").toFile());
        return new DeviceProcess(name, leftovers.start(builder));
    }

    /// Does something at the device and waits for what it shows.
    JsonNode ask(String command) throws IOException {
        say(command);
        return answer();
    }

    void say(String command) {
        commands.println(command);
    }

    JsonNode answer() throws IOException {
        var line = answers.readLine();
        if (line == null) {
            throw new IOException("Device " + name + " ended; its log is in the site's logs");
        }
        return Json.tree(line.getBytes(StandardCharsets.UTF_8));
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
