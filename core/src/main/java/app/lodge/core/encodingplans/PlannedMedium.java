package app.lodge.core.encodingplans;

import app.lodge.core.encodingplans.PlannedKey.KeyPurpose;
import app.lodge.core.keys.CardKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The chip that a plan is for and how its memory is cut, one case per family.
public sealed interface PlannedMedium {

    /// Whether it is written through an adapter for contact keys, not on a card reader.
    default boolean forContactKeys() {
        return this instanceof ContactKey;
    }

    /// MIFARE DESFire with AES keys (MF3DHx3).
    ///
    /// @param chips families that the plan may be written to: `DESFire EV2`, `DESFire EV3`
    /// @param capacity bytes that the chip must have, 2048, 4096, 8192 …
    /// @param card rules of the card itself; its one key is the card's master
    /// @param randomUid whether it shows strangers another number each time from then on
    record Desfire(
            List<String> chips,
            int capacity,
            KeyRules card,
            boolean formatDisabled,
            boolean randomUid,
            List<Application> applications)
            implements PlannedMedium {

        public static final List<String> CHIPS = List.of("DESFire EV2", "DESFire EV3");
        public static final List<Integer> CAPACITIES =
                List.of(2048, 4096, 8192, 16_384, 32_768, 65_536);

        public Desfire {
            chips = List.copyOf(chips);
            applications = List.copyOf(applications);
        }

        /// What is made on the card: the plan's applications, and before them the one that tells a
        /// hidden number.
        public List<Application> made() {
            return randomUid
                    ? Stream.concat(Stream.of(FINDER), applications.stream()).toList()
                    : applications;
        }
    }

    /// Tells the number of a card that hides it, to the site's own machines.
    Application FINDER =
            new Application(
                    CardKey.FINDER,
                    new KeyRules(true, true, false, true),
                    List.of(new PlannedKey(0, KeyPurpose.MASTER, 0)),
                    List.of());

    /// What a master key may do (MF3DHx3 §8.3.4.2, key settings).
    ///
    /// @param masterChangeable bit 0
    /// @param freeListing bit 1: names of applications or files without a key
    /// @param freeMaking bit 2: making (and deleting) without a key
    /// @param changeable bit 3: whether these rules may be changed
    record KeyRules(
            boolean masterChangeable, boolean freeListing, boolean freeMaking, boolean changeable) {

        /// The byte on the card; keys are changed with the master key.
        public int settings() {
            return (masterChangeable ? 1 : 0)
                    | (freeListing ? 2 : 0)
                    | (freeMaking ? 4 : 0)
                    | (changeable ? 8 : 0);
        }
    }

    /// An application of a DESFire card.
    ///
    /// @param aid six upper-case hex digits, most significant byte first
    /// @param keys numbered from 0; number 0 is the application's master
    record Application(String aid, KeyRules rules, List<PlannedKey> keys, List<PlannedFile> files) {
        public Application {
            keys = List.copyOf(keys);
            files = List.copyOf(files);
        }
    }

    /// MIFARE Classic: weak, for doors that have nothing else (MF1S50yyX_V1).
    ///
    /// @param size bytes, 1024 or 4096
    /// @param directory whether sector 0 (and 16) names the applications (MAD, AN10787)
    record Classic(int size, boolean directory, List<Sector> sectors) implements PlannedMedium {
        public Classic {
            sectors = List.copyOf(sectors);
        }
    }

    /// A sector of a Classic card.
    ///
    /// @param number 0 to 15, or 39 on a 4K
    /// @param application identifier in the directory, four hex digits, or empty
    /// @param keyA opens for reading, as a rule
    /// @param keyB opens for writing
    record Sector(
            int number,
            String application,
            SectorKey keyA,
            SectorKey keyB,
            TrailerAccess trailer,
            List<Block> blocks) {
        public Sector {
            blocks = List.copyOf(blocks);
        }
    }

    /// Where a sector's key comes from.
    enum SectorKey {
        /// Grown for this card and sector.
        SITE_READ,
        SITE_WRITE,
        /// The directory's, which all the world knows (A0 … A5).
        PUBLIC_DIRECTORY,
        /// As shipped: FF … FF.
        FACTORY
    }

    /// Who may change a sector's keys and rights.
    enum TrailerAccess {
        KEY_B_CHANGES(3),
        KEY_A_CHANGES(1),
        FROZEN(7);

        private final int condition;

        TrailerAccess(int condition) {
            this.condition = condition;
        }

        /// C1 C2 C3 as a number.
        public int condition() {
            return condition;
        }
    }

    /// What the two keys may do with a block (MF1S50yyX_V1 §8.7.3).
    enum BlockAccess {
        ANY_KEY(0),
        READ_A_WRITE_B(4),
        READ_B_WRITE_B(3),
        READ_ONLY(2),
        VALUE_A_LOWERS_B_RAISES(6),
        NEVER(7);

        private final int condition;

        BlockAccess(int condition) {
            this.condition = condition;
        }

        public int condition() {
            return condition;
        }

        public boolean readable() {
            return this != NEVER;
        }

        public boolean writable() {
            return this != NEVER && this != READ_ONLY;
        }
    }

    /// A data block of a sector, 16 bytes.
    ///
    /// @param number within the sector, from 0; in sector 0 from 1
    /// @param value a value block's first value; then there are no fields
    record Block(
            int number,
            String name,
            BlockAccess access,
            Optional<Integer> value,
            List<PlannedField> fields) {
        public Block {
            fields = List.copyOf(fields);
        }
    }

    /// MIFARE Plus EV1 in level 3: sectors and blocks as those of a Classic, with AES keys of the site's,
    /// A for reading, B for writing. Sectors that the plan leaves out get keys too.
    ///
    /// @param size of the chip in bytes, 2048 or 4096
    /// @param levelThree whether the card leaves level 0, for ever; nothing guards it there
    record Plus(int size, boolean levelThree, List<PlusSector> sectors) implements PlannedMedium {
        public Plus {
            sectors = List.copyOf(sectors);
        }
    }

    /// @param number 0 to 31, or 39 on a 4K
    record PlusSector(int number, List<Block> blocks) {
        public PlusSector {
            blocks = List.copyOf(blocks);
        }
    }

    /// MIFARE Ultralight and NTAG21x.
    ///
    /// @param locked pages that can never be written again, by number
    /// @param oneTime one-time bits of page 3 as eight hex digits, or empty
    /// @param password guards pages from `protectedFrom` on; empty for none
    /// @param counters those that the plan uses
    record Pages(
            PageChip chip,
            List<Area> areas,
            List<Integer> locked,
            String oneTime,
            Optional<Password> password,
            List<Counter> counters)
            implements PlannedMedium {
        @SuppressWarnings("ConstantValue") // plans signed before there were counters lack them
        public Pages {
            areas = List.copyOf(areas);
            locked = List.copyOf(locked);
            counters = counters == null ? List.of() : List.copyOf(counters);
        }
    }

    /// A counter that only goes up, 24 bits: one of Ultralight EV1's three, which readers raise
    /// (MF0ULx1 §8.7), or NTAG21x's own, which counts each time that a reader calls the chip and reads it
    /// (NTAG213_215_216 §8.7) and stands still unless the plan names it.
    ///
    /// @param number 0 to 2 of Ultralight EV1, 2 of NTAG21x
    /// @param least what it is raised to for ever as the medium is issued; one that stands higher stays.
    ///     0 of NTAG21x, which nobody can raise
    /// @param guarded whether it is told only for the password; NTAG21x
    record Counter(int number, int least, boolean guarded) {
        static final int MOST = 0xFFFFFF;
    }

    /// @param first page, from 4
    /// @param pages how many
    record Area(String name, int first, int pages, List<PlannedField> fields) {
        public Area {
            fields = List.copyOf(fields);
        }
    }

    /// What guards pages, grown for each chip: password and acknowledgement of NTAG21x and Ultralight
    /// EV1 (PWD, PACK), the key of Ultralight C. Wrong ones are never counted, for a card that has
    /// counted them is lost.
    ///
    /// @param protectedFrom first page that writing needs it for
    /// @param alsoReading whether reading needs it too
    record Password(int protectedFrom, boolean alsoReading) {}

    /// An iButton with memory (DS1992, DS1993, DS1995, DS1996, DS1971, DS1972, DS1977).
    ///
    /// @param family its name, `DS1996`
    ///
    /// @param areas pages by number; nothing is written to them, for they would lie across the key's files
    /// @param files beside Lodge's own
    record ContactKey(String family, List<Area> areas, List<ButtonFile> files)
            implements PlannedMedium {

        /// Pages of 32 bytes by family (data sheets of DS1992 to DS1996 and DS1977, memory map); DS1971
        /// and DS1972 have one and four.
        static final Map<String, Integer> PAGES_OF =
                Map.of(
                        "DS1971", 1, "DS1972", 4, "DS1992", 4, "DS1993", 16, "DS1995", 64, "DS1996",
                        256, "DS1977", 511);

        public static final List<String> FAMILIES = PAGES_OF.keySet().stream().sorted().toList();

        @SuppressWarnings("ConstantValue") // plans signed before there were files lack them
        public ContactKey {
            areas = List.copyOf(areas);
            files = files == null ? List.of() : List.copyOf(files);
        }
    }

    /// A file of the structure that 1-Wire programs share (TMEX; Maxim application note 114).
    ///
    /// @param name up to four capital letters or digits, a dot, 0 to 99: `CARD.0`
    /// @param length bytes
    record ButtonFile(String name, int length, List<PlannedField> fields) {
        public ButtonFile {
            fields = List.copyOf(fields);
        }
    }
}
