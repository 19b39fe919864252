package app.lodge.core.selfservice;

import app.lodge.core.books.Actor;

/// Mail to holders, written in the books in the breath of what it tells of, sent by the bridge.
public interface HolderPost {

    /// Sends what is due. For the bridge alone.
    ///
    /// @return how many mails left
    int round(Actor bridge);
}
