package app.lodge.core.settings;

import app.lodge.core.books.Actor;
import app.lodge.core.money.Money;
import java.util.List;

/// The start page's figures (ID-49).
public interface Overview {

    Today today(Actor actor);

    /// @param unconfirmedBlocks blocked media that some device has not confirmed yet
    record Today(
            int devicesUp,
            int devicesDown,
            List<String> downNames,
            Money turnover,
            long payments,
            long people,
            long activeCards,
            List<Task> tasks,
            List<String> unconfirmedBlocks) {}

    /// Something a person has to do.
    ///
    /// @param kind CARD_JOB_UNRESOLVED, DEVICE_DRIFTED, DEVICE_NOT_JOINED, CERTIFICATE_EXPIRES or EVENT_GAP
    /// @param subject what to open: `job:7`, `device:3`
    record Task(String kind, String subject, String what) {}
}
