/* A card printer made of files, behind the C interface that libevolis publishes. Own prototypes; the
 * maker's headers are not used. The printer's name is its folder:
 *
 *   state        cards in the feeder, ribbon left, card inside (its number, or 0), station, counter,
 *                warning and error words; outlives the process
 *   script       lines "function nth what", counted since opening: a return code; "skip" = says OK and does nothing;
 *                "do CODE" = does it and returns CODE; "kill" / "killed" = the process dies before /
 *                after it was done
 *   journal.log  every call that moves something
 *   card-NNNN-front|back-color|black|overlay.bmp   what was printed
 *
 * Build: cc -shared -fPIC -o libevolis.so stub_libevolis.c
 */
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

typedef struct { char id[128], name[256], displayName[256], uri[512]; int mark, model; bool supervised, online; int link; char driver[128]; } device_t;
typedef struct { char name[128]; int type, mark; char markName[32]; int model; char modelName[32]; int modelId; char fw[16], serial[16], kit[16], zone[16]; bool has[13]; int insertion, ejection, rejection; char lcdFw[16], lcdGraph[16], scannerFw[64]; } info_t;
typedef struct { char description[64], zone[8]; int type, capacity, remaining, progress; char product[16]; int batch; char built[24], serial[24], internal[24]; } ribbon_t;
typedef struct { int total, count, beforeWarning, beforeLost, atLast, regular, advanced; bool underWarranty; int warningAt, lostAt; } cleaning_t;
typedef struct { uint32_t config, information, warning, error, exts[4]; uint16_t session; } status_t;

_Static_assert(sizeof(device_t) == 1296 && sizeof(info_t) == 396 && sizeof(ribbon_t) == 180
        && sizeof(cleaning_t) == 40 && sizeof(status_t) == 36, "struct sizes");

typedef struct { char *data; size_t length; } plane_t;
typedef struct { char dir[512]; int lock; plane_t planes[2][3]; bool duplex, autoEject; const char *counted[40]; int counts[40]; } evolis_t;
typedef struct { int feeder, ribbon, inside, station, total, fed; unsigned warning, error; } state_t;

static int offset;

__attribute__((constructor)) static void start(void) { offset = 100 + (int) (getpid() % 50); }

int stub_size(int which) {
    switch (which) { case 0: return sizeof(device_t); case 1: return sizeof(info_t); case 2: return sizeof(ribbon_t);
        case 3: return sizeof(cleaning_t); default: return sizeof(status_t); }
}

static FILE *file(evolis_t *p, const char *name, const char *mode) {
    char path[700]; snprintf(path, sizeof path, "%s/%s", p->dir, name); return fopen(path, mode);
}
static state_t load(evolis_t *p) {
    state_t s = { 10, 50, 0, 0, 7, 0, 0, 0 };
    FILE *f = file(p, "state", "r");
    if (f) { if (fscanf(f, "feeder %d ribbon %d inside %d station %d total %d fed %d warning %x error %x", &s.feeder, &s.ribbon, &s.inside, &s.station, &s.total, &s.fed, &s.warning, &s.error) < 6) { /* keep */ } fclose(f); }
    return s;
}
static void save(evolis_t *p, state_t s) {
    char from[700], to[700]; FILE *f = file(p, "state.new", "w"); if (!f) return;
    fprintf(f, "feeder %d ribbon %d inside %d station %d total %d fed %d warning %x error %x\n", s.feeder, s.ribbon, s.inside, s.station, s.total, s.fed, s.warning, s.error);
    fclose(f); snprintf(from, sizeof from, "%s/state.new", p->dir); snprintf(to, sizeof to, "%s/state", p->dir); rename(from, to);
}
static void note(evolis_t *p, const char *what) { FILE *f = file(p, "journal.log", "a"); if (f) { fprintf(f, "%s\n", what); fclose(f); } }

/* What the script says to this call: sets *code; answers 0 act, 1 act and return code, 2 do not act. */
static int fate(evolis_t *p, const char *function, int *code, bool *killAfter) {
    int i = 0; *code = 0; *killAfter = false;
    while (p->counted[i] && strcmp(p->counted[i], function)) i++;
    p->counted[i] = function; p->counts[i]++;
    note(p, function);
    FILE *f = file(p, "script", "r"); if (!f) return 0;
    char line[200], name[80], what[40]; int nth, value, answer = 0;
    while (fgets(line, sizeof line, f)) {
        value = 0;
        int n = sscanf(line, "%79s %d %39s %d", name, &nth, what, &value);
        if (n < 3 || strcmp(name, function) || nth != p->counts[i]) continue;
        if (!strcmp(what, "kill")) { note(p, "killed"); kill(getpid(), SIGKILL); }
        else if (!strcmp(what, "killed")) *killAfter = true;
        else if (!strcmp(what, "skip")) answer = 2;
        else if (!strcmp(what, "do")) { *code = value; answer = 1; }
        else { *code = atoi(what); answer = 2; }
    }
    fclose(f); return answer;
}
#define FATE(p, name) int code_; bool kill_; int fate_ = fate(p, name, &code_, &kill_); if (fate_ == 2) return code_
#define DONE(p) do { if (kill_) { note(p, "killed"); kill(getpid(), SIGKILL); } return code_; } while (0)

const char *evolis_version(void) { const char *v = getenv("STUB_EVOLIS_VERSION"); return v ? v : "9.4.1-stub"; }
int evolis_get_devices(device_t **devices, ...) {
    device_t *d = calloc(2, sizeof(device_t)); strcpy(d[0].name, "Stub Primacy"); strcpy(d[1].name, "Stub Zenius"); d[1].online = true; *devices = d; return 2;
}
void evolis_free_devices(device_t *d) { free(d); }

evolis_t *evolis_open_with_mode(const char *name, int mode) {
    if (access(name, W_OK) || mode != 1) return NULL;
    evolis_t *p = calloc(1, sizeof *p); snprintf(p->dir, sizeof p->dir, "%s", name); p->lock = -1; p->autoEject = true; return p;
}
void evolis_close(evolis_t *p) {
    for (int f = 0; f < 2; f++) for (int k = 0; k < 3; k++) free(p->planes[f][k].data);
    if (p->lock >= 0) close(p->lock);
    free(p);
}
int evolis_reserve(evolis_t *p, int session, int waitMs) {
    char path[700]; snprintf(path, sizeof path, "%s/lock", p->dir);
    p->lock = open(path, O_CREAT | O_RDWR, 0600);
    if (flock(p->lock, LOCK_EX | LOCK_NB)) { close(p->lock); p->lock = -1; return -11; }
    return session || waitMs ? 4711 : 4712;
}
int evolis_release(evolis_t *p) { if (p->lock >= 0) { close(p->lock); p->lock = -1; } return 0; }

int evolis_status(evolis_t *p, status_t *out) {
    FATE(p, "evolis_status"); state_t s = load(p);
    memset(out, 0, sizeof *out); out->warning = s.warning; out->error = s.error;
    if (!s.feeder) out->warning |= 0x01000000;
    if (!s.ribbon) out->warning |= 0x00080000;
    if (s.inside) out->information |= s.station == 5 ? 0x04000000 : s.station == 6 ? 0x08000000 : 0x02000000;
    DONE(p);
}
int evolis_get_info(evolis_t *p, info_t *i) { (void) p; memset(i, 0, sizeof *i); strcpy(i->serial, "STUB0001"); strcpy(i->modelName, "Evolis Primacy 2"); strcpy(i->scannerFw, "end"); return 0; }
int evolis_get_ribbon(evolis_t *p, ribbon_t *r) { FATE(p, "evolis_get_ribbon"); state_t s = load(p); memset(r, 0, sizeof *r); strcpy(r->description, "YMCKOK"); r->type = 4; r->capacity = 200; r->remaining = s.ribbon; DONE(p); }
int evolis_get_cleaning(evolis_t *p, cleaning_t *c) { FATE(p, "evolis_get_cleaning"); state_t s = load(p); memset(c, 0, sizeof *c); c->total = s.total; c->count = s.total; c->warningAt = 1000; c->beforeLost = 900; c->lostAt = 1000; DONE(p); }
int evolis_set_input_tray(evolis_t *p, int tray) { FATE(p, "evolis_set_input_tray"); DONE(p); (void) tray; }
int evolis_set_output_tray(evolis_t *p, int tray) { FATE(p, "evolis_set_output_tray"); DONE(p); (void) tray; }
int evolis_set_error_tray(evolis_t *p, int tray) { FATE(p, "evolis_set_error_tray"); DONE(p); (void) tray; }

int evolis_set_card_pos(evolis_t *p, int position) {
    FATE(p, "evolis_set_card_pos"); state_t s = load(p);
    if (!s.inside) { if (!s.feeder) return -201; s.feeder--; s.inside = ++s.fed; }
    s.station = position; save(p, s); DONE(p);
}
static int leave(evolis_t *p, const char *how) {
    state_t s = load(p); char line[80];
    if (!s.inside) return -200;
    snprintf(line, sizeof line, "%s %d", how, s.inside); note(p, line);
    s.inside = 0; s.station = 0; save(p, s); return 0;
}
int evolis_eject(evolis_t *p) { FATE(p, "evolis_eject"); int r = leave(p, "out"); if (r) return r; DONE(p); }
int evolis_reject(evolis_t *p) { FATE(p, "evolis_reject"); int r = leave(p, "rejected"); if (r) return r; DONE(p); }

static const char *NAMES[] = { "Duplex", "GDuplexType", "FBlackManagement", "BBlackManagement", "FOverlayManagement", "BOverlayManagement", "GCardPreloading", "Resolution", 0 };
int EvoSettings_KeyFromString(const char *name) { for (int i = 0; NAMES[i]; i++) if (!strcmp(NAMES[i], name)) return offset + i; return 0; }
bool evolis_print_set_setting(evolis_t *p, int key, const char *value) {
    char line[120]; if (key < offset || key > offset + 7) return false;
    snprintf(line, sizeof line, "%s=%s", NAMES[key - offset], value); note(p, line);
    if (key == offset) p->duplex = !strcmp(value, "HORIZONTAL");
    return true;
}
bool evolis_print_set_auto_eject(evolis_t *p, bool on) { p->autoEject = on; return true; }
int evolis_print_init_with_ribbon(evolis_t *p, int type) {
    FATE(p, "evolis_print_init_with_ribbon");
    for (int f = 0; f < 2; f++) for (int k = 0; k < 3; k++) { free(p->planes[f][k].data); p->planes[f][k].data = NULL; }
    if (type != 4) return -25;
    DONE(p);
}
static uint32_t le(const char *d, int at, int n) { uint32_t v = 0; while (n--) v = v << 8 | (uint8_t) d[at + n]; return v; }
static int plane(evolis_t *p, int face, int kind, const char *data, size_t n, int bits) {
    if (n < 54 || data[0] != 'B' || data[1] != 'M' || le(data, 18, 4) != 1016 || le(data, 22, 4) != 648 || le(data, 28, 2) != (uint32_t) bits) return -20;
    plane_t *t = &p->planes[face][kind]; free(t->data); t->data = malloc(n); memcpy(t->data, data, n); t->length = n; return 0;
}
int evolis_print_set_imageb(evolis_t *p, int face, const char *d, size_t n) { FATE(p, "evolis_print_set_imageb"); int r = plane(p, face, 0, d, n, 24); if (r) return r; DONE(p); }
int evolis_print_set_blackb(evolis_t *p, int face, const char *d, size_t n) { FATE(p, "evolis_print_set_blackb"); int r = plane(p, face, 1, d, n, 1); if (r) return r; DONE(p); }
int evolis_print_set_overlayb(evolis_t *p, int face, const char *d, size_t n) { FATE(p, "evolis_print_set_overlayb"); int r = plane(p, face, 2, d, n, 1); if (r) return r; DONE(p); }

int evolis_print_exect(evolis_t *p, int timeout) {
    FATE(p, "evolis_print_exect"); state_t s = load(p); char line[80];
    static const char *kinds[] = { "color", "black", "overlay" };
    if (timeout < 60000) return -7;
    if (!p->planes[0][0].data) return -26;
    if (!s.ribbon) return -21;
    if (!s.inside) return -23;
    for (int f = 0; f < 2; f++) for (int k = 0; k < 3; k++) {
        plane_t *t = &p->planes[f][k]; char name[80], from[700], to[700];
        if (!t->data || (f && !p->duplex)) continue;
        snprintf(name, sizeof name, "card-%04d-%s-%s.bmp", s.inside, f ? "back" : "front", kinds[k]);
        FILE *o = file(p, "part", "w"); fwrite(t->data, 1, t->length, o); fclose(o);
        snprintf(from, sizeof from, "%s/part", p->dir); snprintf(to, sizeof to, "%s/%s", p->dir, name); rename(from, to);
    }
    snprintf(line, sizeof line, "printed %d", s.inside); note(p, line);
    s.ribbon--; s.total++; s.station = 9; save(p, s);
    if (p->autoEject) leave(p, "out");
    DONE(p);
}
