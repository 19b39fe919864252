package app.lodge.core.encodingplans;

import app.lodge.core.books.Problem;
import app.lodge.core.doors.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// A plan as one file: the document, and for a published one who signed it.
///
/// @param site id of the site whose key signed; empty for drafts and what ships
/// @param key 64 hex digits, or empty
/// @param signature 128 hex digits, or empty
record PlanFile(EncodingPlan plan, String site, String key, String signature) {

    static final int LONGEST = 64_000;

    /// What is signed: the purpose, the site and the canonical document.
    static byte[] message(String site, String document) {
        return ("lodge encoding plan 1\n" + site + "\n" + document)
                .getBytes(StandardCharsets.UTF_8);
    }

    String text() {
        return Json.pretty(this, PlanFile.class);
    }

    /// A published plan as it was signed: its document may lack what plans have learnt since.
    static String signed(String document, String site, String key, String signature) {
        var plan = Json.tree(document.getBytes(StandardCharsets.UTF_8));
        return Json.pretty(
                Map.of("key", key, "plan", plan, "signature", signature, "site", site), Map.class);
    }

    sealed interface Read {
        record Taken(EncodingPlan plan) implements Read {}

        record Wrong(Problem problem) implements Read {}
    }

    /// A file with a signature around the plan, or the bare plan.
    static Read read(String text) {
        if (text.length() > LONGEST) {
            return wrong(text.length() + "", "plan.file-long");
        }
        try {
            var tree = Json.tree(text.getBytes(StandardCharsets.UTF_8));
            var document = tree.has("plan") ? tree.get("plan") : tree;
            var plan = Json.read(document.toString(), EncodingPlan.class);
            var back = Json.tree(plan.canonical().getBytes(StandardCharsets.UTF_8));
            var lost = lost("", document, back);
            return lost.isEmpty()
                    ? new Read.Taken(plan)
                    : wrong(lost.getFirst(), "plan.file-unknown");
        } catch (UncheckedIOException | IllegalArgumentException | NullPointerException e) {
            return wrong(
                    String.valueOf(e.getMessage()).lines().findFirst().orElse(""), "plan.file");
        }
    }

    /// Names in a document that mean nothing here: a slip of the pen must not go unnoticed.
    private static List<String> lost(String path, JsonNode given, JsonNode kept) {
        if (given.isArray()) {
            return java.util.stream.IntStream.range(0, given.size())
                    .boxed()
                    .flatMap(i -> lost(path + "/" + i, given.get(i), kept.path(i)).stream())
                    .toList();
        }
        return given.properties().stream()
                .flatMap(one -> {
                    var at = path.isEmpty() ? one.getKey() : path + "/" + one.getKey();
                    return kept.has(one.getKey())
                            ? lost(at, one.getValue(), kept.get(one.getKey())).stream()
                            : java.util.stream.Stream.of(at);
                })
                .toList();
    }

    private static Read wrong(String value, String key) {
        return new Read.Wrong(Problem.of("file", value, key));
    }
}
