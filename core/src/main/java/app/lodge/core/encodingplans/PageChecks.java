package app.lodge.core.encodingplans;

import app.lodge.core.encodingplans.PlannedMedium.Area;
import app.lodge.core.encodingplans.PlannedMedium.ContactKey;
import app.lodge.core.encodingplans.PlannedMedium.Pages;
import java.util.ArrayList;
import java.util.List;

/// Areas, lock bits and password of page memories, and the pages of contact keys.
record PageChecks(Findings found) {

    private static final int PAGE = 4;

    static final int KEY_PAGE = 32;

    void run(Pages card) {
        found.caution("medium", card.chip(), "plan.weak-chip");
        areas(card.areas(), PageChip.FIRST, card.chip().last(), PAGE);
        locks(card);
        if (!card.oneTime().isEmpty()) {
            if (card.oneTime().matches("[0-9A-F]{8}") && !card.oneTime().equals("00000000")) {
                found.done.add(Irreversible.ONE_TIME_BITS);
            } else {
                found.blocks("medium.oneTime", card.oneTime(), "plan.one-time");
            }
            if (card.chip().name().startsWith("NTAG")) {
                // page 3 is the capability container there (NTAG213_215_216 §8.5.4)
                found.blocks("medium.oneTime", card.oneTime(), "plan.container");
            }
        }
        card.password()
                .ifPresent(password -> {
                    if (card.chip().guards()) {
                        String weak =
                                card.chip().hasPassword() ? "plan.password-heard" : "plan.old-key";
                        found.caution("medium.password", card.chip(), weak);
                    } else {
                        found.blocks("medium.password", card.chip(), "plan.no-password");
                    }
                    found.range(
                            "medium.password.protectedFrom",
                            password.protectedFrom(),
                            PageChip.FIRST,
                            card.chip().last());
                });
        if (card.password().isEmpty() && card.chip().guards()) {
            found.caution("medium.password", "", "plan.anybody-overwrites");
        }
        new CounterChecks(card, found).run();
    }

    private void locks(Pages card) {
        for (int page : card.locked()) {
            found.range("medium.locked", page, PageChip.FIRST, PageChip.LAST_LOCKABLE);
        }
        if (!card.locked().isEmpty()) {
            found.done.add(Irreversible.PAGES_LOCKED);
        }
    }

    void run(ContactKey key) {
        Integer pages = ContactKey.PAGES_OF.get(key.family());
        if (pages == null) {
            found.blocks(
                    "medium.family",
                    key.family(),
                    "plan.one-of",
                    String.join(", ", ContactKey.FAMILIES));
            return;
        }
        areas(key.areas(), 0, pages - 1, KEY_PAGE);
        new ButtonChecks(key, pages, found).run();
    }

    private void areas(List<Area> areas, int first, int last, int size) {
        var before = new ArrayList<Area>();
        for (var area : areas) {
            var path = area.name();
            found.place(path, area.name());
            found.range(path + ".first", area.first(), first, last);
            found.range(path + ".pages", area.pages(), 1, last - first + 1L);
            long end = area.first() + (long) area.pages() - 1;
            if (end > last) {
                found.blocks(path + ".pages", area.pages(), "plan.no-room", area.pages() * size);
            }
            for (var other : before) {
                if (area.first() < other.first() + other.pages()
                        && other.first() < area.first() + area.pages()) {
                    found.blocks(path + ".first", area.first(), "plan.overlap", other.name());
                }
            }
            before.add(area);
            new FieldChecks(found).run(path, area.fields(), area.pages() * size);
            if (!area.fields().isEmpty()) {
                found.written.add(area.name());
                found.readable.add(area.name());
            }
        }
    }
}
