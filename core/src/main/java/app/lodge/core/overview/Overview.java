package app.lodge.core.overview;

import app.lodge.core.accounts.Accounts;
import app.lodge.core.books.Actor;
import app.lodge.core.devices.Devices;
import app.lodge.core.exports.Exports;
import app.lodge.core.media.CardJobs;
import app.lodge.core.media.Media;
import app.lodge.core.money.Money;
import app.lodge.core.people.People;
import app.lodge.core.people.Portraits;
import app.lodge.core.purse.Purses;
import app.lodge.core.selfservice.SelfService;
import app.lodge.core.stock.Stock;
import app.lodge.core.topups.BankFiles;
import app.lodge.core.watch.Watch;
import java.time.InstantSource;
import java.util.List;

/// The start page's figures (ID-49).
public interface Overview {

    static Overview of(
            Accounts accounts,
            People people,
            Media media,
            CardJobs jobs,
            Devices devices,
            Exports exports,
            BankFiles bankFiles,
            Purses purses,
            Watch watch,
            Stock stock,
            SelfService selfService,
            Portraits portraits,
            InstantSource clock) {
        return new GatheredOverview(
                accounts,
                people,
                media,
                jobs,
                devices,
                exports,
                bankFiles,
                purses,
                watch,
                stock,
                selfService,
                portraits,
                clock);
    }

    /// What the actor may see of today; figures that the actor may not see are zero.
    Today today(Actor actor);

    /// @param downNames labels of the devices that do not answer
    /// @param turnover today's payments in the site's currency
    /// @param otherTurnover and in others, never added up with it
    /// @param payments in all currencies
    /// @param unconfirmedBlocks the devices that have not confirmed the newest blocks (ID-42)
    /// @param spendable the most that could still be spent with blocked media at all of these devices; less than
    ///     their sum where a card's own purse could be spent at either of two
    record Today(
            int devicesUp,
            int devicesDown,
            List<String> downNames,
            Money turnover,
            List<Money> otherTurnover,
            long payments,
            long people,
            long activeCards,
            List<Task> tasks,
            List<OpenBlock> unconfirmedBlocks,
            Money spendable) {}

    /// A device that does not know of blocks yet (ID-42).
    ///
    /// @param cards blocked ones among the newest that it does not know; 0 if it only owes its answer
    /// @param most what could still be spent with them there
    record OpenBlock(String device, boolean online, int cards, Money most) {}

    /// Something a person has to do.
    ///
    /// @param kind why, as a text's key
    /// @param subject what to open: `job:7`, `device:3`, `export:2`, `bank-file:5`, `medium:4`,
    ///     `stock-place:2`, `alert:9`, `wishes:12`, `photos:`
    /// @param what its label: a card number, a device's label, a folder, a file's name, how many
    record Task(Kind kind, String subject, String what) {}

    enum Kind {
        CARD_JOB_UNRESOLVED,
        DEVICE_NOT_JOINED,
        DEVICE_DRIFTED,
        DEVICE_REFUSED_CONFIGURATION,
        CERTIFICATE_EXPIRES,
        EXPORT_FAILED,
        COLLECTION_NOT_WRITTEN,
        /// A purse's records contradict each other: rolled back, cloned, or value that nobody loaded.
        PURSE_ALARM,
        /// Something was found that a rule watches for, and nobody has said that they know.
        ALERT,
        /// A place has fewer blanks than it asks to be told of (CHAIN-52).
        STOCK_LOW,
        /// A holder wants something about them changed (ID-09).
        HOLDER_REQUEST,
        /// Photographs wait for somebody who may approve them (ID-11).
        PHOTOS_WAITING
    }
}
