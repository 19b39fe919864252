package app.lodge.desktop.virtualsite;

import app.lodge.core.money.Money;
import app.lodge.core.virtualsite.VirtualSite.Act;

/// What somebody with a card does before a virtual device.
enum Deed {
    TAP,
    PUT_IN,
    PAY_OUT,
    SWAP;

    Act with(String uid, Money amount) {
        return switch (this) {
            case TAP -> new Act.Tap(uid, amount);
            case PUT_IN -> new Act.PutIn(uid, amount);
            case PAY_OUT -> new Act.PayOut(uid, amount);
            case SWAP -> new Act.SwapCassette(uid);
        };
    }
}
