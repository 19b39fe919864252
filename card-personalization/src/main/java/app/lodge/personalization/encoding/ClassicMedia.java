package app.lodge.personalization.encoding;

import app.lodge.core.books.Actor;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.encodingplans.EncodingPlan;
import app.lodge.core.encodingplans.FieldBytes;
import app.lodge.core.encodingplans.PlannedMedium.Block;
import app.lodge.core.encodingplans.PlannedMedium.BlockAccess;
import app.lodge.core.encodingplans.PlannedMedium.Classic;
import app.lodge.core.encodingplans.PlannedMedium.Sector;
import app.lodge.core.keys.CardKeys;
import app.lodge.core.media.Uid;
import app.lodge.personalization.cards.CardFacts;
import app.lodge.personalization.cards.CardReader;
import app.lodge.personalization.cards.Chip;
import app.lodge.personalization.cards.EncodedCard;
import app.lodge.personalization.cards.PlaceRead;
import app.lodge.personalization.cards.Step;
import app.lodge.personalization.cards.StorageLink;
import app.lodge.personalization.classic.AccessBits.Key;
import app.lodge.personalization.classic.ClassicCard;
import app.lodge.personalization.classic.ClassicSize;
import app.lodge.personalization.classic.SectorTrailer;
import app.lodge.personalization.classic.ValueBlock;
import app.lodge.personalization.recognition.Recogniser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// MIFARE Classic cards: sector by sector, blocks first and the trailer with the keys last; the
/// directory, which names the sectors, after all of them. Every sector must open to a known key before
/// the first is written.
final class ClassicMedia implements MediumEncoder {

    private final CardKeys keys;
    private final EncodingPlan plan;
    private final ClassicSectors sectors;

    ClassicMedia(CardKeys keys, EncodingPlan plan, Classic classic) {
        this.keys = keys;
        this.plan = plan;
        this.sectors = new ClassicSectors(classic);
    }

    /// A key that opens a sector now.
    private record Way(Key which, byte[] key, boolean ours) {}

    private record Work(
            ClassicTalk talk, StorageKeys keys, Optional<CardFacts> facts, Step.Log log) {}

    @Override
    public Chip identify(Actor actor, CardReader reader, Duration wait) throws DeviceException {
        try (var link = reader.connect(wait)) {
            var size = Recogniser.classic(link.atr());
            if (size.isEmpty() || size.get() != sectors.size()) {
                throw new DeviceException(
                        new DeviceFault.UnknownCard(size.map(Enum::name).orElse("no Classic")));
            }
            return new Chip(Uid.of(new StorageLink(link).uid().orRefuse("GetUID")), family());
        }
    }

    private String family() {
        return sectors.size() == ClassicSize.FOUR_K ? "MIFARE Classic 4K" : "MIFARE Classic 1K";
    }

    @Override
    public EncodedCard encode(
            Actor actor,
            CardReader reader,
            Duration wait,
            Uid uid,
            Optional<CardFacts> facts,
            Step.Log log)
            throws DeviceException {
        var site = keys.keySet(actor);
        try (var talk = new ClassicTalk(reader, wait, sectors.size(), uid)) {
            var work = new Work(talk, new StorageKeys(keys, actor, uid, site), facts, log);
            var ways = ways(work);
            for (var sector : plannedSectors()) {
                write(work, sector, Objects.requireNonNull(ways.get(sector)), blocks(work, sector));
            }
            for (var directory : sectors.directory()) {
                write(
                        work,
                        directory.sector(),
                        Objects.requireNonNull(ways.get(directory.sector())),
                        directory.blocks());
            }
            return new EncodedCard(uid, family(), site.version(), plan.reference());
        }
    }

    private List<Sector> plannedSectors() {
        return sectors.plan().sectors();
    }

    private Map<Sector, Way> ways(Work work) throws DeviceException {
        var ways = new LinkedHashMap<Sector, Way>();
        var all = new ArrayList<>(plannedSectors());
        sectors.directory().forEach(one -> all.add(one.sector()));
        for (var sector : all) {
            ways.put(sector, way(work, sector));
        }
        return ways;
    }

    /// The site's present key, its last one, or the factory's.
    private Way way(Work work, Sector sector) throws DeviceException {
        int version = work.keys().site().version();
        var likely = new ArrayList<Way>();
        likely.add(new Way(Key.A, ClassicCard.factoryKey(), false));
        likely.add(ours(work, sector, version, true));
        if (version > 1) {
            likely.add(ours(work, sector, version - 1, false));
        }
        for (var way : likely) {
            if (work.talk().open(sector.number(), way.which(), way.key())) {
                return way;
            }
        }
        throw new DeviceException(new DeviceFault.KeyRefused(sector.number(), 0));
    }

    private Way ours(Work work, Sector sector, int version, boolean present) {
        return new Way(Key.B, sectors.key(sector.keyB(), sector, work.keys(), version), present);
    }

    /// What the plan's fields say, by block in the sector; a value is written once.
    private Map<Integer, byte[]> blocks(Work work, Sector sector) {
        var blocks = new LinkedHashMap<Integer, byte[]>();
        if (work.facts().isEmpty()) {
            return blocks;
        }
        for (var block : sector.blocks()) {
            if (block.value().isPresent()) {
                int address = sectors.size().first(sector.number()) + block.number();
                blocks.put(
                        block.number(),
                        new ValueBlock(block.value().get(), address & 0xFF).encode());
            } else if (!block.fields().isEmpty()) {
                blocks.put(block.number(), content(work.keys(), block, work.facts().get()));
            }
        }
        return blocks;
    }

    private byte[] content(StorageKeys with, Block block, CardFacts facts) {
        var values = facts.values(with.site(), with.uid());
        return FieldBytes.of(
                block.fields(),
                ClassicSize.BLOCK,
                values,
                content ->
                        keys.contentMac(with.actor(), with.uid(), with.site().version(), content));
    }

    private void write(Work work, Sector sector, Way way, Map<Integer, byte[]> blocks)
            throws DeviceException {
        var size = sectors.size();
        require(work.talk().open(sector.number(), way.which(), way.key()), sector);
        var card = work.talk().card();
        boolean kept = way.ours() || way.which() == Key.B;
        for (var one : blocks.entrySet()) {
            int block = size.first(sector.number()) + one.getKey();
            byte[] present = card.read(block);
            boolean value = kept && isValue(sector, one.getKey());
            boolean there =
                    value
                            ? ValueBlock.decode(present).isPresent()
                            : Arrays.equals(present, one.getValue());
            if (!there) {
                work.log().intend(step(Step.Kind.WRITE, sector, one.getKey()));
                card.write(block, one.getValue());
            }
        }
        int trailer = size.trailer(sector.number());
        boolean done =
                way.ours()
                        && ClassicSectors.rightsOf(card.read(trailer))
                                .equals(sectors.wanted(sector));
        if (!done) {
            work.log().intend(step(Step.Kind.WRITE_TRAILER, sector, 0));
            card.write(trailer(work.keys(), sector));
        }
    }

    private static boolean isValue(Sector sector, int number) {
        return sector.blocks().stream()
                .anyMatch(block -> block.number() == number && block.value().isPresent());
    }

    private Step step(Step.Kind kind, Sector sector, int block) {
        boolean directory = plannedSectors().stream().noneMatch(one -> one.equals(sector));
        return new Step(
                directory && kind == Step.Kind.WRITE ? Step.Kind.WRITE_DIRECTORY : kind,
                "sector " + sector.number(),
                Integer.toString(block));
    }

    private SectorTrailer trailer(StorageKeys with, Sector sector) {
        int version = with.site().version();
        return new SectorTrailer(
                sectors.key(sector.keyA(), sector, with, version),
                sectors.access(sector),
                sectors.general(sector),
                sectors.key(sector.keyB(), sector, with, version));
    }

    private static void require(boolean opened, Sector sector) throws DeviceException {
        if (!opened) {
            throw new DeviceException(new DeviceFault.KeyRefused(sector.number(), 0));
        }
    }

    @Override
    public List<PlaceRead> verify(
            Actor actor, CardReader reader, Duration wait, Uid uid, Optional<CardFacts> facts)
            throws DeviceException {
        var site = keys.keySet(actor);
        try (var talk = new ClassicTalk(reader, wait, sectors.size(), uid)) {
            var with = new StorageKeys(keys, actor, uid, site);
            var read = new ArrayList<PlaceRead>();
            for (var directory : sectors.directory()) {
                proveRights(talk, with, directory.sector());
                for (var one : directory.blocks().entrySet()) {
                    int block = sectors.size().first(directory.sector().number()) + one.getKey();
                    mustBe(Arrays.equals(talk.card().read(block), one.getValue()), "directory");
                }
            }
            for (var sector : plannedSectors()) {
                proveRights(talk, with, sector);
                if (facts.isPresent()) {
                    read.addAll(readBack(talk, with, sector, facts.get()));
                }
            }
            return read;
        }
    }

    private void proveRights(ClassicTalk talk, StorageKeys with, Sector sector)
            throws DeviceException {
        byte[] keyB = sectors.key(sector.keyB(), sector, with, with.site().version());
        require(talk.open(sector.number(), Key.B, keyB), sector);
        byte[] trailer = talk.card().read(sectors.size().trailer(sector.number()));
        mustBe(ClassicSectors.rightsOf(trailer).equals(sectors.wanted(sector)), "trailer");
    }

    private List<PlaceRead> readBack(
            ClassicTalk talk, StorageKeys with, Sector sector, CardFacts facts)
            throws DeviceException {
        var read = new ArrayList<PlaceRead>();
        byte[] keyA = sectors.key(sector.keyA(), sector, with, with.site().version());
        boolean withA = false;
        for (var block : sector.blocks()) {
            if (!plan.readBack().contains(block.name())) {
                continue;
            }
            boolean needsB = block.access() == BlockAccess.READ_B_WRITE_B;
            if (!needsB && !withA) {
                require(talk.open(sector.number(), Key.A, keyA), sector);
                withA = true;
            } else if (needsB && withA) {
                proveRights(talk, with, sector);
                withA = false;
            }
            byte[] bytes = talk.card().read(sectors.size().first(sector.number()) + block.number());
            if (block.value().isPresent()) {
                var value = ValueBlock.decode(bytes);
                mustBe(value.isPresent(), "content");
                read.add(
                        new PlaceRead(block.name(), bytes, value.map(ValueBlock::value).orElse(0)));
            } else {
                mustBe(Arrays.equals(bytes, content(with, block, facts)), "content");
                read.add(new PlaceRead(block.name(), bytes, 0));
            }
        }
        return read;
    }

    private static void mustBe(boolean right, String what) throws DeviceException {
        if (!right) {
            throw new DeviceException(new DeviceFault.VerifyMismatch(what));
        }
    }
}
