package app.lodge.core.site;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Problem;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Role;
import app.lodge.core.keys.KdfCost;
import app.lodge.core.keys.KeyVault;
import app.lodge.core.keys.VaultException;
import app.lodge.core.operators.Operators;
import app.lodge.core.settings.Settings;
import app.lodge.core.settings.SiteSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// A new site in an empty home: all of it, or nothing.
final class Founding {

    private Founding() {}

    static void found(
            Home home,
            SiteSettings settings,
            String administrator,
            char[] password,
            InstantSource clock,
            KdfCost cost)
            throws SiteException {
        if (home.hasSite()) {
            throw new SiteException(Problem.of("home", home.folder(), "site.already-there"));
        }
        boolean folderThere = Files.exists(home.folder());
        boolean secretThere = Files.exists(home.unlockSecret());
        var secret = home.prepare();
        try {
            try {
                makeVault(home, secret, cost);
            } finally {
                Arrays.fill(secret, (byte) 0);
            }
            fill(home, settings, administrator, password, clock, cost);
        } catch (SiteException e) {
            leaveNothing(home, folderThere, secretThere);
            throw e;
        }
    }

    private static void makeVault(Home home, byte[] secret, KdfCost cost) throws SiteException {
        try (var vault = KeyVault.create(home.vault(), secret, newSiteId(), cost)) {
            HomeSettings.read(home);
        } catch (VaultException e) {
            throw new SiteException(
                    Problem.of(
                            "vault.lodge",
                            home.vault(),
                            "site.vault",
                            String.valueOf(e.getMessage())));
        }
    }

    private static void fill(
            Home home,
            SiteSettings settings,
            String administrator,
            char[] password,
            InstantSource clock,
            KdfCost cost)
            throws SiteException {
        try (var site = Opening.open(home, clock, cost, Opening.Expected.EMPTY_BOOKS)) {
            var system = Actor.system("site init");
            var problems = new ArrayList<Problem>();
            if (site.settings().change(system, RequestId.fresh(), settings)
                    instanceof Settings.SettingsOutcome.Rejected(List<Problem> wrong)) {
                problems.addAll(wrong);
            }
            if (site.operators()
                            .add(
                                    system,
                                    RequestId.fresh(),
                                    administrator,
                                    Role.ADMINISTRATOR,
                                    password)
                    instanceof Operators.AddOutcome.Rejected(List<Problem> wrong)) {
                problems.addAll(wrong);
            }
            if (!problems.isEmpty()) {
                throw new SiteException(problems);
            }
        }
    }

    private static String newSiteId() {
        var random = new byte[6];
        new SecureRandom().nextBytes(random);
        return "site-" + HexFormat.of().formatHex(random);
    }

    private static void leaveNothing(Home home, boolean folderThere, boolean secretThere) {
        var made = new ArrayList<Path>();
        for (var name :
                List.of(
                        "books.mv.db",
                        "books.mv.db.dw",
                        "books.mv.db.ahead",
                        "books.mv.db.ahead2",
                        "vault.lodge",
                        "people.keys")) {
            made.add(home.folder().resolve(name));
        }
        if (!secretThere) {
            made.add(home.unlockSecret());
        }
        made.add(home.logs());
        made.add(home.backups());
        if (!folderThere) {
            made.add(home.folder());
        }
        for (var each : made) {
            try {
                Files.deleteIfExists(each);
            } catch (IOException e) {
                // What stays is sealed under a secret that holds nothing, or a folder that is in
                // use.
            }
        }
    }
}
