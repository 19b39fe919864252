package app.lodge.core.encodingplans;

import app.lodge.core.encodingplans.PlannedFile.Mode;
import app.lodge.core.encodingplans.PlannedFile.Rights;
import app.lodge.core.encodingplans.PlannedKey.KeyPurpose;
import app.lodge.core.encodingplans.PlannedMedium.Application;
import app.lodge.core.encodingplans.PlannedMedium.Desfire;
import app.lodge.core.encodingplans.PlannedMedium.KeyRules;
import java.util.HashSet;
import java.util.List;

/// Applications, keys, files and rights of a DESFire plan.
record DesfireChecks(Desfire card, Findings found) {

    static final List<String> CHIPS = List.of("DESFire EV2", "DESFire EV3");

    private static final List<Integer> CAPACITIES =
            List.of(2048, 4096, 8192, 16_384, 32_768, 65_536);
    private static final int MOST_APPLICATIONS = 28;
    private static final int MOST_KEYS = 14;
    private static final int LAST_FILE = 31;
    private static final int UNIT = 32;

    void run() {
        chips();
        if (card.formatDisabled()) {
            found.done.add(Irreversible.FORMAT_DISABLED);
        }
        if (card.randomUid()) {
            found.done.add(Irreversible.RANDOM_UID);
            found.blocks("medium.randomUid", true, "plan.uid-hidden");
        }
        rules("medium.card", card.card());
        if (card.card().freeMaking()) {
            found.blocks("medium.card.freeMaking", true, "plan.free-making");
        }
        found.range("medium.applications", card.applications().size(), 1, MOST_APPLICATIONS);
        var aids = new HashSet<String>();
        for (var application : card.applications()) {
            var aid = application.aid();
            boolean sound =
                    aid.matches("[0-9A-F]{6}") && !aid.equals("000000") && !aid.equals("FFFFFF");
            if (!sound) {
                found.blocks("medium.applications.aid", aid, "plan.aid");
            } else if (!aids.add(aid)) {
                found.blocks("medium.applications.aid", aid, "plan.twice");
            }
            application(application);
        }
        int needed = needed();
        if (needed > card.capacity()) {
            found.blocks("medium.capacity", card.capacity(), "plan.no-room", needed);
        }
    }

    private void chips() {
        for (var chip : card.chips()) {
            if (!CHIPS.contains(chip)) {
                found.blocks("medium.chips", chip, "plan.one-of", String.join(", ", CHIPS));
            }
        }
        if (card.chips().isEmpty()) {
            found.blocks("medium.chips", "", "plan.one-of", String.join(", ", CHIPS));
        }
        if (!CAPACITIES.contains(card.capacity())) {
            found.blocks(
                    "medium.capacity",
                    card.capacity(),
                    "plan.one-of",
                    String.join(", ", CAPACITIES.stream().map(String::valueOf).toList()));
        }
    }

    private void rules(String path, KeyRules rules) {
        if (!rules.masterChangeable() || !rules.changeable()) {
            found.done.add(Irreversible.KEYS_FROZEN);
            found.caution(path, rules.settings(), "plan.frozen-keys");
        }
        if (!rules.freeListing()) {
            found.blocks(path + ".freeListing", false, "plan.listing");
        }
    }

    private void application(Application application) {
        var path = application.aid();
        rules(path, application.rules());
        found.range(path + ".keys", application.keys().size(), 1, MOST_KEYS);
        for (int i = 0; i < application.keys().size(); i++) {
            var key = application.keys().get(i);
            var at = path + "/key " + i;
            if (key.number() != i) {
                found.blocks(at, key.number(), "plan.key-order", i);
            }
            if ((key.purpose() == KeyPurpose.MASTER) != (i == 0)) {
                found.blocks(at + ".purpose", key.purpose(), "plan.master-first");
            }
            found.range(at + ".version", key.version(), 0, 255);
        }
        if (application.rules().freeMaking()) {
            found.blocks(path + ".freeMaking", true, "plan.free-making");
        }
        var numbers = new HashSet<Integer>();
        for (var file : application.files()) {
            if (!numbers.add(file.number())) {
                found.blocks(path + ".files", file.number(), "plan.twice");
            }
            file(path + "/" + file.name(), application, file);
        }
    }

    private void file(String path, Application application, PlannedFile file) {
        found.place(path, file.name());
        found.range(path + ".number", file.number(), 0, LAST_FILE);
        rights(path, application, file);
        switch (file) {
            case PlannedFile.Standard it -> size(path, it.size());
            case PlannedFile.Backup it -> size(path, it.size());
            case PlannedFile.Records it -> {
                size(path, it.size());
                found.range(path + ".most", it.most(), it.cyclic() ? 2 : 1, 1000);
            }
            case PlannedFile.Value it -> {
                if (it.lower() > it.value() || it.value() > it.upper()) {
                    found.blocks(path + ".value", it.value(), "plan.range", it.lower(), it.upper());
                }
            }
        }
        new FieldChecks(found).run(path, file.written(), file.length());
        boolean value = file instanceof PlannedFile.Value;
        if (value || !file.written().isEmpty()) {
            found.written.add(file.name());
        }
        var rights = file.rights();
        boolean readable =
                rights.read() != Rights.NEVER
                        || rights.readWrite() != Rights.NEVER
                        || value && rights.write() != Rights.NEVER;
        if (readable && (value || !file.written().isEmpty())) {
            found.readable.add(file.name());
        }
    }

    private void size(String path, int size) {
        found.range(path + ".size", size, 1, card.capacity());
    }

    private void rights(String path, Application application, PlannedFile file) {
        int keys = application.keys().size();
        var rights = file.rights();
        for (int right : rights.all()) {
            boolean known = right >= 0 && right < keys;
            if (!known && right != Rights.FREE && right != Rights.NEVER) {
                found.blocks(path + ".rights", right, "plan.no-such-key", keys - 1);
            }
        }
        boolean value = file instanceof PlannedFile.Value;
        if (rights.read() == Rights.NEVER && rights.readWrite() == Rights.NEVER && !value) {
            found.blocks(path + ".rights.read", rights.read(), "plan.nobody-reads");
        }
        boolean writes = !file.written().isEmpty();
        if (writes && rights.write() == Rights.NEVER && rights.readWrite() == Rights.NEVER) {
            found.blocks(path + ".rights.write", rights.write(), "plan.nobody-writes");
        }
        if (rights.write() == Rights.FREE || rights.readWrite() == Rights.FREE) {
            found.blocks(path + ".rights.write", Rights.FREE, "plan.anybody-writes");
        }
        if (rights.change() == Rights.FREE) {
            found.blocks(path + ".rights.change", Rights.FREE, "plan.anybody-writes");
        }
        if (rights.read() == Rights.FREE) {
            found.caution(path + ".rights.read", Rights.FREE, "plan.anybody-reads");
        } else if (file.mode() == Mode.PLAIN) {
            found.caution(path + ".mode", file.mode(), "plan.plain");
        }
    }

    /// Bytes that keys and files take, in the chip's units of 32 (MF3DHx3 §8.2.1).
    private int needed() {
        long bytes = 0;
        for (var application : card.applications()) {
            bytes += units(32 + 16L * application.keys().size());
            for (var file : application.files()) {
                bytes +=
                        UNIT
                                + switch (file) {
                                    case PlannedFile.Standard it -> units(it.size());
                                    case PlannedFile.Backup it -> 2 * units(it.size());
                                    case PlannedFile.Records it ->
                                            units((long) it.size() * it.most());
                                    case PlannedFile.Value _ -> UNIT;
                                };
            }
        }
        return (int) Math.min(bytes, Integer.MAX_VALUE);
    }

    private static long units(long bytes) {
        return (bytes + UNIT - 1) / UNIT * UNIT;
    }
}
