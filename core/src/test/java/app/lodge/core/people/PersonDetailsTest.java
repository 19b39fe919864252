package app.lodge.core.people;

import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.core.doors.Json;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Details as they were sealed before people had branches.
@Tag("CHAIN-21")
class PersonDetailsTest {

    @Test
    void detailsSealedWithoutABranchAreReadWithNone() {
        var sealed = new TreeMap<String, Object>();
        for (var field : PersonField.values()) {
            if (field != PersonField.BRANCH) {
                sealed.put(field.key(), field.of(SamplePeople.anna()));
            }
        }
        assertThat(Json.read(Json.canonical(sealed), PersonDetails.class))
                .isEqualTo(SamplePeople.anna());
    }
}
