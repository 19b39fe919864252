package app.lodge.personalization.encoding;

import app.lodge.core.books.Actor;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.encodingplans.EncodingPlan;
import app.lodge.core.encodingplans.FieldBytes;
import app.lodge.core.encodingplans.PlannedMedium.Area;
import app.lodge.core.encodingplans.PlannedMedium.Pages;
import app.lodge.core.keys.Bytes;
import app.lodge.core.keys.CardKeys;
import app.lodge.core.media.Uid;
import app.lodge.personalization.cards.CardFacts;
import app.lodge.personalization.cards.CardReader;
import app.lodge.personalization.cards.Chip;
import app.lodge.personalization.cards.EncodedCard;
import app.lodge.personalization.cards.PlaceRead;
import app.lodge.personalization.cards.Step;
import app.lodge.personalization.cards.StorageLink;
import app.lodge.personalization.encoding.PageGuarding.Held;
import app.lodge.personalization.recognition.Recogniser;
import app.lodge.personalization.ultralight.UltralightType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// MIFARE Ultralight and NTAG: pages that differ are written, then what guards them, counters, one-time
/// bits and locks last.
final class PageMedia implements MediumEncoder {

    private static final int PAGE = UltralightType.PAGE;
    private static final int READ = 4 * PAGE;
    private static final int LOCKS = 2;
    private static final int LOCKS_AT = 2;
    private static final int ONE_TIME = 3;

    private final CardKeys keys;
    private final EncodingPlan plan;
    private final Pages pages;

    PageMedia(CardKeys keys, EncodingPlan plan, Pages pages) {
        this.keys = keys;
        this.plan = plan;
        this.pages = pages;
    }

    private UltralightType type() {
        return UltralightType.valueOf(pages.chip().name());
    }

    @Override
    public Chip identify(Actor actor, CardReader reader, Duration wait) throws DeviceException {
        var type = Recogniser.pages(reader, wait);
        if (type.isEmpty() || type.get() != type()) {
            throw new DeviceException(
                    new DeviceFault.UnknownCard(
                            type.map(UltralightType::title).orElse("no Ultralight")));
        }
        try (var link = reader.connect(wait)) {
            byte[] uid = new StorageLink(link).uid().orRefuse("GetUID");
            return new Chip(Uid.of(uid), type().title());
        }
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
        try (var talk = new PageTalk(reader, wait, type(), uid)) {
            var guarding = guarding(actor, uid);
            var held = guarding.isPresent() ? guarding.get().open(talk) : Held.NONE;
            var link = talk.pages();
            if (facts.isPresent()) {
                for (var area : pages.areas()) {
                    write(link, area, content(actor, uid, area, facts.get()), log);
                }
            }
            counting().begin(talk, log);
            if (guarding.isPresent()) {
                guarding.get().set(talk, held, log);
            }
            if (facts.isPresent()) {
                counting().raise(talk, log);
                writeOneTimeBits(link, log);
                lock(link, log);
            }
            // without a guard no key of the site's is on it
            int version = guarding.map(PageGuarding::version).orElse(0);
            return new EncodedCard(uid, type().title(), version, plan.reference());
        }
    }

    private PageCounting counting() {
        return new PageCounting(type(), pages.counters());
    }

    private Optional<PageGuarding> guarding(Actor actor, Uid uid) {
        var site = keys.keySet(actor);
        var grown = new StorageKeys(keys, actor, uid, site);
        return pages.password()
                .map(wanted -> new PageGuarding(type(), wanted, grown, site.version()));
    }

    private byte[] content(Actor actor, Uid uid, Area area, CardFacts facts) {
        var site = keys.keySet(actor);
        return FieldBytes.of(
                area.fields(),
                area.pages() * PAGE,
                facts.values(site, uid),
                content -> keys.contentMac(actor, uid, site.version(), content));
    }

    private static void write(StorageLink link, Area area, byte[] content, Step.Log log)
            throws DeviceException {
        if (area.fields().isEmpty()) {
            return;
        }
        byte[] present = read(link, area);
        for (int at = 0; at < content.length; at += PAGE) {
            byte[] wanted = Bytes.slice(content, at, PAGE);
            if (!Arrays.equals(wanted, Bytes.slice(present, at, PAGE))) {
                int page = area.first() + at / PAGE;
                log.intend(new Step(Step.Kind.WRITE, area.name(), Integer.toString(page)));
                link.write(page, wanted).orRefuse("Write");
            }
        }
    }

    private static byte[] read(StorageLink link, Area area) throws DeviceException {
        byte[] all = new byte[0];
        int length = area.pages() * PAGE;
        for (int page = area.first(); all.length < length; page += READ / PAGE) {
            all = Bytes.join(all, four(link, page));
        }
        return Arrays.copyOf(all, length);
    }

    private static byte[] four(StorageLink link, int page) throws DeviceException {
        byte[] read = link.read(page, READ).orRefuse("Read");
        if (read.length != READ) {
            throw new DeviceException(new DeviceFault.CardRefused("Read", read.length));
        }
        return read;
    }

    private void writeOneTimeBits(StorageLink link, Step.Log log) throws DeviceException {
        if (pages.oneTime().isEmpty()) {
            return;
        }
        byte[] wanted = HexFormat.of().parseHex(pages.oneTime());
        if (!covers(Arrays.copyOf(four(link, ONE_TIME), PAGE), wanted)) {
            log.intend(new Step(Step.Kind.SET_ONE_TIME_BITS, "page 3", pages.oneTime()));
            link.write(ONE_TIME, wanted).orRefuse("Write");
        }
    }

    private void lock(StorageLink link, Step.Log log) throws DeviceException {
        if (pages.locked().isEmpty()) {
            return;
        }
        byte[] wanted = locks();
        if (!covers(Bytes.slice(four(link, LOCKS), LOCKS_AT, 2), wanted)) {
            var numbers = pages.locked().stream().map(String::valueOf).toList();
            log.intend(new Step(Step.Kind.LOCK_PAGES, "page 2", String.join(" ", numbers)));
            link.write(LOCKS, Bytes.join(new byte[2], wanted)).orRefuse("Write");
        }
    }

    /// Bit 4 of the first byte is page 4, bit 7 of the second page 15 (MF0ICU1 §7.5.2).
    private byte[] locks() {
        int bits = 0;
        for (int page : pages.locked()) {
            bits |= 1 << page;
        }
        return Bytes.of(bits & 0xFF, bits >> 8);
    }

    private static boolean covers(byte[] present, byte[] wanted) {
        for (int i = 0; i < wanted.length; i++) {
            if ((present[i] & wanted[i]) != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public List<PlaceRead> verify(
            Actor actor, CardReader reader, Duration wait, Uid uid, Optional<CardFacts> facts)
            throws DeviceException {
        var read = new ArrayList<PlaceRead>();
        try (var talk = new PageTalk(reader, wait, type(), uid)) {
            var guarding = guarding(actor, uid);
            if (guarding.isPresent()) {
                guarding.get().verify(talk);
            }
            read.addAll(counting().verify(talk, facts.isPresent()));
            var link = talk.pages();
            if (facts.isEmpty()) {
                return read;
            }
            for (var area : pages.areas()) {
                if (!plan.readBack().contains(area.name())) {
                    continue;
                }
                byte[] bytes = read(link, area);
                if (!Arrays.equals(bytes, content(actor, uid, area, facts.get()))) {
                    throw new DeviceException(new DeviceFault.VerifyMismatch("content"));
                }
                read.add(new PlaceRead(area.name(), bytes, 0));
            }
            boolean locked =
                    pages.locked().isEmpty()
                            || covers(Bytes.slice(four(link, LOCKS), LOCKS_AT, 2), locks());
            boolean set =
                    pages.oneTime().isEmpty()
                            || covers(
                                    Arrays.copyOf(four(link, ONE_TIME), PAGE),
                                    HexFormat.of().parseHex(pages.oneTime()));
            if (!locked || !set) {
                throw new DeviceException(new DeviceFault.VerifyMismatch("locks"));
            }
            return read;
        }
    }
}
