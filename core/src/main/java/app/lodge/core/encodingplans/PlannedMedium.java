package app.lodge.core.encodingplans;

import java.util.List;
import java.util.Optional;

/// The chip that a plan is for and how its memory is cut, one case per family.
public sealed interface PlannedMedium {

    /// MIFARE DESFire with AES keys (MF3DHx3).
    ///
    /// @param chips families that the plan may be written to: `DESFire EV2`, `DESFire EV3`
    /// @param capacity bytes that the chip must have, 2048, 4096, 8192 …
    /// @param card rules of the card itself; its one key is the card's master
    record Desfire(
            List<String> chips,
            int capacity,
            KeyRules card,
            boolean formatDisabled,
            boolean randomUid,
            List<Application> applications)
            implements PlannedMedium {
        public Desfire {
            chips = List.copyOf(chips);
            applications = List.copyOf(applications);
        }
    }

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

    /// MIFARE Ultralight and NTAG21x.
    ///
    /// @param locked pages that can never be written again, by number
    /// @param oneTime one-time bits of page 3 as eight hex digits, or empty
    /// @param password guards pages from `protectedFrom` on where the chip can; empty for none
    record Pages(
            PageChip chip,
            List<Area> areas,
            List<Integer> locked,
            String oneTime,
            Optional<Password> password)
            implements PlannedMedium {
        public Pages {
            areas = List.copyOf(areas);
            locked = List.copyOf(locked);
        }
    }

    /// @param first page, from 4
    /// @param pages how many
    record Area(String name, int first, int pages, List<PlannedField> fields) {
        public Area {
            fields = List.copyOf(fields);
        }
    }

    /// Password and acknowledgement of NTAG21x and Ultralight EV1 (PWD, PACK), grown for each chip.
    ///
    /// @param protectedFrom first page that writing needs the password for
    /// @param alsoReading whether reading needs it too
    record Password(int protectedFrom, boolean alsoReading) {}

    /// An iButton with memory (DS1992, DS1993, DS1995, DS1996, DS1971, DS1972, DS1977).
    ///
    /// @param family its name, `DS1996`
    record ContactKey(String family, List<Area> areas) implements PlannedMedium {
        public ContactKey {
            areas = List.copyOf(areas);
        }
    }
}
