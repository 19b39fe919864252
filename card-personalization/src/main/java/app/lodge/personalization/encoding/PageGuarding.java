package app.lodge.personalization.encoding;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.encodingplans.PlannedMedium.Password;
import app.lodge.core.keys.Bytes;
import app.lodge.personalization.cards.Step;
import app.lodge.personalization.cards.Step.Kind;
import app.lodge.personalization.ultralight.UltralightCard;
import app.lodge.personalization.ultralight.UltralightCard.Guarded;
import app.lodge.personalization.ultralight.UltralightType;
import java.util.ArrayList;
import java.util.List;

/// What guards the pages of one chip by the plan: opened before its contents are written, set after
/// them, the first guarded page last of all.
record PageGuarding(UltralightType type, Password wanted, StorageKeys keys, int version) {

    private static final int WRONG_ONES_COUNTED = 0x07;

    /// What the chip has, as far as a key of ours opens it.
    enum Held {
        PRESENT,
        FORMER,
        NONE
    }

    private byte[] key(int of) {
        return type.hasPassword() ? keys.password(of) : keys.tripleDes(of);
    }

    /// Opens with the site's present key, or with one that an earlier version or a tear left.
    Held open(PageTalk talk) throws DeviceException {
        if (talk.open(key(version))) {
            return Held.PRESENT;
        }
        for (byte[] former : version > 1 ? formers() : List.<byte[]>of()) {
            if (talk.open(former)) {
                return Held.FORMER;
            }
        }
        return Held.NONE;
    }

    private List<byte[]> formers() {
        byte[] before = key(version - 1);
        byte[] after = key(version);
        if (!type.hasPassword()) {
            return UltralightCard.tornKeys(before, after);
        }
        // the acknowledgement is written first
        byte[] torn = Bytes.join(Bytes.slice(before, 0, 4), Bytes.slice(after, 4, 2));
        var all = new ArrayList<byte[]>();
        all.add(before);
        all.add(torn);
        return all;
    }

    /// @param held what {@link #open} found
    void set(PageTalk talk, Held held, Step.Log log) throws DeviceException {
        var card = talk.card();
        if (held != Held.PRESENT) {
            if (held == Held.NONE) {
                requireWay(talk);
            }
            log.intend(new Step(Kind.SET_PASSWORD, type.title(), ""));
            if (type.hasPassword()) {
                card.setPassword(key(version));
            } else {
                card.changeKey(key(version));
            }
        }
        if (held == Held.NONE || !guards(talk)) {
            var from = Integer.toString(wanted.protectedFrom());
            log.intend(new Step(Kind.GUARD_PAGES, type.title(), from));
            card.guard(
                    wanted.protectedFrom(),
                    wanted.alsoReading() ? Guarded.READING_AND_WRITING : Guarded.WRITING);
        }
    }

    /// A reader that passes no command of the chip's own could guard it, and never open it again.
    private void requireWay(PageTalk talk) throws DeviceException {
        if (!talk.card().answers()) {
            throw new DeviceException(new DeviceFault.CardRefused("Transparent", 0));
        }
    }

    /// Whether the chip guards what the plan says; open to it.
    private boolean guards(PageTalk talk) throws DeviceException {
        byte[] settings = talk.card().read(type.guardPage());
        int from = settings[type.hasPassword() ? 3 : 0] & 0xFF;
        int access = settings[UltralightType.PAGE] & 0xFF;
        boolean reading = type.hasPassword() ? (access & 0x80) != 0 : (access & 1) == 0;
        boolean counts = type.hasPassword() && (access & WRONG_ONES_COUNTED) != 0;
        return from == wanted.protectedFrom() && reading == wanted.alsoReading() && !counts;
    }

    /// @throws DeviceException with KeyRefused or VerifyMismatch if it is not as the plan says
    void verify(PageTalk talk) throws DeviceException {
        if (open(talk) != Held.PRESENT) {
            throw new DeviceException(new DeviceFault.KeyRefused(0, version));
        }
        if (!guards(talk)) {
            throw new DeviceException(new DeviceFault.VerifyMismatch("guard"));
        }
    }
}
