package app.lodge.personalization.encoding;

import app.lodge.core.books.Actor;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.encodingplans.EncodingPlan;
import app.lodge.core.encodingplans.FieldBytes;
import app.lodge.core.encodingplans.PlannedMedium.Block;
import app.lodge.core.encodingplans.PlannedMedium.BlockAccess;
import app.lodge.core.encodingplans.PlannedMedium.Plus;
import app.lodge.core.encodingplans.PlannedMedium.PlusSector;
import app.lodge.core.encodingplans.PlannedMedium.TrailerAccess;
import app.lodge.core.keys.CardKeys;
import app.lodge.core.media.Uid;
import app.lodge.personalization.cards.CardFacts;
import app.lodge.personalization.cards.CardReader;
import app.lodge.personalization.cards.Chip;
import app.lodge.personalization.cards.EncodedCard;
import app.lodge.personalization.cards.PlaceRead;
import app.lodge.personalization.cards.Step;
import app.lodge.personalization.cards.Step.Kind;
import app.lodge.personalization.classic.AccessBits;
import app.lodge.personalization.classic.ClassicSize;
import app.lodge.personalization.classic.ValueBlock;
import app.lodge.personalization.plus.PlusCard;
import app.lodge.personalization.plus.PlusCard.Side;
import app.lodge.personalization.plus.PlusCard.Travel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// MIFARE Plus cards. In level 0 they take keys, rights and first values in plain and tell nothing, so
/// whatever was torn there is written once more; leaving it for level 3 is the last step. Contents come
/// after, under key B.
final class PlusMedia implements MediumEncoder {

    private static final int GROUPS = 3;
    private static final int BITS_AT = 6;

    /// Byte 5 of a trailer as the factory ships it: which blocks may travel in plain.
    private static final int TRAVEL_AT = 5;

    private static final byte AS_SHIPPED = 0x0F;

    private final CardKeys keys;
    private final EncodingPlan plan;
    private final Plus plus;

    PlusMedia(CardKeys keys, EncodingPlan plan, Plus plus) {
        this.keys = keys;
        this.plan = plan;
        this.plus = plus;
    }

    private ClassicSize size() {
        return ClassicSize.plus(plus.size());
    }

    @Override
    public Chip identify(Actor actor, CardReader reader, Duration wait) throws DeviceException {
        try (var link = reader.connect(wait)) {
            var seen = PlusTalk.glance(link);
            if (seen.size() != size()) {
                throw new DeviceException(new DeviceFault.UnknownCard(seen.family()));
            }
            return new Chip(PlusTalk.number(link, seen), seen.family());
        }
    }

    private record Work(PlusTalk talk, StorageKeys keys, Step.Log log) {
        byte[] key(int number, int version) {
            return keys.plus(version, number);
        }

        int version() {
            return keys.site().version();
        }
    }

    private Work work(Actor actor, PlusTalk talk, Uid uid, Step.Log log) {
        return new Work(talk, new StorageKeys(keys, actor, uid, keys.keySet(actor)), log);
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
        try (var talk = new PlusTalk(reader, wait, size(), uid)) {
            var work = work(actor, talk, uid, log);
            if (talk.level() == 0) {
                personalise(work, uid);
                talk.again();
            }
            new PlusRollOver(work.talk(), work.keys(), log).run(size().sectors());
            if (facts.isPresent()) {
                for (var sector : plus.sectors()) {
                    write(work, sector, facts.get());
                }
            }
            return new EncodedCard(uid, "Plus EV1", work.version(), plan.reference());
        }
    }

    private void personalise(Work work, Uid uid) throws DeviceException {
        var card = work.talk().card();
        for (int sector = 0; sector < size().sectors(); sector++) {
            work.log().intend(new Step(Kind.CHANGE_KEY, "sector " + sector, "A B"));
            for (var side : Side.values()) {
                int number = PlusCard.sectorKey(sector, side);
                card.personalise(number, work.key(number, work.version()));
            }
        }
        for (var sector : plus.sectors()) {
            work.log().intend(new Step(Kind.WRITE_TRAILER, "sector " + sector.number(), ""));
            card.personalise(size().trailer(sector.number()), trailer(sector));
            for (var block : sector.blocks()) {
                if (block.value().isPresent()) {
                    int address = address(sector, block);
                    var first = new ValueBlock(block.value().get(), address & 0xFF);
                    card.personalise(address, first.encode());
                }
            }
        }
        work.log().intend(new Step(Kind.CHANGE_MASTER, "card", ""));
        for (int number : PlusRollOver.CARD) {
            card.personalise(number, work.key(number, work.version()));
        }
        work.log().intend(new Step(Kind.SWITCH_LEVEL, "card", ""));
        card.commit(uid, uid);
    }

    private byte[] trailer(PlusSector sector) {
        var conditions = new int[GROUPS];
        Arrays.fill(conditions, BlockAccess.READ_A_WRITE_B.condition());
        for (Block block : sector.blocks()) {
            conditions[size().group(address(sector, block))] = block.access().condition();
        }
        byte[] trailer = new byte[ClassicSize.BLOCK];
        trailer[TRAVEL_AT] = AS_SHIPPED;
        byte[] bits =
                AccessBits.of(
                                conditions[0],
                                conditions[1],
                                conditions[2],
                                TrailerAccess.KEY_B_CHANGES.condition())
                        .encode();
        System.arraycopy(bits, 0, trailer, BITS_AT, bits.length);
        return trailer;
    }

    private int address(PlusSector sector, Block block) {
        return size().first(sector.number()) + block.number();
    }

    private void write(Work work, PlusSector sector, CardFacts facts) throws DeviceException {
        if (sector.blocks().stream().allMatch(block -> block.fields().isEmpty())) {
            return;
        }
        open(work, sector, Side.B);
        for (var block : sector.blocks()) {
            if (block.fields().isEmpty()) {
                continue;
            }
            byte[] wanted = content(work.keys(), block, facts);
            byte[] present = work.talk().card().read(address(sector, block), 1, Travel.SEALED);
            if (!Arrays.equals(present, wanted)) {
                work.log()
                        .intend(
                                new Step(
                                        Kind.WRITE,
                                        "sector " + sector.number(),
                                        Integer.toString(block.number())));
                work.talk().card().write(address(sector, block), wanted, Travel.SEALED);
            }
        }
    }

    private static void open(Work work, PlusSector sector, Side side) throws DeviceException {
        int number = PlusCard.sectorKey(sector.number(), side);
        if (!work.talk().card().authenticateFirst(number, work.key(number, work.version()))) {
            throw new DeviceException(new DeviceFault.KeyRefused(sector.number(), work.version()));
        }
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

    @Override
    public List<PlaceRead> verify(
            Actor actor, CardReader reader, Duration wait, Uid uid, Optional<CardFacts> facts)
            throws DeviceException {
        try (var talk = new PlusTalk(reader, wait, size(), uid)) {
            var work = work(actor, talk, uid, Step.Log.none());
            if (talk.level() == 0) {
                throw new DeviceException(new DeviceFault.VerifyMismatch("card-settings"));
            }
            new PlusRollOver(talk, work.keys(), work.log()).verify(size().sectors());
            var read = new ArrayList<PlaceRead>();
            for (var sector : facts.isPresent() ? plus.sectors() : List.<PlusSector>of()) {
                readBack(work, sector, facts.orElseThrow(), read);
            }
            return read;
        }
    }

    private void readBack(Work work, PlusSector sector, CardFacts facts, List<PlaceRead> read)
            throws DeviceException {
        open(work, sector, Side.B);
        for (var block : sector.blocks()) {
            if (!plan.readBack().contains(block.name())) {
                continue;
            }
            byte[] bytes = work.talk().card().read(address(sector, block), 1, Travel.SEALED);
            var value =
                    block.value().isPresent()
                            ? ValueBlock.decode(bytes)
                            : Optional.<ValueBlock>empty();
            boolean right =
                    block.value().isPresent()
                            ? value.isPresent()
                            : Arrays.equals(bytes, content(work.keys(), block, facts));
            if (!right) {
                throw new DeviceException(new DeviceFault.VerifyMismatch("content"));
            }
            read.add(new PlaceRead(block.name(), bytes, value.map(ValueBlock::value).orElse(0)));
        }
    }
}
