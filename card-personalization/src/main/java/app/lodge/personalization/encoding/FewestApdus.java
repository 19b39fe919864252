package app.lodge.personalization.encoding;

import app.lodge.core.encodingplans.EncodingPlan;
import app.lodge.core.encodingplans.FieldBytes;
import app.lodge.core.encodingplans.PlanValues;
import app.lodge.core.encodingplans.PlannedField;
import app.lodge.core.encodingplans.PlannedFile;
import app.lodge.core.encodingplans.PlannedFile.Rights;
import app.lodge.core.encodingplans.PlannedMedium.Application;
import app.lodge.core.encodingplans.PlannedMedium.Classic;
import app.lodge.core.encodingplans.PlannedMedium.ContactKey;
import app.lodge.core.encodingplans.PlannedMedium.Desfire;
import app.lodge.core.encodingplans.PlannedMedium.Pages;
import app.lodge.core.encodingplans.PlannedMedium.Plus;
import app.lodge.core.keys.Bytes;
import app.lodge.core.media.Uid;
import app.lodge.personalization.classic.ClassicSize;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// The fewest commands that can write a blank by a plan, computed from the plan alone: every object is
/// made once, every key changed once, every byte written once, each key opened once, and nothing is
/// asked that a blank's state implies. What our encoder needs beyond it is looking before it writes.
public final class FewestApdus {

    private static final int FRAME = 54;
    private static final int MAC = 8;
    private static final int CIPHER = 16;
    private static final int BLOCK = 16;
    private static final int PAGE = 4;

    /// Password, acknowledgement and where guarded pages begin; a blank guards only writing.
    private static final int GUARD_PAGES = 3;

    /// Command, counter, three bytes of amount and one without meaning.
    private static final int COUNT_UP = 6;

    private static final PlanValues LEAST =
            new PlanValues(1, 1, Optional.empty(), "", 1, new Uid("00000000000000"));

    private Traffic sum = Traffic.NONE;

    private FewestApdus() {}

    public static Traffic of(EncodingPlan plan) {
        var count = new FewestApdus();
        switch (plan.medium()) {
            case Desfire it -> count.desfire(it);
            case Classic it -> count.classic(it);
            case Plus it -> count.plus(it);
            case Pages it -> count.pages(it);
            case ContactKey _ -> {}
        }
        return count.sum;
    }

    private void one(int data, int answer) {
        sum = sum.and(data, answer);
    }

    private void desfire(Desfire card) {
        // GetVersion: which chip, and its number, which keys grow from
        one(0, 7);
        one(0, 7);
        one(0, 14);
        for (var application : card.made()) {
            application(application);
        }
        one(3, 0);
        // the card's own master key: DES, changed, opened anew for its rules
        one(1, 8);
        one(16, 8);
        one(1 + 24, 0);
        open();
        if (card.formatDisabled() || card.randomUid()) {
            one(1 + CIPHER + MAC, MAC);
        }
        one(CIPHER + MAC, MAC);
    }

    private void open() {
        one(2, 16);
        one(32, 32);
    }

    private void application(Application application) {
        one(5, 0);
        one(3, 0);
        open();
        for (var file : application.files()) {
            one(creation(file) + MAC, MAC);
        }
        for (int key = 1; key < application.keys().size(); key++) {
            one(1 + 2 * CIPHER + MAC, MAC);
        }
        var writers = new TreeSet<Integer>();
        boolean commit = false;
        for (var file : application.files()) {
            if (!file.written().isEmpty()) {
                int write = file.rights().write();
                writers.add(write == Rights.NEVER ? file.rights().readWrite() : write);
                content(file);
                commit |= !(file instanceof PlannedFile.Standard);
            }
        }
        writers.remove(0);
        writers.forEach(_ -> open());
        if (commit) {
            one(MAC, MAC);
        }
        if (!writers.isEmpty()) {
            open();
        }
        one(1 + 2 * CIPHER + MAC, 0);
    }

    private static int creation(PlannedFile file) {
        return switch (file) {
            case PlannedFile.Standard _, PlannedFile.Backup _ -> 7;
            case PlannedFile.Records _ -> 10;
            case PlannedFile.Value _ -> 17;
            case PlannedFile.TransactionMac _ -> 5 + 2 * CIPHER;
        };
    }

    private void content(PlannedFile file) {
        int left =
                7
                        + switch (file.mode()) {
                            case PLAIN -> file.length();
                            case MAC -> file.length() + MAC;
                            case FULL -> (file.length() / CIPHER + 1) * CIPHER + MAC;
                        };
        while (left > FRAME) {
            one(FRAME, 0);
            left -= FRAME;
        }
        one(left, file.mode() == PlannedFile.Mode.PLAIN ? 0 : MAC);
    }

    private void classic(Classic card) {
        one(0, 4);
        for (var sector : new ClassicSectors(card).directory()) {
            sector(sector.blocks().size());
        }
        for (var sector : card.sectors()) {
            sector(
                    (int)
                            sector.blocks().stream()
                                    .filter(block ->
                                            block.value().isPresent()
                                                    || units(block.fields(), BLOCK, BLOCK) > 0)
                                    .count());
        }
    }

    private void sector(int blocks) {
        one(6, 0);
        one(5, 0);
        for (int i = 0; i <= blocks; i++) {
            one(BLOCK, 0);
        }
    }

    /// Units that are never all zeros, as a blank has them, whoever gets the medium.
    private static int units(List<PlannedField> fields, int length, int unit) {
        byte[] least = FieldBytes.of(fields, length, LEAST, _ -> new byte[FieldBytes.CHECK_BYTES]);
        int units = 0;
        for (int at = 0; at < length; at += unit) {
            boolean zeros = Arrays.equals(Bytes.slice(least, at, unit), new byte[unit]);
            units += zeros ? 0 : 1;
        }
        return units;
    }

    private void plus(Plus card) {
        one(0, 7);
        int sectors = ClassicSize.plus(card.size()).sectors();
        // keys A and B of each sector, three of the card, rights of planned sectors, first values
        int personal = 2 * sectors + 3 + card.sectors().size();
        for (var sector : card.sectors()) {
            personal += (int) sector.blocks().stream().filter(it -> it.value().isPresent()).count();
        }
        for (int i = 0; i < personal; i++) {
            one(2 + CIPHER, 0);
        }
        one(0, 0);
        for (var sector : card.sectors()) {
            int written =
                    (int)
                            sector.blocks().stream()
                                    .filter(it -> units(it.fields(), BLOCK, BLOCK) > 0)
                                    .count();
            if (written > 0) {
                one(3, CIPHER);
                one(2 * CIPHER, 2 * CIPHER);
            }
            for (int i = 0; i < written; i++) {
                one(2 + BLOCK + MAC, MAC);
            }
        }
    }

    private void pages(Pages card) {
        one(0, 7);
        int pages =
                card.areas().stream()
                        .mapToInt(area -> units(area.fields(), area.pages() * PAGE, PAGE))
                        .sum();
        pages += card.locked().isEmpty() ? 0 : 1;
        pages += card.oneTime().isEmpty() ? 0 : 1;
        pages += card.password().isPresent() ? GUARD_PAGES : 0;
        pages += card.chip().countsReads() && !card.counters().isEmpty() ? 1 : 0;
        for (int i = 0; i < pages; i++) {
            one(PAGE, 0);
        }
        for (var counter : card.counters()) {
            if (counter.least() > 0) {
                one(COUNT_UP, 0);
            }
        }
    }
}
