package app.lodge.desktop;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Each requirement that Lodge claims has a test that carries its id, and each id on a test is
/// claimed. Writes the list that people read, `docs/requirements.md`.
class RequirementsTest {

    private static final Pattern TAG =
            Pattern.compile("@Tag\\(\"((?:ID|KEY|SAFE|LOCK|CHAIN)-\\d+)\"\\)");
    private static final Pattern NAME =
            Pattern.compile("(?:class|interface|record) (\\w+)|(?:void|Arbitrary<\\w+>) (\\w+)\\(");
    private static final Comparator<String> BY_NUMBER =
            Comparator.comparing((String id) -> id.substring(0, id.indexOf('-')))
                    .thenComparing(id -> Integer.parseInt(id.substring(id.indexOf('-') + 1)));

    private final Path root = root();

    @Test
    void everyClaimIsProvedAndEveryProofIsClaimed() throws IOException {
        var claims = claims();
        var proofs = proofs();
        Files.writeString(root.resolve("docs/requirements.md"), page(claims, proofs));
        assertThat(claims.keySet())
                .as("claimed in docs/requirements-claims.properties, but no test has the tag")
                .isSubsetOf(proofs.keySet());
        assertThat(proofs.keySet())
                .as("tags of tests without a sentence in docs/requirements-claims.properties")
                .isSubsetOf(claims.keySet());
    }

    private SortedMap<String, String> claims() throws IOException {
        var properties = new Properties();
        try (var reader =
                Files.newBufferedReader(root.resolve("docs/requirements-claims.properties"))) {
            properties.load(reader);
        }
        // The later of two sentences would win, and nobody would hear of the other.
        try (var lines = Files.lines(root.resolve("docs/requirements-claims.properties"))) {
            assertThat(lines.filter(line -> line.contains("=")).map(RequirementsTest::id))
                    .as("claimed twice")
                    .doesNotHaveDuplicates();
        }
        var claims = new TreeMap<String, String>(BY_NUMBER);
        properties.forEach((id, sentence) -> claims.put((String) id, (String) sentence));
        return claims;
    }

    private static String id(String claim) {
        return claim.substring(0, claim.indexOf('=')).strip();
    }

    private SortedMap<String, SortedSet<String>> proofs() throws IOException {
        var proofs = new TreeMap<String, SortedSet<String>>(BY_NUMBER);
        for (var module :
                List.of(
                        "core",
                        "card-personalization",
                        "reports",
                        "device-bridge",
                        "desktop-app",
                        "installer")) {
            var sources = root.resolve(module).resolve("src/test/java");
            if (!Files.isDirectory(sources)) {
                continue;
            }
            try (var files = Files.walk(sources)) {
                for (var file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
                    collect(file, proofs);
                }
            }
        }
        return proofs;
    }

    /// A tag belongs to the next class or method named after it.
    private static void collect(Path file, SortedMap<String, SortedSet<String>> proofs)
            throws IOException {
        var source = Files.readString(file);
        var type = file.getFileName().toString().replace(".java", "");
        var tag = TAG.matcher(source);
        while (tag.find()) {
            var name = NAME.matcher(source);
            var proof = type;
            if (name.find(tag.end()) && name.group(2) != null) {
                proof = type + "." + name.group(2);
            }
            proofs.computeIfAbsent(tag.group(1), _ -> new TreeSet<>()).add(proof);
        }
    }

    private static String page(
            SortedMap<String, String> claims, SortedMap<String, SortedSet<String>> proofs) {
        var rows =
                claims.entrySet().stream()
                        .map(claim ->
                                "| %s | %s | %s |"
                                        .formatted(
                                                claim.getKey(),
                                                claim.getValue(),
                                                proofs
                                                        .getOrDefault(
                                                                claim.getKey(), new TreeSet<>())
                                                        .stream()
                                                        .map(proof -> "`" + proof + "`")
                                                        .collect(joining("<br>"))))
                        .collect(joining("\n"));
        return """
        # What Lodge claims, and what proves it

        Written by `RequirementsTest` from `docs/requirements-claims.properties` and the tags of the tests; do not edit.
        `mvn verify -Dgroups=ID-40` runs the tests of one id.

        | Id | Claim | Tests |
        |---|---|---|
        %s
        """
                .formatted(rows);
    }

    private static Path root() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("docs/requirements-claims.properties"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException(
                        "No docs/requirements-claims.properties above "
                                + Path.of("").toAbsolutePath());
            }
        }
        return folder;
    }
}
