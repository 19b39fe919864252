package app.lodge.personalization.cards;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.encodingplans.EncodingPlan;
import app.lodge.core.encodingplans.PlannedFile;
import app.lodge.core.encodingplans.PlannedMedium.Application;
import app.lodge.core.keys.Bytes;
import app.lodge.core.keys.CardKey;
import app.lodge.personalization.cards.Step.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Files and keys of one application, within one session of its master key: what is there must be
/// what the plan says, what is not is made.
record ApplicationFilling(EncodingPlan plan, Application application, CardWork work, Step.Log log) {

    /// @param made whether the application was made just now, so nothing can be in it
    /// @return files of records that hold none yet
    List<PlannedFile> makeFiles(Ev2Session session, boolean made) throws DeviceException {
        byte[] present = made ? new byte[0] : present(session);
        var empty = new ArrayList<PlannedFile>();
        for (var file : application.files()) {
            boolean there = has(present, file.number());
            if (!there) {
                log.intend(new Step(Kind.MAKE_FILE, application.aid() + "/" + file.name(), ""));
                make(session, file);
            }
            boolean none = !there || records(session, file) == 0;
            if (file instanceof PlannedFile.Records && none) {
                empty.add(file);
            }
        }
        return empty;
    }

    private void make(Ev2Session session, PlannedFile file) throws DeviceException {
        if (file instanceof PlannedFile.TransactionMac) {
            byte[] head = DesfireLayout.creation(file);
            work.door.makeTransactionMac(session, application.aid(), head, work.site.version());
        } else {
            session.mac(DesfireLayout.creating(file), DesfireLayout.creation(file));
        }
    }

    private byte[] present(Ev2Session session) throws DeviceException {
        byte[] settings = session.mac(Instruction.GET_KEY_SETTINGS);
        if (!Arrays.equals(settings, DesfireLayout.keySettings(application))) {
            throw foreign();
        }
        byte[] files = session.mac(Instruction.GET_FILE_IDS);
        for (byte number : files) {
            if (application.files().stream().noneMatch(one -> one.number() == (number & 0xFF))) {
                throw foreign();
            }
        }
        return files;
    }

    private static boolean has(byte[] files, int number) {
        for (byte one : files) {
            if ((one & 0xFF) == number) {
                return true;
            }
        }
        return false;
    }

    private int records(Ev2Session session, PlannedFile file) throws DeviceException {
        byte[] settings = session.mac(Instruction.GET_FILE_SETTINGS, Bytes.of(file.number()));
        if (!DesfireLayout.told(file, settings)) {
            throw foreign();
        }
        return file instanceof PlannedFile.Records ? DesfireLayout.records(settings) : 0;
    }

    private DeviceException foreign() {
        return new DeviceException(
                new DeviceFault.UnknownCard(
                        "application %s, not by %s"
                                .formatted(application.aid(), plan.reference())));
    }

    /// All keys but the master.
    void changeSlots(Ev2Session session, boolean made) throws DeviceException {
        for (int slot = application.keys().size() - 1; slot > CardWork.MASTER; slot--) {
            var wanted = work.key(application, application.keys().get(slot));
            int version =
                    made
                            ? 0
                            : CardWork.version(
                                    session.mac(Instruction.GET_KEY_VERSION, Bytes.of(slot)));
            if (version == wanted.version()) {
                continue;
            }
            CardKey present =
                    version == 0
                            ? new CardKey.FactoryAes(slot)
                            : new CardKey.Site(application.aid(), slot, version);
            log.intend(new Step(Kind.CHANGE_KEY, application.aid(), Integer.toString(slot)));
            work.door.change(session, present, wanted);
        }
    }
}
