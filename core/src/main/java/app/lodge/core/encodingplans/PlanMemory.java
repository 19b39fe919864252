package app.lodge.core.encodingplans;

import app.lodge.core.encodingplans.PlannedMedium.Block;
import app.lodge.core.encodingplans.PlannedMedium.Classic;
import app.lodge.core.encodingplans.PlannedMedium.ContactKey;
import app.lodge.core.encodingplans.PlannedMedium.Desfire;
import app.lodge.core.encodingplans.PlannedMedium.Pages;
import app.lodge.core.encodingplans.PlannedMedium.Plus;
import app.lodge.core.encodingplans.PlannedMedium.PlusSector;
import app.lodge.core.encodingplans.PlannedMedium.Sector;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/// How a plan cuts a chip's memory: what each place takes and how much of it is written.
///
/// @param used bytes that the plan takes of the chip, keys and rules included
/// @param capacity bytes that the chip has for it
public record PlanMemory(int used, int capacity, List<Place> places) {

    private static final int UNIT = 32;
    private static final int BLOCK = 16;
    private static final int PAGE = 4;

    public PlanMemory {
        places = List.copyOf(places);
    }

    /// @param path as in a finding, `4C4447/identity`
    /// @param room bytes of the place
    /// @param written bytes of it that fields lie on; all of a value
    public record Place(String path, String name, int room, int written) {}

    public static PlanMemory of(EncodingPlan plan) {
        return switch (plan.medium()) {
            case Desfire it -> of(it);
            case Classic it -> sectors(it.sectors(), Sector::number, Sector::blocks, it.size());
            case Plus it ->
                    sectors(it.sectors(), PlusSector::number, PlusSector::blocks, it.size());
            case Pages it ->
                    areas(it.areas(), PAGE, PAGE * (it.chip().last() - PageChip.FIRST + 1));
            case ContactKey it -> of(it);
        };
    }

    private static PlanMemory of(ContactKey key) {
        int capacity = PageChecks.KEY_PAGE * ContactKey.PAGES_OF.getOrDefault(key.family(), 0);
        var pages = areas(key.areas(), PageChecks.KEY_PAGE, capacity);
        var places = new ArrayList<>(pages.places());
        for (var file : key.files()) {
            places.add(new Place(file.name(), file.name(), file.length(), sum(file.fields())));
        }
        long used = places.stream().mapToLong(Place::room).sum();
        return new PlanMemory(clamped(used), capacity, places);
    }

    /// Keys and files in the chip's units of 32 (MF3DHx3 §8.2.1).
    static PlanMemory of(Desfire card) {
        long bytes = 0;
        var places = new ArrayList<Place>();
        for (var application : card.made()) {
            bytes += units(UNIT + 16L * application.keys().size());
            for (var file : application.files()) {
                bytes += UNIT + room(file);
                places.add(
                        new Place(
                                application.aid() + "/" + file.name(),
                                file.name(),
                                clamped(room(file)),
                                written(file)));
            }
        }
        return new PlanMemory(clamped(bytes), card.capacity(), places);
    }

    private static long room(PlannedFile file) {
        return switch (file) {
            case PlannedFile.Standard it -> units(it.size());
            case PlannedFile.Backup it -> 2 * units(it.size());
            case PlannedFile.Records it -> units((long) it.size() * it.most());
            case PlannedFile.Value _, PlannedFile.TransactionMac _ -> UNIT;
        };
    }

    private static int written(PlannedFile file) {
        return switch (file) {
            case PlannedFile.Value _, PlannedFile.TransactionMac _ -> UNIT;
            case PlannedFile.Standard _, PlannedFile.Backup _, PlannedFile.Records _ ->
                    sum(file.written());
        };
    }

    private static int sum(List<PlannedField> fields) {
        return clamped(fields.stream().mapToLong(PlannedField::length).sum());
    }

    private static long units(long bytes) {
        return (bytes + UNIT - 1) / UNIT * UNIT;
    }

    private static int clamped(long bytes) {
        return Math.clamp(bytes, 0, Integer.MAX_VALUE);
    }

    /// Classic and Plus cut their memory alike; only what opens a sector differs.
    private static <S> PlanMemory sectors(
            List<S> sectors,
            ToIntFunction<S> number,
            Function<S, List<Block>> blocks,
            int capacity) {
        int used = 0;
        var places = new ArrayList<Place>();
        for (var sector : sectors) {
            used += sector(number.applyAsInt(sector), blocks.apply(sector), places);
        }
        return new PlanMemory(used, capacity, places);
    }

    /// @return bytes that the sector takes, its trailer included
    private static int sector(int number, List<Block> blocks, List<Place> places) {
        for (var block : blocks) {
            places.add(
                    new Place(
                            "sector " + number + "/" + block.name(),
                            number + "/" + block.number() + " " + block.name(),
                            BLOCK,
                            block.value().isPresent() ? BLOCK : sum(block.fields())));
        }
        return BLOCK * (blocks.size() + 1);
    }

    private static PlanMemory areas(List<PlannedMedium.Area> areas, int page, int capacity) {
        var places =
                areas.stream()
                        .map(area ->
                                new Place(
                                        area.name(),
                                        area.name(),
                                        clamped((long) area.pages() * page),
                                        sum(area.fields())))
                        .toList();
        int used = clamped(places.stream().mapToLong(Place::room).sum());
        return new PlanMemory(used, capacity, places);
    }
}
