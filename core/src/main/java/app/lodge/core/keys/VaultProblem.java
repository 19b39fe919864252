package app.lodge.core.keys;

import app.lodge.core.books.Problem;
import java.nio.file.Path;

/// Why a vault does not open or takes no key, as a person is told it.
public final class VaultProblem {

    private VaultProblem() {}

    /// The token was there, and is not now.
    public static Problem of(KeyVault vault, TokenUnavailable away) {
        return of(vault.path(), new VaultFault.TokenMissing(away.token()));
    }

    public static Problem of(KeyVault vault, VaultException refused) {
        return of(vault.path(), refused.fault());
    }

    public static Problem of(Path vault, VaultFault fault) {
        return switch (fault) {
            case VaultFault.TokenLibrary(String file, String why) ->
                    Problem.of("vault.pkcs11.library", file, "site.token-library", why);
            case VaultFault.TokenMissing(String token) ->
                    Problem.of("vault.pkcs11.token", token, "site.token-missing");
            case VaultFault.WrongPin(String token) ->
                    Problem.of("vault.pkcs11.pin-file", token, "site.token-pin");
            case VaultFault.PinLocked(String token) ->
                    Problem.of("vault.pkcs11.pin-file", token, "site.token-locked");
            case VaultFault.TokenFull(String token, String why) ->
                    Problem.of("vault.pkcs11.token", token, "site.token-full", why);
            case VaultFault.KeyMissing(String token, String key) ->
                    Problem.of("vault.pkcs11.token", token, "site.token-key-missing", key);
            case VaultFault.Missing _,
                    VaultFault.AlreadyThere _,
                    VaultFault.WrongSecret _,
                    VaultFault.Damaged _,
                    VaultFault.Foreign _,
                    VaultFault.Unreachable _ ->
                    Problem.of("vault.lodge", vault, "site.vault", fault.toString());
        };
    }
}
