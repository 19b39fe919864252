package app.lodge.core.keys;

import java.nio.file.Path;

/// Where the token with the site's master keys is (`vault.pkcs11.…` in `lodge.properties`).
///
/// @param library the token maker's PKCS#11 library
/// @param token the token's label
/// @param pinFile holds the user PIN in one line, readable by the owner only
public record TokenOrder(Path library, String token, Path pinFile) {}
