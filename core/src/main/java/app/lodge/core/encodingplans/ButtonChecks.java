package app.lodge.core.encodingplans;

import app.lodge.core.encodingplans.PlannedField.Content;
import app.lodge.core.encodingplans.PlannedMedium.ButtonFile;
import app.lodge.core.encodingplans.PlannedMedium.ContactKey;

/// Files of contact keys: named as the structure can, and room for them beside directory, page map and
/// Lodge's own two pages (docs/ibutton.md).
///
/// @param pages of the key
record ButtonChecks(ContactKey key, int pages, Findings found) {

    private static final int ROM_NUMBER = 8;

    /// Length, next page and checksum of a page.
    private static final int OVERHEAD = 4;

    private static final int LODGES_FILES = 2;
    private static final int DIRECTORY_HEAD = 7;
    private static final int ENTRY = 7;
    private static final int PAGES_IN_HEAD = 32;

    /// Page numbers are one byte.
    private static final int MOST_PAGES = 256;

    void run() {
        for (var area : key.areas()) {
            found.caution(area.name(), area.first(), "plan.pages-not-written");
        }
        if (key.files().isEmpty()) {
            return;
        }
        if (pages == 1) {
            found.blocks("medium", key.family(), "plan.no-files");
            return;
        }
        long needed = LODGES_FILES + pagesFor(directory()) + (long) mapPages();
        for (var file : key.files()) {
            file(file);
            needed += pagesFor(file.length());
        }
        long most = Math.min(pages, MOST_PAGES);
        if (needed > most) {
            found.blocks("medium", most * pageSize(), "plan.no-room", needed * pageSize());
        }
    }

    private int pageSize() {
        return key.family().equals("DS1977") ? 2 * PageChecks.KEY_PAGE : PageChecks.KEY_PAGE;
    }

    private long pagesFor(long bytes) {
        int each = pageSize() - OVERHEAD;
        return Math.max(1, (bytes + each - 1) / each);
    }

    private long directory() {
        return DIRECTORY_HEAD + ENTRY * ((long) LODGES_FILES + key.files().size());
    }

    private long mapPages() {
        return pages <= PAGES_IN_HEAD ? 0 : pagesFor((Math.min(pages, MOST_PAGES) + 7) / 8);
    }

    private void file(ButtonFile file) {
        var path = file.name();
        found.place(path, file.name());
        if (!file.name().matches("[A-Z0-9]{1,4}\\.[0-9]{1,2}") || file.name().startsWith("LODG.")) {
            found.blocks(path + ".name", file.name(), "plan.file-name");
        }
        found.range(path + ".length", file.length(), 1, (long) MOST_PAGES * pageSize());
        new FieldChecks(found).run(path, file.fields(), file.length());
        for (var field : file.fields()) {
            if (field.content() instanceof Content.ChipNumber && field.length() < ROM_NUMBER) {
                found.blocks(
                        path + "/" + field.name() + ".length",
                        field.length(),
                        "plan.too-short",
                        ROM_NUMBER);
            }
        }
        if (!file.fields().isEmpty()) {
            found.written.add(file.name());
            found.readable.add(file.name());
        }
    }
}
