package app.lodge.personalization.cards;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.encodingplans.PlannedFile;
import app.lodge.core.encodingplans.PlannedFile.Rights;
import app.lodge.core.encodingplans.PlannedMedium.Application;
import app.lodge.core.keys.Bytes;
import app.lodge.core.keys.CardKey;
import app.lodge.core.keys.CardKeys.Purpose;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Reads and writes the files of the selected application, opening each with the key that may, and
/// staying in a session as long as the next file takes the same key.
final class FileDoor {

    private static final int NOBODY = -1;

    /// A Transaction MAC's counter and value.
    private static final int WORD = 12;

    /// Some session may be open from before.
    private static final int UNKNOWN = -2;

    private final CardWork work;
    private final Application application;
    private final CardKey master;
    private int inSession = UNKNOWN;
    private @Nullable DesfireFiles files;

    /// @param master the key that the application's slot 0 holds now
    FileDoor(CardWork work, Application application, CardKey master) {
        this.work = work;
        this.application = application;
        this.master = master;
    }

    void write(PlannedFile file, byte[] content) throws DeviceException {
        int key = first(file.rights().write(), file.rights().readWrite());
        var open = opened(key);
        var mode = DesfireLayout.mode(file);
        switch (file) {
            case PlannedFile.Standard it -> open.writeData(it.number(), mode, 0, content);
            case PlannedFile.Backup it -> {
                open.writeData(it.number(), mode, 0, content);
                open.commit();
            }
            case PlannedFile.Records it -> {
                open.writeRecord(it.number(), mode, 0, content);
                open.commit();
            }
            case PlannedFile.Value _, PlannedFile.TransactionMac _ ->
                    throw new IllegalArgumentException(
                            "Nothing is written to file %d".formatted(file.number()));
        }
    }

    /// Whether a file of data holds this already, as far as a key can see.
    boolean holds(PlannedFile file, byte[] content) throws DeviceException {
        boolean readable =
                file.rights().read() != Rights.NEVER || file.rights().readWrite() != Rights.NEVER;
        return switch (file) {
            case PlannedFile.Standard _, PlannedFile.Backup _ ->
                    readable && Arrays.equals(read(file).bytes(), content);
            case PlannedFile.Records _, PlannedFile.Value _, PlannedFile.TransactionMac _ -> false;
        };
    }

    PlaceRead read(PlannedFile file) throws DeviceException {
        boolean free =
                file.rights().read() == Rights.FREE || file.rights().readWrite() == Rights.FREE;
        if (free) {
            return readFreely(file);
        }
        int other = file instanceof PlannedFile.Value ? file.rights().write() : Rights.NEVER;
        var open = opened(first(file.rights().read(), file.rights().readWrite(), other));
        var mode = DesfireLayout.mode(file);
        return switch (file) {
            case PlannedFile.Value it ->
                    new PlaceRead(it.name(), new byte[0], open.getValue(it.number(), mode));
            case PlannedFile.Records it ->
                    new PlaceRead(
                            it.name(),
                            open.readRecords(it.number(), mode, 0, 1, it.size()).getFirst(),
                            0);
            case PlannedFile.Standard it ->
                    new PlaceRead(it.name(), open.readData(it.number(), mode, 0, it.size()), 0);
            case PlannedFile.Backup it ->
                    new PlaceRead(it.name(), open.readData(it.number(), mode, 0, it.size()), 0);
            case PlannedFile.TransactionMac it ->
                    new PlaceRead(it.name(), open.readData(it.number(), mode, 0, WORD), 0);
        };
    }

    /// Without a key, plain, outside of every session.
    private PlaceRead readFreely(PlannedFile file) throws DeviceException {
        if (inSession != NOBODY) {
            work.require(application);
            inSession = NOBODY;
        }
        byte[] number = Bytes.of(file.number());
        return switch (file) {
            case PlannedFile.Value it ->
                    new PlaceRead(
                            it.name(),
                            new byte[0],
                            (int) Bytes.littleEndian(send(Instruction.GET_VALUE, number), 0, 4));
            case PlannedFile.Records it ->
                    new PlaceRead(
                            it.name(),
                            send(Instruction.READ_RECORDS, Bytes.join(number, span(0, 1))),
                            0);
            case PlannedFile.Standard it -> data(it.name(), number, it.size());
            case PlannedFile.Backup it -> data(it.name(), number, it.size());
            case PlannedFile.TransactionMac it -> data(it.name(), number, WORD);
        };
    }

    private PlaceRead data(String name, byte[] number, int size) throws DeviceException {
        return new PlaceRead(
                name, send(Instruction.READ_DATA, Bytes.join(number, span(0, size))), 0);
    }

    private byte[] send(Instruction instruction, byte[] parameters) throws DeviceException {
        return work.link.send(instruction, parameters).orRefuse(instruction.title());
    }

    private static byte[] span(int from, int length) {
        return Bytes.join(Bytes.littleEndian(from, 3), Bytes.littleEndian(length, 3));
    }

    private DesfireFiles opened(int number) throws DeviceException {
        var present = files;
        if (present != null && inSession == number) {
            return present;
        }
        CardKey key =
                number == CardWork.MASTER
                        ? master
                        : work.key(application, application.keys().get(number));
        int version = key instanceof CardKey.Site site ? site.version() : 0;
        var opened = new DesfireFiles(work.session(work.prove(Purpose.CONTENT, key, version)));
        files = opened;
        inSession = number;
        return opened;
    }

    private static int first(int... rights) {
        for (int right : rights) {
            if (right != Rights.NEVER && right != Rights.FREE) {
                return right;
            }
        }
        throw new IllegalArgumentException("No key reaches this file: the plan was not checked");
    }
}
