package app.lodge.core.rollout;

import app.lodge.core.books.Problem;
import app.lodge.core.rollout.FieldPackage.Kind;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;

/// What is wrong with a package before it comes into the library: its name, its size, its contents
/// (SAFE-56).
final class PackageCheckStore {

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final String NAME = "[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,59}";
    private static final String VERSION = "[A-Za-z0-9][A-Za-z0-9._+-]{0,39}";
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};

    private PackageCheckStore() {}

    static List<Problem> check(DSLContext sql, Packages.Draft draft, byte[] content) {
        var problems = new ArrayList<Problem>();
        if (!draft.name().matches(NAME)) {
            problems.add(Problem.of("name", draft.name(), "packages.name-malformed"));
        }
        if (!draft.version().matches(VERSION)) {
            problems.add(Problem.of("version", draft.version(), "packages.version-malformed"));
        } else if (PackageStore.exists(sql, draft)) {
            problems.add(Problem.of("version", draft.version(), "packages.version-taken"));
        }
        if (!draft.language().isEmpty() && !LANGUAGES.contains(draft.language())) {
            problems.add(Problem.of("language", draft.language(), "packages.language-unknown"));
        }
        if (draft.client().length() > 60) {
            problems.add(Problem.of("client", draft.client(), "devices.text-too-long", 60));
        }
        var from = draft.showFrom();
        var until = draft.showUntil();
        if (from != null && until != null && !from.isBefore(until)) {
            problems.add(Problem.of("until", until, "packages.period-backwards"));
        }
        var heaviest = draft.kind().heaviest();
        if (content.length == 0 || content.length > heaviest) {
            problems.add(Problem.of("file", content.length, "packages.size", heaviest));
        } else if (mediaType(draft.kind(), content).isEmpty()) {
            problems.add(
                    Problem.of(
                            "file",
                            draft.kind(),
                            draft.kind() == Kind.IMAGE
                                    ? "packages.not-an-image"
                                    : "packages.not-a-text"));
        } else if (draft.kind() == Kind.IMAGE) {
            pixels(content).ifPresent(problems::add);
        }
        return problems;
    }

    private static Optional<Problem> pixels(byte[] content) {
        var size = startsWith(content, PNG) ? ImageSize.ofPng(content) : ImageSize.ofJpeg(content);
        if (size.isEmpty()) {
            return Optional.of(Problem.of("file", Kind.IMAGE, "packages.not-an-image"));
        }
        var shown = size.get().width() + " × " + size.get().height();
        return size.filter(ImageSize::fits).isPresent()
                ? Optional.empty()
                : Optional.of(
                        Problem.of(
                                "file",
                                shown,
                                "packages.pixels",
                                shown,
                                ImageSize.LONGEST,
                                ImageSize.SHORTEST));
    }

    /// Empty where the contents are not of the kind.
    static String mediaType(Kind kind, byte[] content) {
        return switch (kind) {
            case PROGRAM -> "application/octet-stream";
            case IMAGE ->
                    startsWith(content, PNG)
                            ? "image/png"
                            : startsWith(content, JPEG) ? "image/jpeg" : "";
            case MESSAGE -> isText(content) ? "text/plain;charset=utf-8" : "";
        };
    }

    private static boolean startsWith(byte[] content, byte[] start) {
        return content.length > start.length
                && ByteBuffer.wrap(content, 0, start.length).equals(ByteBuffer.wrap(start));
    }

    private static boolean isText(byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .chars()
                    .noneMatch(letter -> Character.isISOControl(letter) && letter != '\n');
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
