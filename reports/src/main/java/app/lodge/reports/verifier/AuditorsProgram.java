package app.lodge.reports.verifier;

import java.io.IOException;
import java.io.UncheckedIOException;

/// The program that checks an exported journal without Lodge, as the source that an auditor reads and
/// runs: `java LodgeVerify.java journal.lodge`.
public final class AuditorsProgram {

    public static final String FILE_NAME = "LodgeVerify.java";

    private AuditorsProgram() {}

    public static byte[] source() {
        try (var in = AuditorsProgram.class.getResourceAsStream(FILE_NAME)) {
            if (in == null) {
                throw new IllegalStateException("%s is missing".formatted(FILE_NAME));
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
