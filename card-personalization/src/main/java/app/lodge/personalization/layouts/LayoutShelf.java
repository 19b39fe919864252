package app.lodge.personalization.layouts;

import app.lodge.personalization.layouts.model.Layout;
import app.lodge.personalization.layouts.model.LayoutOutcome;
import app.lodge.personalization.layouts.model.LayoutReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The site's layouts: the starters that come with Lodge, and what the site published, one file
/// `id@revision.json` each in one folder. A published revision never changes and is never removed,
/// so that a card made again looks the same (ID-43, ID-46).
public final class LayoutShelf {

    private static final List<String> STARTERS = List.of("staff");
    private static final Pattern FILE = Pattern.compile("([a-z0-9-]+)@([0-9]{1,7})\\.json");
    private static final Pattern REVISION = Pattern.compile("\"revision\"\\s*:\\s*[0-9]+");

    private final Path folder;
    private final LayoutReader reader = new LayoutReader();
    private final LayoutProof proof;

    /// @param folder made when the first layout is published
    public LayoutShelf(Path folder, LayoutProof proof) {
        this.folder = folder;
        this.proof = proof;
    }

    /// The newest revision of each layout, by id.
    public List<Layout> newest() {
        var ids = new TreeSet<String>(STARTERS);
        published().forEach(file -> ids.add(file.id()));
        return ids.stream().flatMap(id -> find(id).stream()).toList();
    }

    /// @param reference `staff@3`, or `staff` for the newest revision
    public Optional<Layout> find(String reference) {
        int at = reference.indexOf('@');
        if (at < 0) {
            return newestFile(reference)
                    .map(file -> read(file.path()))
                    .or(() -> starter(reference));
        }
        return published().stream()
                .filter(file -> (file.id() + "@" + file.revision()).equals(reference))
                .findFirst()
                .map(file -> read(file.path()))
                .or(() ->
                        starter(reference.substring(0, at))
                                .filter(layout -> layout.reference().equals(reference)));
    }

    /// Checks a layout and keeps it under its id as the next revision, whatever number it bears.
    public synchronized LayoutOutcome publish(String json) {
        return switch (reader.read(json)) {
            case LayoutOutcome.Rejected rejected -> rejected;
            case LayoutOutcome.Accepted(Layout layout) -> {
                var problems = proof.problems(layout);
                yield problems.isEmpty()
                        ? new LayoutOutcome.Accepted(keep(json, layout))
                        : new LayoutOutcome.Rejected(problems);
            }
        };
    }

    /// The JSON as it was published, for the editor.
    public Optional<String> source(String reference) {
        return find(reference)
                .map(layout -> {
                    var file = folder.resolve(layout.reference() + ".json");
                    return Files.exists(file) ? text(file) : starterText(layout.id());
                });
    }

    private Layout keep(String json, Layout layout) {
        int revision = find(layout.id()).map(Layout::revision).orElse(0) + 1;
        var numbered = numbered(json, revision);
        try {
            Files.createDirectories(folder);
            var part = Files.createTempFile(folder, layout.id(), ".part");
            Files.writeString(part, numbered, StandardOpenOption.SYNC);
            // Without REPLACE_EXISTING: a revision that exists stays.
            var target = folder.resolve(layout.id() + "@" + revision + ".json");
            Files.move(part, target);
            return read(target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String numbered(String json, int revision) {
        var number = "\"revision\": " + revision;
        var matcher = REVISION.matcher(json);
        return matcher.find()
                ? matcher.replaceFirst(Matcher.quoteReplacement(number))
                : json.replaceFirst("\\{", Matcher.quoteReplacement("{ " + number + ","));
    }

    private record Published(String id, int revision, Path path) {}

    private Optional<Published> newestFile(String id) {
        return published().stream()
                .filter(file -> file.id().equals(id))
                .max(Comparator.comparingInt(Published::revision));
    }

    private List<Published> published() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.flatMap(path -> published(path).stream()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Published> published(Path path) {
        var matcher = FILE.matcher(path.getFileName().toString());
        return matcher.matches()
                ? Optional.of(
                        new Published(matcher.group(1), Integer.parseInt(matcher.group(2)), path))
                : Optional.empty();
    }

    private Layout read(Path file) {
        return readable(text(file), file.toString());
    }

    private Optional<Layout> starter(String id) {
        return STARTERS.contains(id)
                ? Optional.of(readable(starterText(id), id))
                : Optional.empty();
    }

    private Layout readable(String json, String where) {
        return switch (reader.read(json)) {
            case LayoutOutcome.Accepted(Layout layout) -> layout;
            case LayoutOutcome.Rejected(var problems) ->
                    throw new IllegalStateException(
                            "Published layout %s is damaged: %s".formatted(where, problems));
        };
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String starterText(String id) {
        try (var stream = LayoutShelf.class.getResourceAsStream(id + ".json")) {
            if (stream == null) {
                throw new IllegalStateException("Starter layout %s is missing".formatted(id));
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
