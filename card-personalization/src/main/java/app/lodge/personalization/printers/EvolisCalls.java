package app.lodge.personalization.printers;

import com.sun.jna.IntegerType;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import org.jspecify.annotations.Nullable;

/// The functions of the maker's C library (libevolis, 9.0 and newer) that Lodge calls, as its
/// published headers declare them. C `bool` is one byte here, both ways. Names are the library's.
interface EvolisCalls extends Library {

    int OPEN_DIRECT = 1;
    int TRAY_FEEDER = 1;
    int TRAY_STANDARD = 1;
    int TRAY_ERROR = 8;
    int POSITION_CONTACT = 5;
    int POSITION_CONTACTLESS = 6;
    int FRONT = 0;
    int BACK = 1;

    String evolis_version();

    /// Variadic: model numbers, ended by 0; returns how many devices, negative for an error.
    int evolis_get_devices(PointerByReference devices, Object... models);

    void evolis_free_devices(Pointer devices);

    @Nullable Pointer evolis_open_with_mode(String name, int mode);

    void evolis_close(Pointer printer);

    /// More than 0 is the session's number; 0 and less: somebody else has the printer.
    int evolis_reserve(Pointer printer, int session, int waitMilliseconds);

    int evolis_release(Pointer printer);

    int evolis_status(Pointer printer, EvolisStructs.Status status);

    int evolis_get_info(Pointer printer, EvolisStructs.Info info);

    int evolis_get_ribbon(Pointer printer, EvolisStructs.Ribbon ribbon);

    int evolis_get_cleaning(Pointer printer, EvolisStructs.Cleaning cleaning);

    int evolis_set_input_tray(Pointer printer, int tray);

    int evolis_set_output_tray(Pointer printer, int tray);

    int evolis_set_error_tray(Pointer printer, int tray);

    int evolis_set_card_pos(Pointer printer, int position);

    int evolis_eject(Pointer printer);

    int evolis_reject(Pointer printer);

    int evolis_print_init_with_ribbon(Pointer printer, int ribbonType);

    /// 0 is refused.
    byte evolis_print_set_setting(Pointer printer, int key, String value);

    int evolis_print_set_imageb(Pointer printer, int face, byte[] bmp, Size length);

    int evolis_print_set_blackb(Pointer printer, int face, byte[] bmp, Size length);

    int evolis_print_set_overlayb(Pointer printer, int face, byte[] bmp, Size length);

    byte evolis_print_set_auto_eject(Pointer printer, byte on);

    int evolis_print_exect(Pointer printer, int timeoutMilliseconds);

    /// 0 is unknown. The numbers move between releases; the names do not.
    int EvoSettings_KeyFromString(String name);

    /// C `size_t`.
    final class Size extends IntegerType {
        private static final long serialVersionUID = 1;

        public Size() {
            this(0);
        }

        public Size(long value) {
            super(Native.SIZE_T_SIZE, value, true);
        }
    }
}
