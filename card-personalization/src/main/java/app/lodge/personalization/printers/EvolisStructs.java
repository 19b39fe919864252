package app.lodge.personalization.printers;

import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;

/// Memory as libevolis lays it out, the same from 9.0.0 to 9.4.1; a test holds the sizes. C `bool`
/// is one byte: a Java boolean would take four and shift all that follows.
final class EvolisStructs {

    private EvolisStructs() {}

    /// 1296 bytes.
    @FieldOrder({
        "id",
        "name",
        "displayName",
        "uri",
        "mark",
        "model",
        "supervised",
        "online",
        "link",
        "driverVersion"
    })
    public static final class Device extends Structure {
        public byte[] id = new byte[128];
        public byte[] name = new byte[256];
        public byte[] displayName = new byte[256];
        public byte[] uri = new byte[512];
        public int mark;
        public int model;
        public byte supervised;
        public byte online;
        public int link;
        public byte[] driverVersion = new byte[128];

        public Device() {}

        public Device(Pointer memory) {
            super(memory);
        }
    }

    /// 396 bytes. `has` are thirteen bools: flip, Ethernet, WiFi, two laminators, magnetic encoder,
    /// JIS encoder, contact encoder, contactless encoder, display, kineclipse, lock, scanner.
    @FieldOrder({
        "name",
        "type",
        "mark",
        "markName",
        "model",
        "modelName",
        "modelId",
        "firmware",
        "serialNumber",
        "printHeadKit",
        "zone",
        "has",
        "insertion",
        "ejection",
        "rejection",
        "displayFirmware",
        "displayGraphics",
        "scannerFirmware"
    })
    public static final class Info extends Structure {
        public byte[] name = new byte[128];
        public int type;
        public int mark;
        public byte[] markName = new byte[32];
        public int model;
        public byte[] modelName = new byte[32];
        public int modelId;
        public byte[] firmware = new byte[16];
        public byte[] serialNumber = new byte[16];
        public byte[] printHeadKit = new byte[16];
        public byte[] zone = new byte[16];
        public byte[] has = new byte[13];
        public int insertion;
        public int ejection;
        public int rejection;
        public byte[] displayFirmware = new byte[16];
        public byte[] displayGraphics = new byte[16];
        public byte[] scannerFirmware = new byte[64];
    }

    /// 180 bytes.
    @FieldOrder({
        "description",
        "zone",
        "type",
        "capacity",
        "remaining",
        "progress",
        "productCode",
        "batchNumber",
        "builtAt",
        "serialNumber",
        "internalCode"
    })
    public static final class Ribbon extends Structure {
        public byte[] description = new byte[64];
        public byte[] zone = new byte[8];
        public int type;
        public int capacity;
        public int remaining;
        public int progress;
        public byte[] productCode = new byte[16];
        public int batchNumber;
        public byte[] builtAt = new byte[24];
        public byte[] serialNumber = new byte[24];
        public byte[] internalCode = new byte[24];
    }

    /// 40 bytes.
    @FieldOrder({
        "totalCardCount",
        "cardCount",
        "beforeWarning",
        "beforeWarrantyLost",
        "atLastCleaning",
        "regularCleanings",
        "advancedCleanings",
        "headUnderWarranty",
        "warningThreshold",
        "warrantyLostThreshold"
    })
    public static final class Cleaning extends Structure {
        public int totalCardCount;
        public int cardCount;
        public int beforeWarning;
        public int beforeWarrantyLost;
        public int atLastCleaning;
        public int regularCleanings;
        public int advancedCleanings;
        public byte headUnderWarranty;
        public int warningThreshold;
        public int warrantyLostThreshold;
    }

    /// 36 bytes.
    @FieldOrder({"config", "information", "warning", "error", "extensions", "session"})
    public static final class Status extends Structure {
        public int config;
        public int information;
        public int warning;
        public int error;
        public int[] extensions = new int[4];
        public short session;
    }
}
