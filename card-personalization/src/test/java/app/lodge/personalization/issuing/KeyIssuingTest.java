package app.lodge.personalization.issuing;

import static app.lodge.personalization.cards.CardDesk.CLERK;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.BooksSource;
import app.lodge.core.books.RequestId;
import app.lodge.core.books.Sealing;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.encodingplans.EncodingPlan;
import app.lodge.core.encodingplans.ShippedPlans;
import app.lodge.core.keys.CardKeys;
import app.lodge.core.media.ContactKeys;
import app.lodge.core.media.ContactKeys.EnrolOutcome;
import app.lodge.core.media.ContactKeys.Present;
import app.lodge.core.media.KeyNumber;
import app.lodge.core.media.MediumKind;
import app.lodge.core.media.MediumState;
import app.lodge.core.people.PersonId;
import app.lodge.personalization.cards.CardDesk;
import app.lodge.personalization.encoding.SamplePlans;
import app.lodge.personalization.ibutton.ButtonFamily;
import app.lodge.personalization.ibutton.ButtonFiles;
import app.lodge.personalization.ibutton.KeyContents;
import app.lodge.personalization.ibutton.KeyRecord;
import app.lodge.personalization.issuing.KeyIssuing.KeyLook;
import app.lodge.personalization.issuing.KeyIssuing.KeyOrder;
import app.lodge.personalization.issuing.KeyIssuing.KeyOutcome;
import app.lodge.personalization.issuing.KeyIssuing.Planned;
import app.lodge.personalization.issuing.KeyIssuing.Standing;
import app.lodge.personalization.onewire.OneWireBus;
import app.lodge.personalization.onewire.RomNumber;
import app.lodge.personalization.virtual.onewire.MemoryButton;
import app.lodge.personalization.virtual.onewire.VirtualBus;
import app.lodge.personalization.virtual.onewire.VirtualButton;
import app.lodge.personalization.virtual.onewire.VirtualKeyLine;
import app.lodge.personalization.virtual.onewire.VirtualKeys;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A contact key at the desk, with books and vault as they are.
@Tag("KEY-03")
@Tag("KEY-05")
@Tag("KEY-25")
@Tag("ID-07")
class KeyIssuingTest {

    private static final Duration SOON = Duration.ofMillis(20);
    private static final PersonId ADA = new PersonId(1);
    private static final PersonId BOB = new PersonId(2);

    @TempDir private Path folder;
    private final VirtualBus wire = new VirtualBus();
    private final MemoryButton button = new MemoryButton(RomNumber.numbered(0x08, 0x332211), 128);
    private Books books;
    private ContactKeys keys;
    private CardKeys cardKeys;
    private KeyIssuing issuing;

    @BeforeEach
    void openTheBooks() throws Exception {
        books =
                Books.open(
                        new BooksSource.InMemory(UUID.randomUUID().toString()),
                        InstantSource.fixed(Instant.parse("2026-11-22T08:00:00Z")),
                        new Sealing() {
                            @Override
                            public byte[] seal(byte[] plain) {
                                return plain;
                            }

                            @Override
                            public byte[] open(byte[] sealed) {
                                return sealed;
                            }
                        });
        for (var person : List.of(ADA, BOB)) {
            books.write(
                    Actor.system("test"),
                    tx ->
                            tx.sql()
                                    .execute(
                                            "insert into person (id, subject_id, state, revision,"
                                                    + " sealed, created_at, changed_at) values (?, ?,"
                                                    + " 'ACTIVE', 1, ?, ?, ?)",
                                            person.number(),
                                            person.number(),
                                            new byte[1],
                                            tx.nowUtc(),
                                            tx.nowUtc()));
        }
        keys = ContactKeys.in(books);
        cardKeys = new CardDesk(folder, "rathaus").keys;
        issuing = by(ShippedPlans.usual(MediumKind.CONTACT_KEY));
    }

    @AfterEach
    void close() {
        books.close();
    }

    private KeyIssuing by(EncodingPlan plan) {
        return new KeyIssuing(keys, cardKeys, new OnePlan(plan));
    }

    @Test
    @Tag("ID-47")
    void filesOfThePlanAreWrittenBesideLodgesOwnAndReadBack() throws DeviceException {
        var plan = SamplePlans.button("DS1992", 28);
        issuing = by(plan);
        wire.lay(button);
        var made = (KeyOutcome.Ready) encode(ADA, "02524");
        assertThat(made.planned())
                .contains(new Planned("button-ds1992@1", "DS1992", List.of("CARD.0")));
        assertThat(made.key().medium().state()).isEqualTo(MediumState.ACTIVE);
        try (var bus = OneWireBus.on(new VirtualKeyLine("COM7", wire))) {
            var memory = ButtonFamily.DS1992.memory(bus, button.rom()).orElseThrow();
            assertThat(
                            new ButtonFiles(memory)
                                    .read("CARD.0")
                                    .map(bytes -> new String(bytes, US_ASCII)))
                    .hasValueSatisfying(text -> assertThat(text).startsWith("0000001-01Lodge"));
        }
        var again = (KeyOutcome.Ready) encode(BOB, "02524", Present.REASSIGN, Standing.KEEP);
        assertThat(again.planned().orElseThrow().files()).containsExactly("CARD.0");
        assertThat(look().contents()).isInstanceOf(KeyContents.Lodge.class);
    }

    /// The key is numbered all the same, and the desk is told what it lacks.
    @Test
    @Tag("ID-47")
    void aKeyOfAnotherFamilyGetsLodgesFileOnly() throws DeviceException {
        issuing = by(SamplePlans.button("DS1996", 28));
        wire.lay(button);
        var made = (KeyOutcome.Ready) encode(ADA, "02524");
        assertThat(made.planned()).contains(new Planned("button-ds1996@1", "DS1996", List.of()));
        try (var bus = OneWireBus.on(new VirtualKeyLine("COM7", wire))) {
            var memory = ButtonFamily.DS1992.memory(bus, button.rom()).orElseThrow();
            assertThat(new ButtonFiles(memory).read("CARD.0")).isEmpty();
        }
    }

    private KeyLook look() throws DeviceException {
        try (var bus = OneWireBus.on(new VirtualKeyLine("COM7", wire))) {
            return issuing.look(CLERK, bus, SOON);
        }
    }

    private KeyOutcome encode(PersonId person, String number, Present present, Standing stands)
            throws DeviceException {
        var order =
                new KeyOrder(
                        RequestId.fresh(),
                        person,
                        number,
                        present,
                        Optional.of(4_250),
                        20_000,
                        2_000,
                        stands);
        try (var bus = OneWireBus.on(new VirtualKeyLine("COM7", wire))) {
            return issuing.encode(CLERK, bus, order, SOON);
        }
    }

    private KeyOutcome encode(PersonId person, String number) throws DeviceException {
        return encode(person, number, Present.KEEP, Standing.KEEP);
    }

    @Test
    void aKeyIsEnrolledEncodedReadBackAndFound() throws DeviceException {
        wire.lay(button);
        var made = (KeyOutcome.Ready) encode(ADA, "02524");
        assertThat(made.key().medium().state()).isEqualTo(MediumState.ACTIVE);
        assertThat(made.key().medium().chip()).isEqualTo("DS1992");
        var seen = look();
        assertThat(seen.known()).contains(made.key());
        assertThat(seen.contents())
                .isInstanceOfSatisfying(
                        KeyContents.Lodge.class,
                        lodge ->
                                assertThat(lodge.record())
                                        .isEqualTo(new KeyRecord(2524, 0, 4_250, 20_000, 2_000)));
        assertThat(keys.find(CLERK, new KeyNumber(2524))).contains(made.key());
    }

    /// Whatever byte it is pulled at, the books never call a key good that is not, and the same order
    /// again makes it good under the same number.
    @Test
    void aKeyPulledAtAnyByteIsFinishedByTheNextAttempt() throws DeviceException {
        wire.lay(button);
        int at = 1;
        boolean finished = false;
        while (!finished) {
            wire.pullAfter(at, at % 7);
            try {
                encode(ADA, "7");
                finished = true;
            } catch (DeviceException e) {
                var known = keys.find(CLERK, new KeyNumber(7));
                if (known.isPresent()) {
                    assertThat(known.get().medium().state()).isEqualTo(MediumState.PREPARING);
                }
            }
            if (wire.buttons().isEmpty()) {
                wire.lay(button);
            }
            at += 23;
        }
        wire.pullAfter(Integer.MAX_VALUE / 8, 0);
        assertThat(keys.history(CLERK, new KeyNumber(7))).hasSize(1);
        assertThat(encode(ADA, "7")).isInstanceOf(KeyOutcome.Ready.class);
        assertThat(look().contents()).isInstanceOf(KeyContents.Lodge.class);
    }

    @Test
    void aKeyWithoutMemoryIsNumberedAllTheSame() throws DeviceException {
        wire.lay(new VirtualButton(RomNumber.numbered(0x01, 9)));
        var made = (KeyOutcome.Ready) encode(ADA, "9");
        assertThat(made.written()).isEmpty();
        assertThat(made.key().medium().state()).isEqualTo(MediumState.ACTIVE);
    }

    @Test
    void twoKeysAtOnceAreRefused() {
        wire.lay(button).lay(new VirtualButton(RomNumber.numbered(0x01, 9)));
        assertThatThrownBy(this::look)
                .isInstanceOfSatisfying(
                        DeviceException.class,
                        e ->
                                assertThat(e.fault())
                                        .isEqualTo(new DeviceFault.SeveralKeys("COM7", 2)));
    }

    @Test
    void aKeyIsHandedOnByWordAndKeepsItsNumber() throws DeviceException {
        wire.lay(button);
        encode(ADA, "2524");
        assertThat(encode(BOB, ""))
                .isInstanceOfSatisfying(
                        KeyOutcome.NotEnrolled.class,
                        no -> assertThat(no.why()).isInstanceOf(EnrolOutcome.HeldBy.class));
        var made = (KeyOutcome.Ready) encode(BOB, "", Present.REASSIGN, Standing.KEEP);
        assertThat(made.key().number()).isEqualTo(new KeyNumber(2524));
        assertThat(keys.history(CLERK, new KeyNumber(2524))).hasSize(2);
    }

    @Test
    void aKeysContentCopiedToAnotherKeyIsNotOurs() throws DeviceException {
        wire.lay(button);
        encode(ADA, "2524");
        var copy = new MemoryButton(RomNumber.numbered(0x08, 0x445566), 128);
        copy.plant(0, button.memory());
        wire.take(button);
        wire.lay(copy);
        assertThat(look().contents()).isInstanceOf(KeyContents.Forged.class);
    }

    @Test
    void othersContentIsOverwrittenOnlyByWord() throws DeviceException {
        for (int i = 0; i < 128; i++) {
            button.plant(i, new byte[] {(byte) (i * 7)});
        }
        wire.lay(button);
        assertThat(encode(ADA, "5")).isInstanceOf(KeyOutcome.InUse.class);
        assertThat(keys.find(CLERK, new KeyNumber(5))).isEmpty();
        assertThat(encode(ADA, "5", Present.KEEP, Standing.OVERWRITE))
                .isInstanceOf(KeyOutcome.Ready.class);
    }

    @Test
    @Tag("KEY-22")
    void theVirtualAdaptersKeepWhatWasWrittenAndShowAStationsLog() throws DeviceException {
        var virtual = new VirtualKeys(folder.resolve("virtual-keys"));
        try (var bus = virtual.open(VirtualKeys.KEY)) {
            var order =
                    new KeyOrder(
                            RequestId.fresh(),
                            ADA,
                            "11",
                            Present.KEEP,
                            Optional.empty(),
                            20_000,
                            2_000,
                            Standing.KEEP);
            assertThat(issuing.encode(CLERK, bus, order, SOON))
                    .isInstanceOf(KeyOutcome.Ready.class);
        }
        try (var bus = virtual.open(VirtualKeys.KEY)) {
            assertThat(issuing.look(CLERK, bus, SOON).contents())
                    .isInstanceOf(KeyContents.Lodge.class);
        }
        try (var bus = virtual.open(VirtualKeys.LOG)) {
            var log = issuing.look(CLERK, bus, SOON).log().orElseThrow();
            assertThat(log.records()).hasSize(24);
            assertThat(log.torn()).containsExactly(25);
        }
    }
}
