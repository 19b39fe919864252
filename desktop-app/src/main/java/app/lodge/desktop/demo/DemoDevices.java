package app.lodge.desktop.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The virtual devices of a site to look around in, each a process that ends with this one: it reads
/// its commands from here, and the end of them is its end too.
final class DemoDevices {

    private final Path home;
    private final Leftovers leftovers;
    private final Map<String, DeviceProcess> running = new LinkedHashMap<>();

    DemoDevices(Path home, Leftovers leftovers) {
        this.home = home;
        this.leftovers = leftovers;
    }

    /// A device that has never joined, with its one-time code.
    DeviceProcess join(String name, String code) throws IOException {
        Files.writeString(codeFile(name), code);
        return start(name);
    }

    /// Those that have joined before.
    void wake() throws IOException {
        if (!Files.isDirectory(virtual())) {
            return;
        }
        List<String> names;
        try (var folders = Files.list(virtual())) {
            names = folders.map(folder -> folder.getFileName().toString()).sorted().toList();
        }
        for (var name : names) {
            var known = running.get(name);
            if (known == null || !known.handle().isAlive()) {
                start(name);
            }
        }
    }

    private DeviceProcess start(String name) throws IOException {
        var process =
                DeviceProcess.start(leftovers, home, name, codeFile(name), virtual().resolve(name));
        running.put(name, process);
        return process;
    }

    private Path virtual() {
        return home.resolve("virtual");
    }

    private Path codeFile(String name) {
        return home.resolve(name + ".code");
    }
}
