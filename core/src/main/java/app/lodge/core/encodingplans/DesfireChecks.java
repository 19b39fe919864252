package app.lodge.core.encodingplans;

import app.lodge.core.encodingplans.PlannedFile.Mode;
import app.lodge.core.encodingplans.PlannedFile.Rights;
import app.lodge.core.encodingplans.PlannedKey.KeyPurpose;
import app.lodge.core.encodingplans.PlannedMedium.Application;
import app.lodge.core.encodingplans.PlannedMedium.Desfire;
import app.lodge.core.encodingplans.PlannedMedium.KeyRules;
import app.lodge.core.keys.CardKey;
import java.util.HashSet;
import java.util.List;

/// Applications, keys, files and rights of a DESFire plan.
record DesfireChecks(Desfire card, Findings found) {

    /// The card itself, the directory (AN10787) and what tells a hidden number.
    private static final List<String> RESERVED = List.of("000000", "FFFFFF", CardKey.FINDER);

    private static final int MOST_APPLICATIONS = 28;
    private static final int MOST_KEYS = 14;
    private static final int LAST_FILE = 31;

    void run() {
        chips();
        if (card.formatDisabled()) {
            found.done.add(Irreversible.FORMAT_DISABLED);
        }
        if (card.randomUid()) {
            found.done.add(Irreversible.RANDOM_UID);
            found.caution("medium.randomUid", true, "plan.uid-hidden");
        }
        rules("medium.card", card.card());
        if (card.card().freeMaking()) {
            found.blocks("medium.card.freeMaking", true, "plan.free-making");
        }
        found.range("medium.applications", card.applications().size(), 1, MOST_APPLICATIONS);
        var aids = new HashSet<String>();
        for (var application : card.applications()) {
            var aid = application.aid();
            boolean sound = aid.matches("[0-9A-F]{6}") && !RESERVED.contains(aid);
            if (!sound) {
                found.blocks(aid + ".aid", aid, "plan.aid");
            } else if (!aids.add(aid)) {
                found.blocks(aid + ".aid", aid, "plan.twice");
            }
            application(application);
        }
        int needed = PlanMemory.of(card).used();
        if (needed > card.capacity()) {
            found.blocks("medium.capacity", card.capacity(), "plan.no-room", needed);
        }
    }

    private void chips() {
        for (var chip : card.chips()) {
            if (!Desfire.CHIPS.contains(chip)) {
                found.blocks("medium.chips", chip, "plan.one-of", String.join(", ", Desfire.CHIPS));
            }
        }
        if (card.chips().isEmpty()) {
            found.blocks("medium.chips", "", "plan.one-of", String.join(", ", Desfire.CHIPS));
        }
        if (!Desfire.CAPACITIES.contains(card.capacity())) {
            found.blocks(
                    "medium.capacity",
                    card.capacity(),
                    "plan.one-of",
                    String.join(", ", Desfire.CAPACITIES.stream().map(String::valueOf).toList()));
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
                found.blocks(at + ".number", key.number(), "plan.key-order", i);
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
                found.blocks(path + "/" + file.name() + ".number", file.number(), "plan.twice");
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
            case PlannedFile.TransactionMac it -> {
                word(path, application, it);
                return;
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

    /// One for an application. The encoder names no reader, so where one must, nothing can be committed.
    private void word(String path, Application application, PlannedFile.TransactionMac file) {
        if (file.rights().write() != Rights.NEVER) {
            found.blocks(path + ".rights.write", file.rights().write(), "plan.word-written");
        }
        long words =
                application.files().stream()
                        .filter(PlannedFile.TransactionMac.class::isInstance)
                        .count();
        if (words > 1) {
            found.blocks(path, words, "plan.one-word");
        }
        boolean commits =
                application.files().stream()
                        .anyMatch(it ->
                                !(it instanceof PlannedFile.Standard) && !it.written().isEmpty());
        if (commits && file.rights().readWrite() != Rights.NEVER) {
            found.blocks(path + ".rights.readWrite", file.rights().readWrite(), "plan.word-named");
        }
    }

    private void size(String path, int size) {
        found.range(path + ".size", size, 1, card.capacity());
    }

    private void rights(String path, Application application, PlannedFile file) {
        int keys = application.keys().size();
        var rights = file.rights();
        known(path + ".rights.read", rights.read(), keys);
        known(path + ".rights.write", rights.write(), keys);
        known(path + ".rights.readWrite", rights.readWrite(), keys);
        known(path + ".rights.change", rights.change(), keys);
        boolean value = file instanceof PlannedFile.Value;
        if (rights.read() == Rights.NEVER && rights.readWrite() == Rights.NEVER && !value) {
            found.blocks(path + ".rights.read", rights.read(), "plan.nobody-reads");
        }
        boolean writes = !file.written().isEmpty();
        if (writes && rights.write() == Rights.NEVER && rights.readWrite() == Rights.NEVER) {
            found.blocks(path + ".rights.write", rights.write(), "plan.nobody-writes");
        }
        if (rights.write() == Rights.FREE) {
            found.blocks(path + ".rights.write", Rights.FREE, "plan.anybody-writes");
        }
        if (rights.readWrite() == Rights.FREE) {
            found.blocks(path + ".rights.readWrite", Rights.FREE, "plan.anybody-writes");
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

    private void known(String path, int right, int keys) {
        boolean known = right >= 0 && right < keys;
        if (!known && right != Rights.FREE && right != Rights.NEVER) {
            found.blocks(path, right, "plan.no-such-key", keys - 1);
        }
    }
}
