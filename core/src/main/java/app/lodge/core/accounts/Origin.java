package app.lodge.core.accounts;

import app.lodge.core.doors.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;

/// Who asked for a posting, under which key of its own, and what for: what makes a repeat change
/// nothing.
///
/// @param source `device:3` or `request`
/// @param key unique within the source: the device's sequence number, the request's id
/// @param contentHash SHA-256 of what was asked; the same key with other content is an error
record Origin(String source, String key, byte[] contentHash) {

    Origin {
        contentHash = contentHash.clone();
    }

    static Origin of(String source, String key, Map<String, ?> content) {
        return new Origin(source, key, hash(content));
    }

    static byte[] hash(Map<String, ?> content) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(Json.canonical(content).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }

    boolean sameContent(byte[] otherHash) {
        return MessageDigest.isEqual(contentHash, otherHash);
    }

    @Override
    public byte[] contentHash() {
        return contentHash.clone();
    }

    @Override
    public String toString() {
        return source + " " + key;
    }
}
