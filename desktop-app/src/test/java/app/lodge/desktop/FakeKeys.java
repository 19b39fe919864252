package app.lodge.desktop;

import app.lodge.core.media.ContactKey;
import app.lodge.core.media.KeyNumber;
import app.lodge.core.media.Medium;
import app.lodge.core.media.MediumId;
import app.lodge.core.media.MediumKind;
import app.lodge.core.media.MediumState;
import app.lodge.core.people.PersonId;
import app.lodge.personalization.ibutton.ButtonFamily;
import app.lodge.personalization.ibutton.KeyContents;
import app.lodge.personalization.ibutton.KeyRecord;
import app.lodge.personalization.ibutton.StationLog.Kind;
import app.lodge.personalization.ibutton.StationLog.LogRecord;
import app.lodge.personalization.ibutton.StationLog.ReadOut;
import app.lodge.personalization.issuing.KeyIssuing.KeyLook;
import app.lodge.personalization.issuing.KeyIssuing.KeyOrder;
import app.lodge.personalization.issuing.KeyIssuing.KeyOutcome;
import app.lodge.personalization.onewire.RomNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A contact key of person 1, and a station's log.
final class FakeKeys {

    private static final RomNumber ROM = RomNumber.numbered(0x06, 0x1234_5678L);

    KeyRecord record = new KeyRecord(2524, 3, 4250, 20_000, 2_000);
    Optional<ContactKey> known = Optional.of(key(2524, 1));
    KeyContents contents = new KeyContents.Lodge(record, 2, false);

    /// What the next encoding ends in; null for success.
    KeyOutcome outcome;

    final List<KeyOrder> orders = new ArrayList<>();

    static ContactKey key(int number, long person) {
        return new ContactKey(
                new Medium(
                        new MediumId(900 + person),
                        MediumKind.CONTACT_KEY,
                        new PersonId(person),
                        1,
                        MediumState.ACTIVE,
                        ROM.uid(),
                        "DS1993",
                        2,
                        null,
                        FakePeople.NOW),
                new KeyNumber(number));
    }

    KeyLook key() {
        return new KeyLook(
                ROM, Optional.of(ButtonFamily.DS1993), contents, known, Optional.empty());
    }

    KeyLook log() {
        var records = new ArrayList<LogRecord>();
        for (int n = 0; n < 14; n++) {
            records.add(
                    new LogRecord(
                            4_100L + n,
                            FakePeople.NOW.minusSeconds(86_400L - 4_567L * n),
                            Kind.values()[n % 3],
                            2_524 + n % 5,
                            500 + 250 * (n % 9)));
        }
        return new KeyLook(
                RomNumber.numbered(0x0C, 0x02D3_A7C5L),
                Optional.of(ButtonFamily.DS1996),
                new KeyContents.Log(),
                Optional.empty(),
                Optional.of(new ReadOut(35_575, 510, 15, records, List.of(15))));
    }

    KeyOutcome encode(KeyOrder order) {
        orders.add(order);
        if (outcome != null) {
            return outcome;
        }
        known = Optional.of(key(2524, order.person().number()));
        return new KeyOutcome.Ready(known.get(), Optional.of(record), Optional.empty());
    }
}
