package app.lodge.core.site;

import app.lodge.core.books.Problem;
import app.lodge.core.keys.VaultFault;
import java.nio.file.Path;

/// Why a vault does not open, as a person is told it.
final class VaultProblem {

    private VaultProblem() {}

    static Problem of(Path vault, VaultFault fault) {
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
