package app.lodge.desktop.plans;

import app.lodge.core.encodingplans.EncodingPlan;
import app.lodge.core.encodingplans.PlanMemory;
import app.lodge.core.encodingplans.PlannedMedium;
import app.lodge.desktop.shell.Message;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The chip's memory as the plan cuts it, with who may do what in words.
///
/// @param used and `capacity`: bytes of the chip
record MemoryMap(int used, int capacity, List<Band> bands) {

    MemoryMap {
        bands = List.copyOf(bands);
    }

    /// @param place as findings name it
    record Band(String place, String name, int room, int written, Message access) {}

    static MemoryMap of(EncodingPlan plan) {
        var memory = PlanMemory.of(plan);
        var access = access(plan);
        var bands =
                memory.places().stream()
                        .map(place ->
                                new Band(
                                        place.path(),
                                        place.name(),
                                        place.room(),
                                        place.written(),
                                        access.getOrDefault(
                                                place.path(), Message.of("plans.access.free"))))
                        .toList();
        return new MemoryMap(memory.used(), memory.capacity(), bands);
    }

    private static Map<String, Message> access(EncodingPlan plan) {
        var access = new HashMap<String, Message>();
        switch (plan.medium()) {
            case PlannedMedium.Desfire it -> {
                for (var application : it.applications()) {
                    for (var file : application.files()) {
                        access.put(
                                application.aid() + "/" + file.name(),
                                AccessWords.file(application, file));
                    }
                }
            }
            case PlannedMedium.Classic it -> {
                for (var sector : it.sectors()) {
                    for (var block : sector.blocks()) {
                        access.put(
                                "sector " + sector.number() + "/" + block.name(),
                                AccessWords.block(block));
                    }
                }
            }
            case PlannedMedium.Plus it -> {
                for (var sector : it.sectors()) {
                    for (var block : sector.blocks()) {
                        access.put(
                                "sector " + sector.number() + "/" + block.name(),
                                AccessWords.block(block));
                    }
                }
            }
            case PlannedMedium.Pages it ->
                    it.areas().forEach(area -> access.put(area.name(), AccessWords.area(it, area)));
            case PlannedMedium.ContactKey _ -> {}
        }
        return access;
    }
}
